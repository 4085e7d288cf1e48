import type { Operation } from "./operation.js";

/**
 * The source of a regular expression that matches an operation's path, with any values, at the end
 * of a URL's path.
 *
 * @param value the source of what matches a value.
 */
export function pathPattern({ path }: Operation, value: string): string {
  return `${literalsOf(path).map(patternOf).join(value)}/?$`;
}

/** The texts of a path template between its parameters, without a query. */
export function literalsOf(path: string): string[] {
  const [template = ""] = path.split("?");
  return template.split(/\{[^{}]*\}/);
}

/** The source of a regular expression that matches exactly this text. */
export function patternOf(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
