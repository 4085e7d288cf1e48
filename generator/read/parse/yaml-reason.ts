import { visibleLine } from "../../text.js";

/** How to fix common faults. The first match applies. */
const remedies: readonly (readonly [fault: RegExp, remedy: string])[] = [
  [/duplicated mapping key/, "a key may stand once in an object; rename or remove one of them"],
  [/quoted scalar/, "close the quotation mark"],
  [/flow (collection|sequence|mapping)/, "close the bracket, and put commas between entries"],
  [/tab characters?/, "indent with spaces"],
  [/indentation/, "align the line with its neighbours, and close quotation marks and brackets"],
  [/document separator/, "indent the line like its neighbours, with spaces"],
  [/unidentified alias/, "define the anchor (`&name`) above its use"],
  [/unknown .*tag/, "remove the tag (`!…`)"],
  [/complex keys|nested arrays/, "use text as a key"],
  [/single document/, "keep one document; remove the others and their `---`"],
  [/maxDepth|call stack/i, "flatten it; move nested schemas to `components`"],
  [/null byte|non-printable/, "remove the character, which can't be seen"],
  [/merge/, "write the keys out, or merge fewer"],
];

/** The YAML parser's message in one line, with the text at the fault and how to fix it. */
export function yamlReason(text: string, fault: { reason: string; offset: number }): string {
  const remedy = remedies.find(([pattern]) => pattern.test(fault.reason))?.[1];
  const reason = fault.reason.replace(/\s+/g, " ").trim();
  const near = excerpt(text, fault.offset);
  const at = near === "" ? "" : ` near ${near}`;
  return `this is not valid ${languageOf(text)}: ${reason}${at}: ${remedy ?? "correct the syntax"}`;
}

function languageOf(text: string): string {
  return /^\s*[{[]/.test(text) ? "JSON or YAML" : "YAML";
}

/** The rest of the line, up to 60 characters. */
function excerpt(text: string, offset: number): string {
  const line = /^[^\r\n]{0,60}/.exec(text.slice(offset, offset + 60))?.[0] ?? "";
  const shown = visibleLine(line.trim());
  return shown === "" || offset === 0 ? "" : `\`${shown}\``;
}
