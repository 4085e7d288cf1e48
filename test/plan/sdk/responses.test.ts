import { describe, expect, it } from "vitest";
import type { Response, Status } from "../../../generator/model/api/operation.js";
import { statusFrom } from "../../../generator/model/statuses.js";
import { callFrom } from "../../../generator/plan/call/call.js";
import {
  failuresOf,
  statusKey,
  statusType,
  successReaders,
  withoutStatuses,
} from "../../../generator/plan/sdk/responses.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn, ref } from "../blueprint.js";
import { response } from "../docs/fixture.js";

function status(key: string): Status {
  const found = statusFrom(key);
  if (found === null) throw new Error(`${key} is no status`);
  return found;
}

function responses(keys: readonly string[]): Response[] {
  return keys.map((key) => response(200, { status: status(key) }));
}

describe("the key of a status", () => {
  it.each([
    ["404", "404"],
    ["4XX", '"4XX"'],
    ["default", "default"],
  ])("%s", (given, want) => {
    expect(statusKey(status(given))).toBe(want);
  });
});

describe("the statuses of an entry", () => {
  it.each<[given: string, beside: string[], want: string]>([
    ["404", ["404", "4XX", "default"], "404"],
    ["4XX", ["4XX"], "StatusRange<4>"],
    ["4XX", ["4XX", "404", "422"], "Exclude<StatusRange<4>, 404 | 422>"],
    ["4XX", ["4XX", "500", "5XX", "default"], "StatusRange<4>"],
    ["default", ["default"], "HttpErrorStatus"],
    ["default", ["404", "default"], "Exclude<HttpErrorStatus, 404>"],
    [
      "default",
      ["404", "4XX", "503", "default"],
      "Exclude<HttpErrorStatus, 404 | StatusRange<4> | 503>",
    ],
  ])("%s beside %j", (given, beside, want) => {
    expect(statusType(status(given), responses(beside))).toBe(want);
  });
});

describe("the lines of a success", () => {
  const schema = { type: "object", properties: { live: { type: "boolean" } } };
  const lines = { "application/jsonl": { schema: {} } };
  const whole = { "application/json": { schema: {} } };
  it.each<[name: string, operation: JsonObject, want: string[]]>([
    ["that a field of the request chooses", {}, ["chosenBy"]],
    ["that no field chooses", { "x-speakeasy-sse-overload": false }, []],
  ])("%s", (_, own, want) => {
    const { operation, blueprint } = operationIn({
      paths: {
        "/chat": {
          post: {
            "x-fern-streaming": { format: "json", "stream-condition": "$request.live" },
            requestBody: json(schema),
            responses: { 200: { description: "", content: { ...whole, ...lines } } },
            ...own,
          },
        },
      },
    });
    const [success] = operation.success;
    if (success === undefined) throw new Error("there is no success");
    const { readers } = successReaders(
      success,
      callFrom(operation, blueprint.api),
      () => undefined,
    );
    const found = readers.flatMap(({ stream }) => stream?.settings ?? []);
    expect(found.map(({ key }) => key)).toEqual(want);
  });
});

describe("a type without statuses", () => {
  it("is the type itself if there are none", () => {
    expect(withoutStatuses("HttpErrorStatus", [])).toBe("HttpErrorStatus");
  });
});

const empty = { description: "" };
const content = { "application/json": { schema: ref("Problem") } };
const problem = json(ref("Problem"));
const message = json(ref("Message"));
const unnamed = json({ type: "string" });

/** The error union of an operation with these responses, and what its type mentions. */
function failuresWith(responses: JsonObject) {
  const { blueprint, operation } = operationIn({
    paths: { "/a": { get: { operationId: "getA", responses: { 200: empty, ...responses } } } },
    components: { schemas: { Problem: { type: "object" }, Message: {} } },
  });
  const { members, uses } = failuresOf(callFrom(operation, blueprint.api), blueprint.names);
  return { members, uses: uses.map(({ module, name }) => `${name} < ${module}`) };
}

const always = "TransportError < ../runtime/errors.js";
const fallback = "SDKError < ../runtime/errors.js";
const range = "StatusRange < ../runtime/status.js";
const any = "HttpErrorStatus < ../runtime/status.js";

interface Case {
  readonly given: JsonObject;
  readonly members: readonly string[];
  readonly uses: readonly string[];
}

