import type { Paging, PagingSource } from "../../model/api/paging.js";
import type { Field } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { codeSpan } from "../../text.js";
import { type Call, callFrom } from "../call/call.js";
import type { Walk } from "../call/walk.js";
import { camelCase } from "../names/words.js";
import { requiredArguments } from "../samples/sample-arguments.js";
import { valueCode } from "../samples/value-code.js";
import type { DocsContext, Placed } from "./docs-context.js";
import type { WalkView } from "./part-views.js";
import { snippetScope, snippetView } from "./snippets/snippets.js";

/** How the next page is selected: by a field of the request, a URL in the result, or a header. */
export function walkText({ paging, position }: Walk): string {
  if (paging.kind === "url") return resultText(paging.next);
  return paging.kind === "link" ? "Link" : (position ?? []).join(".");
}

/** How the paging of an operation was recognized, and what a walk sends if that is unclear. */
export function pagingText(walk: Walk): string {
  return `${sourceText(walk.paging.source)}${sentText(walk)}`;
}

/** Which parameters a walk sends, if the operation has others that select a page. */
function sentText({ paging, position, size }: Walk): string {
  const others = paging.otherPositions;
  if (others.length === 0) return "";
  const sent = [size, position].flatMap((path) => (path ? [path.join(".")] : []));
  const way =
    position === null ? "follows the URL of each next page" : `sends ${spans(sent, "and")}`;
  return `. A loop over all pages ${way}; to page by ${spans(others, "or")}, request each page yourself`;
}

function spans(names: readonly string[], conjunction: "and" | "or"): string {
  return names.map(codeSpan).join(` ${conjunction} `);
}

/** Where a value is in a result: `data[-1].id`. */
export function resultText(path: Paging["items"]): string {
  const steps = path.map((step) => (step === -1 ? "[-1]" : `.${step}`));
  return steps.join("").replace(/^\./, "") || "result";
}

/** How the paging of an operation was recognized. */
export function sourceText({ kind, name }: PagingSource): string {
  const texts: Record<PagingSource["kind"], string> = {
    setting: "set in `sdkwright.json`",
    extension: `declared by \`${name}\``,
    convention: "by the convention in `sdkwright.json`",
    header: "declared by the documented header",
    inferred: "recognized by names and types",
  };
  return texts[kind];
}

/** The page size in programs, if the document allows it. */
const exampleSize = 100;

/** The end of the line that begins a loop. */
const endOfLoop = ")) {";

/** A program that loops over the items of all pages. */
export function walkView(placed: Placed, walk: Walk, docs: DocsContext): WalkView {
  const { callee, opensFiles: _, result: __, ...snippet } = snippetView(placed, docs);
  const name = itemName(walk, docs);
  const item = name === null ? "item" : snippetScope(docs).reserve(name);
  const call = callFrom(placed.operation, docs.api);
  const fields = walkArguments(call, walk, docs);
  const isEmpty = call.arguments.isOptional && Object.keys(fields).length === 0;
  const start = `for await (const ${item} of ${callee}(`;
  const argument = isEmpty ? "" : valueCode(fields, [start, endOfLoop]);
  return { ...snippet, opensFiles: false, callee, argument, item };
}

/** The required fields and a page size. */
function walkArguments(call: Call, walk: Walk, { find }: DocsContext) {
  const [size, ...inner] = walk.size ?? [];
  const isPlain = size !== undefined && inner.length === 0;
  const field = isPlain ? call.arguments.fields.find(({ key }) => key === size) : undefined;
  return {
    ...requiredArguments(call, field, find),
    ...(field && { [field.key]: Math.min(exampleSize, maximumOf(field, find)) }),
  };
}

/** The largest value that the document allows. */
function maximumOf({ schema }: Pick<Field, "schema">, find: FindSchema): number {
  const constraints = followed(schema, find)?.constraints ?? [];
  const maxima = constraints.flatMap((each) => /^maximum: (\d+)$/.exec(each)?.[1] ?? []);
  return Math.min(...maxima.map(Number));
}

/** A variable for an item, by the name of its schema. */
function itemName({ paging }: Walk, { names }: DocsContext): string | null {
  const { itemSchema } = paging;
  const name = itemSchema.kind === "named" ? camelCase(names.model(itemSchema.name).type) : "";
  return /^[a-z]/.test(name) ? name : null;
}
