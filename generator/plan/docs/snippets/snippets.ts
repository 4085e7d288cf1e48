import { memoizePair } from "../../../memoize.js";
import type { Operation, Response } from "../../../model/api/operation.js";
import { type Call, callFrom } from "../../call/call.js";
import { reservedWords } from "../../names/reserved.js";
import { identifierScope, type Scope } from "../../names/scope.js";
import { camelCase } from "../../names/words.js";
import { idParameterOf } from "../../samples/answer-id.js";
import { sampleArguments, valuesByName } from "../../samples/sample-arguments.js";
import { opensFiles } from "../../samples/sample-files.js";
import { valueCode } from "../../samples/value-code.js";
import { calleeOf, type DocsContext, type Placed } from "../docs-context.js";
import type { CallWithOptionsView, ReadView, SnippetView, StandaloneView } from "../part-views.js";
import { clientOf, endOfCall } from "./snippet-client.js";

/** The code after the argument of a call whose outcome is checked. */
const endOfResult = ").result();";

/** A program that calls a method and prints the value. */
export function snippetView(
  placed: Placed,
  docs: DocsContext,
  after: string = endOfCall,
): SnippetView {
  const scope = snippetScope(docs);
  const name = valueName(placed.operation, docs);
  return callView(placed, docs, name === null ? null : scope.reserve(name), after);
}

/** A program that calls a method and checks the outcome. */
export function outcomeSnippetView(placed: Placed, docs: DocsContext): SnippetView {
  return callView(placed, docs, snippetScope(docs).reserve("result"), endOfResult);
}

function callView(
  placed: Placed,
  docs: DocsContext,
  result: string | null,
  after: string,
): SnippetView {
  const { operation } = placed;
  const callee = calleeOf(placed, docs);
  return {
    ...markerOf(operation),
    ...clientOf(operation, docs, docs.names.client.class),
    packageName: docs.identity.packageName,
    class: docs.names.client.class,
    callee,
    ...argumentOf(operation, docs, [startOf(result, callee), after]),
    result,
  };
}

/** The same, but with a loop if the result is a stream. */
export function readView(placed: Placed, docs: DocsContext): ReadView {
  const { results } = callFrom(placed.operation, docs.api);
  return { ...snippetView(placed, docs), item: itemName(results) };
}

/** The loop variable for the items of a stream; `null` if the result isn't a stream. */
function itemName(results: Call["results"]): string | null {
  const [first] = results;
  if (first?.payload.kind !== "stream") return null;
  return first.payload.stream.format === "events" ? "event" : "item";
}

/**
 * A program that reads the stream of an operation.
 *
 * @param after the code after the argument of the call.
 */
export function streamedSnippetView(
  placed: Placed,
  docs: DocsContext,
  after: string = endOfCall,
): ReadView {
  const call = callFrom(placed.operation, docs.api);
  const variant = streamVariantOf(call);
  if (variant !== null) {
    const { accept, results } = variant;
    const snippet = callWithOptionsView(placed, docs, after);
    const options = `{ accept: ${JSON.stringify(accept)} }`;
    const argument = `${snippet.leading}${options}`;
    return { ...snippet, argument, result: "stream", item: itemName(results) };
  }
  const snippet = readView(placed, docs);
  if (call.streaming === null) return snippet;
  const { field, results } = call.streaming;
  const sample = { ...sampleArguments(call, docs.find), [field.key]: true };
  const result = "stream";
  return {
    ...snippet,
    argument: valueCode(sample, [startOf(result, snippet.callee), after]),
    opensFiles: opensFiles(sample),
    result,
    item: itemName(results),
  };
}

/**
 * The media type that a call asks for to get its stream, and the results then; `null` if it needs
 * none.
 */
export function streamVariantOf({ results, resultVariants, streaming }: Call) {
  if (streaming !== null || itemName(results) !== null) return null;
  const variant = resultVariants.find((each) => itemName(each.results) !== null);
  const [accept] = variant?.contentTypes ?? [];
  return variant === undefined || accept === undefined ? null : { accept, ...variant };
}

/** The code before the argument of a call, on the same line. */
export function startOf(result: string | null, callee: string): string {
  return `${result === null ? "" : `const ${result} = `}await ${callee}(`;
}

