import type { Api } from "../../model/api/api.js";
import type { Schema, SchemaKind } from "../../model/api/schema.js";
import { type FindSchema, schemaFinder, schemasWithin } from "../../model/schema/find-schema.js";
import {
  flattenedNames,
  flattenedObject,
  flattenNames,
  namedMembers,
} from "../../model/schema/flattened-fields.js";
import { mergedObjects } from "../../model/schema/merge-schemas.js";
import { bodiesOf, contentsOf } from "../contents.js";
import { type AliasCycles, aliasCycles, cycleCandidates, withoutCycle } from "./alias-cycles.js";
import { type Member, type Type, unknownType } from "./type.js";
import { objectType, type TypeScope, typeFrom } from "./type-from.js";

type ObjectSchema = Extract<SchemaKind, { kind: "object" }>;

/** The types of a document's schemas. */
export interface Types {
  /**
   * The type of a schema where it is used; a named schema is its name.
   *
   * @param place `multipart` in a multipart body, where binary strings are files.
   */
  readonly typeOf: (schema: Schema, place?: "multipart" | "other") => Type;
  /** Whether the type of a named schema has files, because only multipart bodies contain it. */
  readonly hasFiles: (name: string) => boolean;
  /** The declaration of a named schema, by its key in the document. */
  readonly declarationOf: (name: string) => Declaration;
  /** The declaration of an unnamed schema. */
  readonly declarationFor: (schema: Schema) => Declaration;
  /** Whether a named schema refers only to itself, so that its values are unknown. */
  readonly isEndless: (name: string) => boolean;
}

export type Declaration =
  | {
      readonly kind: "interface";
      /** The schemas whose interfaces it extends, by their keys in the document. */
      readonly bases: readonly string[];
      readonly members: readonly Member[];
    }
  | { readonly kind: "alias"; readonly type: Type };

const typesBySchemas = new WeakMap<Api["schemas"], Types>();

/** The types of an API, computed once. */
export function typesOf(api: Pick<Api, "schemas" | "operations">): Types {
  const types = typesBySchemas.get(api.schemas) ?? typesFrom(api);
  typesBySchemas.set(api.schemas, types);
  return types;
}

function typesFrom(api: Pick<Api, "schemas" | "operations">): Types {
  const find = schemaFinder(api.schemas);
  const { declared, shared } = multipartNames(api);
  const none: ReadonlySet<string> = new Set();
  const plain: TypeScope = { find, isMultipart: false, expanded: none, listed: none };
  const multipart: TypeScope = { find, isMultipart: true, expanded: shared, listed: none };
  const names = api.schemas.map(({ name }) => name);
  const interfaces = interfacesOf(names, find);
  const cycles = aliasCycles(
    names.filter((name) => !interfaces.has(name)),
    find,
  );
  return {
    isEndless: (name) => cycles.has(name) && aliasSchema(name, cycles, find) === null,
    declarationFor: (schema) => declarationFrom(schema, plain),
    typeOf: (schema, place = "other") => typeFrom(schema, place === "other" ? plain : multipart),
    hasFiles: (name) => declared.has(name),
    declarationOf: (name) => {
      const scope = declared.has(name) ? multipart : plain;
      return interfaces.has(name)
        ? interfaceFrom(name, interfaces, scope)
        : aliasFrom(name, cycles, scope);
    },
  };
}

/** The schemas that are declared as interfaces, and whether one may contain itself as a base. */
type Interfaces = ReadonlyMap<string, { readonly isRecursive: boolean }>;

function interfacesOf(schemaNames: readonly string[], find: FindSchema): Interfaces {
  flattenNames(schemaNames, find);
  const names = schemaNames.filter((name) => isInterface(name, find));
  const known = new Set(names);
  const basesOf = (name: string) => namedMembers(find(name)).filter((each) => known.has(each));
  const graph = new Map(names.map((name) => [name, basesOf(name)]));
  const recursive = cycleCandidates(graph);
  return new Map(names.map((name) => [name, { isRecursive: recursive.has(name) }]));
}

/** Whether a named schema is an object, or an `allOf` of objects. */
function isInterface(name: string, find: FindSchema): boolean {
  const schema = find(name);
  if (schema === undefined || schema.nullable) return false;
  if (schema.kind === "object") return true;
  return schema.kind === "intersection" && flattenedNamed(name, find) !== null;
}

/** Flattened by name, so that an inherited union of its own subtypes is left out. */
function flattenedNamed(name: string, find: FindSchema): ObjectSchema | null {
  const schema = find(name);
  return schema ? flattenedObject({ ...schema, kind: "named", name }, find) : null;
}

function declarationFrom(schema: Schema, scope: TypeScope): Declaration {
  const type = typeFrom(schema, scope);
  return type.kind === "object"
    ? { kind: "interface", bases: [], members: type.members }
    : { kind: "alias", type };
}

