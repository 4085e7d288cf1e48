import { bodyIn } from "./body.js";
import { isBytes } from "./body-raw.js";
import type { BodyWriter, Encoding } from "./operation.js";
import { isGiven, textOf, type Writer } from "./style.js";

/** A file to upload. */
export type FileInput = FileContent | NamedFile;

export type FileContent =
  | Blob
  | ArrayBuffer
  | ArrayBufferView<ArrayBuffer>
  | ReadableStream<Uint8Array>;

/** A file with the name, media type and headers to send for its part. */
export interface NamedFile {
  readonly content: FileContent;
  readonly name: string;
  /** The media type. */
  readonly type?: string | undefined;
  /** Further headers of the part. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

type Piece = string | FileContent;

/**
 * A `multipart/form-data` body (RFC 7578), or a body of another multipart type. By default, a list
 * becomes one part per item and objects are sent as JSON. A body that contains a stream is streamed
 * and can be sent only once.
 */
export const multipartBody: BodyWriter = (fields, settings) => {
  const value = bodyIn(fields, settings);
  if (value === undefined) return undefined;
  const { encodings = {}, contentType = "multipart/form-data" } = settings;
  const boundary = `form-${crypto.getRandomValues(new Uint32Array(4)).join("")}`;
  const parts = Object.entries(Object(value)).flatMap(([name, each]) => {
    const encoding = encodings[name] ?? {};
    return entriesOf(name, each, encoding.write).flatMap(([key, item]) =>
      partFrom(key, item, encoding, boundary),
    );
  });
  const pieces = [...parts, `--${boundary}--\r\n`];
  const isStream = pieces.some((piece) => piece instanceof ReadableStream);
  return {
    // The cast is safe: the condition rules out streams.
    body: isStream ? streamOf(pieces) : new Blob(pieces as BlobPart[]),
    contentType: `${contentType.replace(/;\s*boundary=[^;]*/i, "")}; boundary=${boundary}`,
  };
};

/** The parts of a field: one per item of a list, or those of its style. */
function entriesOf(name: string, value: unknown, write?: Writer): [name: string, item: unknown][] {
  if (write === undefined) {
    const items = Array.isArray(value) ? value : [value];
    return items.filter(isGiven).map((item) => [name, item]);
  }
  // Styles write a query, whose pairs are the parts.
  const pairs = isGiven(value) ? write(name, value).split("&") : [];
  return pairs.filter(Boolean).map((pair) => {
    const [key = "", text = ""] = pair.split("=").map(decodeURIComponent);
    return [key, text];
  });
}

function partFrom(name: string, item: unknown, encoding: Encoding, boundary: string): Piece[] {
  const { content, filename, type, headers } = contentFrom(item, encoding);
  const file = filename === undefined ? "" : `; filename="${quotable(filename)}"`;
  const lines = Object.entries({
    "Content-Disposition": `form-data; name="${quotable(name)}"${file}`,
    ...(type && { "Content-Type": type }),
    ...encoding.headers,
    ...headers,
  }).map((line) => `${line.join(": ").replace(/[\r\n]/g, "")}\r\n`);
  return [`--${boundary}\r\n${lines.join("")}\r\n`, content, "\r\n"];
}

function contentFrom(item: unknown, { contentType }: Encoding) {
  // A list or a range of media types says what is allowed, not which type this part has.
  const declared = contentType && !/[,*]/.test(contentType) ? contentType : undefined;
  if (isNamed(item)) {
    return {
      content: item.content,
      filename: item.name,
      type: item.type ?? typeOf(item.content, declared),
      headers: item.headers,
    };
  }
  if (isBytes(item)) {
    const filename = item instanceof File ? item.name : "blob";
    return { content: item, filename, type: typeOf(item, declared) };
  }
  const isObject = typeof item === "object" && !(item instanceof Date);
  const type = declared ?? (isObject ? "application/json" : undefined);
  const isJson = /[/+]json\b/i.test(type ?? "");
  return { content: isJson ? JSON.stringify(item) : textOf(item), type };
}

function typeOf(content: FileContent, declared: string | undefined): string {
  const own = content instanceof Blob ? content.type : "";
  return own || declared || "application/octet-stream";
}

function isNamed(item: unknown): item is NamedFile {
  // The cast is safe: any object has optional properties, and the values are checked below.
  const { name, content } = Object(item) as Partial<NamedFile>;
  return typeof name === "string" && isBytes(content);
}

/**
 * Escapes a name as the HTML standard does (Multipart form data), so that it can't end its quotes
 * or its line.
 */
function quotable(text: string): string {
  return text.replace(/["\r\n]/g, encodeURIComponent);
}

function streamOf(pieces: readonly Piece[]): ReadableStream<Uint8Array> {
  const rest = [...pieces];
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const next = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      if (reader === undefined) {
        const piece = rest.shift();
        if (piece === undefined) return undefined;
        // The cast is safe: the condition leaves no stream.
        const stream =
          piece instanceof ReadableStream ? piece : new Blob([piece as BlobPart]).stream();
        reader = stream.getReader();
      }
      const { done, value } = await reader.read();
      if (value?.byteLength) return value;
      if (done) reader = undefined;
    }
  };
  const cancel = async (reason: unknown) => {
    const streams = rest.splice(0).filter((piece) => piece instanceof ReadableStream);
    await Promise.all([reader, ...streams].map((each) => each?.cancel(reason)));
  };
  return new ReadableStream({
    cancel,
    async pull(controller) {
      try {
        const chunk = await next();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      } catch (cause) {
        cancel(cause).catch(() => {});
        throw cause;
      }
    },
  });
}
