import type { Body, ItemStream, Operation, Response, Schema } from "../../model/api.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { withoutMarked } from "./read-write.js";

/** What a request sends or a response brings. */
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

/** What a success brings: of an object, without the fields that are `writeOnly`. */
function resultPayload({ content }: Response, find: FindSchema): Payload {
  if (content === null) return { kind: "nothing" };
  if (content.stream) {
    const item = withoutMarked("writeOnly", content.stream.item, find);
    return { kind: "stream", stream: { ...content.stream, item } };
  }
  switch (content.format) {
    case "json":
      return {
        kind: "value",
        schema: withoutMarked("writeOnly", content.schema, find),
        isMultipart: false,
      };
    case "binary":
      return { kind: "bytes" };
    default: {
      const { schema } = content;
      return { kind: "text", items: schema.kind === "array" ? schema.items : null };
    }
  }
}

/** What a body sends as a whole: of an object, without the fields that are `readOnly`. */
export function bodyPayload({ format, schema, stream }: Body, find: FindSchema): Payload {
  if (stream && stream.format !== "events") {
    return {
      kind: "stream",
      stream: { ...stream, item: withoutMarked("readOnly", stream.item, find) },
    };
  }
  switch (format) {
    case "text":
      return { kind: "text", items: null };
    case "binary":
      return { kind: "bytes" };
    default:
      return {
        kind: "value",
        schema: withoutMarked("readOnly", schema, find),
        isMultipart: format === "multipart",
      };
  }
}

/** A success of a call and its payload. */
export interface Result extends Response {
  readonly payload: Payload;
  /** Whether it is a 304, the success outside of 2xx. */
  readonly isNotModified: boolean;
}

const undescribed: Response = {
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
export function resultsFrom({ success }: Operation, find: FindSchema): Result[] {
  const documented = success.map((response) => resultFrom(response, find));
  return documented.every(({ isNotModified }) => isNotModified)
    ? [resultFrom(undescribed, find), ...documented]
    : documented;
}

export function resultFrom(response: Response, find: FindSchema): Result {
  const { status } = response;
  return {
    ...response,
    payload: resultPayload(response, find),
    isNotModified: status.kind === "code" && status.code === 304,
  };
}
