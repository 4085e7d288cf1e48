import { digestOf } from "../files.js";
import { grouped } from "../grouped.js";
import type { Program } from "../plan/programs.js";
import { visible } from "../text.js";
import { templatePrinter, templateSources } from "./templates.js";

/** A program as an entry of `x-codeSamples`. */
interface CodeSample {
  readonly lang: string;
  readonly label: string;
  readonly source: string;
}

/**
 * An OpenAPI Overlay that adds the programs of the reference pages to the document, as JSON (which
 * is valid YAML).
 */
export function codeSamplesOverlay(programs: readonly Program[]): string {
  const print = templatePrinter(templateSources());
  const targets = grouped(
    programs.map(({ method, path, language, label, template, view }): [string, CodeSample] => {
      const isAdditional = method !== method.toLowerCase();
      const key = isAdditional ? `additionalOperations[${jsonPathName(method)}]` : method;
      const source = visible(print(template, view)).trimEnd();
      return [`$.paths[${jsonPathName(path)}].${key}`, { lang: language, label, source }];
    }),
  );
  const overlay = {
    overlay: "1.0.0",
    info: { title: "Code samples in TypeScript", version: "1.0.0" },
    actions: [...targets].map(([target, samples]) => ({
      target,
      update: { "x-codeSamples": samples },
    })),
  };
  return `${JSON.stringify({ ...overlay, [seal]: sealOf(overlay) }, null, 2)}\n`;
}

/**
 * The overlay's digest of its other content, which identifies an overlay that nobody has edited.
 */
const seal = "x-sdkwright-digest";

/** Whether a file is an unedited overlay of code samples from an earlier run. */
export function isCodeSamplesOverlay(text: string): boolean {
  try {
    const { [seal]: digest, ...overlay }: Record<string, unknown> = JSON.parse(text);
    return digest === sealOf(overlay);
  } catch {
    return false;
  }
}

function sealOf(overlay: object): string {
  return digestOf(JSON.stringify(overlay));
}

/** A name as a single-quoted string of JSONPath (RFC 9535). */
function jsonPathName(name: string): string {
  return `'${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
