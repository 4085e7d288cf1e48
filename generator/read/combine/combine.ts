import { pointerTo } from "../../pointer.js";
import { errorAt, type LocatedProblem, type Problem } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { locate, type SourceLocation, type TracedDocument, tracing } from "../document/locate.js";
import { rewritten } from "../document/rewrite.js";
import { type Renames, renamedComponents, withNames } from "./component-names.js";

export interface Combined extends TracedDocument {
  readonly problems: readonly LocatedProblem[];
}

/**
 * Adds the paths, webhooks, components and tags of a second document. Its operations keep their
 * servers and security. A component with a name that the first uses for something else is renamed;
 * a path, webhook or security scheme that both have is an error.
 */
export async function combine(first: TracedDocument, second: TracedDocument): Promise<Combined> {
  const problems = clashes(first.document, second.document);
  if (problems.length > 0) {
    return { ...first, problems: await locate(second.trace, problems) };
  }
  const renames = renamedComponents(first.document, second.document);
  const added = withNames(withOwnDefaults(second.document, first.document), renames);
  const moves = new Map<string, SourceLocation>();
  const document = { ...first.document };
  for (const section of sections) {
    const both = merged(document[section], added[section]);
    if (both === undefined) continue;
    document[section] = both;
    for (const key of keysOf(added[section])) {
      moves.set(pointerTo("", section, key), second.trace(pointerTo("", section, key)));
    }
  }
  const components = componentsOf(document, added);
  if (components !== null) document["components"] = components;
  moveComponents(moves, second, renames);
  const tags = tagsOf(document, added);
  if (tags.length > 0) document["tags"] = tags;
  return { document, trace: tracing(moves, first.trace), problems: [] };
}

const sections = ["paths", "webhooks", "x-webhooks"];

function clashes(first: JsonObject, second: JsonObject): Problem[] {
  const [own, other] = [versionOf(first), versionOf(second)];
  if (own !== other) {
    const message = `this document is OpenAPI ${other}, and the first one ${own}: documents of one package need the same version`;
    return [errorAt("/openapi", message)];
  }
  if (own === "2.0") {
    const message = "documents of Swagger 2.0 can't be joined: convert them to OpenAPI 3";
    return [errorAt("/swagger", message)];
  }
  return [
    ...sections.flatMap((section) =>
      keysOf(second[section])
        .filter((key) => hasKey(first[section], key))
        .map((key) => clash(pointerTo("", section, key), key)),
    ),
    ...securityClashes(first, second),
  ];
}

/** Schemes with the same name clash unless they are equal. */
function securityClashes(first: JsonObject, second: JsonObject): Problem[] {
  const [own, other] = [first, second].map((document) => {
    const { components } = document;
    return isObject(components) ? components["securitySchemes"] : undefined;
  });
  return keysOf(other).flatMap((key) => {
    const isSame =
      isObject(own) && isObject(other) && JSON.stringify(own[key]) === JSON.stringify(other[key]);
    const pointer = pointerTo("/components/securitySchemes", key);
    return hasKey(own, key) && !isSame ? [clash(pointer, key)] : [];
  });
}

function clash(pointer: string, key: string): Problem {
  return errorAt(pointer, `another document of the package also has ${quoted(key)}: rename one`);
}

/** `3.0` or `3.1`; `2.0` for Swagger. */
function versionOf({ openapi, swagger }: JsonObject): string {
  return /^\d+\.\d+/.exec(String(openapi ?? swagger ?? ""))?.[0] ?? "without a version";
}

/** Gives each operation the servers and the security of its document, if the first has others. */
function withOwnDefaults(second: JsonObject, first: JsonObject): JsonObject {
  const servers = ownDefault(second["servers"], first["servers"]);
  const security = ownDefault(second["security"], first["security"]);
  if (servers === undefined && security === undefined) return second;
  const { webhooks, ...called } = second;
  const changed = rewritten(called, (part, kind) => {
    if (!isObject(part)) return part;
    if (kind === "operation" && security !== undefined) return { security, ...part };
    const isPath = kind === "pathItem" && servers !== undefined && !("$ref" in part);
    return isPath ? { servers, ...part } : part;
  });
  return webhooks === undefined ? changed : { ...changed, webhooks };
}

/** A default of the second document; an empty one if only the first has any. */
function ownDefault(second: Json | undefined, first: Json | undefined): Json | undefined {
  if (JSON.stringify(second) === JSON.stringify(first)) return undefined;
  return second ?? [];
}

function merged(one: Json | undefined, other: Json | undefined): Json | undefined {
  return isObject(one) && isObject(other) ? { ...one, ...other } : (one ?? other);
}

function componentsOf(first: JsonObject, second: JsonObject): JsonObject | null {
  const [own, other] = [first["components"], second["components"]];
  if (!isObject(own) || !isObject(other)) return [own, other].find(isObject) ?? null;
  const all = new Set([...Object.keys(own), ...Object.keys(other)]);
  return Object.fromEntries(
    [...all].map((section): [string, Json] => [
      section,
      merged(own[section], other[section]) ?? {},
    ]),
  );
}

function moveComponents(
  moves: Map<string, SourceLocation>,
  second: TracedDocument,
  renames: Renames,
): void {
  const { components } = second.document;
  for (const section of keysOf(components)) {
    for (const key of keysOf(isObject(components) ? components[section] : undefined)) {
      const pointer = pointerTo("/components", section, key);
      moves.set(renames.get(pointer) ?? pointer, second.trace(pointer));
    }
  }
}

/** The tags of both, each name once. */
function tagsOf(first: JsonObject, second: JsonObject): Json[] {
  const names = new Set<Json>();
  return [first["tags"], second["tags"]].flatMap((tags) =>
    (Array.isArray(tags) ? tags : []).filter((tag: Json) => {
      const name = isObject(tag) ? (tag["name"] ?? null) : tag;
      return !names.has(name) && names.add(name);
    }),
  );
}

function keysOf(value: Json | undefined): string[] {
  return isObject(value) ? Object.keys(value) : [];
}

function hasKey(value: Json | undefined, key: string): boolean {
  return isObject(value) && Object.hasOwn(value, key);
}
