import type { SecurityScheme } from "../../../model/api/security.js";
import type { TemplateFile } from "../../file.js";
import { rawCode } from "../../samples/raw-code.js";
import { valueCode } from "../../samples/value-code.js";
import type { DocsContext, Placed } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import type { ReadView } from "../part-views.js";
import { firstShown } from "../snippets/first-call.js";
import { clientOptions, clientView, placeholderFor } from "../snippets/snippet-client.js";
import { readView } from "../snippets/snippets.js";
import type { CredentialView } from "./guide-views.js";

export function authenticationGuide(page: string, docs: DocsContext): TemplateFile {
  const { api, pages } = docs;
  const example = exampleCredentials(docs);
  return {
    path: page,
    from: "template",
    template: "docs/guide-authentication",
    view: {
      credentials: credentialViews(docs),
      example: example && exampleView(example, docs),
      client: clientView(docs),
      variables: (example?.credentials ?? credentialViews(docs).slice(0, 1)).map(
        ({ option, environment }) => ({ name: environment, value: placeholderFor(option) }),
      ),
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

/** An operation that requires credentials, with those of its first alternative. */
interface CredentialsExample {
  readonly placed: Placed;
  readonly credentials: readonly Pick<CredentialView, "option" | "environment">[];
}

function exampleCredentials({ api, names }: DocsContext): CredentialsExample | null {
  const placed = firstShown(api, ({ operation }) =>
    operation.security.some(({ schemes }) => schemes.length > 0),
  );
  if (placed === undefined) return null;
  const required = placed.operation.security.find(({ schemes }) => schemes.length > 0);
  const schemes = required?.schemes ?? [];
  return { placed, credentials: schemes.flatMap(({ name }) => names.credential(name)) };
}

/** A call with functions as credentials. */
function exampleView({ placed, credentials }: CredentialsExample, docs: DocsContext): ReadView {
  const options = credentials.map(({ option }) => [
    option,
    rawCode(`async () => ${JSON.stringify(placeholderFor(option))}`),
  ]);
  const { class: className, variable } = docs.names.client;
  return {
    ...readView(placed, docs),
    options: valueCode(
      { ...clientOptions(placed.operation, docs), ...Object.fromEntries(options) },
      [`const ${variable} = new ${className}(`, ");"],
    ),
  };
}
