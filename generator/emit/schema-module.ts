import { createRequire } from "node:module";
import type * as whole from "openapi-typescript";
import type ts from "typescript";

export type { GlobalContext, OpenAPI3 } from "openapi-typescript";

// Imports single modules, because the main entry loads a bundler and a linter, which takes longer
// than creating the types of most documents. Uses CommonJS, because Node.js would parse
// TypeScript's nine megabytes a second time to find the exports of a module.
const require = createRequire(import.meta.url);

type Exports<Name extends keyof typeof whole> = Pick<typeof whole, Name>;

export const transformSchema: typeof whole.transformSchema = peer(
  "openapi-typescript/dist/transform/index.cjs",
);

export const { resolveRef }: Exports<"resolveRef"> = peer("openapi-typescript/dist/lib/utils.cjs");

export const { astToString }: Exports<"astToString"> = peer("openapi-typescript/dist/lib/ts.cjs");

const typescript: typeof ts = peer("typescript");

/**
 * Loads a module of the packages that only `fetchClient` needs, which are installed separately.
 *
 * @throws {Error} if they are missing, or TypeScript is 7 or later, which has no compiler API.
 */
function peer(name: string): ReturnType<typeof require> {
  try {
    return require(name);
  } catch (cause) {
    const message =
      "fetchClient needs two more packages: npm install --save-dev openapi-typescript@7 typescript@5";
    throw new Error(message, { cause });
  }
}

const { factory, SyntaxKind } = typescript;

/**
 * The text of `src/schema.ts`: the output of openapi-typescript for a document, with the types of
 * `src/models.ts` for named schemas. Loads the compiler.
 *
 * @param document an OpenAPI 3.1 document in canonical form, whose schemas have the names of the
 * models.
 */
export function schemaModule(document: object): string {
  // The cast is safe: the plan writes the document as plain data of this shape.
  const nodes = transformSchema(document as whole.OpenAPI3, { ...settings, injectFooter: [] });
  const text = astToString(nodes.map((node) => withUndefined(node)));
  return `import type * as models from "./models.js";\n\n${indentedByTwo(text)}`;
}

type Transform = NonNullable<whole.GlobalContext["transform"]>;

const transform: Transform = (schema, { path }) => {
  const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(path ?? "") ?? [];
  if (name !== undefined) return factory.createTypeReferenceNode(`models.${name}`);
  return "format" in schema && schema.format === "binary"
    ? factory.createTypeReferenceNode("Blob")
    : undefined;
};

/** Makes optional fields accept `undefined`, as the models do. */
function withUndefined<Node extends ts.Node>(node: Node): Node {
  return typescript.visitEachChild(
    node,
    (child) => {
      const visited = withUndefined(child);
      if (!typescript.isPropertySignature(visited) || !visited.questionToken) return visited;
      const { modifiers, name, questionToken, type } = visited;
      if (type === undefined || type.kind === SyntaxKind.NeverKeyword) return visited;
      const undefinedToo = factory.createUnionTypeNode([
        ...(typescript.isUnionTypeNode(type) ? type.types : [type]),
        factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword),
      ]);
      return factory.updatePropertySignature(visited, modifiers, name, questionToken, undefinedToo);
    },
    undefined,
  );
}

/**
 * The settings of openapi-typescript, also for the tests that compare its output with the models.
 */
export const settings: Omit<whole.GlobalContext, "injectFooter"> = {
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  defaultNonNullable: false,
  discriminators: { objects: {}, refsHandled: [] },
  emptyObjectsUnknown: true,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  postTransform: undefined,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  // Used only for bundling, which is skipped.
  redoc: undefined as unknown as whole.GlobalContext["redoc"],
  // A canonical document refers only to schemas, which needn't be resolved.
  resolve: () => undefined,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform,
  transformProperty: undefined,
};

/** TypeScript's printer indents by four spaces, the rest of the package by two. */
function indentedByTwo(text: string): string {
  return text.replace(/^( {4})+/gm, (indent) => " ".repeat(indent.length / 2));
}
