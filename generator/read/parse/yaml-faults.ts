import { visibleLine } from "../../text.js";
import { type ValueEvent, yamlEvents } from "./yaml.js";

/** How to fix common faults. The first match applies. */
const remedies: readonly (readonly [fault: RegExp, remedy: string])[] = [
  [/duplicated mapping key/, "a key may occur once in an object; rename or remove one of them"],
  [/quoted scalar/, "close the quotation mark"],
  [/flow (collection|sequence|mapping)/, "close the bracket, and put commas between entries"],
  [/tab characters?/, "indent with spaces"],
  [
    /indentation/,
    "align the line with the lines around it, and close quotation marks and brackets",
  ],
  [/document separator/, "indent the line like the lines around it, with spaces"],
  [/unidentified alias/, "define the anchor (`&name`) above its use"],
  [/unknown .*tag/, "remove the tag (`!…`)"],
  [/complex keys|nested arrays/, "use text as a key"],
  [/single document/, "keep one document; remove the others and their `---`"],
  [/maxDepth|call stack/i, "flatten it; move nested schemas to `components`"],
  [/null byte|non-printable/, "remove the invisible character"],
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

/**
 * The offset of a YAML fault that the parser reports without a location, or at the start of the
 * text.
 */
export async function yamlFaultOffset(text: string, reason: string): Promise<number> {
  if (/single document/.test(reason)) return secondDocument(text);
  return /complex keys|nested arrays/.test(reason) ? complexKey(await yamlEvents(text)) : 0;
}

/** Skips comments and directives before the first document marker. */
function secondDocument(text: string): number {
  let isWithin = false;
  let offset = 0;
  for (const line of text.split("\n")) {
    const isMark = /^(---|\.\.\.)(\s|$)/.test(line);
    if (isMark && isWithin) return offset;
    isWithin ||= /^(---)?\s*[^-.#%\s]/.test(line);
    offset += line.length + 1;
  }
  return 0;
}

function complexKey(events: Iterable<ValueEvent>): number {
  const within: { readonly isMapping: boolean; isKeyNext: boolean }[] = [];
  for (const event of events) {
    if (event.kind === "end") {
      within.pop();
      continue;
    }
    const isCollection = event.kind === "mapping" || event.kind === "sequence";
    const enclosing = within.at(-1);
    if (enclosing?.isMapping) {
      if (enclosing.isKeyNext && isCollection) return event.offset;
      enclosing.isKeyNext = !enclosing.isKeyNext;
    }
    if (isCollection) within.push({ isMapping: event.kind === "mapping", isKeyNext: true });
  }
  return 0;
}

/**
 * The text of a line that opens a flow collection, with or without entries after it: `key: {`, `- [`.
 * No two parts can match the same text, so that a long line is read in only one way.
 */
const opening = /^(?:- +)*(?:"[^"]*"|'[^']*'|(?!- )[^\s"'#{[][^#{[]*?):\s+[{[]|^(?:- +)+[{[]/;

/** A line that starts a literal or folded block scalar: it ends with the indicator. */
const blockScalar = /[:-]\s+[|>][+-]?\d?[+-]?\s*(#.*)?$/;

/**
 * Joins the lines of each flow collection by replacing line breaks with spaces, so that offsets
 * don't change. YAML requires all lines to be indented deeper than the key (1.2.2, 7.4), but many
 * documents put the closing bracket directly below the key.
 */
export function withJoinedFlows(text: string): string {
  const pieces: string[] = [];
  let depth = 0;
  let scalarIndent: number | null = null;
  for (const line of text.match(/[^\r\n]*(?:\r\n|[\r\n]|$)/g) ?? []) {
    const content = line.trimEnd();
    const indent = content.length - content.trimStart().length;
    if (scalarIndent !== null && (content === "" || indent > scalarIndent)) {
      pieces.push(line);
      continue;
    }
    scalarIndent = depth === 0 && blockScalar.test(content) ? indent : null;
    if (depth > 0 || opens(content.trimStart(), indent))
      depth = Math.max(0, depth + depthOf(content));
    const isJoined = depth > 0 && !/(^|\s)#/.test(content);
    pieces.push(isJoined ? line.replace(/[\r\n]/g, " ") : line);
  }
  return pieces.join("");
}

function opens(text: string, indent: number): boolean {
  return opening.test(text) || (indent > 0 && /^[{[]/.test(text));
}

/** Quoted strings, also one that nothing ends, and brackets. */
const flowTokens = /"(?:[^"\\]|\\.?)*("|$)|'(?:[^']|'')*'|[{[]|[}\]]/g;

/** The number of opening minus closing brackets in a line, outside quotation marks. */
function depthOf(line: string): number {
  let depth = 0;
  for (const { 0: token, 1: end, index } of line.matchAll(flowTokens)) {
    // Nothing ends a later one either: all are characters of plain scalars.
    if (end === "") return depth + depthOf(line.slice(index + 1).replaceAll('"', ""));
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
  }
  return depth;
}
