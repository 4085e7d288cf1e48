import { describe, expect, it } from "vitest";
import { expressionFrom, methodNamesIn } from "../../generator/model/method-names.js";

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

it("rules are tried on ids that are read in short time", () => {
  const rule = [{ operationId: ".*.*.*=", methodNameOverride: "list" }];
  const nameOf = methodNamesIn({ "x-speakeasy-name-override": rule });
  expect(nameOf({}, `${"a".repeat(199)}=`)).toBe("list");
  expect(nameOf({}, `${"a".repeat(200)}=`)).toBeNull();
});
