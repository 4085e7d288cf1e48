import { bodyIn } from "./body.js";
import type { BodyWriter, Encoding } from "./operation.js";
import { isGiven, textOf } from "./style.js";

/** A file to upload. */
export type FileInput = FileContent | NamedFile;

export type FileContent =
  | Blob
  | ArrayBuffer
  | ArrayBufferView<ArrayBuffer>
  | ReadableStream<Uint8Array>;

/** A file with the name and media type to send for its part. */
export interface NamedFile {
  readonly content: FileContent;
  readonly name: string;
  /** The media type. */
  readonly type?: string;
}

type Piece = string | FileContent;

/**
 * A `multipart/form-data` body (RFC 7578). A list becomes one part per item; objects are sent as
 * JSON. A body that contains a stream is streamed and can be sent only once.
 */
export const multipartBody: BodyWriter = (fields, settings) => {
  const value = bodyIn(fields, settings);
  if (value === undefined) return undefined;
  const { encodings = {} } = settings;
  const boundary = `form-${crypto.getRandomValues(new Uint32Array(4)).join("")}`;
  const parts = Object.entries(Object(value)).flatMap(([name, each]) =>
    (Array.isArray(each) ? each : [each])
      .filter(isGiven)
      .flatMap((item) => partFrom(name, item, encodings[name] ?? {}, boundary)),
  );
  const pieces = [...parts, `--${boundary}--\r\n`];
  const isStream = pieces.some((piece) => piece instanceof ReadableStream);
  return {
    // The cast is safe: the condition rules out streams.
    body: isStream ? streamOf(pieces) : new Blob(pieces as BlobPart[]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
};

function partFrom(name: string, item: unknown, encoding: Encoding, boundary: string): Piece[] {
  const { content, filename, type } = contentFrom(item, encoding);
  const file = filename === undefined ? "" : `; filename="${quotable(filename)}"`;
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="${quotable(name)}"${file}\r\n` +
    (type ? `Content-Type: ${type.replace(/[\r\n]/g, "")}\r\n\r\n` : "\r\n");
  return [head, content, "\r\n"];
}

function contentFrom(item: unknown, { contentType }: Encoding) {
  // A list or a range of media types says what is allowed, not which type this part has.
  const declared = contentType && !/[,*]/.test(contentType) ? contentType : undefined;
  if (isNamed(item)) {
    return {
      content: item.content,
      filename: item.name,
      type: item.type ?? typeOf(item.content, declared),
    };
  }
  if (isFile(item)) {
    const filename = item instanceof File ? item.name : "blob";
    return { content: item, filename, type: typeOf(item, declared) };
  }
  const isJson = typeof item === "object" && !(item instanceof Date);
  return {
    content: textOf(item),
    filename: undefined,
    type: declared ?? (isJson ? "application/json" : undefined),
  };
}

function typeOf(content: FileContent, declared: string | undefined): string {
  const own = content instanceof Blob ? content.type : "";
  return own || declared || "application/octet-stream";
}

function isFile(item: unknown): item is FileContent {
  return (
    item instanceof Blob ||
    item instanceof ArrayBuffer ||
    ArrayBuffer.isView(item) ||
    item instanceof ReadableStream
  );
}

function isNamed(item: unknown): item is NamedFile {
  // The cast is safe: any object has optional properties, and the values are checked below.
  const { name, content } = Object(item) as Partial<NamedFile>;
  return typeof name === "string" && isFile(content);
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
