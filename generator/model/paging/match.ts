import type { Operation } from "../api/operation.js";
import type { Paging, RequestField, ResultPath } from "../api/paging.js";
import type { Schema } from "../api/schema.js";
import type { DeclaredField, PagingDeclaration } from "./declaration.js";
import { positionsIn } from "./positions.js";
import { pathText } from "./result-path.js";
import {
  isOfType,
  itemsOf,
  listsIn,
  resultSchemaOf,
  type SchemaLookup,
  valueAt,
} from "./result-schema.js";

/** What a declaration is checked against. */
interface MatchContext {
  readonly operation: Operation;
  /** The schema of the result. */
  readonly schema: Schema;
  readonly lookup: SchemaLookup;
}

/** The paging that a declaration describes, or the reason why it doesn't fit the operation. */
type Match = Paging | string;

type Common = Pick<
  Paging,
  "source" | "items" | "itemSchema" | "mayLackItems" | "size" | "more" | "otherPositions"
>;

/**
 * The paging that a declaration describes, if it fits the operation's parameters, body and result;
 * else the reason why it doesn't.
 */
export function pagingFrom(
  declaration: PagingDeclaration,
  operation: Operation,
  lookup: SchemaLookup,
): Match {
  const schema = resultSchemaOf(operation);
  if (schema === null) return "the operation has no single JSON result";
  const context: MatchContext = { operation, schema, lookup };
  const { more, total, pages, size } = declaration;
  const wrong =
    misplaced("whether there are more pages", more, ["boolean", "string"], context) ??
    misplaced("the number of items", total, ["number", "string"], context) ??
    misplaced("the number of pages", pages, ["number", "string"], context);
  if (wrong !== null) return wrong;
  if (size && !requestField(size, operation, lookup)) return missing(size);
  const common = commonFrom(declaration, context);
  return typeof common === "string"
    ? common
    : readers[declaration.kind](declaration, common, context);
}

function commonFrom(declaration: PagingDeclaration, context: MatchContext): Common | string {
  const { source, input, mayLackItems = false, size = null, more = null } = declaration;
  const { operation, schema, lookup } = context;
  const paths = declaration.items ? [declaration.items] : listsIn(schema, operation, lookup);
  const [items] = paths;
  if (items === undefined) return "the result has no list";
  if (paths.length > 1) return `the result has several lists: ${paths.map(pathText).join(", ")}`;
  const found = valueAt(schema, items, lookup);
  // Some operations return either a list or an object with a list, depending on a parameter.
  const itemSchema = (found && itemsOf(found.schema, lookup)) ?? itemsOf(schema, lookup);
  if (itemSchema === null) return `the result has no list at ${pathText(items)}`;
  return {
    source,
    items,
    itemSchema,
    mayLackItems: (mayLackItems && found?.isRequired === false) || hasNoContent(operation),
    size: size && requestField(size, operation, lookup),
    more,
    otherPositions: positionsIn(operation).filter((name) => name !== input?.path[0]),
  };
}

/** Whether an operation may respond without a body (RFC 9110, 15.3.5). */
function hasNoContent({ success }: Operation): boolean {
  return success.some(({ status }) => status.kind === "code" && status.code === 204);
}

const readers: {
  readonly [Kind in PagingDeclaration["kind"]]: (
    declaration: PagingDeclaration,
    common: Common,
    context: MatchContext,
  ) => Match;
} = {
  cursor: ({ input, next = null, takesEmpty = false }, common, context) => {
    const cursor = inputFrom(input, "cursor", context);
    if (typeof cursor === "string") return cursor;
    if (next === null) return "it doesn't say where the next cursor is";
    const wrong =
      typeof next === "string"
        ? null
        : misplaced("the next cursor", next, ["string", "number"], context);
    return wrong ?? { ...common, kind: "cursor", cursor, next, takesEmpty };
  },
  offset: ({ input, total = null, endsOnShortPage = false }, common, context) => {
    const offset = inputFrom(input, "offset", context);
    if (typeof offset === "string") return offset;
    return { ...common, kind: "offset", offset, total, endsOnShortPage };
  },
  page: (declaration, common, context) => {
    const { input, pages = null, endsOnShortPage = false, first } = declaration;
    const page = inputFrom(input, "page number", context);
    if (typeof page === "string") return page;
    return {
      ...common,
      kind: "page",
      page,
      first: firstPage(page, context) ?? first ?? 1,
      pages,
      endsOnShortPage,
    };
  },
  url: ({ next = null }, common, context) => {
    if (next === null || typeof next === "string") return "it doesn't say where the next URL is";
    const wrong = misplaced("the next URL", next, ["string", "object"], context);
    return wrong ?? { ...common, kind: "url", next };
  },
  link: (_, common) => ({ ...common, kind: "link" }),
};

function inputFrom(
  input: DeclaredField | null | undefined,
  what: string,
  context: MatchContext,
): RequestField | string {
  if (!input) return `it doesn't name the parameter of the ${what}`;
  return requestField(input, context.operation, context.lookup) ?? missing(input);
}

/** Whether a request has the field that leads to the next page. */
export function takesInput(
  { input }: PagingDeclaration,
  { parameters, body }: Operation,
  lookup: SchemaLookup,
): boolean {
  return input ? requestField(input, { parameters, body }, lookup) !== null : false;
}

/** The field of the request that a declaration names: a parameter, else a field of the body. */
function requestField(
  { in: place, path }: DeclaredField,
  { parameters, body }: Pick<Operation, "parameters" | "body">,
  lookup: SchemaLookup,
): RequestField | null {
  const [name, ...inner] = path;
  const named = parameters.filter((parameter) => parameter.name === name);
  const parameter = named.find((each) => each.in === "query") ?? named[0];
  if (place !== "body" && inner.length === 0 && parameter)
    return { in: parameter.in, path: [name] };
  if (place === "parameters" || body === null) return null;
  return valueAt(body.schema, path, lookup) && { in: "body", path };
}

function missing({ path }: DeclaredField): string {
  return `the operation has no parameter or body field "${path.join(".")}"`;
}

/** Why the path of a declaration is wrong; `null` if it is right. */
function misplaced(
  what: string,
  path: ResultPath | null | undefined,
  types: Parameters<typeof isOfType>[1],
  { schema, lookup }: MatchContext,
): string | null {
  if (!path) return null;
  // An operation may return a list or an object, and its document may describe only the list.
  if (itemsOf(schema, lookup) && path[0] !== -1) return null;
  const found = valueAt(schema, path, lookup);
  if (found && isOfType(found.schema, types, lookup)) return null;
  const fault = found ? `has no ${types.join(" or ")}` : "has nothing";
  return `the result ${fault} at ${pathText(path)}, which should be ${what}`;
}

/** The number of the first page: the parameter's default, else a minimum of 0. */
function firstPage(
  { in: place, path: [name] }: RequestField,
  { operation, lookup }: MatchContext,
): number | null {
  const parameter = operation.parameters.find((each) => each.in === place && each.name === name);
  const schema = parameter && lookup.follow(parameter.schema);
  const preset = parameter?.schema.default?.value ?? schema?.default?.value;
  if (typeof preset === "number") return preset;
  return schema?.constraints.includes("minimum: 0") ? 0 : null;
}
