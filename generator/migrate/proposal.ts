import { isObject, type Json, type JsonObject } from "../read/document/document.js";
import type { Settings } from "../settings.js";
import { visible } from "../text.js";

/** The generators whose settings are read. */
export type Generator = "speakeasy" | "stainless";

/** Settings of sdkwright that do what those of another generator did. */
export interface Proposal {
  readonly settings: Settings;
  /** An overlay that keeps names; `null` if the document has them. */
  readonly overlay: string | null;
  /** What has no equivalent, one line each: what it is, and what to do. */
  readonly notes: readonly string[];
  /** The files that the settings are from. */
  readonly sources: readonly string[];
}

/** An action of an OpenAPI Overlay that adds extensions. */
export interface OverlayAction {
  /** A JSONPath (RFC 9535). */
  readonly target: string;
  readonly update: Readonly<Record<string, string>>;
}

/** Says where each setting that isn't carried over is set here, or that nothing does it. */
export type Hints = Readonly<Record<string, string>>;

/** An overlay as YAML, whose strings are those of JSON; `null` without actions. */
export function overlayText(actions: readonly OverlayAction[]): string | null {
  if (actions.length === 0) return null;
  const items = actions.flatMap(({ target, update }) => [
    `  - target: ${JSON.stringify(target)}`,
    "    update:",
    ...Object.entries(update).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}`),
  ]);
  const lines = ["overlay: 1.0.0", "info: { title: Names, version: 1.0.0 }", "actions:", ...items];
  return visible(`${lines.join("\n")}\n`);
}

/** A JSONPath (RFC 9535) of keys. */
export function jsonPath(...keys: readonly string[]): string {
  const steps = keys.map((key) => `['${key.replace(/['\\]/g, "\\$&")}']`);
  return `$${steps.join("")}`;
}

/** The value at a path of keys; `undefined` if there is none. */
export function valueAt(value: unknown, ...keys: readonly string[]): Json | undefined {
  let found: unknown = value;
  for (const key of keys) {
    found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  // Settings are JSON, since they were parsed.
  return found as Json | undefined;
}

export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = valueAt(value, ...keys);
  return typeof found === "string" && found !== "" ? found : undefined;
}

export function objectAt(value: unknown, ...keys: readonly string[]): JsonObject {
  const found = valueAt(value, ...keys);
  return isObject(found) ? found : {};
}

export function listAt(value: unknown, ...keys: readonly string[]): readonly Json[] {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found : [];
}

/** One line for each setting with a hint, and one with the names of all others. */
export function notesOn(names: readonly string[], hints: Hints): string[] {
  const hinted = names.filter((name) => Object.hasOwn(hints, name));
  const others = names.filter((name) => !Object.hasOwn(hints, name));
  return [
    ...hinted.map((name) => `${name}: ${hints[name]}`),
    ...(others.length > 0 ? [`${others.join(", ")}: no equivalent`] : []),
  ];
}

/** A record without the keys that have no value. */
export function defined<Value>(
  record: Readonly<Record<string, Value | undefined>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
