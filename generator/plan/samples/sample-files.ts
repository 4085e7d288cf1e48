import type { Operation } from "../../model/api/operation.js";
import { isRecord } from "../../record.js";
import { type RawCode, rawCode, rawCodeOf } from "./raw-code.js";
import { sampleFile } from "./scalar-sample.js";

/** A form with its files, which the sample of its schema has as texts. */
export function withFiles(
  sample: unknown,
  files: readonly string[],
  body: Operation["body"],
): unknown {
  if (!isRecord(sample)) return sample;
  const fileNames = new Set(files);
  return Object.fromEntries(
    Object.entries(sample).map(([name, value]) => [
      name,
      fileNames.has(name) ? asFiles(value, name, body) : value,
    ]),
  );
}

/** One file or a list of one, like the sample of the schema. */
export function asFiles(sample: unknown, name: string, body: Operation["body"]): unknown {
  if (sample === null) return null;
  const { contentType = null } = body?.encodings.find((each) => each.name === name) ?? {};
  const file = fileCode(name, contentType);
  return Array.isArray(sample) ? sample.map(() => file) : file;
}

const opening = "await openAsBlob(";

/** Code that opens a file with a realistic name. */
export function fileCode(name: string, contentType: string | null): RawCode {
  return rawCode(`${opening}${JSON.stringify(sampleFile(name, contentType))})`);
}

/** Whether a sample opens files with a function of `node:fs`. */
export function opensFiles(sample: unknown): boolean {
  const text = rawCodeOf(sample);
  if (text !== null) return text.startsWith(opening);
  return Array.isArray(sample)
    ? sample.some(opensFiles)
    : isRecord(sample) && Object.values(sample).some(opensFiles);
}

/** The name of the file that a sample opens; `null` if it isn't a file. */
export function fileNameOf(sample: unknown): string | null {
  const text = rawCodeOf(sample);
  return text?.startsWith(opening) ? JSON.parse(text.slice(opening.length, -1)) : null;
}
