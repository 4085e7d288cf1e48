import { type Alternatives, alternativesFrom } from "../call/security.js";
import type { Blueprint } from "../output.js";
import type { AlternativesView } from "./views.js";

/** The security of a call if it differs from the document's; else `null`. */
export function ownSecurity(
  security: Alternatives,
  { api, names }: Pick<Blueprint, "api" | "names">,
): AlternativesView | null {
  const own = securityView(security, names);
  const common = securityView(alternativesFrom(api.requirements, api), names);
  return own.alternatives.join() === common.alternatives.join() ? null : own;
}

/** Whether the code of the alternatives names a scheme: calls that need no credential name none. */
export function namesSchemes({ alternatives }: AlternativesView): boolean {
  return alternatives.some((schemes) => schemes !== "[]");
}

/** The alternatives, each a list of constants of `src/security.ts`. */
export function securityView(security: Alternatives, names: Blueprint["names"]): AlternativesView {
  const alternatives = security.map((schemes) => {
    const constants = schemes.map(({ name, scopes }) => `security.${names.scheme(name, scopes)}`);
    return `[${constants.join(", ")}]`;
  });
  return { alternatives };
}
