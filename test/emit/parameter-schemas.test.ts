import { expect, it } from "vitest";
import { withParameterSchemas } from "../../generator/emit/parameter-schemas.js";

const schema = { type: "object" };
const content = { "application/json": { schema } };

it("a parameter has the schema of its content, wherever it stands", () => {
  const given = { in: "query", name: "a", content };
  const want = { ...given, schema };
  expect(
    withParameterSchemas({
      paths: { "/a": { parameters: [given], get: { parameters: [given] } } },
      components: { parameters: { A: given } },
    }),
  ).toEqual({
    paths: { "/a": { parameters: [want], get: { parameters: [want] } } },
    components: { parameters: { A: want } },
  });
});

it("the whole of a query is in the query", () => {
  const paths = { "/a": { get: { parameters: [{ in: "querystring", name: "a", content }] } } };
  expect(withParameterSchemas({ paths })).toEqual({
    paths: { "/a": { get: { parameters: [{ in: "query", name: "a", content, schema }] } } },
  });
});
