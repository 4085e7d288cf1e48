import { createRequire } from "node:module";
import type Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import {
  type Print,
  runnableTemplate,
  type Specification,
} from "../../generator/emit/template-runtime.js";
import { compiled } from "../../generator/emit/templates.js";

// Handlebars' own runtime, which prints what ours has to.
const handlebars: typeof Handlebars = createRequire(import.meta.url)("handlebars");

const helpers = { literal: (text: string) => JSON.stringify(text) };

describe("prints as Handlebars does", () => {
  it.each<[feature: string, source: string, view: unknown, printed: string]>([
    ["a field", "a {{b}}", { b: "<c>" }, "a <c>"],
    ["a field that says nothing", "a {{b}}", { b: null }, "a "],
    ["a helper", "{{literal a}}", { a: 'b"' }, '"b\\""'],
    ["what is there", "{{#if a}}yes{{else}}no{{/if}}", { a: "b" }, "yes"],
    ["what isn't", "{{#if a}}yes{{else}}no{{/if}}", { a: "" }, "no"],
    ["an empty list", "{{#if a}}yes{{else}}no{{/if}}", { a: [] }, "no"],
    ["unless", "{{#unless a}}{{b}}{{/unless}}", { a: false, b: 1 }, "1"],
    ["with", "{{#with a}}{{b}}{{/with}}", { a: { b: "c" } }, "c"],
    ["with nothing", "{{#with a}}{{b}}{{else}}{{c}}{{/with}}", { a: null, c: "d" }, "d"],
    [
      "first and last",
      "{{#each a}}{{#unless @first}}, {{/unless}}{{this}}{{#if @last}}.{{/if}}{{/each}}",
      { a: ["b", "c", "d"] },
      "b, c, d.",
    ],
    [
      "a list in a list",
      "{{#each a}}{{#each b}}{{this}}{{#unless @last}}-{{/unless}}{{/each}}{{#unless @last}};{{/unless}}{{/each}}",
      { a: [{ b: [1, 2] }, { b: [] }, { b: [3] }] },
      "1-2;;3",
    ],
    ["no list", "{{#each a}}{{this}}{{else}}none{{/each}}", { a: [] }, "none"],
    ["a partial", "{{#each a}}{{> part}}{{/each}}", { a: [{ b: 1 }, { b: 2 }] }, "1,2"],
  ])("%s", (_, source, view, printed) => {
    const part = "{{b}}{{#unless @last}},{{/unless}}";
    const partials: Record<string, Print> = {
      part: runnableTemplate(specificationOf(part), helpers, {}),
    };
    expect(runnableTemplate(specificationOf(source), helpers, partials)(view)).toBe(printed);
    const own = handlebars.compile(source, { noEscape: true });
    expect(own(view, { helpers, partials: { part: handlebars.compile(part) } })).toBe(printed);
  });
});

it("throws on a field that a view doesn't have", () => {
  expect(() => runnableTemplate(specificationOf("{{a}}"), helpers, {})({ b: "c" })).toThrow(
    'a template asks for "a", which its view doesn\'t have',
  );
});

it("throws on a missing partial", () => {
  expect(() => runnableTemplate(specificationOf("{{> a}}"), helpers, {})({})).toThrow(
    "there is no template a",
  );
});

function specificationOf(source: string): Specification {
  // An expression, as the build writes it to a module.
  return new Function(`return ${compiled(source)}`)();
}
