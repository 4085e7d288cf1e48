/** The supported part of a regular expression. */
export type Pattern =
  | { readonly kind: "characters"; readonly allowed: string }
  | { readonly kind: "sequence"; readonly parts: readonly Pattern[] }
  | { readonly kind: "choice"; readonly options: readonly Pattern[] }
  | {
      readonly kind: "repeat";
      readonly part: Pattern;
      readonly least: number;
      readonly most: number;
    }
  /** Any text before a pattern without `^`, or after one without `$`. */
  | { readonly kind: "gap" };

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "1234567890";
const marks = "-_. ~!@#$%&*+=:;,/?'\"()[]{}<>|^`\\";

/** The characters of samples, in order of preference. */
const alphabet = `${lower}${digits}${upper}${marks}`;

const classes: Readonly<Record<string, string>> = {
  d: digits,
  w: `${lower}${digits}${upper}_`,
  s: " ",
};

/** Longer patterns are ignored, because their samples wouldn't be readable. */
const longest = 500;

/**
 * Parses a regular expression to a structure, or returns `null` if it uses unsupported syntax. The
 * expression is never run, because some would take exponential time.
 */
export function patternFrom(text: string): Pattern | null {
  if (text.length > longest) return null;
  const tokens = text.match(/\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\[\s\S]|[\s\S]/g) ?? [];
  const reader = { tokens, at: 0 };
  const pattern = choiceFrom(reader, true);
  return reader.at === tokens.length ? pattern : null;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

/** @param isWhole whether it is the whole pattern rather than a group in it. */
function choiceFrom(reader: Reader, isWhole = false): Pattern | null {
  const options: Pattern[] = [];
  do {
    const option = sequenceFrom(reader, isWhole);
    if (option === null) return null;
    options.push(option);
  } while (consumed(reader, "|"));
  const [only] = options;
  return options.length === 1 && only ? only : { kind: "choice", options };
}

function sequenceFrom(reader: Reader, isWhole: boolean): Pattern | null {
  const parts: Pattern[] = [];
  if (!consumed(reader, "^") && isWhole) parts.push({ kind: "gap" });
  for (;;) {
    const isEnd = consumed(reader, "$");
    const token = reader.tokens[reader.at];
    if (token === undefined || token === "|" || token === ")") {
      if (!isEnd && isWhole) parts.push({ kind: "gap" });
      return { kind: "sequence", parts };
    }
    if (isEnd) return null;
    const part = partFrom(reader);
    const repeated = part && repeatFrom(reader, part);
    if (repeated === null) return null;
    parts.push(repeated);
  }
}

function partFrom(reader: Reader): Pattern | null {
  const token = reader.tokens[reader.at] ?? "";
  reader.at += 1;
  if (token === "(") return groupFrom(reader);
  if (token === "[") return classFrom(reader);
  if (token === ".") return { kind: "characters", allowed: alphabet };
  if (/^[*+?{^]$/.test(token)) return null;
  const allowed = charactersOf(token);
  return allowed === null ? null : { kind: "characters", allowed };
}

/** Lookahead and lookbehind aren't supported; a group name changes nothing. */
function groupFrom(reader: Reader): Pattern | null {
  if (consumed(reader, "?") && !consumed(reader, ":")) {
    const name = reader.tokens.slice(reader.at).join("");
    const skipped = /^<[A-Za-z]\w*>/.exec(name)?.[0].length;
    if (skipped === undefined) return null;
    reader.at += skipped;
  }
  const inner = choiceFrom(reader);
  return consumed(reader, ")") ? inner : null;
}

function classFrom(reader: Reader): Pattern | null {
  const isNegated = consumed(reader, "^");
  const end = reader.tokens.indexOf("]", reader.at);
  if (end < 0) return null;
  const members = reader.tokens.slice(reader.at, end);
  reader.at = end + 1;
  let allowed = "";
  for (let index = 0; index < members.length; index += 1) {
    const from = charactersOf(members[index] ?? "");
    const to = members[index + 1] === "-" ? members[index + 2] : undefined;
    const last = to === undefined ? null : charactersOf(to);
    if (from === null || (to !== undefined && last === null)) return null;
    allowed += last === null ? from : between(from, last);
    if (last !== null) index += 2;
  }
  const kept = [...alphabet].filter((each) => allowed.includes(each) !== isNegated).join("");
  const rest = isNegated ? "" : [...allowed].filter((each) => !alphabet.includes(each)).join("");
  return kept + rest === "" ? null : { kind: "characters", allowed: kept + rest };
}

function between(from: string, to: string): string {
  return [...alphabet].filter((each) => each >= from && each <= to).join("") || from;
}

/** The characters that a token matches, or `null` if it doesn't match a character. */
function charactersOf(token: string): string | null {
  if (!token.startsWith("\\")) return token;
  const code = /^\\[ux]([\da-fA-F]+)$/.exec(token)?.[1];
  if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
  const name = token.slice(1);
  const known = classes[name];
  if (known !== undefined) return known;
  const opposite = classes[name.toLowerCase()];
  if (opposite !== undefined) {
    return [...alphabet].filter((each) => !opposite.includes(each)).join("");
  }
  return /^[A-Za-z\d]$/.test(name) ? null : name;
}

function repeatFrom(reader: Reader, part: Pattern): Pattern | null {
  const rest = reader.tokens.slice(reader.at, reader.at + 12).join("");
  const [found, least = "", comma, most = ""] =
    /^\{(\d+)(?:(,)(\d*))?\}/.exec(rest) ?? /^([*+?])/.exec(rest) ?? [];
  if (found === undefined) return rest.startsWith("{") ? null : part;
  reader.at += found.length;
  const bounds = { "*": [0, Infinity], "+": [1, Infinity], "?": [0, 1] }[found];
  const [from = 0, to = 0] = bounds ?? [
    Number(least),
    comma === undefined ? Number(least) : most === "" ? Infinity : Number(most),
  ];
  // Greediness doesn't matter for a sample.
  if (!consumed(reader, "?")) consumed(reader, "+");
  return { kind: "repeat", part, least: from, most: to };
}

function consumed(reader: Reader, token: string): boolean {
  const isNext = reader.tokens[reader.at] === token;
  if (isNext) reader.at += 1;
  return isNext;
}
