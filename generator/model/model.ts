import type { Document, Place } from "../read/document/document.js";
import { isWeb } from "../text.js";
import type { Api, Contact } from "./api/api.js";
import { extensionProblems } from "./check-extensions.js";
import { errorsFrom } from "./errors.js";
import { retriesOf, timeoutOf } from "./extensions.js";
import type { ModelSettings } from "./model-settings.js";
import { childOf, type ModelContext, textIn } from "./node.js";
import { operationsFrom } from "./operations.js";
import { withPaging } from "./paging/paging.js";
import { schemaLookup } from "./paging/result-schema.js";
import { defaultPaging } from "./paging/settings.js";
import { withoutUnnamedForms } from "./request-forms.js";
import { resourcesFrom } from "./resources.js";
import { namedSchemasFrom } from "./schema/schemas.js";
import { requirementsFrom, securitySchemesFrom } from "./security.js";
import { serversFrom } from "./servers.js";
import { withStreaming } from "./streams/streaming.js";
import { webhooksFrom } from "./webhooks/webhooks.js";

/** The model of a document. What can't be understood is left out and reported as a problem. */
export function apiFrom(
  document: Document,
  { paging = defaultPaging, streaming = {}, webhooks = {} }: ModelSettings = {},
): Api {
  const problems = extensionProblems(document);
  const context: ModelContext = { document, report: (problem) => problems.push(problem) };
  const root = { node: document, pointer: "" };
  const info = childOf(context, root, "info");
  const license = info && childOf(context, info, "license");
  const docs = childOf(context, root, "externalDocs");
  const security = securitySchemesFrom(context, root);
  const modeled = operationsFrom(context, root, security);
  const named = namedSchemasFrom(context);
  const lookup = schemaLookup(named);
  const streamed = withStreaming(modeled, context, lookup, streaming);
  const paged = withPaging(streamed, context, root, lookup, paging);
  const { operations: placed, schemas } = withoutUnnamedForms(document, {
    operations: paged,
    schemas: named,
  });
  const operations = placed.map(({ operation }) => operation);
  const events = webhooksFrom(context, root, schemas, webhooks);
  return {
    title: (info && textIn(info.node, "title")) ?? "API",
    version: (info && textIn(info.node, "version")) ?? "0.0.0",
    description: info && textIn(info.node, "description"),
    license: license && (textIn(license.node, "identifier") ?? textIn(license.node, "name")),
    contact: contactFrom(info && childOf(context, info, "contact")),
    homepage: docs && webAddressIn(docs),
    servers: serversFrom(context, root),
    security,
    requirements: requirementsFrom(root, root, security),
    retries: retriesOf(document),
    timeoutMs: timeoutOf(document),
    resources: resourcesFrom(context, root, placed),
    operations,
    schemas: [...schemas, ...events.schemas],
    webhooks: events.webhooks,
    errors: errorsFrom(operations),
    problems,
  };
}

/** A contact without a name is ignored. */
function contactFrom(contact: Place | null): Contact | null {
  if (contact === null) return null;
  const name = textIn(contact.node, "name");
  if (name === null) return null;
  const [email, url] = [textIn(contact.node, "email"), webAddressIn(contact)];
  return { name, ...(email ? { email } : {}), ...(url ? { url } : {}) };
}

/** The `url` of a part. Registries and editors link to it, so that it may not be a `javascript:` URL. */
function webAddressIn({ node }: Place): string | null {
  const url = textIn(node, "url");
  return url !== null && isWeb(url) ? url : null;
}
