import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { shellWord, type Word } from "../../../../generator/plan/docs/curl/shell.js";

describe("a word of a shell command", () => {
  it.each<[Word, string]>([
    [["https://api.example.com/a"], "https://api.example.com/a"],
    [["a b"], "'a b'"],
    [["it's"], `'it'\\''s'`],
    [["Authorization: Bearer ", { variable: "TOKEN" }], '"Authorization: Bearer $TOKEN"'],
    [[{ variable: "USER" }, ":", { variable: "WORD" }], '"$USER:$WORD"'],
    [[{ variable: "A" }, "b"], `"\${A}b"`],
    [["a$b: ", { variable: "A" }], `'a$b: '"$A"`],
  ])("%j is %s", (word, want) => {
    expect(shellWord(word)).toBe(want);
  });

  it.each([
    "$(touch x)",
    "`id`",
    "'; id; '",
    '"',
    "\\",
    "a\nb",
    "!!",
    "*",
    "~",
    "é{a,b}",
    "-n",
    "",
  ])("is the text %j to a shell", (text) => {
    const command = `printf %s ${shellWord([text])}; printf %s ${shellWord([text, { variable: "A" }])}`;
    const printed = execFileSync("sh", ["-c", command], { env: { A: "$(b) c" } });
    expect(printed.toString()).toBe(`${text}${text}$(b) c`);
  });
});
