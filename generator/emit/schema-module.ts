import type { OperationsModule, SchemaExcerpt } from "../plan/file.js";
import { type DeclaringModule, declaringText } from "./declaring-module.js";
import type { SchemaPart, SchemaParts } from "./schema-parts.js";

/** The text of a module that holds some of openapi-typescript's output, and imports what that mentions. */
export function schemaModule(holds: SchemaExcerpt, parts: SchemaParts): string {
  const { declarations } = parts;
  switch (holds.kind) {
    case "components":
      return declaringText(componentsModule(parts), declarations);
    case "operations":
      return declaringText(operationsModule(holds.keys, parts), declarations);
    case "paths":
      return declaringText(pathsModule(holds.operations, parts), declarations);
  }
}

function componentsModule(parts: SchemaParts): DeclaringModule {
  const homes = ["paths", "webhooks", "$defs", "operations"].map(
    (name) => [name, "../schema.js"] as const,
  );
  return { body: declared(parts, ["components"]), homes: new Map(homes) };
}

/** An operation mentions none by its id: that is done where paths are. */
function operationsModule(keys: readonly string[], { operations }: SchemaParts): DeclaringModule {
  const members = keys.flatMap((key) => operations.get(key) ?? []);
  const others = ["paths", "webhooks", "$defs"].map((name) => [name, "../../schema.js"] as const);
  return {
    body: [interfaceOf(members)],
    homes: new Map([["components", "../components.js"], ...others]),
  };
}

/** All that openapi-typescript exports; what stands in other modules is imported. */
function pathsModule(modules: readonly OperationsModule[], parts: SchemaParts): DeclaringModule {
  const elsewhere = new Set(modules.flatMap(({ keys }) => keys));
  const left = [...parts.operations].flatMap(([key, part]) => (elsewhere.has(key) ? [] : [part]));
  const rest = declared(parts, ["paths", "webhooks", "$defs", "operations"]);
  const components = ["components", "./schema/components.js"] as const;
  const [only, ...others] = modules;
  if (only !== undefined && others.length === 0 && left.length === 0) {
    const homes = new Map([components, ["operations", only.module]]);
    return { body: rest, homes, exports: ["components", "operations"] };
  }
  return {
    body: parts.operations.size === 0 ? rest : [...rest, interfaceOf(left, modules)],
    homes: new Map([components]),
    exports: ["components"],
    imports: modules.map(
      ({ name, module }) => `import type { operations as ${name} } from "${module}";\n`,
    ),
  };
}

function declared({ declarations }: SchemaParts, names: readonly string[]): SchemaPart[] {
  return names.flatMap((name) => declarations.get(name) ?? []);
}

function interfaceOf(
  members: readonly SchemaPart[],
  bases: readonly OperationsModule[] = [],
): SchemaPart {
  const text = members.map((member) => member.text).join("");
  return {
    text: `${interfaceHead(bases.map(({ name }) => name))}${text && `\n${text}`}}\n`,
    mentions: members.flatMap(({ mentions }) => mentions),
  };
}

/** In a line, or where that is wider than a formatter would have it, a base a line. */
function interfaceHead(bases: readonly string[]): string {
  const head = "export interface operations";
  if (bases.length === 0) return `${head} {`;
  const line = `${head} extends ${bases.join(", ")} {`;
  return line.length < 100 ? line : `${head}\n  extends ${bases.join(",\n    ")} {`;
}
