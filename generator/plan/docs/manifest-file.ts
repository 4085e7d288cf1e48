import type { Operation, Resource } from "../../model/api.js";
import type { PlannedFile } from "../file.js";
import { schemaPointer } from "../output.js";
import { calleeOf, type DocsContext } from "./docs-context.js";
import { errorEntries, errorGroupLinks } from "./errors-file.js";
import { guideEntries } from "./guides/guides.js";
import { modelsOf } from "./model-file.js";
import { operationGroups } from "./operation-groups.js";
import { repositoryUrl } from "./repository-url.js";

/** Everything that has a page, as data for sites, editors and other tools. */
export function manifestFile(reference: DocsContext): PlannedFile {
  const { api, names, identity, pages } = reference;
  const manifest = {
    title: api.title,
    package: identity.packageName,
    client: names.client.class,
    repository: repositoryUrl(reference.features.packageFields?.repository),
    document: documentName(reference),
    site: reference.features.site ?? {},
    guides: guideEntries("", reference).map(({ label, href }) => ({ name: label, page: href })),
    resources: api.resources.map((resource) => resourceEntry(resource, reference)),
    events: (api.webhooks?.events ?? []).map((event) => ({
      name: event.type,
      deprecated: event.deprecated !== null,
      page: pages.event(event),
      ...placeOf(event.pointer, reference),
    })),
    models: modelsOf(api).map(({ name }) => ({
      name: names.model(name).type,
      page: pages.schema(name),
      ...placeOf(schemaPointer(name), reference),
    })),
    errors: [...errorEntries("", reference), ...errorGroupLinks("", reference)].map(
      ({ label, href }) => ({ name: label, page: href }),
    ),
  };
  return {
    path: "docs/manifest.json",
    from: "text",
    text: `${JSON.stringify(manifest, null, 2)}\n`,
  };
}

function resourceEntry(resource: Resource, reference: DocsContext) {
  const { names, pages } = reference;
  return {
    name: names.resource(resource).titlePath,
    page: pages.resource(resource),
    operations: operationGroups(resource).flatMap(({ title, operations }) =>
      operations.map((operation) => ({
        ...operationEntry(operation, resource, reference),
        ...(title === null ? {} : { group: title }),
      })),
    ),
  };
}

function operationEntry(operation: Operation, resource: Resource, reference: DocsContext) {
  const { names, pages, identity } = reference;
  const own = names.operation(operation);
  return {
    name: own.method,
    operationId: operation.documentedId,
    method: operation.method,
    path: operation.path,
    deprecated: operation.deprecated !== null,
    call: calleeOf({ operation, resource }, reference),
    function: own.function,
    module: `${identity.packageName}/operations/${names.resource(resource).file}`,
    error: own.error,
    page: pages.operation(operation),
    ...placeOf(operation.pointer, reference),
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
