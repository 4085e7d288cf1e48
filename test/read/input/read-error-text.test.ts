import { expect, it } from "vitest";
import { readErrorText } from "../../../generator/read/input/read-error-text.js";

it.each([
  ["ENOENT", "there is no such file: check the path, which starts at the current folder"],
  ["EISDIR", "this is a folder: name the document in it"],
  ["EACCES", "this file may not be read: check its permissions"],
])("tells what the system calls %s", (code, want) => {
  const thrown = Object.assign(new Error(`${code}: it failed`), { code });
  expect(readErrorText(thrown)).toBe(want);
});

it("finds the reason in the cause", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(readErrorText(new TypeError("fetch failed", { cause: refused }))).toBe(
    "nothing answers at this address: check the host and the port of the URL",
  );
});

it("passes an unknown reason on, in one line", () => {
  const cause = new Error("self-signed\n  certificate");
  expect(readErrorText(new TypeError("fetch failed", { cause }))).toBe(
    "this cannot be read: self-signed certificate",
  );
});

it("takes what is no error as it is", () => {
  expect(readErrorText("no")).toBe("this cannot be read: no");
});
