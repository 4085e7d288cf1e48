import { expect, it } from "vitest";
import { usesOf } from "../../../generator/plan/docs/uses.js";
import {
  api,
  field,
  json,
  list,
  named,
  object,
  operation,
  resource,
  response,
  schema,
} from "./fixture.js";

const node = operation("list", {
  success: [response(200, { content: json(list(named("Page"))) })],
});
const uses = usesOf(
  api({
    resources: [resource("Pets", [node])],
    schemas: [
      { name: "Page", alias: null, schema: object([field("pets", list(named("Pet")))]) },
      {
        name: "Pet",
        alias: null,
        schema: object([field("mother", named("Pet")), field("kind", named("Kind"))]),
      },
      { name: "Kind", alias: null, schema: schema({ kind: "union", members: [named("Page")] }) },
      {
        name: "Other",
        alias: null,
        schema: schema({ kind: "object", fields: [], additional: named("Pet") }),
      },
    ],
  }),
);

it("an operation uses what its schemas name, directly or through others", () => {
  expect([...uses.of(node)].sort()).toEqual(["Kind", "Page", "Pet"]);
});

it("a model is used by those that hold it, itself aside", () => {
  expect(uses.modelsWith("Pet")).toEqual(["Page", "Other"]);
});
