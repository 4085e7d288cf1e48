import { createRequire } from "node:module";
import type Handlebars from "handlebars";
import { compiledTemplates } from "./compiled-templates.js";
import * as helpers from "./helpers.js";

type Library = typeof Handlebars;

const require = createRequire(import.meta.url);

// What prints alone: the compiler is four times as large, and asked for where it is needed.
const { create }: Pick<Library, "create"> = require("handlebars/runtime.js");

/** Prints a view with the template of a name. */
export type Print = (template: string, view: unknown) => string;

/** A printer of templates, which know each other as partials. */
export function printer(sources: readonly (readonly [name: string, source: string])[]): Print {
  const handlebars = create();
  handlebars.registerHelper({ ...helpers });
  const printed = new Map<string, Handlebars.TemplateDelegate<unknown>>();
  for (const [name, source] of sources) {
    const print = handlebars.template<unknown>(specificationOf(name, source));
    printed.set(name, print);
    handlebars.registerPartial(name, print);
  }
  return (template, view) => {
    const print = printed.get(template);
    if (print === undefined) throw new Error(`there is no template ${template}`);
    return print(view);
  };
}

/** As JavaScript: an expression whose value is what Handlebars calls a template's specification. */
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

/** By their sources. */
const specifications = new Map<string, TemplateSpecification>();

/** What the build compiled, as long as it is still what the template says. */
function specificationOf(name: string, source: string): TemplateSpecification {
  const built = compiledTemplates.get(name);
  if (built?.source === source) return built.specification;
  const known = specifications.get(source) ?? evaluated(compiled(source));
  specifications.set(source, known);
  return known;
}

/** The templates are our own, and print what they were compiled to print. */
function evaluated(expression: string): TemplateSpecification {
  return new Function(`return ${expression}`)();
}
