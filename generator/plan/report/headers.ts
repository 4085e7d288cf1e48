import { grouped } from "../../grouped.js";
import type { Operation, Status } from "../../model/api/operation.js";
import type { Field } from "../../model/api/schema.js";
import { statusText } from "../../model/statuses.js";
import { factFrom, sharedFacts } from "./facts.js";
import { surfaceTypes, type TypeNameOf } from "./shape.js";
import type { Line } from "./surface.js";
import { distinctTypes } from "./surface-text.js";

/** A header and the status of its response. */
interface SentHeader {
  readonly status: Status;
  readonly field: Field;
}

/**
 * One line for each header of an operation's responses, with the name that `Headers` uses: most
 * occur with several statuses.
 */
export function headerLines({ success, errors }: Operation, typeNameOf: TypeNameOf): Line[] {
  const byName = grouped(
    [...success, ...errors].flatMap(({ status, headers }) =>
      headers.map((field): [string, SentHeader] => [field.name.toLowerCase(), { status, field }]),
    ),
  );
  return [...byName].map(([name, sent]) => headerLine(name, sent, typeNameOf));
}

function headerLine(name: string, sent: readonly SentHeader[], typeNameOf: TypeNameOf): Line {
  const fields = sent.map(({ field }) => field);
  const schemas = fields.map(({ schema }) => schema);
  const types = schemas.flatMap((schema) => surfaceTypes(schema, typeNameOf));
  const statuses = sent.map(({ status }) =>
    status.kind === "code" ? status.code : statusText(status),
  );
  return {
    kind: "header",
    path: /^[\w-]+$/.test(name) ? name : JSON.stringify(name),
    required: fields.every(({ required }) => required),
    deprecated: fields.every(({ deprecated }) => deprecated !== null),
    type: distinctTypes(types),
    facts: [...sharedFacts(schemas), factFrom("with", statuses)],
  };
}
