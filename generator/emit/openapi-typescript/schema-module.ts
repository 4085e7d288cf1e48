import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  transformSchema,
} from "./openapi-typescript.js";
import { type ts, typescript } from "./typescript.js";

const { factory, SyntaxKind } = typescript;

/**
 * The text of `src/schema.ts`: what openapi-typescript prints for a document, with the types of
 * `src/models.ts` for named schemas. Loads the compiler.
 *
 * @param document an OpenAPI 3.1 document in canonical form, its schemas named like the models.
 */
export function schemaModule(document: object): string {
  // The plan writes the document as plain data; openapi-typescript declares a type for it.
  const nodes = transformSchema(document as OpenAPI3, { ...settings, injectFooter: [] });
  const text = astToString(nodes.map((node) => withUndefined(node)));
  return `import type * as models from "./models.js";\n\n${indentedByTwo(text)}`;
}

type Transform = NonNullable<GlobalContext["transform"]>;

const transform: Transform = (schema, { path }) => {
  const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(path ?? "") ?? [];
  if (name !== undefined) return factory.createTypeReferenceNode(`models.${name}`);
  return "format" in schema && schema.format === "binary"
    ? factory.createTypeReferenceNode("Blob")
    : undefined;
};

/** Optional fields take `undefined`, as those of our models do. */
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

/** How openapi-typescript prints, here and in the tests that compare it with our models. */
export const settings: Omit<GlobalContext, "injectFooter"> = {
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
  // Only the bundling that is left out would use it.
  redoc: undefined as unknown as GlobalContext["redoc"],
  // A canonical document has references to schemas alone, and those need not be followed.
  resolve: () => undefined,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  silent: true,
  transform,
  transformProperty: undefined,
};

/** TypeScript's printer indents by four; the rest of the package does by two. */
function indentedByTwo(text: string): string {
  return text.replace(/^( {4})+/gm, (indent) => " ".repeat(indent.length / 2));
}
