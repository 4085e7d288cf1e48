import type { Json, JsonObject } from "../read/document/document.js";
import { defined, objectAt, textAt } from "./proposal.js";

/** The convention of the first scheme of `pagination`; the settings have one. */
export function pagingFrom(schemes: readonly Json[]): {
  readonly convention?: JsonObject | undefined;
  readonly notes: readonly string[];
} {
  const found = schemes.map((scheme) => ({ scheme, rule: ruleFrom(scheme) }));
  const first = found.findIndex(({ rule }) => rule !== null);
  const others = found.filter((_, index) => index !== first);
  return {
    convention: found[first]?.rule ?? undefined,
    notes: others.map(({ scheme }) => {
      const name = textAt(scheme, "name") ?? textAt(scheme, "type") ?? "without a name";
      return `pagination ${name}: set it by operation, in pagination.operations`;
    }),
  };
}

function ruleFrom(scheme: Json): JsonObject | null {
  const request = fieldsOf(objectAt(scheme, "request"));
  const response = fieldsOf(objectAt(scheme, "response"));
  const size = request.find(({ name }) => /limit|size|count|per_page/i.test(name))?.name;
  const position = (purpose: RegExp) =>
    request.find((field) => purpose.test(field.purpose))?.name ??
    request.find(({ name }) => name !== size)?.name;
  const list = response.find(({ purpose, type }) => purpose === "items" || type === "array");
  const items = list && `/${list.path}`;
  const next = response.find(({ purpose, name }) => /next/.test(purpose || name));
  const shared = { size, items };
  switch (textAt(scheme, "type")) {
    case "cursor": {
      const cursor = position(/^next_cursor_param$/);
      if (cursor === undefined || next === undefined) return null;
      return defined<Json>({ kind: "cursor", cursor, next: `/${next.path}`, ...shared });
    }
    case "cursor_id": {
      const cursor = position(/^next_cursor_id$/);
      if (cursor === undefined || items === undefined) return null;
      return defined<Json>({ kind: "cursor", cursor, next: `${items}/-1/id`, ...shared });
    }
    case "offset": {
      const offset = position(/^offset_count_param$/);
      return offset === undefined ? null : defined<Json>({ kind: "offset", offset, ...shared });
    }
    case "page_number": {
      const page = position(/^page_number_param$/);
      return page === undefined ? null : defined<Json>({ kind: "page", page, ...shared });
    }
    case "cursor_url":
      if (next === undefined) return null;
      return defined<Json>({ kind: "url", next: `/${next.path}`, items });
    default:
      return null;
  }
}

interface Field {
  readonly name: string;
  /** Its names from the outside, with `/` between them. */
  readonly path: string;
  readonly purpose: string;
  readonly type: string | undefined;
}

/** The fields of a scheme's request or response, and the fields of those. */
function fieldsOf(fields: JsonObject, parent = ""): Field[] {
  return Object.entries(fields).flatMap(([name, schema]) => {
    const path = `${parent}${name}`;
    const purpose = textAt(schema, "x-stainless-pagination-property", "purpose") ?? "";
    const own = { name, path, purpose, type: textAt(schema, "type") };
    return [own, ...fieldsOf(objectAt(schema, "properties"), `${path}/`)];
  });
}
