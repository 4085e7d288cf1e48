import type { Operation } from "../../model/api.js";
import { schemesOf } from "../call/scoped-schemes.js";
import type { Blueprint } from "../output.js";
import type { AlternativesView } from "./views.js";

/** An operation's security if it differs from the document's; else `null`. */
export function ownSecurity(
  operation: Operation,
  blueprint: Pick<Blueprint, "api" | "names">,
): AlternativesView | null {
  const own = securityView(operation.security, blueprint);
  const common = securityView(blueprint.api.requirements, blueprint);
  return own.alternatives.join() === common.alternatives.join() ? null : own;
}

/** Whether the code of the alternatives names a scheme: calls that need no credential name none. */
export function namesSchemes({ alternatives }: AlternativesView): boolean {
  return alternatives.some((schemes) => schemes !== "[]");
}

/** The alternatives, each a list of constants of `src/security.ts`. */
export function securityView(
  security: Operation["security"],
  { api, names }: Pick<Blueprint, "api" | "names">,
): AlternativesView {
  const alternatives = schemesOf({ security }, api.security).map((schemes) => {
    const constants = schemes.map(({ name, scopes }) => `security.${names.scheme(name, scopes)}`);
    return `[${constants.join(", ")}]`;
  });
  return { alternatives };
}
