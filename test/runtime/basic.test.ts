import { describe, expect, test } from "vitest";
import { basic, basicValue } from "../../templates/runtime/basic.js";
import { authorized } from "./outgoing.js";
import { rejectionOf } from "./things.js";

const scheme = basic(["username", "THINGS_USERNAME"], ["password", "THINGS_PASSWORD"]);

describe("a username and a password are sent in Authorization", () => {
  test.each([
    // RFC 7617, 2: the example of the scheme.
    {
      name: "in ASCII",
      pair: { username: "Aladdin", password: "open sesame" },
      want: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
    },
    // RFC 7617, 2.1: the example of UTF-8.
    {
      name: "in UTF-8",
      pair: { username: "test", password: "123\u00a3" },
      want: "Basic dGVzdDoxMjPCow==",
    },
    {
      name: "of another script, in UTF-8",
      pair: { username: "Жук", password: "日本😀" },
      want: "Basic 0JbRg9C6OuaXpeacrPCfmIA=",
    },
    {
      name: "with a colon in the password",
      pair: { username: "me", password: "a:b" },
      want: "Basic bWU6YTpi",
    },
  ])("$name", async ({ pair, want }) => {
    const { headers } = await authorized(scheme, pair);
    expect(Object.fromEntries(headers)).toEqual({ authorization: want });
    expect(basicValue(pair.username, pair.password)).toBe(want);
  });

  test("that is longer than a call may have arguments", () => {
    const password = "a".repeat(1_000_000);
    expect(basicValue("me", password)).toBe(`Basic ${btoa(`me:${password}`)}`);
  });

  test("from functions", async () => {
    const given = { username: async () => "Aladdin", password: () => "open sesame" };
    const { headers } = await authorized(scheme, given);
    expect(headers.get("authorization")).toBe("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  });

  test("doesn't replace the caller's own", async () => {
    const given = { username: "me", password: "p" };
    const { headers } = await authorized(scheme, given, {
      headers: new Map([["authorization", "mine"]]),
    });
    expect(headers.get("authorization")).toBe("mine");
  });
});

test.each([{ username: "me" }, { password: "p" }, { username: "", password: "p" }])(
  "%j alone is no credential",
  async (given) => {
    expect(await rejectionOf(authorized(scheme, given))).toMatchObject({
      kind: "invalid-request",
      message:
        "listThings: no credential: set username (or THINGS_USERNAME) and password (or THINGS_PASSWORD)",
    });
  },
);
