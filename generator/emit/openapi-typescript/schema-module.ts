import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  transformSchema,
} from "./openapi-typescript.js";
import { type ts, typescript } from "./typescript.js";

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
  // Used only for bundling, which is skipped.
  redoc: undefined as unknown as GlobalContext["redoc"],
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
