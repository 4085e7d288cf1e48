import { comment } from "../../../generator/emit/escape/escape.js";
import { callFrom } from "../../../generator/plan/call/call.js";
import { moduleTypeNames } from "../../../generator/plan/imports.js";
import { requestViews, responseViews } from "../../../generator/plan/sdk/declarations.js";
import type { ModelView } from "../../../generator/plan/sdk/views.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { operationIn } from "../blueprint.js";

/** The declarations of a document's only operation as code, and what they import. */
export function declared(document: JsonObject) {
  const { blueprint, operation } = operationIn(document);
  const call = callFrom(operation, blueprint.api);
  const spelling = moduleTypeNames(blueprint, "folder");
  const request = requestViews(call, blueprint, spelling).map(codeOf);
  const response = responseViews(call, blueprint, spelling).map(codeOf);
  const imports = new Set(spelling.uses.map(({ module, name }) => `${name} < ${module}`));
  return { request, response, imports: [...imports].sort() };
}

function codeOf({ doc, lines }: ModelView): string {
  const code = lines.map((line) =>
    line.doc ? comment(line.doc, line.margin) : line.margin + line.text,
  );
  return [comment(doc, ""), ...code].join("\n");
}
