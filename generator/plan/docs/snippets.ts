import type { Operation, Response } from "../../model/api/operation.js";
import type { Server } from "../../model/api/server.js";
import { type Call, callFrom } from "../call/call.js";
import { pathOnHost, serverOf } from "../call/servers.js";
import { memoize } from "../memoize.js";
import { reservedWords } from "../names/reserved.js";
import { identifierScope, type Scope } from "../names/scope.js";
import { camelCase, constantCase } from "../names/words.js";
import { sampleField } from "../samples/sample.js";
import { exampleCallsOf, opensFiles, sampleArguments } from "../samples/sample-arguments.js";
import { valueCode } from "../samples/value-code.js";
import { calleeOf, type DocsContext, type Placed } from "./docs-context.js";
import type { ClientView } from "./guides/guide-views.js";
import type {
  CallWithOptionsView,
  ReadView,
  SnippetView,
  StandaloneView,
  UsageView,
} from "./part-views.js";

/** The code after the argument of a call, on the same line. */
const endOfCall = ");";
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

/** A program that requests a stream from an operation that also has another result. */
function streamedViews(placed: Placed, docs: DocsContext): UsageView[] {
  const { streaming } = callFrom(placed.operation, docs.api);
  if (streaming === null) return [];
  return [{ ...streamedSnippetView(placed, docs), title: "As a stream" }];
}

/** A program that reads the stream of an operation. */
export function streamedSnippetView(placed: Placed, docs: DocsContext): ReadView {
  const call = callFrom(placed.operation, docs.api);
  const snippet = readView(placed, docs);
  if (call.streaming === null) return snippet;
  const { field, results } = call.streaming;
  const sample = { ...sampleArguments(call, docs.find), [field.key]: true };
  const result = "stream";
  return {
    ...snippet,
    argument: valueCode(sample, [startOf(result, snippet.callee), endOfCall]),
    opensFiles: opensFiles(sample),
    result,
    item: itemName(results),
  };
}

/** The code before the argument of a call, on the same line. */
function startOf(result: string | null, callee: string): string {
  return `${result === null ? "" : `const ${result} = `}await ${callee}(`;
}

/** A titled program for each call in the document's examples, or a single program. */
export function usageViews(placed: Placed, docs: DocsContext): UsageView[] {
  const shown = new Map<string, UsageView>();
  const snippet = readView(placed, docs);
  const around = [startOf(snippet.result, snippet.callee), endOfCall];
  for (const { title, operation } of exampleCallsOf(placed.operation)) {
    const own = argumentOf(operation, docs, around);
    if (!shown.has(own.argument)) shown.set(own.argument, { ...snippet, ...own, title });
  }
  const main = shown.size > 1 ? [...shown.values()] : [{ ...snippet, title: null }];
  return [...main, ...variantViews(placed, docs, snippet, around), ...streamedViews(placed, docs)];
}

/** A program for each type of body that isn't the default. */
function variantViews(
  { operation }: Placed,
  docs: DocsContext,
  snippet: ReadView,
  around: readonly string[],
): UsageView[] {
  const [, ...others] = callFrom(operation, docs.api).requestVariants;
  return others.flatMap(({ operation: variant }) => {
    const contentType = concreteType(variant.body?.contentType ?? "");
    if (contentType === null) return [];
    const { argument, ...needs } = argumentOf(variant, docs, around);
    const options = `{ contentType: ${JSON.stringify(contentType)} }`;
    const title = `As ${contentType}`;
    return [{ ...snippet, ...needs, argument: `${argument || "{}"}, ${options}`, title }];
  });
}

/** A media type in a range; `null` if no common one is. */
export function concreteType(contentType: string): string | null {
  if (!contentType.includes("*")) return contentType;
  const common = ["application/octet-stream", "image/png", "text/plain", "audio/mpeg", "video/mp4"];
  const [start = ""] = contentType.split("*");
  return common.find((type) => type.startsWith(start)) ?? null;
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

function clientOf(operation: Operation, docs: DocsContext, className: string) {
  const { variable } = docs.names.client;
  const options = clientOptions(operation, docs);
  const before = `const ${variable} = new ${className}(`;
  return {
    variable,
    options: Object.keys(options).length === 0 ? "" : valueCode(options, [before, endOfCall]),
  };
}

/**
 * The client options that an operation needs: a server if the document has none, and credentials.
 */
export function clientOptions(
  operation: Operation,
  { api, names, find }: DocsContext,
): Record<string, unknown> {
  const { security, server: own } = callFrom(operation, api);
  const required = security.find((schemes) => schemes.length > 0) ?? [];
  const credentials = required
    .flatMap(({ name }) => names.credential(name))
    .map(({ option }) => [option, placeholderFor(option)]);
  const target = serverOf(own, api);
  const server = hasURL(target)
    ? {}
    : { serverURL: `https://api.example.com${pathOnHost(target)}` };
  const globals = operation.parameters.flatMap((parameter) =>
    parameter.global !== null && parameter.required
      ? [[names.global(parameter).option, sampleField(parameter, find)]]
      : [],
  );
  return { ...server, ...Object.fromEntries([...credentials, ...globals]) };
}

/** `<YOUR_BEARER_AUTH>` */
export function placeholderFor(option: string): string {
  return `<YOUR_${constantCase(option)}>`;
}

/** Whether calls to a server work without a server option. A relative URL needs one. */
export function hasURL(server: Server | undefined): server is Server {
  const hasDefaults = server?.variables.every((variable) => variable.default !== null) ?? false;
  return hasDefaults && /^https?:\/\//i.test(server?.url ?? "");
}

function argumentOf(
  operation: Operation,
  docs: DocsContext,
  around: readonly string[],
): Pick<SnippetView, "argument" | "opensFiles"> {
  const sample = sampleArgument(operation, docs);
  return {
    argument: sample === null ? "" : valueCode(sample, around),
    opensFiles: opensFiles(sample),
  };
}

/**
 * The sample request of an operation, or `null` if it takes none. Memoized, because several
 * programs use it.
 */
const sampleArgument = memoize((operation: Operation, { api, find }: DocsContext) => {
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

/** The names that a program needs to create a client. */
export function clientView({ identity, names }: DocsContext): ClientView {
  const { class: className, variable } = names.client;
  return { packageName: identity.packageName, class: className, variable };
}
