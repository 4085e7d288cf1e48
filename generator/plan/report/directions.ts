import type { Api } from "../../model/api/api.js";
import type { Schema } from "../../model/api/schema.js";
import { type FindSchema, schemaFinder, schemasWithin } from "../../model/schema/find-schema.js";
import { bodiesOf, contentsOf } from "../contents.js";
import type { Direction } from "./surface.js";

/** Who creates values of each model. A model that no operation uses is treated as received. */
export function directionsOf({
  resources,
  schemas,
  webhooks,
}: Api): (schemaName: string) => Direction {
  const operations = resources.flatMap((resource) => resource.operations);
  const find = schemaFinder(schemas);
  const given = reached(
    operations.flatMap((operation) =>
      [...operation.parameters, ...bodiesOf(operation)].map(({ schema }) => schema),
    ),
    find,
  );
  const received = reached(
    [
      ...operations.flatMap(({ success, errors }) =>
        [...success, ...errors].flatMap(contentsOf).map(({ schema }) => schema),
      ),
      ...(webhooks?.events ?? []).flatMap(({ payload }) => payload?.schema ?? []),
    ],
    find,
  );
  return (name) => (!given.has(name) ? "received" : received.has(name) ? "both" : "given");
}

/** The names of all schemas that these refer to, directly or not. */
function reached(schemas: readonly Schema[], find: FindSchema): ReadonlySet<string> {
  return new Set(
    [...schemasWithin(schemas, find)].flatMap((each) => (each.kind === "named" ? [each.name] : [])),
  );
}
