import type { Blueprint, Part } from "../output.js";
export function docs(_: Blueprint): Part {
  return { files: [], dependencies: {}, entries: {} };
}
