import type { Api, NamedError, NamedSchema, Operation, Resource } from "../../model/api.js";
import { schemaFinder } from "../../model/schema/find-schema.js";
import { statusText } from "../../model/statuses.js";
import type { Argument } from "../call/arguments.js";
import { type Call, callFrom } from "../call/call.js";
import type { Streaming } from "../call/streaming.js";
import type { Walk } from "../call/walk.js";
import type { Blueprint } from "../output.js";
import { propertyKey, typeText } from "../types/type-text.js";
import { typesOf } from "../types/types.js";
import { headerLines } from "./headers.js";
import { mediaTypeLines } from "./media-types.js";
import { joined, linesOf, type SpellName, spellingOf, step } from "./shape.js";
import { sidesOf } from "./sides.js";
import type { Entry, Line, Side, Surface } from "./surface.js";
import { visibleEntry, word } from "./surface-text.js";
import { documentSchemas, webhookEntries } from "./webhooks.js";

/** A blueprint and the names of its schemas. */
interface Terms extends Blueprint {
  readonly spell: SpellName;
}

/** The surface of the package that an API becomes, in the document's order. */
export function surfaceOf(blueprint: Blueprint): Surface {
  const { api, identity } = blueprint;
  const sides = sidesOf(api);
  const context = { ...blueprint, spell: speller(blueprint) };
  return {
    packageName: identity.packageName,
    version: identity.version,
    entries: [
      clientEntry(context),
      ...api.resources.flatMap((resource) =>
        resource.operations.map((operation) => operationEntry(operation, resource, context)),
      ),
      ...api.errors.map((error) => errorEntry(error, context)),
      ...webhookEntries(context, context.spell),
      ...documentSchemas(api.schemas, api.webhooks).map((model) =>
        modelEntry(model, sides(model.name), context),
      ),
    ].map(visibleEntry),
  };
}

function clientEntry({ api, names }: Terms): Entry {
  const servers = api.servers.map(({ name, url }, index) => {
    const path = index === 0 ? "" : joined("", step(name ?? String(index)));
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
    lines: [...servers, ...credentials, ...courseLines(api)],
  };
}

function operationEntry(operation: Operation, resource: Resource, context: Terms): Entry {
  const { api, names, spell } = context;
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
      ...courseLines(call.options),
      ...argumentLines(call, api, spell),
      ...resultLines(call, spell),
      ...(call.walk === null ? [] : [pagesLine(call.walk)]),
      ...mediaTypeLines(call, api, spell),
      ...call.failures.map(({ status, error }) =>
        plain("failure", statusText(status), [
          error === null ? "SDKError" : names.error({ name: error }).class,
        ]),
      ),
      ...headerLines(operation, spell),
    ],
  };
}

function argumentLines(call: Call, api: Api, spell: SpellName): Line[] {
  const { fields, files } = call.arguments;
  return fields.flatMap((field) => {
    const path = joined("", step(field.key));
    const type = argumentType(field, files, api, spell);
    if (type === null) return linesOf("argument", path, field, "argument", spell);
    const { required, deprecated } = field;
    return [{ ...plain("argument", path, [type]), required, deprecated: deprecated !== null }];
  });
}

/** The type of an argument that isn't a value of its schema: text, bytes, or a file. */
function argumentType(
  { name, payload }: Argument,
  files: readonly string[],
  api: Api,
  spell: SpellName,
): string | null {
  switch (payload.kind) {
    case "text":
      return "string";
    case "bytes":
      return "BinaryInput";
    case "stream":
      return `ItemsInput<${typeText(typesOf(api).typeOf(payload.stream.item), spellingOf(spell))}>`;
    case "value": {
      if (!payload.isMultipart || !files.includes(name)) return null;
      const type = typesOf(api).typeOf(payload.schema, "multipart");
      return typeText(type, spellingOf(spell));
    }
    case "nothing":
      return null;
  }
}

