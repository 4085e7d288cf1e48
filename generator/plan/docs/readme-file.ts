import type { Operation, Resource, SecurityScheme, Server } from "../../model/api.js";
import { argumentsOf } from "../arguments.js";
import type { TemplateFile } from "../file.js";
import { calledServers, isRelative, variablesOf } from "../servers.js";
import { userAgentOf } from "../user-agent.js";
import { errorEntries } from "./error-entries.js";
import { linkFrom, readmePage } from "./pages.js";
import type { NarrowingView, TunedView } from "./part-views.js";
import type { CredentialView, ResourceLinksView, RetriesView, ServerView } from "./readme-views.js";
import { type Placed, placedOperations, type Reference } from "./reference.js";
import { hasServer, outcomeSnippetView, snippetView, standaloneView } from "./snippets.js";
import { settingViews } from "./terms.js";

/** The package's front page. */
export function readmeFile(reference: Reference): TemplateFile {
  const { api, names, identity } = reference;
  const operations = placedOperations(api).filter(({ operation }) => !operation.deprecated);
  const first = firstToShow(operations) ?? placedOperations(api)[0];
  const failing = failingOperation(operations) ?? first;
  const called = calledServers(api);
  const variables = variablesOf(called);
  return {
    path: readmePage,
    from: "template",
    template: "docs/readme",
    view: {
      title: api.title,
      description: api.description,
      packageName: identity.packageName,
      class: names.client.class,
      optionsType: names.client.options,
      baseError: names.client.baseError,
      variable: names.client.variable,
      first: first ? snippetView(first, reference) : null,
      credentials: api.security.flatMap((scheme) => credentialViews(scheme, reference)),
      failing: failing ? failingView(failing, reference) : null,
      standalone: failing ? standaloneView(failing, reference) : null,
      tuned: first ? tunedView(first, reference) : null,
      retries: retriesView(reference),
      servers: api.servers.map((server, index) => serverView(server, index)),
      isChosen: api.servers.length > 1,
      hasVariables: variables.length > 0,
      variables,
      isRelative: called.some(isRelative),
      userAgent: userAgentOf(identity),
      hasTokens: api.security.some(({ kind }) => kind === "clientCredentials"),
      hasKeys: placedOperations(api).some(({ operation }) => operation.idempotencyHeader !== null),
      hasBinary: placedOperations(api).some(({ operation }) => givesBinary(operation)),
      hasServer: hasServer(api),
      resources: api.resources.map((resource) => resourceLinks(resource, reference)),
      errors: errorEntries(readmePage, reference),
    },
  };
}

function firstToShow(operations: readonly Placed[]): Placed | undefined {
  return operations.find(({ operation }) => operation.isFeatured) ?? operations[0];
}

/** An operation whose documented failures show how errors are told apart: a 404 is known to everyone. */
function failingOperation(operations: readonly Placed[]): Placed | undefined {
  return (
    operations.find(({ operation }) => classedCodes(operation).includes(404)) ??
    operations.find(({ operation }) => classedCodes(operation).length > 0)
  );
}

function failingView(placed: Placed, reference: Reference): NarrowingView {
  const codes = classedCodes(placed.operation);
  const status = codes.find((code) => code === 404) ?? codes[0];
  return {
    ...outcomeSnippetView(placed, reference),
    statuses: status === undefined ? [] : [status],
  };
}

/** The codes that are documented with a payload. */
function classedCodes({ errors }: Operation): number[] {
  return errors.flatMap(({ status, error }) =>
    status.kind === "code" && error !== null ? [status.code] : [],
  );
}

function credentialViews(scheme: SecurityScheme, { names }: Reference): CredentialView[] {
  return names.credential(scheme.name).map(({ option, environment }, index) => ({
    option,
    environment,
    sentAs: sentAs(scheme, index),
    key: scheme.kind === "apiKey" ? scheme.key : null,
    format: scheme.kind === "bearer" ? scheme.format : null,
    description: scheme.description,
  }));
}

/** @param index which of the scheme's credentials it is. */
function sentAs(scheme: SecurityScheme, index: number): string {
  switch (scheme.kind) {
    case "bearer":
      return "a bearer token";
    case "basic":
      return `the ${index === 0 ? "username" : "password"} of basic authentication`;
    case "clientCredentials":
      return `the client's ${index === 0 ? "id" : "secret"}, for which a token is got`;
    case "apiKey":
      return { header: "the header", query: "the query parameter", cookie: "the cookie" }[
        scheme.in
      ];
  }
}

function serverView({ name, url, description }: Server, index: number): ServerView {
  return { index, name, url, description };
}

function givesBinary({ success }: Operation): boolean {
  return success.some(({ content }) => content?.format === "binary");
}

function resourceLinks(resource: Resource, { names, pages }: Reference): ResourceLinksView {
  return {
    label: names.resource(resource).trail,
    href: linkFrom(readmePage, pages.resource(resource)),
    operations: resource.operations
      .filter(({ deprecated }) => deprecated === null)
      .map((operation) => ({
        label: names.operation(operation).method,
        href: linkFrom(readmePage, pages.operation(operation)),
      })),
  };
}

/** A call with options, the argument before them. */
function tunedView(placed: Placed, reference: Reference): TunedView {
  const { argument, ...snippet } = snippetView(
    placed,
    reference,
    ", { timeoutMs: 5_000, signal });",
  );
  const isBare = argumentsOf(placed.operation, reference.api).fields.length === 0;
  const leading = argument === "" && isBare ? "" : `${argument || "{}"}, `;
  return { ...snippet, leading };
}

function retriesView({ api }: Reference): RetriesView {
  return {
    isDocumented: api.retries !== null,
    isOff: api.retries?.strategy === "none",
    settings: settingViews(api.retries),
  };
}
