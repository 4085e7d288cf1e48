import ts from "typescript";
import { marker } from "./payloads.js";

/** What is wrong with a module: that it is none, or that it has something in it that a document made. */
export function complaintsInModule(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const complaints: string[] = [];
  const complain = (node: ts.Node, what: string) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    complaints.push(`${path}:${line + 1} ${what}: ${lineAt(text, line)}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === marker) complain(node, "a name");
    if (ts.isTemplateExpression(node) && node.getText(source).includes(marker))
      complain(node, "a template");
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...syntaxErrorsIn(source, text), ...complaints];
}

function syntaxErrorsIn(source: ts.SourceFile, text: string): string[] {
  // The compiler keeps these to itself; a program of one file for each would take ten times as long.
  const { parseDiagnostics } = source as unknown as {
    parseDiagnostics: ts.DiagnosticWithLocation[];
  };
  return parseDiagnostics.map(({ start, messageText }) => {
    const { line } = source.getLineAndCharacterOfPosition(start);
    const message = ts.flattenDiagnosticMessageText(messageText, " ");
    return `${source.fileName}:${line + 1} ${message}: ${lineAt(text, line)}`;
  });
}

function lineAt(text: string, line: number): string {
  return JSON.stringify(text.split(/\r\n|[\n\r\u2028\u2029]/)[line]);
}
