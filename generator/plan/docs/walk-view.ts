import type { Paging, PagingSource } from "../../model/api/paging.js";
import type { Field } from "../../model/api/schema.js";
import { type FindSchema, followed } from "../../model/schema/find-schema.js";
import { callFrom } from "../call/call.js";
import type { Walk } from "../call/walk.js";
import { camelCase } from "../names/words.js";
import { sampleArguments } from "../samples/sample-arguments.js";
import { valueCode } from "../samples/value-code.js";
import type { DocsContext, Placed } from "./docs-context.js";
import type { WalkView } from "./part-views.js";
import { snippetScope, snippetView } from "./snippets/snippets.js";

/** How the next page is selected: by a field of the request, a URL in the result, or a header. */
export function walkText({ paging, position }: Walk): string {
  if (paging.kind === "url") return resultText(paging.next);
  return paging.kind === "link" ? "Link" : (position ?? []).join(".");
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
  const item = snippetScope(docs).reserve(itemName(walk, docs));
  const fields = walkArguments(placed, walk, docs);
  const isEmpty = Object.keys(fields).length === 0;
  const start = `for await (const ${item} of ${callee}(`;
  const argument = isEmpty ? "" : valueCode(fields, [start, endOfLoop]);
  return { ...snippet, opensFiles: false, callee, argument, item };
}

/** The sample request with a page size, and without a position. */
function walkArguments(placed: Placed, walk: Walk, { api, find }: DocsContext) {
  const call = callFrom(placed.operation, api);
  const [position] = walk.position ?? [];
  const [size, ...inner] = walk.size ?? [];
  const sample = Object.entries(sampleArguments(call, find)).filter(([key]) => key !== position);
  const isPlain = size !== undefined && inner.length === 0;
  const field = isPlain ? call.arguments.fields.find(({ key }) => key === size) : undefined;
  return {
    ...Object.fromEntries(sample),
    ...(field && { [field.key]: Math.min(exampleSize, maximumOf(field, find)) }),
  };
}

/** The largest value that the document allows. */
function maximumOf({ schema }: Pick<Field, "schema">, find: FindSchema): number {
  const constraints = followed(schema, find)?.constraints ?? [];
  const maxima = constraints.flatMap((each) => /^maximum: (\d+)$/.exec(each)?.[1] ?? []);
  return Math.min(...maxima.map(Number));
}

function itemName({ paging }: Walk, { names }: DocsContext): string {
  const { itemSchema } = paging;
  const name = itemSchema.kind === "named" ? camelCase(names.model(itemSchema.name).type) : "";
  return /^[a-z]/.test(name) ? name : "item";
}