describe("what a call can fail with", () => {
  it.each<[name: string, row: Case]>([
    [
      "nothing documented",
      { given: {}, members: ["SDKError", "TransportError"], uses: [always, fallback] },
    ],
    [
      "failures without a payload",
      {
        given: { 404: empty, "5XX": empty, default: empty },
        members: ["SDKError", "TransportError"],
        uses: [always, fallback],
      },
    ],
    [
      "codes of one payload",
      {
        given: { 404: problem, 400: problem },
        members: [
          "Problem<400 | 404>",
          "SDKError<Exclude<HttpErrorStatus, 400 | 404>>",
          "TransportError",
        ],
        uses: ["Problem < ../errors.js", always, fallback, any],
      },
    ],
    [
      "codes of several payloads",
      {
        given: { 404: problem, 400: message, 409: unnamed },
        members: [
          "MessageError<400>",
          "Problem<404>",
          "GetA409Error<409>",
          "SDKError<Exclude<HttpErrorStatus, 400 | 404 | 409>>",
          "TransportError",
        ],
        uses: [
          "MessageError < ../errors.js",
          "Problem < ../errors.js",
          "GetA409Error < ../errors.js",
          always,
          fallback,
          any,
        ],
      },
    ],
    [
      "a code without a payload, which is left to the fallback",
      {
        given: { 404: problem, 410: empty },
        members: ["Problem<404>", "SDKError<Exclude<HttpErrorStatus, 404>>", "TransportError"],
        uses: ["Problem < ../errors.js", always, fallback, any],
      },
    ],
    [
      "a range",
      {
        given: { "4XX": problem },
        members: [
          "Problem<StatusRange<4>>",
          "SDKError<Exclude<HttpErrorStatus, StatusRange<4>>>",
          "TransportError",
        ],
        uses: ["Problem < ../errors.js", always, fallback, any, range],
      },
    ],
    [
      "a range with exceptions",
      {
        given: { 404: message, "4XX": problem },
        members: [
          "MessageError<404>",
          "Problem<Exclude<StatusRange<4>, 404>>",
          "SDKError<Exclude<HttpErrorStatus, 404 | StatusRange<4>>>",
          "TransportError",
        ],
        uses: [
          "MessageError < ../errors.js",
          "Problem < ../errors.js",
          always,
          fallback,
          any,
          range,
        ],
      },
    ],
    [
      "only default, which leaves nothing to the fallback",
      {
        given: { default: problem },
        members: ["Problem<HttpErrorStatus>", "TransportError"],
        uses: ["Problem < ../errors.js", always, any],
      },
    ],
    [
      "default beside a code of the same payload",
      {
        given: { 404: problem, default: problem },
        members: ["Problem<404 | Exclude<HttpErrorStatus, 404>>", "TransportError"],
        uses: ["Problem < ../errors.js", always, any],
      },
    ],
    [
      "default beside codes and ranges without a payload",
      {
        given: { 404: empty, 500: empty, "5XX": empty, default: problem },
        members: [
          "Problem<Exclude<HttpErrorStatus, 404 | 500 | StatusRange<5>>>",
          "SDKError<404 | 500 | Exclude<StatusRange<5>, 500>>",
          "TransportError",
        ],
        uses: ["Problem < ../errors.js", always, fallback, any, range],
      },
    ],
    [
      "a range beside codes without a payload",
      {
        given: { 304: empty, 404: empty, "4XX": problem, 500: empty },
        members: [
          "Problem<Exclude<StatusRange<4>, 404>>",
          "SDKError<404 | Exclude<HttpErrorStatus, 304 | StatusRange<4>>>",
          "TransportError",
        ],
        uses: ["Problem < ../errors.js", always, fallback, any, range],
      },
    ],
    [
      "not modified, which is no failure",
      {
        given: { 304: empty, default: problem },
        members: ["Problem<Exclude<HttpErrorStatus, 304>>", "TransportError"],
        uses: ["Problem < ../errors.js", always, any],
      },
    ],
    [
      "texts, alone and beside JSON",
      {
        given: {
          400: { description: "", content: { ...content, "text/plain": {} } },
          503: { description: "", content: { "text/plain": {} } },
        },
        members: [
          "Problem<400>",
          "SDKError<400 | 503, string>",
          "SDKError<Exclude<HttpErrorStatus, 400 | 503>>",
          "TransportError",
        ],
        uses: ["Problem < ../errors.js", always, fallback, any],
      },
    ],
    [
      "a redirection",
      {
        given: { 302: problem },
        members: ["Problem<302>", "SDKError<Exclude<HttpErrorStatus, 302>>", "TransportError"],
        uses: ["Problem < ../errors.js", always, fallback, any],
      },
    ],
  ])("%s", (_, { given, members, uses }) => {
    expect(failuresWith(given)).toEqual({ members, uses });
  });
});
