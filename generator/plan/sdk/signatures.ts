import { type Use, use, useType } from "../imports.js";
import { fits } from "../types/type-text.js";
import type { CallTypes } from "./call-types.js";
import type { OverloadView, SendingView, SignatureView } from "./views.js";

/** The promise that a call returns. */
function promiseType({ returns, item, names }: CallTypes): string {
  return item === null
    ? `APIPromise<${returns.text}, ${names.error}>`
    : `Paged<${returns.text}, ${item.text}, ${names.error}>`;
}

/** The imports of the promise that a call returns. */
function promiseUse({ item }: CallTypes): Use[] {
  return item === null
    ? useType("../runtime/api-promise.js", "APIPromise")
    : [...useType("../runtime/paged.js", "Paged"), ...item.uses];
}

/** Whether a call takes only the options that every call has. */
function hasCommonOptions({ options }: CallTypes): boolean {
  return options.text === "RequestOptions";
}

function overloadViews(
  { overloads, names, doc }: CallTypes,
  start: string,
  first: readonly string[],
): OverloadView[] {
  const margin = start.startsWith(" ") ? "  " : "";
  return overloads.map((overload) => {
    const request = `request${overload.isRequestOptional ? "?" : ""}: ${overload.request}`;
    const parameters = [...first, request, `options?: ${overload.options}`];
    const returns = `APIPromise<${overload.returns}, ${names.error}>`;
    return {
      doc,
      head: `${start}${genericsText(overload.generics, margin, start)}`,
      parameters,
      returns,
    };
  });
}

/** The signature of a standalone function. */
export function functionSignature(call: CallTypes): SignatureView {
  const { names, generics, doc } = call;
  const parameters = ["client: ClientCore", ...parametersOf(call)];
  const result = promiseType(call);
  return {
    overloads: overloadViews(call, `export function ${names.function}`, ["client: ClientCore"]),
    doc: call.overloads.length > 0 ? "" : doc,
    name: names.function,
    generics: genericsText(generics, "", `export function ${names.function}`),
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(
      `export function ${names.function}${oneLine(generics)}(${parameters.join(", ")}): ${result} {`,
    ),
    sending: sendingView("client", call, "  "),
  };
}

/**
 * The signature of a method. It sends its request itself, so that a bundle of the class doesn't
 * contain the functions.
 */
export function methodSignature(call: CallTypes): SignatureView {
  const { names, generics, doc } = call;
  const parameters = parametersOf(call);
  const result = promiseType(call);
  return {
    overloads: overloadViews(call, `  ${names.method}`, []),
    doc: call.overloads.length > 0 ? "" : doc,
    name: names.method,
    generics: genericsText(generics, "  ", `  ${names.method}`),
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(`  ${names.method}${oneLine(generics)}(${parameters.join(", ")}): ${result} {`),
    sending: sendingView("this.#client", call, "    "),
  };
}

/** The function of the runtime that sends the request, and its arguments. */
function sendingView(
  client: string,
  { names, hasNoRequest, item }: CallTypes,
  margin: string,
): SendingView {
  const calls = item === null ? (hasNoRequest ? "call" : "callWith") : "paged";
  const passes = [
    client,
    names.data,
    ...(item === null ? [] : [names.pages, ...(hasNoRequest ? ["undefined"] : [])]),
    ...(hasNoRequest ? ["optionsIn(args)"] : ["request", "options"]),
  ];
  return { calls, passes, fits: fits(`${margin}return ${calls}(${passes.join(", ")});`) };
}

/**
 * The imports with which functions and methods send requests.
 *
 * @param file the name of the resource's modules.
 */
export function sendingUses(types: CallTypes, file: string): Use[] {
  const { names, hasNoRequest, item, options } = types;
  const call = hasNoRequest
    ? use("../runtime/call.js", "call")
    : use("../runtime/call-with.js", "callWith");
  return [
    ...promiseUse(types),
    ...use(`../data/${file}.js`, names.data, ...(item === null ? [] : [names.pages])),
    ...(item === null ? call : use("../runtime/paged.js", "paged")),
    ...useType("../runtime/client-core.js", "ClientCore"),
    ...(hasNoRequest ? useType("../runtime/client-core.js", "OptionsOnly") : []),
    ...(hasNoRequest ? use("../runtime/client-core.js", "optionsIn") : []),
    ...(hasNoRequest && hasCommonOptions(types) ? [] : options.uses),
  ];
}

function oneLine(generics: readonly string[]): string {
  return generics.length === 0 ? "" : `<${generics.join(", ")}>`;
}

/** The type parameters on one line, or on a line each if they are too long for one. */
function genericsText(generics: readonly string[], margin: string, before: string): string {
  const line = oneLine(generics);
  if (line === "" || fits(`${before}${line}(`)) return line;
  return `<\n${generics.map((each) => `${margin}  ${each},\n`).join("")}${margin}>`;
}

function parametersOf(call: CallTypes): string[] {
  const { hasNoRequest, isRequestOptional, request: type, options } = call;
  if (hasNoRequest) {
    return [
      hasCommonOptions(call) ? "...args: OptionsOnly" : `...args: OptionsOnly<${options.text}>`,
    ];
  }
  const request = `request${isRequestOptional ? "?" : ""}: ${type}`;
  return [request, `options?: ${options.text}`];
}
