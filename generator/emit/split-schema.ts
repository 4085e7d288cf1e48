import type { SchemaPart, SchemaParts } from "./schema-parts.js";
import { type ts, typescript } from "./typescript.js";

const {
  factory,
  forEachChild,
  isIdentifier,
  isInterfaceDeclaration,
  isNumericLiteral,
  isStringLiteral,
  isTypeAliasDeclaration,
  isTypeReferenceNode,
} = typescript;

/** The text of a declaration. */
type Print = (node: ts.Node) => string;

/** The declarations of a module, in parts. */
export function splitSchema(nodes: readonly ts.Node[], print: Print): SchemaParts {
  const declared = nodes.filter(isDeclaration);
  const names = new Set(declared.map(({ name }) => name.text));
  const isOperations = (node: Declaration): node is ts.InterfaceDeclaration =>
    isInterfaceDeclaration(node) && node.name.text === "operations";
  const members = declared.filter(isOperations).flatMap(({ members }) => [...members]);
  return {
    declarations: new Map(
      declared
        .filter((node) => !isOperations(node))
        .map((node) => [node.name.text, { text: print(node), mentions: mentionsIn(node, names) }]),
    ),
    operations: new Map(
      members.map((member): [string, SchemaPart] => [
        keyOf(member),
        { text: printMember(member, print), mentions: mentionsIn(member, names) },
      ]),
    ),
  };
}

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

function isDeclaration(node: ts.Node): node is Declaration {
  return isInterfaceDeclaration(node) || isTypeAliasDeclaration(node);
}

function keyOf({ name }: ts.TypeElement): string {
  return name && (isIdentifier(name) || isStringLiteral(name) || isNumericLiteral(name))
    ? name.text
    : "";
}

/** A member as it stands in an interface. */
function printMember(member: ts.TypeElement, print: Print): string {
  const around = factory.createInterfaceDeclaration(undefined, "A", undefined, undefined, [member]);
  return print(around).split("\n").slice(1, -2).join("\n").concat("\n");
}

function mentionsIn(node: ts.Node, names: ReadonlySet<string>): string[] {
  const mentions = new Set<string>();
  const look = (part: ts.Node): void => {
    if (isTypeReferenceNode(part) && isIdentifier(part.typeName)) {
      const { text } = part.typeName;
      if (names.has(text)) mentions.add(text);
    }
    forEachChild(part, look);
  };
  look(node);
  return [...mentions];
}
