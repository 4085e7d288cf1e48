import { APIPromise, addThing, Problem, Things, type ThingsOptions } from "#sdk";
import { ThingsCore } from "#sdk/core";
import {
  type Case,
  expectEqual,
  expectTrue,
  type Place,
  type Spot,
  sleep,
  spotFor,
} from "./case.js";
import { countedSignal } from "./counted-signal.js";

/** A client of one spot, and the spot. */
function clientAt(place: Place, reply: string, options: ThingsOptions = {}): [Things, Spot] {
  const spot = spotFor(place, reply);
  return [new Things({ serverURL: spot.url, retries: { strategy: "none" }, ...options }), spot];
}

const requests: Case[] = [
  {
    name: "a path value arrives as one segment, whatever is in it",
    run: async (place) => {
      const [{ things }, spot] = clientAt(place, "thing");
      await things.get({ id: "a/b c?d#e%2Fü" });
      const [arrival] = await spot.arrivals();
      expectEqual("path", arrival?.path, "/things/a%2Fb%20c%3Fd%23e%252F%C3%BC");
    },
  },
  {
    name: "a list in the query repeats its name",
    run: async (place) => {
      const [{ things }, spot] = clientAt(place, "things");
      await things.list({ color: ["red", "black & white", "grün+"] });
      const [arrival] = await spot.arrivals();
      const want = "/things?color=red&color=black%20%26%20white&color=gr%C3%BCn%2B";
      expectEqual("path", arrival?.path, want);
    },
  },
  {
    name: "headers of the parameter, the client and the call arrive, and null takes one away",
    run: async (place) => {
      const headers = { "X-Client": "c", "X-Gone": "g" };
      const [{ things }, spot] = clientAt(place, "things", { headers });
      await things.list({ "X-Trace": "t" }, { headers: { "X-Call": "k", "X-Gone": null } });
      const [arrival] = await spot.arrivals();
      const got = ["x-trace", "x-client", "x-call", "x-gone"].map((name) => arrival?.headers[name]);
      expectEqual("headers", got, ["t", "c", "k", undefined]);
    },
  },
  {
    name: "the User-Agent names the package, unless the caller sets it",
    inapplicable: { chromium: "browsers send their own" },
    run: async (place) => {
      const [{ things }, spot] = clientAt(place, "things");
      await things.list();
      await things.list({}, { headers: { "User-Agent": "mine/2" } });
      const agents = (await spot.arrivals()).map(({ headers }) => headers["user-agent"]);
      expectEqual("agents", agents, ["things/1.0.0", "mine/2"]);
    },
  },
  {
    name: "a body arrives as JSON: null is sent, undefined is left out",
    run: async (place) => {
      const [{ things }, spot] = clientAt(place, "created");
      // The cast lets undefined through, as a caller without TypeScript would.
      await things.add({ name: null, size: undefined } as { name: null });
      const [arrival] = await spot.arrivals();
      expectEqual("body", arrival?.body, '{"name":null}');
      expectEqual("content type", arrival?.headers["content-type"], "application/json");
    },
  },
  {
    name: "a body arrives in UTF-8",
    run: async (place) => {
      const [{ things }, spot] = clientAt(place, "echo");
      const name = 'löffel 🥄 \u2028 "quoted"';
      await things.add({ name });
      const [arrival] = await spot.arrivals();
      expectEqual("name", JSON.parse(arrival?.body ?? "").name, name);
    },
  },
];

