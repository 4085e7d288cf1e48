import { isObject, type Json, type JsonObject } from "../../read/document/document.js";
import type { PagingSource } from "../api/paging.js";
import { numberIn, textIn } from "../node.js";
import { type DeclaredField, fieldAt, type PagingDeclaration, pagingKinds } from "./declaration.js";
import { pathFromPointer } from "./result-path.js";

/** The setting `pagination` as a user writes it. */
export interface PaginationSetting {
  /**
   * Whether to recognize paging by names and types where nothing declares it; `true` by default.
   */
  readonly inferred?: boolean;
  /** The paging of every operation that it matches. */
  readonly convention?: PagingRule;
  /** By `operationId`: the paging of an operation, or `false` if it has none. */
  readonly operations?: Readonly<Record<string, PagingRule | false>>;
}

/** How a list is paged. Fields of requests and results are JSON Pointers, or names of parameters. */
export interface PagingRule {
  readonly kind: (typeof pagingKinds)[number];
  readonly cursor?: string;
  readonly offset?: string;
  readonly page?: string;
  readonly size?: string;
  readonly items?: string;
  readonly next?: string;
  readonly nextHeader?: string;
  readonly more?: string;
  readonly total?: string;
  readonly pages?: string;
  readonly first?: number;
  readonly endsOnShortPage?: boolean;
  readonly mayLackItems?: boolean;
  readonly emptyCursor?: "end" | "continue";
}

/** The setting `pagination`, with its defaults. */
export interface PagingSettings {
  /** Whether to recognize paging by names and types where nothing declares it. */
  readonly inferred: boolean;
  /** The paging of every operation that it fits. */
  readonly convention: JsonObject | null;
  /** By `operationId`: the paging of an operation, or `false` if it has none. */
  readonly operations: Readonly<Record<string, JsonObject | false>>;
}

export const defaultPaging: PagingSettings = { inferred: true, convention: null, operations: {} };

/** The fields of the request that lead to the next page, by the kind of paging. */
const inputs = { cursor: "cursor", offset: "offset", page: "page", url: "", link: "" } as const;

/** The keys of a rule, with a check for each value. */
const keys: Readonly<Record<string, (value: Json) => boolean>> = {
  kind: (value) => pagingKinds.some((kind) => kind === value),
  ...Object.fromEntries(
    ["cursor", "offset", "page", "size", "nextHeader"].map((key) => [key, isText]),
  ),
  ...Object.fromEntries(["items", "next", "more", "total", "pages"].map((key) => [key, isPointer])),
  first: (value) => typeof value === "number",
  endsOnShortPage: isFlag,
  mayLackItems: isFlag,
  emptyCursor: (value) => value === "end" || value === "continue",
};

function isText(value: Json): boolean {
  return typeof value === "string" && value !== "";
}

function isFlag(value: Json): boolean {
  return typeof value === "boolean";
}

function isPointer(value: Json): boolean {
  return typeof value === "string" && pathFromPointer(value) !== null;
}

/** Why a rule isn't valid; `null` if it is. */
function pagingRuleProblem(rule: JsonObject): string | null {
  for (const [key, value] of Object.entries(rule)) {
    const fits = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (fits === undefined) return `unknown key "${key}"; use ${Object.keys(keys).join(", ")}`;
    if (!fits(value)) return `"${key}" can't be ${JSON.stringify(value)}`;
  }
  return "kind" in rule ? null : `it needs a kind: ${pagingKinds.join(", ")}`;
}

/** Why the setting `pagination` isn't valid; `null` if it is. */
export function pagingProblem(value: unknown): string | null {
  if (!isObject(value)) return "pagination should be an object";
  const { inferred = true, convention = null, operations = {}, ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    return `pagination has no key "${unknown}"; use inferred, convention or operations`;
  }
  if (typeof inferred !== "boolean") return "pagination.inferred should be true or false";
  if (!isObject(operations)) return "pagination.operations should be an object by operationId";
  const named = Object.entries(operations).filter(([, rule]) => rule !== false);
  const rules = [
    ...("convention" in value ? [["convention", convention] as const] : []),
    ...named.map(([id, rule]) => [`operations.${id}`, rule] as const),
  ];
  for (const [name, rule] of rules) {
    const problem = isObject(rule) ? pagingRuleProblem(rule) : "it isn't an object";
    if (problem !== null) return `pagination.${name}: ${problem}`;
  }
  return null;
}

/** The declaration of a valid rule. */
export function declarationFrom(
  rule: JsonObject,
  source: PagingSource,
  pointer: string,
): PagingDeclaration {
  const kind = pagingKinds.find((each) => each === rule["kind"]) ?? "link";
  const pathOf = (key: string) => {
    const text = rule[key];
    return typeof text === "string" ? pathFromPointer(text) : null;
  };
  return {
    source,
    pointer,
    kind,
    input: fieldFrom(rule, inputs[kind]),
    size: fieldFrom(rule, "size"),
    items: pathOf("items"),
    next: textIn(rule, "nextHeader") ?? pathOf("next"),
    more: pathOf("more"),
    total: pathOf("total"),
    pages: pathOf("pages"),
    first: numberIn(rule, "first"),
    endsOnShortPage: rule["endsOnShortPage"] === true,
    takesEmpty: rule["emptyCursor"] === "continue",
    mayLackItems: rule["mayLackItems"] === true,
  };
}

/** A parameter by its name, or a field of the body by a JSON Pointer. */
function fieldFrom(rule: JsonObject, key: string): DeclaredField | null {
  const text = textIn(rule, key);
  if (text === null) return null;
  if (!text.startsWith("/")) return fieldAt([text], "parameters");
  return fieldAt((pathFromPointer(text) ?? []).map(String), "body");
}

/** The setting from a configuration file that has been checked. */
export function pagingSettingsFrom(value: unknown): PagingSettings | undefined {
  if (!isObject(value)) return undefined;
  const { inferred, convention, operations } = value;
  return {
    inferred: inferred !== false,
    convention: isObject(convention) ? convention : null,
    operations: Object.fromEntries(
      Object.entries(isObject(operations) ? operations : {}).flatMap(([id, rule]) =>
        isObject(rule) || rule === false ? [[id, rule] as const] : [],
      ),
    ),
  };
}
