import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type Handlebars from "handlebars";
import { noteFile } from "../file-reads.js";
import { programFolder } from "../program-folder.js";
import { compiledTemplates } from "./compiled-templates.js";
import * as helpers from "./escape/escape.js";
import {
  type Print as PrintView,
  runnableTemplate,
  type Specification,
} from "./template-runtime.js";

type Library = typeof Handlebars;

const require = createRequire(import.meta.url);

/** Renders a view with the named template. */
export type Print = (template: string, view: unknown) => string;

/** A renderer for templates that use each other as partials. */
export function templatePrinter(
  sources: readonly (readonly [name: string, source: string])[],
): Print {
  const prints: Record<string, PrintView> = {};
  for (const [name, source] of sources) {
    prints[name] = runnableTemplate(specificationOf(name, source), { ...helpers }, prints);
  }
  return (template, view) => {
    const print = prints[template];
    if (print === undefined) throw new Error(`there is no template ${template}`);
    return print(view);
  };
}

/** Compiles a template to a JavaScript expression whose value is its Handlebars specification. */
export function compiled(source: string): string {
  const { precompile }: Pick<Library, "precompile"> = require("handlebars");
  const specification = precompile(source, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    preventIndent: true,
    knownHelpers: Object.fromEntries(Object.keys(helpers).map((helper) => [helper, true])),
  });
  return String(specification);
}

/** Specifications by source. */
const specifications = new Map<string, Specification>();

/** The specification from the build, unless the template has changed since. */
function specificationOf(name: string, source: string): Specification {
  const built = compiledTemplates.get(name);
  if (built?.source === source) return built.specification;
  const known = specifications.get(source) ?? evaluated(compiled(source));
  specifications.set(source, known);
  return known;
}

/**
 * Safe to evaluate: the templates are our own, and the values of a document aren't part of them.
 */
function evaluated(expression: string): Specification {
  return new Function(`return ${expression}`)();
}

const templates = new URL("templates/", programFolder);

/** The source of every template, by its path in `templates/` without `.hbs`. */
export function templateSources(): [name: string, source: string][] {
  return ["sdk", "docs", "package"].flatMap((folder) =>
    readdirSync(new URL(folder, templates))
      .filter((file) => file.endsWith(".hbs"))
      .sort()
      .map((file): [string, string] => [
        `${folder}/${file.slice(0, -".hbs".length)}`,
        templateText(`${folder}/${file}`),
      ]),
  );
}

/** The text of a file in `templates/`. */
export function templateText(path: string): string {
  return noteFile(fileURLToPath(new URL(path, templates))).toString("utf8");
}
