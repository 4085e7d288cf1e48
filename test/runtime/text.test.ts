import { expect, test } from "vitest";
import { text } from "../../templates/runtime/text.js";
import { text as replyText, serve } from "./server.js";
import { callThing, listThings } from "./things.js";

test.each(["", "plain", '{"a":1}', "ä\n"])("%j is read unchanged", async (raw) => {
  const server = await serve(replyText(200, raw));
  const call = callThing({ serverURL: server.url }, { ...listThings, success: { 200: text } });
  await expect(call).resolves.toBe(raw);
});
