import type { ScopedScheme, SecurityScheme } from "../../model/api/security.js";
import { type Alternatives, alternativesFrom, schemesOfCalls } from "../call/security.js";
import type { TemplateFile } from "../file.js";
import { importViews, use } from "../imports.js";
import type { Blueprint } from "../output.js";
import type { AlternativesView } from "./data-views.js";
import type { SchemeView } from "./views.js";

/** The module of security schemes, one constant per scheme. */
export function securityFile(blueprint: Blueprint): TemplateFile {
  const { api } = blueprint;
  const required = schemesOfCalls(api);
  const schemes = api.security.flatMap((scheme) => {
    const own = required.filter(({ name }) => name === scheme.name);
    const unscoped = { name: scheme.name, scopes: [] };
    return distinct([unscoped, ...own]).map((scoped) => schemeView(scheme, scoped, blueprint));
  });
  return {
    path: "src/security.ts",
    from: "template",
    template: "sdk/security",
    view: {
      imports: importViews(
        api.security.flatMap((scheme) => {
          const { module, make } = factoryOf(scheme);
          return use(`./runtime/${module}.js`, make);
        }),
      ),
      schemes,
    },
  };
}

function schemeView(
  scheme: SecurityScheme,
  { name, scopes }: ScopedScheme,
  { names }: Blueprint,
): SchemeView {
  return {
    scheme: names.scheme(name, scopes),
    make: factoryOf(scheme).make,
    key: scheme.kind === "apiKey" ? scheme.key : null,
    flow: scheme.kind === "clientCredentials" ? { tokenURL: scheme.tokenURL, scopes } : null,
    sources: names.credential(name),
  };
}

/** The runtime module for a scheme, and the exported function that creates it. */
function factoryOf(scheme: SecurityScheme): { readonly module: string; readonly make: string } {
  switch (scheme.kind) {
    case "bearer":
      return { module: "bearer", make: "bearer" };
    case "basic":
      return { module: "basic", make: "basic" };
    case "clientCredentials":
      return { module: "oauth2", make: "clientCredentials" };
    case "apiKey":
      return {
        header: { module: "api-key-header", make: "apiKeyHeader" },
        query: { module: "api-key-query", make: "apiKeyQuery" },
        cookie: { module: "api-key-cookie", make: "apiKeyCookie" },
      }[scheme.in];
  }
}

function distinct(schemes: readonly ScopedScheme[]): ScopedScheme[] {
  return [...new Map(schemes.map((scheme) => [scheme.scopes.join(" "), scheme])).values()];
}

/** The security of a call if it differs from the document's; else `null`. */
export function ownSecurity(
  security: Alternatives,
  { api, names }: Pick<Blueprint, "api" | "names">,
): AlternativesView | null {
  const own = securityView(security, names);
  const common = securityView(alternativesFrom(api.requirements, api), names);
  return own.alternatives.join() === common.alternatives.join() ? null : own;
}

/** Whether the code of the alternatives names a scheme. */
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
