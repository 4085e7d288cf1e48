import { warningAt } from "../../problem.js";
import { locate } from "./locate.js";
import type { Trace } from "./trace.js";

/** Where nodes of a document are written, by their JSON Pointer. */
export async function placesOf(
  trace: Trace,
  pointers: readonly string[],
): Promise<Map<string, { readonly file: string; readonly line: number }>> {
  const located = await locate(
    trace,
    pointers.map((pointer) => warningAt(pointer, "")),
  );
  return new Map(located.map(({ pointer, file, line }) => [pointer, { file, line }]));
}
