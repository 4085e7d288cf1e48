import { expect, it, onTestFinished, vi } from "vitest";
import { print } from "../generator/print.js";

it("prints data in which nothing hides, and which commands no CI", () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  onTestFinished(() => log.mockRestore());
  const output = "##[add-mask]\u202e\n::error::";
  print({ problems: [], output, difference: null }, { json: true, check: false });
  const [text] = log.mock.calls[0] ?? [];
  expect(text).toContain(String.raw`"output": "\u0023#[add-mask]\u202e\n::error::"`);
  expect(JSON.parse(text)).toMatchObject({ output });
});
