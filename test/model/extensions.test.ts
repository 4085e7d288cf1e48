import { describe, expect, it } from "vitest";
import type { RetryPolicy } from "../../generator/model/api/operation.js";
import type { Deprecation } from "../../generator/model/api/schema.js";
import {
  deprecationMessageOf,
  deprecationOf,
  groupOf,
  methodNameOf,
  parameterNameOf,
  retriesOf,
  schemaNameOf,
} from "../../generator/model/extensions.js";
import type { Json, JsonObject } from "../../generator/read/document/document.js";

describe("an extension that is text", () => {
  it.each([
    ["x-speakeasy-name-override", methodNameOf],
    ["x-speakeasy-name-override", parameterNameOf],
    ["x-speakeasy-name-override", schemaNameOf],
    ["x-fern-sdk-method-name", methodNameOf],
    ["x-fern-parameter-name", parameterNameOf],
    ["x-fern-type-name", schemaNameOf],
    ["x-speakeasy-deprecation-message", deprecationMessageOf],
  ] as const)("%s", (name, read) => {
    expect(read({ [name]: " some words " })).toBe("some words");
    expect(read({ [name]: "" })).toBeNull();
    expect(read({ [name]: 1 })).toBeNull();
    expect(read({})).toBeNull();
  });
});

describe("a group", () => {
  it.each<[value: Json, want: readonly string[] | null]>([
    ["domains", ["domains"]],
    [" a.b ", ["a", "b"]],
    [
      ["a.b", "c"],
      ["a", "b"],
    ],
    ["", null],
    ["..", null],
    [1, null],
    [[], null],
  ])("%j", (value, want) => {
    expect(groupOf({ "x-speakeasy-group": value })).toEqual(want);
  });
});

describe("a group of Fern's", () => {
  it.each<[value: Json, want: readonly string[] | null]>([
    ["domains", ["domains"]],
    ["a.b", ["a.b"]],
    [
      ["a", "b"],
      ["a", "b"],
    ],
    [[""], null],
    [1, null],
  ])("%j", (value, want) => {
    expect(groupOf({ "x-fern-sdk-group-name": value })).toEqual(want);
  });

  it("is overruled by Speakeasy's", () => {
    expect(groupOf({ "x-fern-sdk-group-name": "a", "x-speakeasy-group": "b" })).toEqual(["b"]);
  });
});

const backoff: RetryPolicy = {
  strategy: "backoff",
  initialInterval: null,
  maxInterval: null,
  exponent: null,
  maxElapsedTime: null,
  statusCodes: null,
  retryConnectionErrors: null,
};

describe("a retry policy", () => {
  it.each<[name: string, row: { given: Json; want: RetryPolicy | null }]>([
    ["that is none", { given: null, want: null }],
    ["that is text", { given: "backoff", want: null }],
    ["without a strategy", { given: { statusCodes: ["5XX"] }, want: null }],
    ["of a strategy that there isn't", { given: { strategy: "always" }, want: null }],
    [
      "that forbids retries",
      { given: { strategy: "none", statusCodes: ["5XX"] }, want: { strategy: "none" } },
    ],
    ["that leaves all else open", { given: { strategy: "backoff" }, want: backoff }],
    [
      "that says everything",
      {
        given: {
          strategy: "backoff",
          backoff: { initialInterval: 500, maxInterval: 60000, exponent: 1.5, maxElapsedTime: 0 },
          statusCodes: ["5XX", "429", 408],
          retryConnectionErrors: false,
        },
        want: {
          strategy: "backoff",
          initialInterval: 500,
          maxInterval: 60_000,
          exponent: 1.5,
          maxElapsedTime: 0,
          statusCodes: ["5XX", 429, 408],
          retryConnectionErrors: false,
        },
      },
    ],
    [
      "with odd values, which are left out",
      {
        given: {
          strategy: "backoff",
          backoff: { initialInterval: "500", maxInterval: null, exponent: {} },
          statusCodes: ["4xx", "6XX", "40", "4040", "abc", null, {}, "5XX;alert(1)"],
          retryConnectionErrors: "yes",
        },
        want: { ...backoff, statusCodes: ["4XX"] },
      },
    ],
    [
      "with a backoff and codes of the wrong type",
      { given: { strategy: "backoff", backoff: [500], statusCodes: "5XX" }, want: backoff },
    ],
    [
      "without any code",
      { given: { strategy: "backoff", statusCodes: [] }, want: { ...backoff, statusCodes: [] } },
    ],
  ])("%s", (_, { given, want }) => {
    expect(retriesOf({ "x-speakeasy-retries": given })).toEqual(want);
  });
});

describe("a deprecation", () => {
  it.each<[name: string, row: { given: JsonObject; want: Deprecation | null }]>([
    ["is not said", { given: {}, want: null }],
    ["is denied", { given: { deprecated: false }, want: null }],
    ["is no flag", { given: { deprecated: "true" }, want: null }],
    ["is said", { given: { deprecated: true }, want: { reason: null } }],
    [
      "has a reason",
      {
        given: { deprecated: true, "x-speakeasy-deprecation-message": "Use put." },
        want: { reason: "Use put." },
      },
    ],
    [
      "is said by its reason alone",
      { given: { "x-speakeasy-deprecation-message": "Use put." }, want: { reason: "Use put." } },
    ],
    [
      "has an empty reason",
      {
        given: { deprecated: true, "x-speakeasy-deprecation-message": " " },
        want: { reason: null },
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(deprecationOf(given)).toEqual(want);
  });
});
