import { fits } from "../types/line-breaks.js";
import { type CallTypes, hasUsualOptions, promiseType } from "./call-types.js";
import type { SignatureView } from "./views.js";

/** The signature of a standalone function. Methods of resources call these functions. */
export function functionSignature(call: CallTypes): SignatureView {
  const { names, isBare, item, generics, doc } = call;
  const parameters = ["client: ClientCore", ...parametersOf(call)];
  const result = promiseType(call);
  const bare = item === null ? [] : ["undefined"];
  return {
    doc,
    name: names.function,
    generics,
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(
      `export function ${names.function}${generics}(${parameters.join(", ")}): ${result} {`,
    ),
    calls: item === null ? (isBare ? "call" : "callWith") : "paged",
    passes: [
      "client",
      names.data,
      ...(item === null ? [] : [names.pages]),
      ...(isBare ? [...bare, "optionsIn(args)"] : ["request", "options"]),
    ],
  };
}

export function methodSignature(call: CallTypes): SignatureView {
  const { names, isBare, generics, doc } = call;
  const parameters = parametersOf(call);
  const result = promiseType(call);
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

function parametersOf(call: CallTypes): string[] {
  const { names, isBare, isRequestOptional, options } = call;
  if (isBare) {
    return [
      hasUsualOptions(call) ? "...args: OptionsOnly" : `...args: OptionsOnly<${options.text}>`,
    ];
  }
  const request = `request${isRequestOptional ? "?" : ""}: ${names.request}`;
  return [request, `options?: ${options.text}`];
}
