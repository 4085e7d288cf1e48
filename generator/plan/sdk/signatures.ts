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
    generics: genericsText(generics, "", `export function ${names.function}`),
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(
      `export function ${names.function}${oneLine(generics)}(${parameters.join(", ")}): ${result} {`,
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
    generics: genericsText(generics, "  ", `  ${names.method}`),
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(`  ${names.method}${oneLine(generics)}(${parameters.join(", ")}): ${result} {`),
    calls: names.function,
    passes: ["this.#client", ...(isBare ? ["...args"] : ["request", "options"])],
  };
}

function oneLine(generics: readonly string[]): string {
  return generics.length === 0 ? "" : `<${generics.join(", ")}>`;
}

/** The type parameters on one line, or on a line each if they are too long for one. */
function genericsText(generics: readonly string[], margin: string, before: string): string {
  const line = oneLine(generics);
  if (fits(`${before}${line}(`)) return line;
  return `<\n${generics.map((each) => `${margin}  ${each},\n`).join("")}${margin}>`;
}

function parametersOf({ isBare, isRequestOptional, request: type, options }: CallTypes): string[] {
  if (isBare) {
    return [
      options.uses.length === 1 ? "...args: OptionsOnly" : `...args: OptionsOnly<${options.text}>`,
    ];
  }
  const request = `request${isRequestOptional ? "?" : ""}: ${type}`;
  return [request, `options?: ${options.text}`];
}
