import { isRecord } from "../record.js";

/** The setting `site`: the appearance and the address of the documentation site. */
export interface SiteSettings {
  /** The title of the site. Default: the title of the document. */
  readonly name?: string;
  /** A path below the package's folder `public/`, such as `/logo.svg`, or a URL. */
  readonly logo?: string;
  /** The color of links and buttons, such as `#1f62c4`. */
  readonly colors?: { readonly light?: string; readonly dark?: string };
  /** Where the site is published. */
  readonly baseUrl?: string;
  /** The address that edits a page; `:path` is replaced by its path. */
  readonly editLink?: string;
}

interface Rule {
  readonly pattern: RegExp;
  readonly expected: string;
}

const color: Rule = { pattern: /^#[\da-f]{6}$/i, expected: "a color such as #1f62c4" };

const rules: Readonly<Record<string, Rule>> = {
  name: { pattern: /./, expected: "a text" },
  logo: { pattern: /^(\/|https?:\/\/)[^\s"<>]+$/, expected: "a path such as /logo.svg, or a URL" },
  baseUrl: {
    pattern: /^https?:\/\/[^\s"<>?#]+$/,
    expected: "a URL such as https://docs.example.com/",
  },
  editLink: {
    pattern: /^https?:\/\/[^\s"<>]*:path[^\s"<>]*$/,
    expected: "a URL with :path in it",
  },
  "colors.light": color,
  "colors.dark": color,
};

/** Why a value isn't allowed for the setting `site`; `null` if it is. */
export function siteProblem(value: unknown): string | null {
  if (!isRecord(value)) return `site should be an object, not ${JSON.stringify(value)}`;
  for (const [name, field] of entriesOf(value)) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule === undefined) {
      return `unknown setting "site.${name}"; use one of ${Object.keys(rules).join(", ")}`;
    }
    if (typeof field !== "string" || !rule.pattern.test(field)) {
      return `site.${name} should be ${rule.expected}, not ${JSON.stringify(field)}`;
    }
  }
  return null;
}

/** The fields of the setting, those of `colors` by their paths. */
function entriesOf(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(value).flatMap(([name, field]): [string, unknown][] =>
    name === "colors" && isRecord(field)
      ? Object.entries(field).map(([inner, each]) => [`colors.${inner}`, each])
      : [[name, field]],
  );
}
