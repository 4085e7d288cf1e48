import { warningAt } from "../problem.js";
import type { FetchedText } from "./fetch-text.js";
import { locate } from "./locate.js";

/** Where nodes of a document are written, by their JSON Pointer. */
export async function placesOf(
  source: FetchedText,
  pointers: readonly string[],
): Promise<Map<string, { readonly file: string; readonly line: number }>> {
  const located = await locate(
    source,
    pointers.map((pointer) => warningAt(pointer, "")),
  );
  return new Map(located.map(({ pointer, file, line }) => [pointer, { file, line }]));
}