function aliasFrom(name: string, cycles: AliasCycles, scope: TypeScope): Declaration {
  const schema = aliasSchema(name, cycles, scope.find);
  return { kind: "alias", type: schema ? typeFrom(schema, scope) : unknownType };
}

/** The schema of an alias, without itself if it is on a cycle; `null` if nothing is left. */
function aliasSchema(name: string, cycles: AliasCycles, find: FindSchema): Schema | null {
  const schema = find(name) ?? null;
  const cycle = cycles.get(name);
  return schema && cycle ? withoutCycle(schema, cycle, find) : schema;
}

function interfaceFrom(name: string, interfaces: Interfaces, scope: TypeScope): Declaration {
  const { find } = scope;
  const inherited = inheritanceOf(name, interfaces, find);
  const [only, ...others] = inherited?.bases ?? [];
  if (inherited && only !== undefined && others.length + inherited.own.fields.length === 0) {
    return { kind: "alias", type: { kind: "name", name: only } };
  }
  const own = inherited?.own ?? flattenedNamed(name, find);
  const isEmpty = inherited !== null && inherited.own.fields.length === 0;
  const object = own && objectType(own, (schema) => typeFrom(schema, scope));
  return {
    kind: "interface",
    bases: inherited?.bases ?? [],
    members: isEmpty ? [] : (object?.members ?? []),
  };
}

/**
 * The bases of an interface and its own fields; `null` if it has to list all fields itself, because
 * two of them share a field (TS2320, TS2430), one has an index signature (TS2411), a base isn't an
 * interface (TS2312), or a base contains it (TS2310).
 */
function inheritanceOf(
  name: string,
  interfaces: Interfaces,
  find: FindSchema,
): { readonly bases: readonly string[]; readonly own: ObjectSchema } | null {
  const schema = find(name);
  const members = schema?.kind === "intersection" ? schema.members : [];
  const parts = members.filter(({ kind }) => kind !== "unknown");
  const bases = parts.flatMap((part) => (part.kind === "named" ? part.name : []));
  const inline = parts.filter((part) => part.kind === "object");
  if (bases.length === 0 || bases.length + inline.length < parts.length) return null;
  const own = mergedObjects(inline, find);
  const taken = new Set(own.fields.map((field) => field.name));
  const isOpen = ({ additional, patterns }: ObjectSchema) => additional || patterns.length > 0;
  if (isOpen(own)) return null;
  for (const base of bases) {
    const object = interfaces.has(base) ? flattenedNamed(base, find) : null;
    if (object === null || isOpen(object) || object.fields.length === 0) return null;
    if (object.fields.some((field) => taken.has(field.name))) return null;
    if (interfaces.get(base)?.isRecursive && flattenedNames(base, find).has(name)) return null;
    for (const field of object.fields) taken.add(field.name);
  }
  return { bases, own };
}

/** The named schemas that contain files in multipart bodies, directly or through references. */
interface MultipartNames {
  /** Those that only multipart bodies use: they are declared with files. */
  readonly declared: ReadonlySet<string>;
  /** Those that other payloads also use, with text: multipart bodies expand them. */
  readonly shared: ReadonlySet<string>;
}

function multipartNames({
  schemas,
  operations,
}: Pick<Api, "schemas" | "operations">): MultipartNames {
  const find = schemaFinder(schemas);
  const bodies = operations.flatMap(bodiesOf);
  const sent = namesWithin(
    bodies.filter(({ format }) => format === "multipart").map(({ schema }) => schema),
    find,
  );
  const withFiles = new Set([...sent].filter((name) => hasFile(name, find)));
  if (withFiles.size === 0) return { declared: withFiles, shared: withFiles };
  const usedElsewhere = namesWithin(
    [
      ...bodies.filter(({ format }) => format !== "multipart").map(({ schema }) => schema),
      ...operations.flatMap(({ parameters }) => parameters.map(({ schema }) => schema)),
      ...operations.flatMap(({ success, errors }) =>
        [...success, ...errors].flatMap((response) =>
          [...contentsOf(response), ...response.headers].map(({ schema }) => schema),
        ),
      ),
    ],
    find,
  );
  const isShared = (name: string) => usedElsewhere.has(name);
  return {
    declared: new Set([...withFiles].filter((name) => !isShared(name))),
    shared: new Set([...withFiles].filter(isShared)),
  };
}

function namesWithin(roots: readonly Schema[], find: FindSchema): Set<string> {
  const names = [...schemasWithin(roots, find)].flatMap((schema) =>
    schema.kind === "named" ? [schema.name] : [],
  );
  return new Set(names);
}

function hasFile(name: string, find: FindSchema): boolean {
  const schema = find(name);
  const within = schema === undefined ? [] : [...schemasWithin([schema], find)];
  return within.some((each) => each.kind === "scalar" && each.file !== null);
}
