import type { Operation } from "../../model/api.js";
import { type Arguments, argumentsOf } from "../call/arguments.js";
import { hasOwnPayload } from "../call/payload-types.js";
import { replacementFor } from "../call/replacement.js";
import type { OperationNames } from "../names/operation-names.js";
import type { Blueprint } from "../output.js";
import { fits, intersectionAlias, unionAlias } from "../types/line-breaks.js";
import { docText } from "./doc.js";
import { failuresOf } from "./failures.js";
import { type Use, use, useType } from "./imports.js";
import { operationDataView } from "./operation-data.js";
import type { Spelled } from "./operation-type.js";
import type { DeclarationView, OperationView, SignatureView } from "./views.js";
import { payloadType, requestTypes } from "./wire-types.js";

/** How an operation is called, in types. */
export interface Call {
  readonly names: OperationNames;
  readonly arguments: Arguments;
  /** What `await` gives. */
  readonly returns: Spelled;
  /** Whether that is a type that is declared beside the function. */
  readonly hasOwnPayload: boolean;
  /** The options of a call, with the type parameter that they bring. */
  readonly options: Spelled;
  readonly generics: string;
  readonly doc: string;
}

export function callOf(operation: Operation, blueprint: Blueprint): Call {
  const { api, names } = blueprint;
  const own = names.operation(operation);
  const payloads = operation.success.map((response) => payloadType(operation, response, blueprint));
  const isBinary = operation.success.some(({ content }) => content?.format === "binary");
  const hasOwn = hasOwnPayload(operation);
  // A type parameter can't be told to a declaration beside the function.
  const inPlace = [...new Set(payloads.map(({ text }) => text))].join(" | ");
  const isEmpty = payloads.every(({ text }) => text === "undefined");
  return {
    names: own,
    arguments: argumentsOf(operation, api),
    returns: {
      text: isEmpty ? "void" : hasOwn ? own.response : inPlace,
      uses: payloads.flatMap(({ uses }) => uses),
    },
    hasOwnPayload: hasOwn,
    options: optionsOf(operation, isBinary),
    generics: isBinary ? '<Form extends BinaryForm = "blob">' : "",
    doc: docText(
      [operation.summary, operation.description],
      operation.deprecated,
      insteadOf(operation, blueprint),
    ),
  };
}

/** Those of every call, and those that only some operations take. */
function optionsOf({ idempotencyHeader }: Operation, isBinary: boolean): Spelled {
  const runtime = "../runtime/operation.js";
  const parts = [
    { text: "RequestOptions", uses: useType("../runtime/client-core.js", "RequestOptions") },
    ...(idempotencyHeader === null
      ? []
      : [{ text: "WithIdempotencyKey", uses: useType(runtime, "WithIdempotencyKey") }]),
    ...(isBinary ? [{ text: "AsForm<Form>", uses: useType(runtime, "AsForm", "BinaryForm") }] : []),
  ];
  return {
    text: parts.map(({ text }) => text).join(" & "),
    uses: parts.flatMap(({ uses }) => uses),
  };
}

function insteadOf(operation: Operation, { api, names }: Blueprint): string | null {
  const placed = replacementFor(operation, api);
  if (placed === null) return null;
  const { method } = names.operation(placed.operation);
  return `Use \`${names.client.variable}.${names.resource(placed.resource).path}.${method}\` instead.`;
}

/** The section of a module that is about one operation, with what it mentions. */
export function operationView(
  operation: Operation,
  blueprint: Blueprint,
): { readonly view: OperationView; readonly uses: readonly Use[] } {
  const call = callOf(operation, blueprint);
  const failures = failuresOf(operation, blueprint);
  const data = operationDataView(operation, call.arguments, blueprint);
  const requests = requestTypes(operation, call.arguments, blueprint.names);
  const view: OperationView = {
    request: requests.length === 0 ? null : requestDeclaration(call, requests),
    response: responseDeclaration(operation, call, blueprint),
    failure: {
      doc: `What {@link ${call.names.function}} can fail with: \`switch\` on its \`status\` or its \`kind\`.`,
      text: unionAlias(call.names.error, failures.members),
    },
    data: data.view,
    signature: functionSignature(call),
  };
  const uses = [
    ...data.uses,
    ...failures.uses,
    ...call.returns.uses,
    ...requests.flatMap((request) => request.uses),
    ...runtimeUses(call),
  ];
  return { view, uses };
}

/** The function of a module; a method of a resource is made from it. */
export function functionSignature(call: Call): SignatureView {
  const { names, arguments: given, returns, generics, doc } = call;
  const parameters = ["client: ClientCore", ...parametersOf(call)];
  const result = `APIPromise<${returns.text}, ${names.error}>`;
  const isBare = given.fields.length === 0;
  return {
    doc,
    name: names.function,
    generics,
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(
      `export function ${names.function}${generics}(${parameters.join(", ")}): ${result} {`,
    ),
    calls: isBare ? "call" : "callWith",
    passes: ["client", names.data, ...(isBare ? ["optionsIn(args)"] : ["request", "options"])],
  };
}

export function methodSignature(call: Call): SignatureView {
  const { names, arguments: given, returns, generics, doc } = call;
  const parameters = parametersOf(call);
  const result = `APIPromise<${returns.text}, ${names.error}>`;
  const isBare = given.fields.length === 0;
  return {
    doc,
    name: names.method,
    generics,
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(`  ${names.method}${generics}(${parameters.join(", ")}): ${result} {`),
    calls: names.function,
    passes: ["this.#client", ...(isBare ? ["...args"] : ["request", "options"])],
  };
}

function parametersOf({ names, arguments: given, options }: Call): string[] {
  if (given.fields.length === 0) {
    return [
      options.uses.length === 1 ? "...args: OptionsOnly" : `...args: OptionsOnly<${options.text}>`,
    ];
  }
  const request = `request${given.isOptional ? "?" : ""}: ${names.request}`;
  return [request, `options?: ${options.text}`];
}

function requestDeclaration({ names }: Call, requests: readonly Spelled[]): DeclarationView {
  const text = intersectionAlias(
    names.request,
    requests.map((request) => request.text),
  );
  return { doc: `What {@link ${names.function}} takes.`, text };
}

function responseDeclaration(
  operation: Operation,
  { names, hasOwnPayload: isDeclared }: Call,
  blueprint: Blueprint,
): DeclarationView | null {
  if (!isDeclared) return null;
  const payloads = operation.success.map((response) => payloadType(operation, response, blueprint));
  const members = [...new Set(payloads.map(({ text }) => text))];
  const text =
    members.length === 1
      ? intersectionAlias(names.response, members)
      : unionAlias(names.response, members);
  return { doc: `What {@link ${names.function}} gives.`, text };
}

function runtimeUses({ arguments: given, options }: Call): Use[] {
  const isBare = given.fields.length === 0;
  const isUsual = options.uses.length === 1;
  return [
    ...useType("../runtime/api-promise.js", "APIPromise"),
    ...(isBare ? use("../runtime/call.js", "call") : use("../runtime/call-with.js", "callWith")),
    ...useType("../runtime/client-core.js", "ClientCore"),
    ...use("../runtime/operation.js", "operation"),
    ...(isBare ? useType("../runtime/client-core.js", "OptionsOnly") : []),
    ...(isBare ? use("../runtime/client-core.js", "optionsIn") : []),
    ...(isBare && isUsual ? [] : options.uses),
  ];
}
