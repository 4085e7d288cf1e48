import { describe, expect, test } from "vitest";
import { jsonBody } from "../../templates/runtime/body-json.js";
import { writtenFrom } from "../../templates/runtime/call-with.js";
import { type CallOptions, ClientCore } from "../../templates/runtime/client-core.js";
import { draftOf } from "../../templates/runtime/draft.js";
import { encodeReserved } from "../../templates/runtime/encode.js";
import { InvalidRequestError } from "../../templates/runtime/errors.js";
import { inCookie } from "../../templates/runtime/in-cookie.js";
import { inHeader } from "../../templates/runtime/in-header.js";
import { inPath } from "../../templates/runtime/in-path.js";
import { inQuery } from "../../templates/runtime/in-query.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { Parameter } from "../../templates/runtime/parameter.js";
import { deepObjectStyle } from "../../templates/runtime/style-deep-object.js";
import { formExplodedStyle } from "../../templates/runtime/style-form.js";
import { labelStyle } from "../../templates/runtime/style-label.js";
import { headerStyle, simpleStyle } from "../../templates/runtime/style-simple.js";
import { addThing, clientWith, getThing, listThings, type Setup } from "./things.js";

const api = "http://127.0.0.1";

function drafted(
  operation: Operation,
  input: object,
  setup: Setup = {},
  options: CallOptions = {},
) {
  const request = { method: operation.method, url: operation.path, operationId: operation.id };
  const call = { request, attempts: 0, secrets: [] };
  const settings = ClientCore.settingsOf(clientWith({ serverURL: api, ...setup }));
  return draftOf(operation, writtenFrom(operation, input, call, setup), settings, options, call);
}

/** What is written of a call's argument, without what every request has. */
function writtenOf(operation: Operation, input: object) {
  const { url, headers, body } = drafted(operation, input);
  const {
    accept,
    "user-agent": agent,
    "content-type": type,
    ...header
  } = Object.fromEntries(headers);
  return { url: url.replace(api, ""), header, body };
}

describe("a server of an operation without a host is on the host that is called", () => {
  test.each<[server: string, setup: Setup, options: CallOptions, want: string]>([
    ["/", { serverURL: "https://a.example/api/v2" }, {}, "https://a.example/ping"],
    ["/v1/", { serverURL: "https://a.example/api/v2" }, {}, "https://a.example/v1/ping"],
    ["/", {}, { serverURL: "https://b.example/v3" }, "https://b.example/v3/ping"],
    ["https://c.example", { serverURL: "https://a.example/v2" }, {}, "https://a.example/v2/ping"],
  ])("%s, %j, %j", (server, setup, options, want) => {
    const ping: Operation = { id: "ping", method: "GET", path: "/ping", server };
    expect(drafted(ping, {}, setup, options).url).toBe(want);
  });
});

const path: Parameter = { in: inPath, write: simpleStyle };
const query: Parameter = { in: inQuery, write: formExplodedStyle };
const header: Parameter = { in: inHeader, write: headerStyle };
const update: Operation = {
  ...addThing,
  path: "/things/{id}",
  parameters: {
    thing_id: { ...path, name: "id" },
    limit: query,
    "X-Kind": header,
    toString: query,
    session: { in: inCookie, write: formExplodedStyle },
  },
};
const at = { thing_id: "t" };

describe("fields are written to their places", () => {
  const none = { url: "/things/t", header: {} };
  test.each<{ name: string; operation?: Operation; input: object; want: object }>([
    {
      name: "each kind",
      input: { ...at, limit: 1, "X-Kind": "k", toString: "s", session: "a;b", name: "n" },
      want: {
        url: "/things/t?limit=1&toString=s",
        header: { "x-kind": "k", cookie: "session=a%3Bb" },
        body: '{"name":"n"}',
      },
    },
    { name: "what is left out", input: at, want: { ...none, body: "{}" } },
    {
      name: "null, which is no value of a parameter",
      input: { ...at, limit: null, "X-Kind": null, session: null },
      want: { ...none, body: "{}" },
    },
    {
      name: "null and undefined in a body",
      input: { ...at, a: null, b: undefined },
      want: { ...none, body: '{"a":null}' },
    },
    {
      name: "the field of a body",
      operation: {
        ...update,
        body: { write: jsonBody, contentType: "application/json", field: "body" },
      },
      input: { ...at, body: [null] },
      want: { ...none, body: "[null]" },
    },
    {
      name: "an operation without parameters and body",
      operation: listThings,
      input: { name: "n" },
      want: { url: "/things", header: {}, body: undefined },
    },
    {
      name: "lists, by the defaults of their places",
      input: { thing_id: ["a/b", "c"], limit: [1, 2], "X-Kind": ["k", "l"] },
      want: {
        url: "/things/a%2Fb,c?limit=1&limit=2",
        header: { "x-kind": "k,l" },
        body: "{}",
      },
    },
    {
      name: "a list of nothing, which is not sent",
      input: { ...at, limit: [] },
      want: { ...none, body: "{}" },
    },
    {
      name: "values in the style and the encoding that the operation says",
      operation: {
        ...getThing,
        parameters: {
          id: { in: inPath, write: labelStyle },
          filter: { in: inQuery, write: deepObjectStyle },
          url: { ...query, encode: encodeReserved },
        },
      },
      input: { id: "a", filter: { b: 1 }, url: "https://c.example/d" },
      want: {
        url: "/things/.a?filter%5Bb%5D=1&url=https://c.example/d",
        header: {},
        body: undefined,
      },
    },
  ])("$name", ({ operation = update, input, want }) => {
    expect(writtenOf(operation, input)).toEqual(want);
  });

  test("the argument isn't changed", () => {
    const input = { ...at, name: "n" };
    drafted(update, input);
    expect(input).toEqual({ thing_id: "t", name: "n" });
  });
});

