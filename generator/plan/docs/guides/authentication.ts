import type { SecurityScheme } from "../../../model/api/security.js";
import type { TemplateFile } from "../../file.js";
import { rawCode } from "../../samples/raw-code.js";
import { valueCode } from "../../samples/value-code.js";
import type { DocsContext } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { firstShown } from "../snippets/first-call.js";
import { clientOptions, placeholderFor } from "../snippets/snippet-client.js";
import { readView } from "../snippets/snippets.js";
import type { AuthenticationView, CredentialView } from "./guide-views.js";

export function authenticationGuide(page: string, docs: DocsContext): TemplateFile {
  const { api, pages } = docs;
  return {
    path: page,
    from: "template",
    template: "docs/guide-authentication",
    view: {
      credentials: credentialViews(docs),
      example: exampleView(docs),
      hasTokens: api.security.some(({ kind }) => kind === "clientCredentials"),
      invalidRequest: linkFrom(page, pages.sdkError("InvalidRequestError")),
    },
  };
}

/** The client's credential options for the document's schemes. */
export function credentialViews({ api, names }: DocsContext): CredentialView[] {
  return api.security.flatMap((scheme) =>
    names.credential(scheme.name).map(({ option, environment }, index) => ({
      option,
      environment,
      sentAs: sentAs(scheme, index),
      key: scheme.kind === "apiKey" ? scheme.key : null,
      format: scheme.kind === "bearer" ? scheme.format : null,
      description: scheme.description,
    })),
  );
}

/** @param index the position among the scheme's credentials. */
function sentAs(scheme: SecurityScheme, index: number): string {
  switch (scheme.kind) {
    case "bearer":
      return "a bearer token";
    case "basic":
      return `the ${index === 0 ? "username" : "password"} of basic authentication`;
    case "clientCredentials":
      return `the client's ${index === 0 ? "id" : "secret"}, exchanged for a token`;
    case "apiKey":
      return { header: "the header", query: "the query parameter", cookie: "the cookie" }[
        scheme.in
      ];
  }
}

/** A call with functions as credentials, for an operation that requires some. */
function exampleView(docs: DocsContext): AuthenticationView["example"] {
  const { names } = docs;
  const placed = firstShown(docs.api, ({ operation }) =>
    operation.security.some(({ schemes }) => schemes.length > 0),
  );
  if (placed === undefined) return null;
  const schemes = placed.operation.security.find((each) => each.schemes.length > 0)?.schemes ?? [];
  const options = schemes
    .flatMap(({ name }) => names.credential(name))
    .map(({ option }) => [
      option,
      rawCode(`async () => ${JSON.stringify(placeholderFor(option))}`),
    ]);
  const { class: className, variable } = names.client;
  return {
    ...readView(placed, docs),
    options: valueCode(
      { ...clientOptions(placed.operation, docs), ...Object.fromEntries(options) },
      [`const ${variable} = new ${className}(`, ");"],
    ),
  };
}
