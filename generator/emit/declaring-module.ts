import type { SchemaPart, SchemaParts } from "./schema-parts.js";

/** A module of types. */
export interface DeclaringModule {
  readonly body: readonly SchemaPart[];
  /** The modules that export what may be mentioned and isn't in the body. */
  readonly homes: ReadonlyMap<string, string>;
  /** What is exported of what has a home. */
  readonly exports?: readonly string[];
  /** Lines that import other names. */
  readonly imports?: readonly string[];
}

/**
 * The text of a module, with imports of what it mentions.
 *
 * @param declarations those that no module exports are declared again in each that mentions them.
 */
export function declaringText(
  { body, homes, exports = [], imports = [] }: DeclaringModule,
  declarations: SchemaParts["declarations"],
): string {
  const mentioned = withTheirs(body, declarations, homes);
  const locals = [...mentioned].flatMap((name) => {
    const part = declarations.get(name);
    return part === undefined || homes.has(name) || body.includes(part) ? [] : [part];
  });
  const sections = [
    [...importsOf(new Set([...exports, ...mentioned]), homes), ...imports],
    exports.length === 0 ? [] : [`export type { ${exports.join(", ")} };\n`],
    [...body, ...locals].map(({ text }) => text),
  ];
  const texts = sections.filter((lines) => lines.length > 0).map((lines) => lines.join(""));
  return `${header}${texts.join("\n")}`;
}

const header = "// The document's types, as openapi-typescript names them.\n\n";

/** What parts mention, and what is mentioned by what they do that has no home of its own. */
function withTheirs(
  parts: readonly SchemaPart[],
  declarations: SchemaParts["declarations"],
  homes: DeclaringModule["homes"],
): Set<string> {
  const mentioned = new Set(parts.flatMap(({ mentions }) => mentions));
  // A set tells those that are added meanwhile, too.
  for (const name of mentioned) {
    if (homes.has(name)) continue;
    for (const further of declarations.get(name)?.mentions ?? []) mentioned.add(further);
  }
  return mentioned;
}

function importsOf(names: ReadonlySet<string>, homes: DeclaringModule["homes"]): string[] {
  const modules = new Set([...homes].flatMap(([name, home]) => (names.has(name) ? [home] : [])));
  return [...modules].sort().map((module) => {
    const found = [...names].filter((name) => homes.get(name) === module).sort();
    return `import type { ${found.join(", ")} } from "${module}";\n`;
  });
}
