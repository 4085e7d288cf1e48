import type { Api, NamedError, Resource } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import type { NamedSchema } from "../../model/api/schema.js";
import { schemaFinder } from "../../model/schema/find-schema.js";
import { statusText } from "../../model/statuses.js";
import type { Argument } from "../call/arguments.js";
import { type Call, callFrom } from "../call/call.js";
import type { Streaming } from "../call/streaming.js";
import type { Walk } from "../call/walk.js";
import type { Blueprint } from "../output.js";
import { propertyKey, typeText } from "../types/type-text.js";
import { typesOf } from "../types/types.js";
import { directionsOf } from "./directions.js";
import { headerLines } from "./headers.js";
import { mediaTypeLines } from "./media-types.js";
import { fieldStep, joined, linesOf, reportTypeNames, type TypeNameOf } from "./shape.js";
import type { Direction, Entry, Line, Surface } from "./surface.js";
import { visibleEntry, word } from "./surface-text.js";
import { documentSchemas, webhookEntries } from "./webhooks.js";

/** A blueprint and the names of its schemas. */
interface ReportContext extends Blueprint {
  readonly typeNameOf: TypeNameOf;
}

/** The surface of the package that an API becomes, in the document's order. */
export function surfaceOf(blueprint: Blueprint): Surface {
  const { api, identity } = blueprint;
  const directions = directionsOf(api);
  const context = { ...blueprint, typeNameOf: typeNames(blueprint) };
  return {
    packageName: identity.packageName,
    version: identity.version,
    entries: [
      clientEntry(context),
      ...api.resources.flatMap((resource) =>
        resource.operations.map((operation) => operationEntry(operation, resource, context)),
      ),
      ...api.errors.map((error) => errorEntry(error, context)),
      ...webhookEntries(context, context.typeNameOf),
      ...documentSchemas(api.schemas, api.webhooks).map((model) =>
        modelEntry(model, directions(model.name), context),
      ),
    ].map(visibleEntry),
  };
}

function clientEntry({ api, names }: ReportContext): Entry {
  const servers = api.servers.map(({ name, url }, index) => {
    const path = index === 0 ? "" : joined("", fieldStep(name ?? String(index)));
    return plain("server", path, [JSON.stringify(url)]);
  });
  const credentials = api.security.flatMap((scheme) =>
    names.credential(scheme.name).map(({ option }) => ({
      ...plain("credential", option, [scheme.kind]),
      required: false,
    })),
  );
  return {
    kind: "client",
    name: names.client.class,
    about: "",
    deprecated: false,
    lines: [...servers, ...credentials, ...policyLines(api)],
  };
}

function operationEntry(operation: Operation, resource: Resource, context: ReportContext): Entry {
  const { api, names, typeNameOf } = context;
  const own = names.operation(operation);
  const { method, path } = operation;
  const call = callFrom(operation, api);
  return {
    kind: "operation",
    name: `${names.resource(resource).path}.${own.method}`,
    about: `${own.function} ${method.toUpperCase()} ${path}`,
    deprecated: operation.deprecated !== null,
    lines: [
      plain("security", "", requirementsOf(call, context)),
      ...scopeLines(operation, context),
      ...policyLines(call.options),
      ...argumentLines(call, api, typeNameOf),
      ...resultLines(call, typeNameOf),
      ...(call.walk === null ? [] : [pagesLine(call.walk)]),
      ...mediaTypeLines(call, api, typeNameOf),
      ...call.failures.map(({ status, error }) =>
        plain("failure", statusText(status), [
          error === null ? "SDKError" : names.error({ name: error }).class,
        ]),
      ),
      ...headerLines(operation, typeNameOf),
    ],
  };
}

function argumentLines(call: Call, api: Api, typeNameOf: TypeNameOf): Line[] {
  const { fields, files } = call.arguments;
  return fields.flatMap((field) => {
    const path = joined("", fieldStep(field.key));
    const type = argumentType(field, files, api, typeNameOf);
    if (type === null) return linesOf("argument", path, field, "argument", typeNameOf);
    const { required, deprecated } = field;
    return [{ ...plain("argument", path, [type]), required, deprecated: deprecated !== null }];
  });
}

/** The type of an argument that isn't a value of its schema: text, bytes, or a file. */
function argumentType(
  { name, payload }: Argument,
  files: readonly string[],
  api: Api,
  typeNameOf: TypeNameOf,
): string | null {
  switch (payload.kind) {
    case "text":
      return "string";
    case "bytes":
      return "BinaryInput";
    case "stream":
      return `ItemsInput<${typeText(typesOf(api).typeOf(payload.stream.item), reportTypeNames(typeNameOf))}>`;
    case "value": {
      if (!payload.isMultipart || !files.includes(name)) return null;
      const type = typesOf(api).typeOf(payload.schema, "multipart");
      return typeText(type, reportTypeNames(typeNameOf));
    }
    case "nothing":
      return null;
  }
}

