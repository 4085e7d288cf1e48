import { describe, expect, test } from "vitest";
import { discard } from "../../templates/runtime/discard.js";

describe("discard", () => {
  test("cancels the body", async () => {
    const cancelled = new Promise((cancel) =>
      discard(new Response(new ReadableStream({ cancel }))),
    );
    await expect(cancelled).resolves.toBeUndefined();
  });

  test.each([
    { name: "no body", response: new Response() },
    {
      name: "a body whose cancellation fails",
      response: new Response(new ReadableStream({ cancel: () => Promise.reject("stuck") })),
    },
  ])("accepts $name", async ({ response }) => {
    expect(discard(response)).toBeUndefined();
  });

  test("accepts a body that is being read", async () => {
    const response = new Response("a");
    const reading = response.text();
    discard(response);
    await expect(reading).resolves.toBe("a");
  });
});
