import type { PlannedFile, RenderedFile } from "../plan/file.js";
import { visible } from "../text.js";
import { runtimeFiles } from "./runtime-files.js";
import { templateSources, templateText } from "./template-sources.js";
import { type Print, templatePrinter } from "./templates.js";

/**
 * Renders the text of each planned file.
 *
 * @param printSchema required if openapi-typescript prints one of the files.
 */
export function render(
  files: readonly PlannedFile[],
  printSchema: PrintSchema = notLoaded,
): RenderedFile[] {
  const print = templatePrinter(templateSources());
  const rendered: RenderedFile[] = [];
  const texts = new Map<string, string>();
  for (const file of files) {
    if (file.from === "runtime") {
      rendered.push(...runtimeFiles(rendered.filter(({ path }) => path.startsWith("src/"))));
      continue;
    }
    const text =
      file.from === "openapi-typescript"
        ? visible(printSchema(file.document))
        : textOf(file, print, texts);
    texts.set(file.path, text);
    rendered.push({ path: file.path, text });
  }
  return rendered;
}

/** Prints a document with openapi-typescript, whose loading takes longer than most runs. */
export type PrintSchema = (document: object) => string;

const notLoaded: PrintSchema = () => {
  throw new Error("openapi-typescript isn't loaded");
};

/** @param texts the files before this one, by path. */
function textOf(
  file: Exclude<PlannedFile, { from: "runtime" | "openapi-typescript" }>,
  print: Print,
  texts: ReadonlyMap<string, string>,
): string {
  switch (file.from) {
    case "template":
      return visible(print(file.template, file.view));
    case "copy":
      return templateText(file.source);
    case "joined":
      return file.paths.map((path) => texts.get(path) ?? "").join("\n---\n\n");
    case "text":
      return visible(file.text);
  }
}
