import type { Operation } from "../../../model/api/operation.js";
import type { Server } from "../../../model/api/server.js";
import { callFrom } from "../../call/call.js";
import { pathOnHost, serverOf, withDefaults } from "../../call/servers.js";
import { constantCase } from "../../names/words.js";
import { sampleField } from "../../samples/sample.js";
import { valueCode } from "../../samples/value-code.js";
import type { DocsContext } from "../docs-context.js";
import type { ClientView } from "../guides/guide-views.js";

/** The code after the argument of a call, on the same line. */
export const endOfCall = ");";

export function clientOf(operation: Operation, docs: DocsContext, className: string) {
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
  if (server === undefined) return false;
  const hasDefaults = server.variables.every((variable) => variable.default !== null);
  return hasDefaults && /^https?:\/\//i.test(withDefaults(server));
}

/** The names that a program needs to create a client. */
export function clientView({ identity, names }: DocsContext): ClientView {
  const { class: className, variable } = names.client;
  return { packageName: identity.packageName, class: className, variable };
}
