/** The opening line of a code fence (CommonMark, 4.5). */
export interface Fence {
  /** The indentation of every line, so that none leaves a list around the fence. */
  readonly indent: string;
  readonly marks: string;
  readonly language: string;
}

/** The fence that a line opens; `null` if it opens none. */
export function fenceFrom(line: string): Fence | null {
  const [, blank = "", marks, info = ""] =
    /^([ \t]*)(`{3,}(?=[^`]*$)|~{3,})[ \t]*([\w+#.-]*)/.exec(line) ?? [];
  if (marks === undefined) return null;
  // Keeps only the language; site generators interpret the rest of the line.
  return {
    indent: blank.replaceAll("\t", "    "),
    marks,
    language: info.replace(/(?<!-vue)(-vue)+$/, ""),
  };
}

/** A closing fence: enough marks of the same kind, alone on a line. */
export function isClosingFence({ marks }: Fence, line: string): boolean {
  return /^[ \t]*(`+|~+)[ \t]*$/.exec(line)?.[1]?.startsWith(marks) === true;
}
