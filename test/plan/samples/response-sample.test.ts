import { describe, expect, it } from "vitest";
import type { Content } from "../../../generator/model/api/payload.js";
import { schemaFinder } from "../../../generator/model/schema/find-schema.js";
import { responseSample } from "../../../generator/plan/samples/response-sample.js";
import { field, json, list, named, object, text } from "../docs/fixture.js";

const inner = object([field("city", text())]);
const person = object([field("name", text()), field("home", inner)]);
const find = schemaFinder([{ name: "Person", alias: null, schema: person }]);

function sample(content: Content): unknown {
  const answer = responseSample(content, find);
  return answer === null ? null : JSON.parse(answer);
}

describe("the sample response on a page", () => {
  it("is the document's example, whether or not it fits", () => {
    expect(sample({ ...json(named("Person")), example: { value: { nick: 1 } } })).toEqual({
      nick: 1,
    });
  });

  it("is otherwise a value with all fields, at every depth", () => {
    const want = { name: "<name>", home: { city: "London" } };
    expect(sample(json(named("Person")))).toEqual(want);
    expect(sample(json(list(named("Person"))))).toEqual([want]);
  });

  it("has only two items of each list of a long example", () => {
    const value = Array.from({ length: 40 }, (_, index) => ({ index }));
    expect(sample({ ...json(list(text())), example: { value } })).toEqual([
      { index: 0 },
      { index: 1 },
    ]);
  });

  it("has no optional fields if it would be longer than 60 lines", () => {
    const many = Array.from({ length: 70 }, (_, index) => field(`field_${index}`, text()));
    const given = object([field("id", text(), { required: true }), ...many]);
    expect(sample(json(given))).toEqual({ id: "12345" });
  });

  it("has the values of the request that fit its fields", () => {
    const request = { name: "Ada", home: { city: "Paris", street: "Rue" }, other: 1 };
    const answer = responseSample(json(named("Person")), find, request);
    expect(JSON.parse(answer ?? "")).toEqual({ name: "Ada", home: { city: "Paris" } });
    const wrong = responseSample(json(named("Person")), find, { name: 1, home: "Paris" });
    expect(JSON.parse(wrong ?? "")).toEqual({ name: "<name>", home: { city: "London" } });
    const own = { ...json(named("Person")), example: { value: { name: "Bob" } } };
    expect(JSON.parse(responseSample(own, find, request) ?? "")).toEqual({ name: "Bob" });
  });

  it("is nothing if it isn't JSON, or has no schema", () => {
    expect(sample({ ...json(text()), format: "text" })).toBeNull();
    expect(sample(json({ ...text(), kind: "unknown" }))).toBeNull();
  });
});
