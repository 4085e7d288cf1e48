import { describe, expect, it } from "vitest";
import type { Operation } from "../../../../generator/model/api/operation.js";
import type { NamedExample } from "../../../../generator/model/api/schema.js";
import {
  outcomeSnippetView,
  snippetView,
  standaloneView,
} from "../../../../generator/plan/docs/snippets/snippets.js";
import { usageViews } from "../../../../generator/plan/docs/snippets/usage-views.js";
import {
  type api,
  docsFor,
  field,
  json,
  jsonBody,
  named,
  object,
  operation,
  parameter,
  resource,
  response,
  server,
  text,
} from "../fixture.js";

const bearer = { name: "bearerAuth", description: null, kind: "bearer", format: null } as const;

function placedIn(node: Operation, facts: Parameters<typeof api>[0] = {}) {
  const things = resource("things", [node]);
  const all = docsFor({
    resources: [things],
    schemas: [{ name: "Thing", alias: null, schema: object([]) }],
    security: [bearer],
    ...facts,
  });
  return [{ operation: node, resource: things }, all] as const;
}

describe("a snippet", () => {
  it("calls a method and stores its result", () => {
    const node = operation("getThing", {
      method: "get",
      path: "/things/{id}",
      parameters: [parameter("id", { in: "path", required: true })],
      success: [response(200, { content: json(named("Thing")) })],
      security: [{ schemes: [] }, { schemes: [{ name: "bearerAuth", scopes: [] }] }],
    });
    expect(snippetView(...placedIn(node))).toEqual({
      operationId: "getThing",
      method: "get",
      path: "/things/{id}",
      packageName: "things",
      class: "Things",
      variable: "things",
      options: '{ bearerAuth: "<YOUR_BEARER_AUTH>" }',
      callee: "things.things.get",
      argument: '{ id: "12345" }',
      opensFiles: false,
      result: "thing",
    });
  });

  it("stores nothing if there is no result, and omits an empty argument", () => {
    const view = snippetView(...placedIn(operation("ping")));
    expect([view.result, view.argument, view.options]).toEqual([null, "", ""]);
  });

  it("names a server if the document has none", () => {
    const servers = [server("/v1")];
    const view = snippetView(...placedIn(operation("ping"), { servers }));
    expect(view.options).toBe('{ serverURL: "https://api.example.com/v1" }');
  });

  it("stores a value under another name than the client's", () => {
    const success = [response(200, { content: json(named("Things")) })];
    const schemas = [{ name: "Things", alias: null, schema: object([]) }];
    const { variable, result } = snippetView(
      ...placedIn(operation("list", { success }), { schemas }),
    );
    expect(result).not.toBe(variable);
  });

  it("checks the outcome of any call", () => {
    expect(outcomeSnippetView(...placedIn(operation("ping"))).result).toBe("result");
  });
});

describe("the snippets of an operation", () => {
  const add = (examples: readonly NamedExample[]) => {
    const body = jsonBody(object([field("name", text(), { required: true })]), { examples });
    return usageViews(...placedIn(operation("add", { body }))).map(({ title, argument }) => [
      title,
      argument,
    ]);
  };

  it("are one for each named example", () => {
    expect(
      add([
        { name: "short", summary: null, value: { name: "Al" } },
        { name: "same", summary: null, value: { name: "Al" } },
        { name: "long", summary: "A long name", value: { name: "Alexandra" } },
      ]),
    ).toEqual([
      ["Short", '{ name: "Al" }'],
      ["A long name", '{ name: "Alexandra" }'],
    ]);
  });

  it("are one without a title if the examples are the same, or wouldn't compile", () => {
    const wrong = [{ name: "wrong", summary: "Wrong", value: { name: 1 } }];
    const untold = [[null, '{ name: "<name>" }']];
    expect(add(wrong)).toEqual(untold);
    expect(add([])).toEqual(untold);
  });
});

describe("a snippet of a function", () => {
  it("passes the client, then the argument", () => {
    const node = operation("getThing", {
      parameters: [parameter("id", { in: "path", required: true })],
    });
    const { coreModule, module, core, imported, callee, argument } = standaloneView(
      ...placedIn(node),
    );
    expect({ coreModule, module, core, imported, callee, argument }).toEqual({
      coreModule: "things/core",
      module: "things/operations/things",
      core: "ThingsCore",
      imported: "getThing",
      callee: "getThing",
      argument: ', { id: "12345" }',
    });
  });

  it.each([
    ["result", "result", "result2"],
    ["console", "console as console_", "result"],
  ])("called %s keeps clear of the other names", (id, imported, result) => {
    const view = standaloneView(...placedIn(operation(id)));
    expect([view.imported, view.result]).toEqual([imported, result]);
  });
});
