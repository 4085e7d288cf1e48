import { Problem, Things } from "#sdk";
import { type Case, expectEqual, expectTrue, type Place, spotFor } from "./case.js";

function clientAt(place: Place, reply: string) {
  const spot = spotFor(place, reply);
  const { bodies } = new Things({ serverURL: spot.url, retries: { strategy: "none" } });
  return { bodies, spot };
}

const noStreams = { chromium: "Chromium sends streams only over HTTP/2" };

/** What a part of a form says of itself, and what is in it. */
interface Part {
  readonly head: string;
  readonly content: string;
}

function partsOf(body: string, contentType = ""): Part[] {
  const boundary = contentType.replace(/^.*boundary=/, "");
  const pieces = body.split(`--${boundary}`).slice(1, -1);
  return pieces.map((piece) => {
    const [head = "", content = ""] = piece.replace(/^\r\n|\r\n$/g, "").split("\r\n\r\n");
    return { head, content };
  });
}

function streamOf(text: string): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.close();
    },
  });
}

const requests: readonly Case[] = [
  {
    name: "a form is encoded as its document says",
    run: async (place) => {
      const { bodies, spot } = clientAt(place, "no-content");
      await bodies.sendForm({
        name: "a b+ü&",
        tags: ["x", "y"],
        codes: ["1", "2"],
        place: { city: "Bern" },
      });
      const [arrival] = await spot.arrivals();
      const want =
        "name=a+b%2B%C3%BC%26&tags=x&tags=y&codes=1%7C2&place=%7B%22city%22%3A%22Bern%22%7D";
      expectEqual("body", arrival?.body, want);
      const type = arrival?.headers["content-type"];
      expectEqual("content type", type, "application/x-www-form-urlencoded");
    },
  },
  {
    name: "a multipart form has the type of each part",
    run: async (place) => {
      const { bodies, spot } = clientAt(place, "no-content");
      await bodies.sendParts({
        note: "hi",
        place: { city: "Bern" },
        photo: new Blob(["png"]),
        pages: [
          new File(["1"], "one.pdf", { type: "application/pdf" }),
          { name: "two.bin", content: new Blob(["2"]) },
        ],
      });
      const [arrival] = await spot.arrivals();
      const disposition = "Content-Disposition: form-data; name=";
      expectEqual("parts", partsOf(arrival?.body ?? "", arrival?.headers["content-type"]), [
        { head: `${disposition}"note"`, content: "hi" },
        {
          head: `${disposition}"place"\r\nContent-Type: application/json`,
          content: '{"city":"Bern"}',
        },
        {
          head: `${disposition}"photo"; filename="blob"\r\nContent-Type: image/png`,
          content: "png",
        },
        {
          head: `${disposition}"pages"; filename="one.pdf"\r\nContent-Type: application/pdf`,
          content: "1",
        },
        {
          head: `${disposition}"pages"; filename="two.bin"\r\nContent-Type: application/octet-stream`,
          content: "2",
        },
      ]);
    },
  },
  {
    name: "a form of parts may hold a stream",
    inapplicable: noStreams,
    run: async (place) => {
      const { bodies, spot } = clientAt(place, "no-content");
      await bodies.sendParts({ note: "hi", photo: streamOf("png") });
      const [arrival] = await spot.arrivals();
      const parts = partsOf(arrival?.body ?? "", arrival?.headers["content-type"]);
      expectEqual(
        "contents",
        parts.map(({ content }) => content),
        ["hi", "png"],
      );
    },
  },
  {
    name: "a text is sent as it is",
    run: async (place) => {
      const { bodies, spot } = clientAt(place, "no-content");
      await bodies.sendNote({ body: "schön\n" });
      const [arrival] = await spot.arrivals();
      expectEqual("body", arrival?.body, "schön\n");
      expectEqual("content type", arrival?.headers["content-type"], "text/plain");
    },
  },
  ...[
    { name: "a Blob", body: () => new Blob(["bytes"]) },
    { name: "an array", body: () => new TextEncoder().encode("bytes") },
    { name: "a stream", body: () => streamOf("bytes"), inapplicable: noStreams },
  ].map(
    ({ name, body, inapplicable }): Case => ({
      name: `bytes are sent as they are: ${name}`,
      inapplicable,
      run: async (place) => {
        const { bodies, spot } = clientAt(place, "no-content");
        await bodies.sendBytes({ body: body() });
        const [arrival] = await spot.arrivals();
        expectEqual("body", arrival?.body, "bytes");
        expectEqual("content type", arrival?.headers["content-type"], "application/octet-stream");
      },
    }),
  ),
];

const picture = [0x89, 0x50, 0x00, 0xff];

const responses: readonly Case[] = [
  {
    name: "bytes are given as a Blob",
    run: async (place) => {
      const blob = await clientAt(place, "picture").bodies.getPicture();
      expectTrue("a Blob", blob instanceof Blob);
      expectEqual("bytes", [...new Uint8Array(await blob.arrayBuffer())], picture);
      expectEqual("type", blob.type, "image/png");
    },
  },
  {
    name: "bytes are given as an ArrayBuffer where the call asks for one",
    run: async (place) => {
      const buffer = await clientAt(place, "picture").bodies.getPicture({ as: "arrayBuffer" });
      expectEqual("bytes", [...new Uint8Array(buffer)], picture);
    },
  },
  {
    name: "bytes are given as a stream where the call asks for one",
    run: async (place) => {
      const stream = await clientAt(place, "picture").bodies.getPicture({ as: "stream" });
      const bytes = await new Response(stream).arrayBuffer();
      expectEqual("bytes", [...new Uint8Array(bytes)], picture);
    },
  },
  {
    name: "a documented failure of bytes is typed",
    run: async (place) => {
      const result = await clientAt(place, "problem").bodies.getPicture().result();
      expectTrue("a Problem of 404", !result.ok && result.error instanceof Problem);
    },
  },
  {
    name: "a text is given as it is",
    run: async (place) => {
      expectEqual("text", await clientAt(place, "remark").bodies.getRemark(), "schön");
    },
  },
];

export const bodies: readonly Case[] = [...requests, ...responses];
