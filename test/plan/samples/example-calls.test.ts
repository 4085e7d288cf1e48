import { describe, expect, it } from "vitest";
import type { NamedExample } from "../../../generator/model/api/schema.js";
import { schemaFinder } from "../../../generator/model/schema/find-schema.js";
import { exampleCallsOf } from "../../../generator/plan/samples/example-calls.js";
import { jsonBody, operation, parameter, schema, text } from "../docs/fixture.js";

function example(name: string, value: unknown, summary: string | null = null): NamedExample {
  return { name, value, summary };
}

const body = jsonBody(text(), {
  example: { value: "first" },
  examples: [example("createUser", "a"), example("by phone", "b", "With a phone number")],
});

const find = schemaFinder([]);

const size = parameter("size", {
  in: "query",
  schema: schema({ kind: "scalar", type: "integer", format: null }),
  examples: [example("by phone", 1), example("all", 2)],
});

describe("the calls that named examples show", () => {
  it("are one for each name, with its summary", () => {
    const calls = exampleCallsOf(operation("add", { body, parameters: [size] }), find);
    expect(
      calls.map(({ title, operation: shown }) => [
        title,
        shown.body?.example?.value,
        shown.parameters[0]?.example?.value ?? null,
      ]),
    ).toEqual([
      ["Create User", "a", null],
      ["With a phone number", "b", 1],
      ["All", "first", 2],
    ]);
  });

  it("are none without named examples, and few however many there are", () => {
    expect(exampleCallsOf(operation("add"), find)).toEqual([]);
    const many = Array.from({ length: 9 }, (_, index) => example(`e${index}`, `${index}`));
    const calls = exampleCallsOf(operation("add", { body: { ...body, examples: many } }), find);
    expect(calls.map(({ title }) => title)).toEqual(["E0", "E1", "E2", "E3", "E4"]);
  });

  it("leave out examples of which the schema allows nothing", () => {
    const examples = [example("refused", 5), example("accepted", "a")];
    const calls = exampleCallsOf(operation("add", { body: { ...body, examples } }), find);
    expect(calls.map(({ title }) => title)).toEqual(["Accepted"]);
  });
});