function resultLines({ results, streaming }: Call, spell: SpellName): Line[] {
  const payloads = [...results, ...(streaming?.results ?? [])].map(({ payload }) => payload);
  const stream = payloads.find((payload) => payload.kind === "stream")?.stream;
  return [
    ...results.flatMap((result) => resultLine(result, spell)),
    ...(streaming ? [streamLine(streaming)] : []),
    ...(stream
      ? linesOf("item", "stream[]", { ...unmarked, schema: stream.item }, "field", spell)
      : []),
  ];
}

const unmarked = { required: true, deprecated: null } as const;

/** What chooses the stream of an operation that has another result, too. */
function streamLine({ field, isDefault }: Streaming): Line {
  const choice = `${propertyKey(field.key)}: true`;
  return plain("stream", "", [isDefault ? `${choice}, the default` : choice]);
}

function resultLine({ status, payload }: Call["results"][number], spell: SpellName): Line[] {
  const path = statusText(status);
  if (payload.kind === "value") {
    return linesOf("result", path, { ...unmarked, schema: payload.schema }, "field", spell);
  }
  const types = { nothing: "void", text: "string", bytes: "Blob", stream: "EventStream" } as const;
  return [plain("result", path, [types[payload.kind]])];
}

/** What a stored position and a program that loops over the items depend on. */
function pagesLine({ paging, position }: Walk): Line {
  const by = position === null ? paging.kind : `${paging.kind} ${position.join(".")}`;
  const items = paging.items.length === 0 ? "the result" : paging.items.join(".");
  return plain("pages", "", [`by ${by}, items in ${items}`]);
}

/** The alternatives of credentials that a call needs. */
function requirementsOf({ security }: Call, { names }: Terms): string[] {
  const spelled = security.map((schemes) =>
    schemes
      .flatMap(({ name }) => names.credential(name))
      .map(({ option }) => option)
      .join(" & "),
  );
  return spelled.length === 0 ? ["none"] : spelled.map((schemes) => schemes || "none");
}

/** The scopes of each credential, from all alternatives that include it. */
function scopeLines({ security }: Operation, { names }: Terms): Line[] {
  const scopes = new Map<string, Set<string>>();
  for (const { name, scopes: asked } of security.flatMap(({ schemes }) => schemes)) {
    if (asked.length > 0) scopes.set(name, new Set([...(scopes.get(name) ?? []), ...asked]));
  }
  return [...scopes].flatMap(([name, asked]) =>
    names
      .credential(name)
      .slice(0, 1)
      .map(({ option }) => plain("scopes", option, [...asked].sort().map(quoted))),
  );
}

/** The retry policy and time limit that the document sets for all calls or for an operation. */
function courseLines({ retries, timeoutMs }: Pick<Api, "retries" | "timeoutMs">): Line[] {
  return [
    ...(retries === null ? [] : [plain("retries", "", [JSON.stringify(retries)])]),
    ...(timeoutMs === null ? [] : [plain("timeout", "", [String(timeoutMs)])]),
  ];
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function errorEntry(error: NamedError, { names, spell }: Terms): Entry {
  const typed = { schema: error.schema, required: true, deprecated: null };
  return {
    kind: "error",
    name: names.error(error).class,
    about: "",
    deprecated: false,
    lines: linesOf("type", "", typed, "field", spell),
  };
}

function modelEntry({ name, schema }: NamedSchema, side: Side, { names, spell }: Terms): Entry {
  const typed = { schema, required: true, deprecated: null };
  return {
    kind: "model",
    name: names.model(name).type,
    about: side,
    deprecated: schema.deprecated !== null,
    lines: linesOf("type", "", typed, "field", spell).filter(isTelling),
  };
}

/** Whether a line adds information: that something with fields is an object doesn't. */
function isTelling({ kind, type, facts }: Line): boolean {
  return kind !== "type" || facts.length > 0 || type.some((member) => member.kind !== "object");
}

/** A reference may have no target in the document. */
function speller({ api, names }: Blueprint): SpellName {
  const find = schemaFinder(api.schemas);
  return (name) => (find(name) === undefined ? "unknown" : names.model(name).type);
}

function plain(kind: Line["kind"], path: string, words: readonly string[]): Line {
  return { kind, path, required: true, deprecated: false, type: words.map(word), facts: [] };
}