const promises: Case[] = [
  {
    name: "one request is sent, however often a call is read",
    run: async (place) => {
      const [{ things }, spot] = clientAt(place, "thing");
      const call = things.get({ id: "1" });
      await Promise.all([call, call, call.result(), call.withResponse(), call.finally(() => {})]);
      await call;
      expectEqual("arrivals", (await spot.arrivals()).length, 1);
    },
  },
  {
    name: "a call that no one reads is sent, and raises nothing when it fails",
    run: async (place) => {
      const [{ things }, spot] = clientAt(place, "broken");
      void things.get({ id: "1" });
      while ((await spot.arrivals()).length === 0) await sleep(5);
      await sleep(20);
    },
  },
  {
    name: "reading .result() alone of a call that fails raises nothing",
    run: async (place) => {
      const [{ things }] = clientAt(place, "broken");
      expectEqual("ok", (await things.get({ id: "1" }).result()).ok, false);
      await sleep(20);
    },
  },
  {
    name: "a call is a promise, and what its then gives is one",
    run: async (place) => {
      const [{ things }] = clientAt(place, "thing");
      const call = things.get({ id: "1" });
      expectTrue("a Promise", call instanceof Promise && call instanceof APIPromise);
      expectEqual("then", await call.then(({ id }) => id), "1");
      expectEqual("race", (await Promise.race([call])).id, "1");
      const [settled] = await Promise.allSettled([call]);
      expectEqual("allSettled", settled.status, "fulfilled");
    },
  },
  {
    name: "catch gets the error that await throws",
    run: async (place) => {
      const [{ things }] = clientAt(place, "problem");
      const call = things.get({ id: "1" });
      const caught = await call.catch((error: unknown) => error);
      const result = await call.result();
      expectTrue("a Problem", caught instanceof Problem);
      expectTrue("the same error", !result.ok && result.error === caught);
    },
  },
  {
    name: ".withResponse() gives the value and the response",
    run: async (place) => {
      const [{ things }] = clientAt(place, "thing");
      const { data, response } = await things.get({ id: "1" }).withResponse();
      const type = response.headers.get("Content-Type");
      expectEqual("all", [data.id, response.status, type], ["1", 200, "application/json"]);
    },
  },
  {
    name: "a success without a body has the value undefined",
    run: async (place) => {
      const [{ things }] = clientAt(place, "no-content");
      const result = await things.delete({ id: "1" }).result();
      expectTrue("ok", result.ok && result.value === undefined && result.response.status === 204);
    },
  },
  {
    name: "an error carries the payload, its text, the headers and the response",
    run: async (place) => {
      const [{ things }] = clientAt(place, "problem");
      const result = await things.get({ id: "1" }).result();
      if (result.ok || !(result.error instanceof Problem)) throw new Error("no Problem");
      const { body, rawBody, contentType, headers, response } = result.error;
      const want = { title: "no such thing" };
      expectEqual("body", [body, JSON.parse(rawBody)], [want, want]);
      expectEqual("type", contentType, "application/problem+json; charset=utf-8");
      expectEqual("headers", headers.get("Content-Type"), contentType);
      expectEqual("status", response.status, 404);
    },
  },
  {
    name: "a hundred calls at once each get their own answer",
    run: async (place) => {
      const [{ things }] = clientAt(place, "echo");
      const ids = Array.from({ length: 100 }, (_, index) => `${index}`);
      const got = await Promise.all(ids.map((id) => things.get({ id })));
      expectEqual(
        "ids",
        got.map(({ id }) => id),
        ids.map((id) => `/things/${id}`),
      );
    },
  },
];

const surroundings: Case[] = [
  {
    name: "hooks see the operation, the attempt, the request and the response, and may change both",
    run: async (place) => {
      const seen: unknown[] = [];
      const [{ things }, spot] = clientAt(place, "broken", {
        hooks: {
          beforeRequest: ({ operation, attempt, request }) => {
            seen.push([operation.id, operation.method, operation.path, attempt, request.method]);
            request.headers.set("X-Hook", "was here");
          },
          afterResponse: async ({ response }) => {
            seen.push(response.status);
            return new Response('{"id":"replaced"}');
          },
        },
      });
      const { id } = await things.get({ id: "1" });
      const [arrival] = await spot.arrivals();
      expectEqual("value", id, "replaced");
      expectEqual("header", arrival?.headers["x-hook"], "was here");
      expectEqual("seen", seen, [["getThing", "GET", "/things/{id}", 1, "GET"], 500]);
    },
  },
  {
    name: "a beforeRequest hook may send another request",
    run: async (place) => {
      const elsewhere = spotFor(place, "thing");
      const beforeRequest = () => new Request(`${elsewhere.url}/things/2`);
      const [{ things }, spot] = clientAt(place, "broken", { hooks: { beforeRequest } });
      await things.get({ id: "1" });
      const paths = (await elsewhere.arrivals()).map(({ path }) => path);
      expectEqual("arrivals", [paths, await spot.arrivals()], [["/things/2"], []]);
    },
  },
  {
    name: "a fetch of the client's is given a URL and options, and its answer is read",
    run: async () => {
      const fetch = async (input: string | Request, init?: RequestInit) =>
        new Response(JSON.stringify({ id: `${init?.method} ${new URL(String(input)).pathname}` }));
      const { things } = new Things({ serverURL: "http://nowhere.invalid/v1", fetch });
      expectEqual("id", (await things.get({ id: "1" })).id, "GET /v1/things/1");
    },
  },
  {
    name: "a function goes with a core client, its body and options included",
    run: async (place) => {
      const spot = spotFor(place, "created");
      const core = new ThingsCore({ serverURL: "http://nowhere.invalid" });
      const { id } = await addThing(core, { name: "fork" }, { serverURL: spot.url });
      const [arrival] = await spot.arrivals();
      expectEqual("all", [id, arrival?.body], ["3", '{"name":"fork"}']);
    },
  },
  {
    name: "the caller's signal has no listener left when calls have ended",
    run: async (place) => {
      const [{ things }] = clientAt(place, "thing");
      const { signal, listeners } = countedSignal();
      const ids = Array.from({ length: 300 }, (_, index) => `${index}`);
      await Promise.all(ids.map((id) => things.get({ id }, { signal })));
      await things.get({ id: ".." }, { signal }).result();
      expectEqual("listeners", listeners(), 0);
    },
  },
];

export const calls: readonly Case[] = [...requests, ...promises, ...surroundings];
