import { readdirSync, readFileSync } from "node:fs";
import Handlebars from "handlebars";
import type { PlannedFile, RenderedFile } from "../plan/file.js";
import * as helpers from "./helpers.js";

// The same step up from `generator/emit/` and from `dist/emit/`.
const templates = new URL("../../templates/", import.meta.url);

/**
 * Gives each planned file its text.
 *
 * @param schema openapi-typescript's output, for the file that consists of it.
 */
export function render(files: readonly PlannedFile[], schema: string): RenderedFile[] {
  const print = printer();
  const texts = new Map<string, string>();
  return files.map((file) => {
    const text = textOf(file, print, schema, texts);
    texts.set(file.path, text);
    return { path: file.path, text };
  });
}

type Print = (template: string, view: unknown) => string;

/** @param texts of the files before this one, by their paths. */
function textOf(
  file: PlannedFile,
  print: Print,
  schema: string,
  texts: ReadonlyMap<string, string>,
): string {
  switch (file.from) {
    case "template":
      return print(file.template, file.view);
    case "copy":
      return readFileSync(new URL(file.source, templates), "utf8");
    case "joined":
      return file.paths.map((path) => texts.get(path) ?? "").join("\n---\n\n");
    case "schema":
      return schema;
    case "text":
      return file.text;
  }
}

/** Prints views; each template is compiled when it is first printed. */
function printer(): Print {
  const handlebars = Handlebars.create();
  handlebars.registerHelper({ ...helpers });
  const printed = new Map<string, Handlebars.TemplateDelegate<unknown>>();
  for (const [name, source] of templateSources()) {
    const print = handlebars.compile<unknown>(source, {
      strict: true,
      noEscape: true,
      knownHelpersOnly: true,
      preventIndent: true,
      knownHelpers: Object.fromEntries(Object.keys(helpers).map((helper) => [helper, true])),
    });
    printed.set(name, print);
    handlebars.registerPartial(name, print);
  }
  return (template, view) => {
    const print = printed.get(template);
    if (print === undefined) throw new Error(`there is no template ${template}`);
    return print(view);
  };
}

/** The text of every template, by its path below `templates/` without `.hbs`. */
export function templateSources(): [name: string, source: string][] {
  return ["sdk", "docs", "package"].flatMap((folder) =>
    readdirSync(new URL(folder, templates))
      .filter((file) => file.endsWith(".hbs"))
      .sort()
      .map((file): [string, string] => [
        `${folder}/${file.slice(0, -".hbs".length)}`,
        readFileSync(new URL(`${folder}/${file}`, templates), "utf8"),
      ]),
  );
}
