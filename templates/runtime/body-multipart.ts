import { bodyIn } from "./body.js";
import type { BodyWriter, Encoding } from "./operation.js";
import { isGiven, textOf } from "./style.js";

/** What a file may be given as. */
export type FileInput = FileContent | NamedFile;

export type FileContent =
  | Blob
  | ArrayBuffer
  | ArrayBufferView<ArrayBuffer>
  | ReadableStream<Uint8Array>;

/** A file with what its part of the form says of it. */
export interface NamedFile {
  readonly content: FileContent;
  readonly name: string;
  /** Its media type. */
  readonly type?: string;
}

/** The fields of a form, with files in the place of binary ones. */
export type WithFiles<Body, Name extends keyof Body> = {
  [Field in keyof Body]: Field extends Name ? FileIn<Body[Field]> : Body[Field];
};

type FileIn<Value> = Value extends readonly unknown[]
  ? readonly FileInput[]
  : Value extends null | undefined
    ? Value
    : FileInput;

type Piece = string | FileContent;

/**
 * `multipart/form-data` (RFC 7578). A list is a part for each of its items; what is no scalar and no
 * file is JSON. With a stream among its files it is sent as a stream, once.
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
    // The cast states what the condition has found: no stream is among them.
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
  // A list of media types, or a range of them, says what is allowed rather than what it is.
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
  // Reading a property of any object is sound; what it holds is asked next.
  const { name, content } = Object(item) as Partial<NamedFile>;
  return typeof name === "string" && isFile(content);
}

/** As HTML has it (Multipart form data), so that no name ends its quotes or its line. */
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
        // The cast states what the condition has left: no stream.
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
