import { describe, expect, it } from "vitest";
import {
  byPrecedence,
  expressionFrom,
  methodNamesIn,
} from "../../generator/model/operation-names.js";

it("operations get names by priority, in any order", () => {
  const ranked = [
    { operationId: "getUserTags", method: "get", path: "/users/{id}/tags" },
    { operationId: "getURL", method: "get", path: "/geturl" },
    { operationId: "listUsers", method: "get", path: "/users" },
    { operationId: "listUsers", method: "put", path: "/users" },
    { operationId: "listUsers", method: "get", path: "/v1/users" },
    { operationId: "listUsers", method: "get", path: "/v2/users" },
    { operationId: "listUsers", method: "get", path: "/orders" },
    { operationId: null, method: "get", path: "/a" },
  ];
  expect(byPrecedence(ranked.toReversed())).toEqual(byPrecedence(ranked));
  expect(byPrecedence(ranked).filter(({ operationId }) => operationId === "listUsers")).toEqual(
    ranked.filter(({ operationId }) => operationId === "listUsers"),
  );
  expect(byPrecedence(ranked).at(-1)).toEqual(ranked.at(-1));
});

describe("a pattern of operation ids", () => {
  it.each(["^get.*", "List$", "^(get|list)[A-Z]", "a{2}"])("may be %s", (pattern) => {
    expect(expressionFrom(pattern)).toEqual(new RegExp(pattern));
  });

  it.each(["(", "(a+)+$", "(a|aa)*b", ".*.*.*.*=", "(a)\\1", "a".repeat(201)])(
    "is not tried where it may take for ever or is none: %s",
    (pattern) => {
      expect(expressionFrom(pattern)).toBeNull();
    },
  );
});

it("rules are matched against ids in linear time", () => {
  const rule = [{ operationId: ".*.*.*=", methodNameOverride: "list" }];
  const nameOf = methodNamesIn({ "x-speakeasy-name-override": rule });
  expect(nameOf({}, `${"a".repeat(199)}=`)).toBe("list");
  expect(nameOf({}, `${"a".repeat(200)}=`)).toBeNull();
});