describe("a value that a call omits is the client's", () => {
  const operation: Operation = {
    ...listThings,
    parameters: { limit: { ...query, global: "pageSize" }, after: query },
  };
  test.each<[name: string, input: object, client: object, want: string]>([
    ["where it has one", { after: "a" }, { pageSize: 5, after: "b" }, "?limit=5&after=a"],
    ["not where the call gives one", { limit: 1 }, { pageSize: 5 }, "?limit=1"],
    ["not where the call gives none by null", { limit: null }, { pageSize: 5 }, ""],
    ["not where it has none", {}, {}, ""],
  ])("%s", (_, input, client, want) => {
    expect(drafted(operation, input, client).url).toBe(`${api}/things${want}`);
  });
});

describe("path values", () => {
  const missing = "getThing: the path needs a value for id";
  test.each<[name: string, id: unknown, message: string]>([
    ["undefined", undefined, missing],
    ["null", null, missing],
    ["nothing", "", missing],
    ["a list of nothing", [], missing],
    ["a list of an empty text", [""], missing],
    ["an object without fields", {}, missing],
    [".", ".", "getThing: /things/. would change the path"],
    ["..", "..", "getThing: /things/.. would change the path"],
    ["a list of ..", [".."], "getThing: /things/.. would change the path"],
  ])("refused: %s", (_, id, message) => {
    const refused = expect(() => drafted(getThing, { id }));
    refused.toThrow(InvalidRequestError);
    refused.toThrow(message);
  });

  test("refused: two that are harmless alone", () => {
    const operation: Operation = {
      ...getThing,
      path: "/things/{a}{b}/parts",
      parameters: { a: path, b: path },
    };
    const refused = expect(() => drafted(operation, { a: ".", b: "." }));
    refused.toThrow("getThing: /things/../parts would change the path");
  });

  test.each<[id: unknown, want: string]>([
    [0, "/things/0"],
    [false, "/things/false"],
    [1n, "/things/1"],
    ["...", "/things/..."],
    [".a", "/things/.a"],
    [" ", "/things/%20"],
    ["%2e%2e", "/things/%252e%252e"],
    ["a/b?c", "/things/a%2Fb%3Fc"],
    [["a", "b"], "/things/a,b"],
    [[".", "."], "/things/.,."],
    [{ a: 1 }, "/things/a,1"],
    [new Date(0), "/things/1970-01-01T00%3A00%3A00.000Z"],
  ])("taken: %s", (id, want) => {
    expect(writtenOf(getThing, { id }).url).toBe(want);
  });

  test.each([{ parameters: {} }, { parameters: { id: path } }])(
    "written to each place of a name that the path repeats: %j",
    ({ parameters }) => {
      const operation: Operation = { ...getThing, path: "/things/{id}/copies/{id}", parameters };
      expect(writtenOf(operation, { id: "a" }).url).toBe("/things/a/copies/a");
    },
  );

  test("an inherited one is ignored", () => {
    const operation: Operation = {
      ...getThing,
      path: "/things/{constructor}",
      parameters: { constructor: path },
    };
    expect(() => drafted(operation, {})).toThrow("the path needs a value for constructor");
  });
});

describe("what every request sends", () => {
  const api = { userAgent: "things/1.0.0" };
  test.each<{ name: string; setup?: Setup; operation?: Operation; want: Record<string, string> }>([
    {
      name: "that JSON is wanted, and who asks",
      want: { accept: "application/json", "user-agent": "things/1.0.0" },
    },
    {
      name: "what else is wanted",
      operation: { ...listThings, accept: "image/png" },
      want: { accept: "image/png", "user-agent": "things/1.0.0" },
    },
    {
      name: "what the caller says instead",
      setup: { headers: { "User-Agent": "mine", accept: "text/plain" } },
      want: { accept: "text/plain", "user-agent": "mine" },
    },
    {
      name: "nothing of it where the caller takes it away",
      setup: { headers: { "User-Agent": null, Accept: null } },
      want: {},
    },
  ])("$name", ({ setup = {}, operation = listThings, want }) => {
    const { headers } = drafted(operation, {}, { api, ...setup });
    expect(Object.fromEntries(headers)).toEqual(want);
  });
});

describe("the server", () => {
  const own: Operation = { ...listThings, server: "http://own.example/v2" };
  const chosen = { server: ({ server = "a" }: { server?: unknown }) => `http://${server}.example` };
  test.each<{
    name: string;
    operation?: Operation;
    setup: Setup;
    options?: CallOptions;
    want: string;
  }>([
    {
      name: "the operation's own, before the document's",
      operation: own,
      setup: { serverURL: undefined, api: { server: "http://document.example" } },
      want: "http://own.example/v2/things",
    },
    {
      name: "the client's, before all of the document's",
      operation: own,
      setup: { serverURL: "http://client.example" },
      want: "http://client.example/things",
    },
    {
      name: "the call's, before all",
      operation: own,
      setup: { serverURL: "http://client.example" },
      options: { serverURL: "http://call.example" },
      want: "http://call.example/things",
    },
    {
      name: "what is made of the client's options",
      setup: { serverURL: undefined, api: chosen, server: "b" },
      want: "http://b.example/things",
    },
  ])("$name", ({ operation = listThings, setup, options, want }) => {
    expect(drafted(operation, {}, setup, options).url).toBe(want);
  });
});
