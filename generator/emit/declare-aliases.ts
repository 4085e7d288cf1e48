import type { Aliases } from "./aliases.js";
import { type ts, typescript } from "./typescript.js";

const {
  factory,
  isIdentifier,
  isIndexedAccessTypeNode,
  isInterfaceDeclaration,
  isLiteralTypeNode,
  isPropertySignature,
  isStringLiteral,
  isTypeLiteralNode,
  isTypeNode,
  isTypeReferenceNode,
  visitEachChild,
  visitNode,
} = typescript;

/** Declares the types that have an alias after all others, and names them where they stood. */
export function declareAliases(nodes: readonly ts.Node[], aliases: Aliases): ts.Node[] {
  const declared: ts.Node[] = [];
  const named = (node: ts.Node): ts.Node => {
    const alias = aliases.get(schemaAccessed(node) ?? "");
    return alias === undefined
      ? visitEachChild(node, named, undefined)
      : factory.createTypeReferenceNode(alias);
  };
  const moved = (member: ts.Node): ts.Node => {
    const alias = aliases.get(nameOfMember(member) ?? "");
    if (alias === undefined || !isPropertySignature(member)) return member;
    const type = visitNode(member.type, named, isTypeNode);
    if (type === undefined) return member;
    declared.push(factory.createTypeAliasDeclaration(undefined, alias, undefined, type));
    const reference = factory.createTypeReferenceNode(alias);
    const { modifiers, name, questionToken } = member;
    return factory.updatePropertySignature(member, modifiers, name, questionToken, reference);
  };
  return [...nodes.map((node) => inSchemas(node, moved)), ...declared];
}

/** Changes the members of `schemas` in `interface components { schemas: { … } }`. */
function inSchemas(node: ts.Node, change: (member: ts.Node) => ts.Node): ts.Node {
  if (!isInterfaceDeclaration(node) || node.name.text !== "components") return node;
  const inLiteral = (part: ts.Node) =>
    isTypeLiteralNode(part) ? visitEachChild(part, change, undefined) : part;
  const inMember = (member: ts.Node) =>
    nameOfMember(member) === "schemas" ? visitEachChild(member, inLiteral, undefined) : member;
  return visitEachChild(node, inMember, undefined);
}

/** The name in `components["schemas"]["name"]`. */
function schemaAccessed(node: ts.Node): string | null {
  if (!isIndexedAccessTypeNode(node) || !isIndexedAccessTypeNode(node.objectType)) return null;
  const { objectType: root, indexType: group } = node.objectType;
  const isComponents =
    isTypeReferenceNode(root) && isIdentifier(root.typeName) && root.typeName.text === "components";
  return isComponents && textOf(group) === "schemas" ? textOf(node.indexType) : null;
}

function textOf(type: ts.TypeNode): string | null {
  return isLiteralTypeNode(type) && isStringLiteral(type.literal) ? type.literal.text : null;
}

function nameOfMember(node: ts.Node): string | null {
  if (!isPropertySignature(node)) return null;
  const { name } = node;
  return isIdentifier(name) || isStringLiteral(name) ? name.text : null;
}
