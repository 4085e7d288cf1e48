import { isRecord } from "../record.js";

/** The setting `package`: fields of the emitted `package.json`, as npm defines them. */
export type PackageFields = Readonly<Record<string, unknown>> & {
  /** An SPDX expression such as `MIT`. */
  readonly license?: string;
  readonly author?: string | Person;
  readonly repository?:
    | string
    | { readonly type?: string; readonly url: string; readonly directory?: string };
  readonly keywords?: readonly string[];
  readonly homepage?: string;
  readonly bugs?: string | { readonly url?: string; readonly email?: string };
  readonly description?: string;
  /** Added to the files that are published. */
  readonly files?: readonly string[];
  /** Added to the entry points. */
  readonly exports?: Readonly<Record<string, unknown>>;
};

interface Person {
  readonly name: string;
  readonly email?: string;
  readonly url?: string;
}

/** A rule for the value of a field. */
interface Rule {
  readonly fits: (value: unknown) => boolean;
  readonly expected: string;
}

const text: Rule = { fits: isText, expected: "text" };
const texts: Rule = { fits: isListOfText, expected: "a list of texts" };
const object: Rule = { fits: isRecord, expected: "an object" };

/** The fields whose shape is known; npm and other tools define more. */
const rules: Readonly<Record<string, Rule>> = {
  license: { fits: isText, expected: "an SPDX expression such as MIT" },
  description: text,
  homepage: { fits: isText, expected: "a URL" },
  author: textOrObjectWith("name"),
  repository: textOrObjectWith("url"),
  bugs: { fits: (value) => isText(value) || isRecord(value), expected: "a URL or an object" },
  keywords: texts,
  files: texts,
  ...Object.fromEntries(
    [
      ...["exports", "scripts", "engines", "publishConfig"],
      ...["dependencies", "devDependencies", "peerDependencies"],
    ].map((name) => [name, object]),
  ),
};

/** Fields that can't be set here, and why. */
const fixed: Readonly<Record<string, string>> = {
  name: "use the setting packageName",
  version: "use the setting packageVersion",
  type: "the package is an ES module",
  sideEffects: "no module of the package has any",
};

/** Why a value isn't allowed for the setting `package`; `null` if it is. */
export function packageProblem(value: unknown): string | null {
  if (!isRecord(value)) return `package should be an object of fields for package.json`;
  for (const [name, field] of Object.entries(value)) {
    const reason = Object.hasOwn(fixed, name) ? fixed[name] : undefined;
    if (reason !== undefined) return `package.${name} can't be set: ${reason}`;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (rule !== undefined && !rule.fits(field)) {
      return `package.${name} should be ${rule.expected}, not ${JSON.stringify(field)}`;
    }
  }
  return null;
}

/**
 * Merges fields over those of the generator: objects by key, `files` as one list; every other
 * value replaces ours.
 */
export function withFields(
  ours: Readonly<Record<string, unknown>>,
  fields: PackageFields,
): Record<string, unknown> {
  const merged = Object.entries(fields).map(([name, value]) => {
    const own = ours[name];
    if (name === "files" && Array.isArray(own) && Array.isArray(value)) {
      return [name, [...new Set([...own, ...value])]];
    }
    return [name, mergeable.has(name) && isRecord(own) ? { ...own, ...Object(value) } : value];
  });
  return { ...ours, ...Object.fromEntries(merged) };
}

const mergeable: ReadonlySet<string> = new Set([
  ...["exports", "scripts", "engines", "dependencies", "devDependencies"],
]);

function textOrObjectWith(key: string): Rule {
  return {
    fits: (value) => isText(value) || (isRecord(value) && isText(value[key])),
    expected: `text or an object with a ${key}`,
  };
}

function isText(value: unknown): boolean {
  return typeof value === "string" && /./.test(value);
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}
