import { expect, it } from "vitest";
import type { Schema } from "../../../generator/model/api/schema.js";
import { typeView } from "../../../generator/plan/docs/type-view.js";
import { docsFor, list, named, object, schema, text } from "./fixture.js";

const api = docsFor({
  schemas: [
    { name: "Cat", alias: null, schema: object([]) },
    { name: "Dog", alias: null, schema: object([]) },
  ],
});

const count = schema({ kind: "scalar", type: "integer", format: null });

const union = (...members: Schema[]) => schema({ kind: "union", members });

/** Links in brackets, code in ticks, bars as they are. */
function markdownOf(given: Schema): string {
  return typeView(given, "docs/models/page.md", api)
    .map(
      (part) =>
        `${part.isAlternative ? " | " : ""}${part.href ? `[${part.text}]` : `\`${part.text}\``}`,
    )
    .join("");
}

it.each([
  ["code", text({ nullable: true }), "`string | null`"],
  ["a name", named("Cat"), "[Cat]"],
  ["a name or null", named("Cat", { nullable: true }), "[Cat] | `null`"],
  ["a list", list(named("Cat")), "[Cat]`[]`"],
  ["names", union(named("Cat"), named("Dog")), "[Cat] | [Dog]"],
  ["a name among others", union(text(), named("Dog"), count), "`string` | [Dog] | `number`"],
  ["a list of names", list(union(named("Cat"), named("Dog"))), "`(`[Cat] | [Dog]`)[]`"],
])("the type of %s", (_, given, want) => {
  expect(markdownOf(given)).toBe(want);
});

it("a name links to its page", () => {
  expect(typeView(named("Dog"), "docs/models/page.md", api)).toEqual([
    { text: "Dog", href: "dog.md", isAlternative: false },
  ]);
});
