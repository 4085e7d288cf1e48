import type { Api, Schema } from "../../model/api.js";
import { bodiesOf, contentsOf } from "../contents.js";
import { type FindSchema, schemaFinder } from "../find-schema.js";
import { schemasWithin } from "../schemas-within.js";

/** The named schemas whose types have files in multipart bodies, in themselves or by what they refer to. */
export interface MultipartNames {
  /** Those that nothing else refers to: they are declared with files. */
  readonly declared: ReadonlySet<string>;
  /** Those that other payloads have too, as text: multipart bodies spell them out. */
  readonly shared: ReadonlySet<string>;
}

export function multipartNames({
  schemas,
  operations,
}: Pick<Api, "schemas" | "operations">): MultipartNames {
  const find = schemaFinder(schemas);
  const bodies = operations.flatMap(bodiesOf);
  const sent = namesWithin(
    bodies.filter(({ format }) => format === "multipart").map(({ schema }) => schema),
    find,
  );
  const holding = new Set([...sent].filter((name) => hasFile(name, find)));
  if (holding.size === 0) return { declared: holding, shared: holding };
  const elsewhere = namesWithin(
    [
      ...bodies.filter(({ format }) => format !== "multipart").map(({ schema }) => schema),
      ...operations.flatMap(({ parameters }) => parameters.map(({ schema }) => schema)),
      ...operations.flatMap(({ success, errors }) =>
        [...success, ...errors].flatMap((response) =>
          [...contentsOf(response), ...response.headers].map(({ schema }) => schema),
        ),
      ),
    ],
    find,
  );
  const isShared = (name: string) => elsewhere.has(name);
  return {
    declared: new Set([...holding].filter((name) => !isShared(name))),
    shared: new Set([...holding].filter(isShared)),
  };
}

function namesWithin(roots: readonly Schema[], find: FindSchema): Set<string> {
  const names = [...schemasWithin(roots, find)].flatMap((schema) =>
    schema.kind === "named" ? [schema.name] : [],
  );
  return new Set(names);
}

function hasFile(name: string, find: FindSchema): boolean {
  const schema = find(name);
  const within = schema === undefined ? [] : [...schemasWithin([schema], find)];
  return within.some((each) => each.kind === "scalar" && each.file !== null);
}
