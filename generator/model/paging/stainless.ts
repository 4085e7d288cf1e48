import { memoize } from "../../memoize.js";
import type { JsonObject, Place } from "../../read/document/document.js";
import { walk } from "../../read/document/walk.js";
import type { ResultPath } from "../api/paging.js";
import { isJson } from "../content.js";
import {
  childOf,
  entriesOf,
  itemsOf,
  type ModelContext,
  nameIn,
  ownPlace,
  textIn,
} from "../node.js";
import { type DeclaredField, type DeclaredPaging, fieldAt } from "./declaration.js";

const name = "x-stainless-pagination-property";

/** A marked parameter or field, by its `purpose`. */
interface MarkedField {
  readonly purpose: string;
  readonly pointer: string;
  readonly header: string | null;
  readonly input: DeclaredField | null;
  readonly path: ResultPath;
}

/** The maximum depth of marked fields in a result. */
const deepest = 4;

/**
 * Reads `x-stainless-pagination-property`, which marks parameters and fields of the body and the
 * result.
 */
export function stainlessPaging(operation: Place, _: Place, context: ModelContext): DeclaredPaging {
  if (!hasMarks(context.document)) return null;
  const inputs = [...markedParameters(operation, context), ...markedBody(operation, context)];
  const outputs = markedResult(operation, context);
  const [first] = [...inputs, ...outputs];
  if (first === undefined) return null;
  const inputOf = (purpose: string) =>
    inputs.find((each) => each.purpose === purpose)?.input ?? null;
  const pathOf = (purpose: string) =>
    outputs.find((each) => each.purpose === purpose)?.path ?? null;
  const common = {
    source: { kind: "extension", name } as const,
    pointer: first.pointer,
    items: pathOf("items"),
    more: pathOf("has_next_page"),
  };
  const url = pathOf("cursor_url_field");
  const page = inputOf("page_number_param");
  const offset = inputOf("offset_count_param");
  const cursor = inputOf("next_cursor_param");
  const id = inputOf("next_cursor_id_param");
  const header = [...inputs, ...outputs].find(
    ({ purpose }) => purpose === "next_cursor_field",
  )?.header;
  if (url) return { ...common, kind: "url", next: url };
  if (page) {
    return { ...common, kind: "page", input: page, pages: pathOf("total_page_count_field") };
  }
  if (offset) {
    return { ...common, kind: "offset", input: offset, total: pathOf("offset_total_count_field") };
  }
  if (cursor) {
    const next = header ?? pathOf("next_cursor_field");
    return { ...common, kind: "cursor", input: cursor, next };
  }
  if (id) return { ...common, kind: "cursor", input: id, next: pathOf("cursor_item_id") };
  const reason = "no parameter is marked as the cursor, the offset or the page number";
  return { kind: "unclear", pointer: first.pointer, reason };
}

/** Whether a document marks anything: looking through each operation takes much longer. */
const hasMarks = memoize((document: JsonObject) =>
  walk(document, "outside-in").some(({ node }) => Object.hasOwn(node, name)),
);

function markedParameters(operation: Place, context: ModelContext): MarkedField[] {
  return itemsOf(context, operation, "parameters").flatMap((place) => {
    const steps = [nameIn(place.node) ?? ""];
    const schema = childOf(context, place, "schema");
    return [place, ...(schema ? [schema] : [])].flatMap((each) =>
      markOf(each, { input: fieldAt(steps, "parameters"), path: [] }),
    );
  });
}

function markedBody(operation: Place, context: ModelContext): MarkedField[] {
  const body = childOf(context, operation, "requestBody");
  const schema = body && schemaOf(context, body);
  return schema ? markedFields(context, schema, [], "body") : [];
}

function markedResult(operation: Place, context: ModelContext): MarkedField[] {
  const responses = childOf(context, operation, "responses");
  const success = entriesOf(context, responses).find(([status]) => /^2/.test(status));
  const schema = success && schemaOf(context, success[1]);
  return schema ? markedFields(context, schema, [], "result") : [];
}

/** The schema of the JSON in a body or a response. */
function schemaOf(context: ModelContext, place: Place): Place | null {
  const media = entriesOf(context, childOf(context, place, "content"));
  const json = media.find(([type]) => isJson(type));
  return json ? childOf(context, json[1], "schema") : null;
}

/** The marked fields of a schema, and of the objects and lists in it. */
function markedFields(
  context: ModelContext,
  place: Place,
  path: ResultPath,
  side: "body" | "result",
  seen: Set<JsonObject> = new Set(),
): MarkedField[] {
  // Schemas may refer to each other, so each is visited once.
  if (seen.has(place.node)) return [];
  seen.add(place.node);
  const names = path.filter((step) => step !== -1);
  const own = markOf(place, { input: side === "body" ? fieldAt(names, "body") : null, path });
  if (path.length === deepest) return own;
  const within = (inner: Place | null, more: ResultPath) =>
    inner ? markedFields(context, inner, [...path, ...more], side, seen) : [];
  return [
    ...own,
    ...itemsOf(context, place, "allOf").flatMap((member) => within(member, [])),
    ...entriesOf(context, ownPlace(place, "properties")).flatMap(([field, inner]) =>
      within(inner, [field]),
    ),
    ...within(childOf(context, place, "items"), [-1]),
  ];
}

function markOf(place: Place, found: Pick<MarkedField, "input" | "path">): MarkedField[] {
  const mark = ownPlace(place, name);
  const purpose = mark && textIn(mark.node, "purpose");
  if (!mark || !purpose) return [];
  return [{ ...found, purpose, pointer: mark.pointer, header: textIn(mark.node, "from_header") }];
}
