import { describe, expect, it } from "vitest";
import type { Response, Status } from "../../../../generator/model/api/operation.js";
import { callFrom } from "../../../../generator/plan/call/call.js";
import { errorRows } from "../../../../generator/plan/docs/errors/errors-view.js";
import { docsFor, json, named, object, operation, response } from "../fixture.js";

const range4: Status = { kind: "range", hundreds: 4 };
const range5: Status = { kind: "range", hundreds: 5 };
const rest: Status = { kind: "default" };

function failure(
  status: Status | number,
  description: string | null,
  error: string | null,
): Response {
  const content = error === null ? null : json(named(error));
  const facts = { description, error, content };
  return typeof status === "number" ? response(status, facts) : { ...response(0, facts), status };
}

/** Each row as its cells read. */
function rowsOf(...errors: Response[]): string[] {
  const node = operation("do", { errors });
  const origin = { operationId: "do", status: rest, contentType: "application/json" };
  const schemas = ["Problem", "Missing"].map((name) => ({
    name,
    alias: null,
    schema: object([]),
  }));
  const all = docsFor({
    schemas,
    errors: schemas.map(({ name, schema }) => ({
      name,
      schemaName: name,
      responseName: null,
      origin,
      schema,
    })),
  });
  return errorRows(callFrom(node, all.api), "docs/sdks/a/README.md", all).map(
    ({ label, statuses, contentTypes, notes }) =>
      [
        label,
        statuses,
        contentTypes.join(", "),
        ...notes.map((each) => [each.label, each.prose].filter(Boolean).join(" ")),
      ].join(" | "),
  );
}

describe("the errors of an operation", () => {
  it("are a row for each class, and SDKError for the rest", () => {
    expect(
      rowsOf(
        failure(400, "Wrong.", "Problem"),
        failure(404, "Gone.", "Missing"),
        failure(422, null, "Problem"),
      ),
    ).toEqual([
      "Problem | 400, 422 | application/json | 400: Wrong.",
      "MissingError | 404 | application/json | Gone.",
      "SDKError | 4XX, 5XX | */* | Any other failure.",
    ]);
  });

  it("are SDKErrors if they have no payload", () => {
    expect(rowsOf(failure(401, "Who are you?", null))).toEqual([
      "SDKError | 4XX, 5XX | */* | 401: Who are you? | Any other failure.",
    ]);
    expect(rowsOf(failure(rest, "Something else.", null))).toEqual([
      "SDKError | 4XX, 5XX | */* | Something else.",
    ]);
  });

  it("have a row for those that are text, alone or next to JSON", () => {
    const text = { ...failure(503, "Not yet.", null), text: "text/plain" };
    const either = { ...failure(400, "Wrong.", "Problem"), text: "text/html" };
    expect(rowsOf(either, text)).toEqual([
      "Problem | 400 | application/json | Wrong.",
      "SDKError | 400, 503 | text/html, text/plain | 400: Wrong. | 503: Not yet.",
      "SDKError | 4XX, 5XX | */* | Any other failure.",
    ]);
  });

  it.each([
    ["a range", [failure(range4, null, "Problem")], ["Problem | 4XX", "SDKError | 5XX"]],
    [
      "both ranges",
      [failure(range4, null, "Problem"), failure(range5, null, "Problem")],
      ["Problem | 4XX, 5XX", "SDKError | 3XX"],
    ],
    ["the default", [failure(rest, null, "Problem")], ["Problem | any other"]],
    [
      "the default, beside a failure without payload",
      [failure(401, null, null), failure(rest, null, "Problem")],
      ["Problem | any other", "SDKError | 401"],
    ],
    [
      "a range, beside a failure without payload",
      [failure(404, null, null), failure(range4, null, "Problem")],
      ["Problem | 4XX", "SDKError | 404, 5XX"],
    ],
  ])("leave to SDKError what %s doesn't cover", (_, errors, want) => {
    const rows = rowsOf(...errors).map((row) => row.split(" | ").slice(0, 2).join(" | "));
    expect(rows).toEqual(want);
  });
});
