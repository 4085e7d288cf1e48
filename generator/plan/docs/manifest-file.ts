import type { Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { PlannedFile } from "../file.js";
import { schemaPointer } from "../output.js";
import { calleeOf, type DocsContext } from "./docs-context.js";
import { errorEntries, errorGroupLinks } from "./errors/errors-file.js";
import { guideEntries } from "./guides/guides.js";
import { modelsOf } from "./model-file.js";
import { operationGroups } from "./operation-groups.js";
import { repositoryUrl } from "./repository-url.js";

/** Everything that has a page, as data for sites, editors and other tools. */
export function manifestFile(docs: DocsContext): PlannedFile {
  const { api, names, identity, pages } = docs;
  const manifest = {
    title: api.title,
    package: identity.packageName,
    client: names.client.class,
    repository: repositoryUrl(docs.features.packageFields?.repository),
    document: documentName(docs),
    site: docs.features.site ?? {},
    guides: guideEntries("", docs).map(({ label, href, about }) => ({
      name: label,
      page: href,
      about,
    })),
    resources: api.resources.map((resource) => resourceEntry(resource, docs)),
    events: (api.webhooks?.events ?? []).map((event) => ({
      name: event.type,
      deprecated: event.deprecated !== null,
      page: pages.event(event),
      ...placeOf(event.pointer, docs),
    })),
    models: modelsOf(api).map(({ name }) => ({
      name: names.model(name).type,
      page: pages.schema(name),
      ...placeOf(schemaPointer(name), docs),
    })),
    errors: [...errorEntries("", docs), ...errorGroupLinks("", docs)].map(({ label, href }) => ({
      name: label,
      page: href,
    })),
  };
  return {
    path: "docs/manifest.json",
    from: "text",
    text: `${JSON.stringify(manifest, null, 2)}\n`,
  };
}

function resourceEntry(resource: Resource, docs: DocsContext) {
  const { names, pages } = docs;
  return {
    name: names.resource(resource).titlePath,
    page: pages.resource(resource),
    operations: operationGroups(resource).flatMap(({ title, operations }) =>
      operations.map((operation) => ({
        ...operationEntry(operation, resource, docs),
        ...(title === null ? {} : { group: title }),
      })),
    ),
  };
}

function operationEntry(operation: Operation, resource: Resource, docs: DocsContext) {
  const { names, pages, identity } = docs;
  const own = names.operation(operation);
  return {
    name: own.method,
    operationId: operation.documentedId,
    method: operation.method,
    path: operation.path,
    summary: operation.summary,
    deprecated: operation.deprecated !== null,
    call: calleeOf({ operation, resource }, docs),
    function: own.function,
    module: `${identity.packageName}/operations/${names.resource(resource).file}`,
    error: own.error,
    page: pages.operation(operation),
    ...placeOf(operation.pointer, docs),
  };
}

/** The line is `null` if the place is unknown. */
function placeOf(pointer: string, { places }: DocsContext) {
  return { pointer, line: places.get(pointer)?.line ?? null };
}

/**
 * The document's file name, without its folder, which differs between machines, and without a URL's
 * query, which may contain a key.
 */
function documentName({ places }: DocsContext): string | null {
  const [first] = places.values();
  const path = first?.file.replace(/^(https?:[^?#]*)[?#].*$/i, "$1");
  return path?.split(/[\\/]/).at(-1) ?? null;
}
