import { expect, it } from "vitest";
import { schemasWithin } from "../../../generator/model/schema/find-schema.js";
import { field, list, named, object, schema, text } from "../../plan/docs/fixture.js";

const id = text({}, "uuid");
const node = object([field("next", named("Node")), field("id", id)]);
const find = (name: string) => (name === "Node" ? node : undefined);

it("are a schema and all schemas in it, in order", () => {
  const items = list(id);
  const further = text();
  const map = schema({ kind: "object", fields: [field("ids", items)], additional: further });
  const both = schema({ kind: "intersection", members: [map, id] });
  const union = schema({ kind: "union", members: [both] });
  expect([...schemasWithin([union])]).toEqual([union, both, map, items, id, further, id]);
});

it("include those of a named schema, once", () => {
  const roots = [named("Node"), named("Nobody"), named("Node")];
  expect([...schemasWithin(roots, find)]).toEqual([
    named("Node"),
    node,
    named("Node"),
    id,
    named("Nobody"),
    named("Node"),
  ]);
  expect([...schemasWithin(roots)]).toEqual(roots);
});

it("are found however deep they are", () => {
  let deep = text();
  for (let level = 0; level < 20_000; level += 1) deep = list(deep);
  expect([...schemasWithin([deep])]).toHaveLength(20_001);
});

it("are as many as a document may have", () => {
  const members = Array.from({ length: 300_000 }, () => id);
  expect([...schemasWithin([schema({ kind: "union", members })])]).toHaveLength(300_001);
});
