import { expect, it } from "vitest";
import { usedBy } from "../../../generator/plan/docs/used-by.js";
import { api, field, json, list, named, object, operation, response, schema } from "./fixture.js";

const node = operation("list", {
  success: [response(200, { content: json(list(named("Page"))) })],
});
const chained = operation("chain", { success: [response(200, { content: json(named("A")) })] });
const uses = usedBy(
  api({
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
      ...["A", "B", "C", "D", "E"].map((name, index, names) => ({
        name,
        alias: null,
        schema: list(named(names[index + 1] ?? "Pet")),
      })),
    ],
  }),
  [{ operation: node }, { operation: chained }],
);

it("an operation uses models that its schemas refer to, directly or through others", () => {
  const used = ["Page", "Pet", "Kind", "Other"].filter((name) =>
    uses.operationsWith(name).some((placed) => placed.operation === node),
  );
  expect(used).toEqual(["Page", "Pet", "Kind"]);
});

it("an operation doesn't count as a use of distant schemas", () => {
  const used = ["A", "B", "C", "D", "E"].filter((name) => uses.operationsWith(name).length > 0);
  expect(used).toEqual(["A", "B", "C", "D"]);
});

it("a model is used by models that contain it, except itself", () => {
  expect(uses.modelsWith("Pet")).toEqual(["Page", "Other", "E"]);
});
