import type { Operation, Response } from "../../model/api/operation.js";
import type { Body, ItemStream } from "../../model/api/payload.js";
import type { Schema } from "../../model/api/schema.js";

/** The content of a request or a response. */
export type Payload =
  | { readonly kind: "nothing" }
  | {
      readonly kind: "value";
      readonly schema: Schema;
      /** Whether it is sent as parts of a form, where strings of bytes are files. */
      readonly isMultipart: boolean;
    }
  /** Items that are read one by one. */
  | { readonly kind: "stream"; readonly stream: ItemStream }
  /** `items` is the schema of the items of a sequence. */
  | { readonly kind: "text"; readonly items: Schema | null }
  | { readonly kind: "bytes" };

function resultPayload({ content }: Response): Payload {
  if (content === null) return { kind: "nothing" };
  if (content.stream) return { kind: "stream", stream: content.stream };
  switch (content.format) {
    case "json":
      return { kind: "value", schema: content.schema, isMultipart: false };
    case "binary":
      return { kind: "bytes" };
    default: {
      const { schema } = content;
      return { kind: "text", items: schema.kind === "array" ? schema.items : null };
    }
  }
}

/** The payload of a whole body. */
export function bodyPayload({ format, schema, stream }: Body): Payload {
  if (stream && stream.format !== "events") return { kind: "stream", stream };
  switch (format) {
    case "text":
      return { kind: "text", items: null };
    case "binary":
      return { kind: "bytes" };
    default:
      return { kind: "value", schema, isMultipart: format === "multipart" };
  }
}

/** A success of a call and its payload. */
export interface Result extends Response {
  readonly payload: Payload;
  /** Whether it is a 304, the success outside of 2xx. */
  readonly isNotModified: boolean;
}

const undocumented: Response = {
  status: { kind: "range", hundreds: 2 },
  description: null,
  content: null,
  alternatives: [],
  headers: [],
  links: [],
  error: null,
  text: null,
};

/** The documented successes; if no 2xx is documented, one without a payload comes first. */
export function resultsFrom({ success }: Operation): Result[] {
  const documented = success.map(resultFrom);
  return documented.every(({ isNotModified }) => isNotModified)
    ? [resultFrom(undocumented), ...documented]
    : documented;
}

export function resultFrom(response: Response): Result {
  const { status } = response;
  return {
    ...response,
    payload: resultPayload(response),
    isNotModified: status.kind === "code" && status.code === 304,
  };
}
