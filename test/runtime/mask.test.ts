import { describe, expect, test } from "vitest";
import { masked } from "../../templates/runtime/mask.js";

describe("masked", () => {
  test.each<{ name: string; payload: unknown; want: unknown }>([
    { name: "a field", payload: { pin: "1234", id: 1 }, want: { pin: "***", id: 1 } },
    { name: "a field of an object", payload: { a: { pin: 1 } }, want: { a: { pin: "***" } } },
    {
      name: "fields of a list",
      payload: [{ pin: 1 }, [{ pin: 2 }]],
      want: [{ pin: "***" }, [{ pin: "***" }]],
    },
    { name: "whatever it holds", payload: { pin: { a: [1] } }, want: { pin: "***" } },
    { name: "that it is null", payload: { pin: null }, want: { pin: "***" } },
    { name: "no other case of it", payload: { PIN: 1 }, want: { PIN: 1 } },
    { name: "no value of its name", payload: { a: "pin" }, want: { a: "pin" } },
    { name: "text", payload: "pin", want: "pin" },
    { name: "null", payload: null, want: null },
    { name: "a list of scalars", payload: [1, "pin", true, null], want: [1, "pin", true, null] },
  ])("$name", ({ payload, want }) => {
    expect(masked(payload, ["pin"])).toEqual(want);
  });

  test("leaves the payload as it was", () => {
    const payload = { pin: 1, a: [{ pin: 2 }] };
    masked(payload, ["pin"]);
    expect(payload).toEqual({ pin: 1, a: [{ pin: 2 }] });
  });

  test("a field that is called like a prototype is a field", () => {
    const payload: unknown = JSON.parse('{"__proto__":{"pin":1}}');
    expect(JSON.stringify(masked(payload, ["pin"]))).toBe('{"__proto__":{"pin":"***"}}');
  });
});
