import type { Body, BodyContent } from "../model/api/payload.js";
import { type FindSchema, followed } from "../model/schema/find-schema.js";
import { flattenedObject } from "../model/schema/flattened-fields.js";
import { essenceOf } from "../text.js";
import { formValue, scalarFrom } from "./parameters.js";
import type { Received } from "./received.js";
import { schemaFaults } from "./schema-faults.js";

/** The body of a request: its value, if it can be read, and what is wrong with it. */
export interface ReadBody {
  readonly value: unknown;
  readonly faults: readonly string[];
}

export async function readBody(
  body: Body | null,
  received: Received,
  find: FindSchema,
): Promise<ReadBody> {
  const isEmpty = received.body.byteLength === 0;
  if (body === null) {
    return { value: undefined, faults: isEmpty ? [] : ["the operation takes no body"] };
  }
  const contentType = received.headers.get("Content-Type") ?? "";
  if (isEmpty && contentType === "") {
    return { value: undefined, faults: body.required ? ["a body is required"] : [] };
  }
  const contents = [body, ...body.alternatives];
  const content = contents.find((each) => isOfType(contentType, each.contentType));
  if (content === undefined) {
    const documented = contents.map((each) => each.contentType).join(" or ");
    return {
      value: undefined,
      faults: [`the body is ${contentType || "untyped"}, not ${documented}`],
    };
  }
  return read(content, contentType, received, find);
}

function isOfType(sent: string, documented: string): boolean {
  const [given, wanted] = [essenceOf(sent), essenceOf(documented)];
  return (
    wanted === given ||
    (wanted.endsWith("/*") && given.startsWith(wanted.slice(0, -1))) ||
    wanted === "*/*"
  );
}

/** The most fields of a form that are read: each of them may be a value of several types. */
const mostFields = 10_000;

const tooMany: ReadBody = {
  value: undefined,
  faults: [`the body has more than ${mostFields} fields`],
};

async function read(
  { format, schema }: BodyContent,
  contentType: string,
  { body }: Received,
  find: FindSchema,
): Promise<ReadBody> {
  const text = () => new TextDecoder().decode(body);
  switch (format) {
    case "json":
      try {
        return checked(JSON.parse(text()));
      } catch (cause) {
        return { value: undefined, faults: [`the body isn't JSON: ${String(cause)}`] };
      }
    case "form": {
      const form = new URLSearchParams(text());
      return form.size > mostFields ? tooMany : checked(formValue(form, schema, find) ?? {});
    }
    case "multipart":
      try {
        const form = await new Response(body, {
          headers: { "Content-Type": contentType },
        }).formData();
        return [...form.keys()].length > mostFields ? tooMany : checked(partsOf(form));
      } catch (cause) {
        return { value: undefined, faults: [`the body isn't a multipart form: ${String(cause)}`] };
      }
    default:
      return { value: text(), faults: [] };
  }

  function checked(value: unknown): ReadBody {
    const faults = schemaFaults(value, schema, find).map(
      ({ pointer, message }) => `body${pointer} ${message}`,
    );
    return { value, faults };
  }

  /** Texts and files by field; a file is read as an empty string. */
  function partsOf(form: FormData): Record<string, unknown> {
    const target = followed(schema, find);
    const fields = (target && flattenedObject(target, find)?.fields) ?? [];
    return Object.fromEntries(
      [...new Set(form.keys())].map((name) => {
        const field = fields.find((each) => each.name === name);
        const inner = field && followed(field.schema, find);
        const item = inner?.kind === "array" ? inner.items : field?.schema;
        const parts = form
          .getAll(name)
          .map((part) =>
            typeof part !== "string" ? "" : item ? scalarFrom(part, item, find) : part,
          );
        return [name, inner?.kind === "array" ? parts : parts[0]];
      }),
    );
  }
}
