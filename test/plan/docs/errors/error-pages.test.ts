import { describe, expect, it } from "vitest";
import type { NamedError } from "../../../../generator/model/api/api.js";
import type { Operation } from "../../../../generator/model/api/operation.js";
import { docs } from "../../../../generator/plan/docs/docs.js";
import { errorGroupFile } from "../../../../generator/plan/docs/errors/error-group-file.js";
import { errorsByStatus } from "../../../../generator/plan/docs/errors/error-pages.js";
import { docsFor, field, json, object, operation, resource, response, text } from "../fixture.js";

const payload = object([field("message", text())]);

/** An API whose operations each describe the payload of their own 404. */
function apiWith(count: number, facts: Partial<NamedError> = {}) {
  const ids = Array.from({ length: count }, (_, index) => `getPet${index}`);
  const operations = ids.map(
    (id): Operation =>
      operation(id, {
        path: `/${id}`,
        errors: [response(404, { error: `${id} 404 Error`, content: json(payload) })],
      }),
  );
  const errors = ids.map(
    (id): NamedError => ({
      name: `${id} 404 Error`,
      schemaName: null,
      responseName: null,
      origin: { operationId: id, status: { kind: "code", code: 404 }, contentType: "" },
      schema: payload,
      ...facts,
    }),
  );
  return docsFor({ resources: [resource("Pets", operations)], errors });
}

const paths = (api: ReturnType<typeof apiWith>) =>
  docs(api)
    .files.map(({ path }) => path)
    .filter((path) => /errors\/.*pet/.test(path));

describe("the errors of single operations", () => {
  it("have their own pages if there are at most 100", () => {
    expect(paths(apiWith(100))).toHaveLength(100);
    expect(apiWith(100).pages.error({ name: "getPet7 404 Error" })).toBe(
      "docs/errors/getpet7404error.md",
    );
  });

  it("share a page per resource if there are more", () => {
    const api = apiWith(101);
    expect(paths(api)).toEqual(["docs/errors/pets-errors.md"]);
    expect(api.pages.error({ name: "getPet7 404 Error" })).toBe("docs/errors/pets-errors.md#404");
  });

  it("are described once for each payload", () => {
    const api = apiWith(101);
    const [group] = api.pages.errorGroups;
    if (group === undefined) throw new Error("no errors share a page");
    const { view } = errorGroupFile(group, api);
    expect(view).toMatchObject({
      resource: { label: "Pets", href: "../sdks/pets/README.md" },
      byStatus: [{ status: "404", payloads: [{ classes: { length: 101 } }] }],
    });
  });

  it("are not those with a name in the document", () => {
    expect(apiWith(101, { responseName: "NotFound" }).pages.errorGroups).toEqual([]);
  });
});

it("sorts errors by status, with the default last", () => {
  const error = (name: string, status: NamedError["origin"]["status"]): NamedError => ({
    name,
    schemaName: null,
    responseName: null,
    origin: { operationId: name, status, contentType: "" },
    schema: payload,
  });
  const errors = [
    error("a", { kind: "default" }),
    error("b", { kind: "range", hundreds: 4 }),
    error("c", { kind: "code", code: 404 }),
    error("d", { kind: "code", code: 400 }),
  ];
  expect(errorsByStatus(errors).map(([status]) => status)).toEqual([
    "4XX",
    "400",
    "404",
    "any other",
  ]);
});
