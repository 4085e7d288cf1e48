import { fits } from "../types/line-breaks.js";
import type { CallTypes } from "./call-types.js";
import type { SignatureView } from "./views.js";

/** The signature of a standalone function. Methods of resources call these functions. */
export function functionSignature(call: CallTypes): SignatureView {
  const { names, isBare, returns, generics, doc } = call;
  const parameters = ["client: ClientCore", ...parametersOf(call)];
  const result = `APIPromise<${returns.text}, ${names.error}>`;
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

export function methodSignature(call: CallTypes): SignatureView {
  const { names, isBare, returns, generics, doc } = call;
  const parameters = parametersOf(call);
  const result = `APIPromise<${returns.text}, ${names.error}>`;
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

function parametersOf({ names, isBare, isRequestOptional, options }: CallTypes): string[] {
  if (isBare) {
    return [
      options.uses.length === 1 ? "...args: OptionsOnly" : `...args: OptionsOnly<${options.text}>`,
    ];
  }
  const request = `request${isRequestOptional ? "?" : ""}: ${names.request}`;
  return [request, `options?: ${options.text}`];
}