/**
 * A program that calls a method with options.
 *
 * @param after the code after the argument of the call.
 */
export function callWithOptionsView(
  placed: Placed,
  docs: DocsContext,
  after: string,
): CallWithOptionsView {
  const { argument, ...snippet } = snippetView(placed, docs, after);
  const hasNoFields = callFrom(placed.operation, docs.api).arguments.fields.length === 0;
  const leading = argument === "" && hasNoFields ? "" : `${argument || "{}"}, `;
  return { ...snippet, leading };
}

/** A program that calls a standalone function. */
export function standaloneView(placed: Placed, docs: DocsContext): StandaloneView {
  const { operation } = placed;
  const { names, identity } = docs;
  const scope = snippetScope(docs);
  const { target: callee, ...imports } = functionImport(placed, docs, scope);
  const result = scope.reserve("result");
  const { argument, ...needs } = argumentOf(operation, docs, [
    `const ${result} = await ${callee}(${names.client.variable}, `,
    endOfResult,
  ]);
  return {
    ...markerOf(operation),
    ...clientOf(operation, docs, names.client.core),
    coreModule: `${identity.packageName}/core`,
    ...imports,
    core: names.client.core,
    callee,
    argument: argument === "" ? "" : `, ${argument}`,
    ...needs,
    result,
    hasValue: hasValue(callFrom(operation, docs.api)),
    item: itemName(callFrom(operation, docs.api).results),
  };
}

/** The import of an operation's function, under another name if its own is taken. */
export function functionImport(
  { operation, resource }: Placed,
  { names, identity }: DocsContext,
  scope: Scope,
) {
  const own = names.operation(operation).function;
  const target = scope.reserve(own);
  return {
    module: `${identity.packageName}/operations/${names.resource(resource).file}`,
    imported: target === own ? own : `${own} as ${target}`,
    target,
  };
}

/** Marks a snippet for tests and sites. */
export function markerOf({ id, method, path }: Operation) {
  return { operationId: id, method, path };
}

/** The sample request of an operation as code. */
export function argumentOf(
  operation: Operation,
  docs: DocsContext,
  around: readonly string[],
  margin = "",
): Pick<SnippetView, "argument" | "opensFiles"> {
  const sample = sampleArgument(operation, docs);
  return {
    argument: sample === null ? "" : valueCode(sample, around, margin),
    opensFiles: opensFiles(sample),
  };
}

/**
 * The values of an operation's sample request by their names in its response: a path's `user_id` is
 * the `id` of the user.
 */
export function sampleValues(operation: Operation, docs: DocsContext) {
  const { arguments: given } = callFrom(operation, docs.api);
  const values = valuesByName(sampleArgument(operation, docs) ?? {}, given);
  const id = values[idParameterOf(operation) ?? "id"];
  return id === undefined ? values : { id, ...values };
}

/**
 * The sample request of an operation, or `null` if it takes none. Memoized, because several
 * programs use it.
 */
const sampleArgument = memoizePair((operation: Operation, { api, find }: DocsContext) => {
  const call = callFrom(operation, api);
  const sample = sampleArguments(call, find);
  return call.arguments.isOptional && Object.keys(sample).length === 0 ? null : sample;
});

/** A scope with the names that every snippet uses. */
export function snippetScope({ names }: DocsContext): Scope {
  const { variable, class: className, core } = names.client;
  return identifierScope([
    ...reservedWords,
    "console",
    "error",
    "event",
    "item",
    "openAsBlob",
    variable,
    className,
    core,
  ]);
}

function hasValue({ results }: Call): boolean {
  return results.some(({ payload }) => payload.kind !== "nothing");
}

/** A natural name for the value, or `null` if there is none. */
function valueName(operation: Operation, { api, names }: DocsContext): string | null {
  const call = callFrom(operation, api);
  if (!hasValue(call)) return null;
  if (itemName(call.results) !== null) return "stream";
  const [only, ...others] = call.results.flatMap(namedPayload);
  const name = only === undefined || others.length > 0 ? "" : camelCase(names.model(only).type);
  return /^[a-z]/.test(name) ? name : "result";
}

function namedPayload({ content }: Response): string[] {
  return content?.schema.kind === "named" ? [content.schema.name] : [];
}