function resultLines({ results, streaming }: Call, typeNameOf: TypeNameOf): Line[] {
  const payloads = [...results, ...(streaming?.results ?? [])].map(({ payload }) => payload);
  const stream = payloads.find((payload) => payload.kind === "stream")?.stream;
  return [
    ...results.flatMap((result) => resultLine(result, typeNameOf)),
    ...(streaming ? [streamLine(streaming)] : []),
    ...(stream
      ? linesOf("item", "stream[]", { ...unmarked, schema: stream.item }, "field", typeNameOf)
      : []),
  ];
}

const unmarked = { required: true, deprecated: null } as const;

/** What chooses the stream of an operation that has another result, too. */
function streamLine({ field, isDefault }: Streaming): Line {
  const choice = `${propertyKey(field.key)}: true`;
  return plain("stream", "", [isDefault ? `${choice}, the default` : choice]);
}

function resultLine({ status, payload }: Call["results"][number], typeNameOf: TypeNameOf): Line[] {
  const path = statusText(status);
  if (payload.kind === "value") {
    return linesOf("result", path, { ...unmarked, schema: payload.schema }, "field", typeNameOf);
  }
  const types = { nothing: "void", text: "string", bytes: "Blob", stream: "EventStream" } as const;
  return [plain("result", path, [types[payload.kind]])];
}

/** The paging details on which stored positions and loops over items depend. */
function pagesLine({ paging, position }: Walk): Line {
  const by = position === null ? paging.kind : `${paging.kind} ${position.join(".")}`;
  const items = paging.items.length === 0 ? "the result" : paging.items.join(".");
  return plain("pages", "", [`by ${by}, items in ${items}`]);
}

/** The alternatives of credentials that a call needs. */
function requirementsOf({ security }: Call, { names }: ReportContext): string[] {
  const printed = security.map((schemes) =>
    schemes
      .flatMap(({ name }) => names.credential(name))
      .map(({ option }) => option)
      .join(" & "),
  );
  return printed.length === 0 ? ["none"] : printed.map((schemes) => schemes || "none");
}

/** The scopes of each credential, from all alternatives that include it. */
function scopeLines({ security }: Operation, { names }: ReportContext): Line[] {
  const scopes = new Map<string, Set<string>>();
  for (const { name, scopes: requiredScopes } of security.flatMap(({ schemes }) => schemes)) {
    if (requiredScopes.length > 0)
      scopes.set(name, new Set([...(scopes.get(name) ?? []), ...requiredScopes]));
  }
  return [...scopes].flatMap(([name, requiredScopes]) =>
    names
      .credential(name)
      .slice(0, 1)
      .map(({ option }) =>
        plain(
          "scopes",
          option,
          [...requiredScopes].sort().map((scope) => JSON.stringify(scope)),
        ),
      ),
  );
}

/** The retry policy and time limit that the document sets for all calls or for an operation. */
function policyLines({ retries, timeoutMs }: Pick<Api, "retries" | "timeoutMs">): Line[] {
  return [
    ...(retries === null ? [] : [plain("retries", "", [JSON.stringify(retries)])]),
    ...(timeoutMs === null ? [] : [plain("timeout", "", [String(timeoutMs)])]),
  ];
}

function errorEntry(error: NamedError, { names, typeNameOf }: ReportContext): Entry {
  const typed = { schema: error.schema, required: true, deprecated: null };
  return {
    kind: "error",
    name: names.error(error).class,
    about: "",
    deprecated: false,
    lines: linesOf("type", "", typed, "field", typeNameOf),
  };
}

function modelEntry(
  { name, schema }: NamedSchema,
  direction: Direction,
  { names, typeNameOf }: ReportContext,
): Entry {
  const typed = { schema, required: true, deprecated: null };
  return {
    kind: "model",
    name: names.model(name).type,
    about: direction,
    deprecated: schema.deprecated !== null,
    lines: linesOf("type", "", typed, "field", typeNameOf).filter(isInformative),
  };
}

/** Whether a line adds information. That a model with fields is an object is obvious. */
function isInformative({ kind, type, facts }: Line): boolean {
  return kind !== "type" || facts.length > 0 || type.some((member) => member.kind !== "object");
}

/** A reference may have no target in the document. */
function typeNames({ api, names }: Blueprint): TypeNameOf {
  const find = schemaFinder(api.schemas);
  return (name) => (find(name) === undefined ? "unknown" : names.model(name).type);
}

function plain(kind: Line["kind"], path: string, words: readonly string[]): Line {
  return { kind, path, required: true, deprecated: false, type: words.map(word), facts: [] };
}
