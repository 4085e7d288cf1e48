/**
 * Characters without a visible shape, or that reorder the text around them: controls, line and
 * paragraph separators, halves of surrogate pairs, interlinear annotations, and
 * Default_Ignorable_Code_Point of Unicode. Listed here, so that every version of Node.js escapes
 * the same ones. Tabs and line feeds are layout and aren't included.
 */
const invisible =
  "\\0-\\x08\\v-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f" +
  "\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb";

const invisibleAstral =
  "\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\ud800-\\udfff";

/**
 * Letters that a joiner or non-joiner after them may shape: Arabic to N'Ko, the Indic scripts,
 * Tibetan, Myanmar, Khmer.
 */
const joining =
  "\\u0620-\\u07ff\\u08a0-\\u0dff\\u0f00-\\u109f\\u1780-\\u17b3\\u17b6-\\u17d3\\u1820-\\u18aa";

const emoji = "\\p{Extended_Pictographic}\\p{Emoji_Modifier}?[\\ufe0e\\ufe0f]?";

/**
 * Matches an emoji with its modifiers, a joiner between letters that it shapes, or an invisible
 * character.
 */
const escapable = new RegExp(
  `(?<shaping>${emoji}(?:\\u200d${emoji})*|[\\d#*]\\ufe0f\\u20e3` +
    `|(?<=[${joining}])[\\u200c\\u200d](?=[${joining}]))|[${invisible}${invisibleAstral}]`,
  "gu",
);

/** Anything but printable ASCII, tabs and line feeds. Most texts have none, and this is found fastest. */
const unusual = /[^\t\n -~]/;

/** Any invisible character or surrogate: takes half the time of {@link escapable}. */
const suspect = new RegExp(`[${invisible}\\ud800-\\udfff]`);

/**
 * Escapes invisible characters, for a terminal, a review and everything that is emitted. They
 * become `\uXXXX` as in JSON and TypeScript, so that a string literal keeps its value.
 */
export function visible(text: string): string {
  if (!unusual.test(text) || !suspect.test(text)) return text;
  return text.replace(escapable, (found, kept?: string) => kept ?? escaped(found));
}

/** Like {@link visible}, on one line: tabs and line feeds are escaped too. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\t\n]/g, escaped);
}

/**
 * A visible text for standard output or standard error that no CI system interprets as a command:
 * `::error::` at the start of a line for GitHub Actions, `##[…]`, `##vso[…]` and `##teamcity[…]`
 * anywhere for it and others.
 */
export function printable(text: string): string {
  return visible(text).replace(/:(?<=^[^\S\n]*:)(?=:)|#(?=#[a-z]*\[)/gim, escaped);
}

/** Like {@link printable}, on one line. */
export function printableLine(text: string): string {
  return printable(visibleLine(text));
}

/** `\uXXXX` for each UTF-16 code unit. */
function escaped(character: string): string {
  const units = character.split("");
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

const longestQuote = 200;

/** A document's text in a message: in quotation marks, on one line, at most 200 characters. */
export function quoted(text: string): string {
  return `"${visibleLine(text.slice(0, longestQuote))}${text.length > longestQuote ? "…" : ""}"`;
}

/**
 * The anchors of a page's headings in order, as GitHub creates them: lower case, without
 * punctuation, and numbered if a heading repeats.
 */
export function anchorsOf(headings: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return headings.map((heading) => {
    const own = anchorOf(heading);
    let anchor = own;
    for (let count = taken.get(own) ?? 0; taken.has(anchor); anchor = `${own}-${count}`) {
      count += 1;
      taken.set(own, count);
    }
    taken.set(anchor, 0);
    return anchor;
  });
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

/**
 * A key that is the same for all names that some disk takes for one: `A` and `a`, `é` in one
 * character and in two, `ß` and `ss`.
 */
export function fileKey(path: string): string {
  return path.normalize("NFKC").toLowerCase().toUpperCase();
}

/**
 * Whether a text is a host with an optional port, and nothing that a shell would run: a URL may have
 * `$(…)` for a host.
 */
export function isHost(text: string): boolean {
  return /^[\w.-]+(:\d+)?$/.test(text);
}

/** Whether an input is a URL rather than a path. */
export function isWeb(input: string): boolean {
  return URL.canParse(input) && /^https?:$/.test(new URL(input).protocol);
}

/** A text on one line. */
export function oneLine(value: string): string {
  return value.replace(/\s+/g, " ");
}

/** A code span of Markdown that its content can't close (CommonMark, 6.1). */
export function codeSpan(text: string): string {
  const content = oneLine(text);
  const runs = new Set([...content.matchAll(/`+/g)].map(([run]) => run.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const marks = "`".repeat(length);
  const padding = /^`|`$|^ .* $|^$/.test(content) ? " " : "";
  return marks + padding + content + padding + marks;
}

/** A string literal of TypeScript or JSON. Also escapes the line separators that only JSON allows. */
export function stringLiteral(value: string): string {
  return JSON.stringify(value).replace(/[\u2028\u2029]/g, escaped);
}

/**
 * The key of an object literal or type. `__proto__` is computed, because it would set the
 * prototype.
 */
export function objectKey(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}

export function withoutTrailingSlashes(path: string): string {
  return path.replace(/(?<!\/)\/+$/, "");
}

/** A media type without its parameters, in lower case (RFC 9110, 8.3.1). */
export function essenceOf(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

/** Decodes percent-encoding (RFC 3986, 2.1). A text with an invalid `%` is returned unchanged. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The source of a regular expression that matches exactly this text. */
export function patternOf(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
