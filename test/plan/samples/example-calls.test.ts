import { describe, expect, it } from "vitest";
import type { NamedExample } from "../../../generator/model/api/schema.js";
import { exampleCallsOf } from "../../../generator/plan/samples/example-calls.js";
import { jsonBody, object, operation, parameter } from "../docs/fixture.js";

function example(name: string, value: unknown, summary: string | null = null): NamedExample {
  return { name, value, summary };
}

const body = jsonBody(object([]), {
  example: { value: "first" },
  examples: [example("createUser", "a"), example("by phone", "b", "With a phone number")],
});

const size = parameter("size", {
  in: "query",
  examples: [example("by phone", 1), example("all", 2)],
});

describe("the calls that named examples show", () => {
  it("are one for each name, with its summary", () => {
    const calls = exampleCallsOf(operation("add", { body, parameters: [size] }));
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
    expect(exampleCallsOf(operation("add"))).toEqual([]);
    const many = Array.from({ length: 9 }, (_, index) => example(`e${index}`, index));
    const calls = exampleCallsOf(operation("add", { body: { ...body, examples: many } }));
    expect(calls.map(({ title }) => title)).toEqual(["E0", "E1", "E2", "E3", "E4"]);
  });
});
