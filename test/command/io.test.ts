import { expect, it } from "vitest";
import { printError, printReport, showProgress } from "../../generator/command/io.js";

it("escapes invisible characters and commands for a CI", () => {
  let text = "";
  const stream = {
    write: (part: string) => {
      text += part;
    },
  };
  const output = "##[add-mask]\u202e\n::error::";
  const options = { json: true, check: false, watch: false };
  const io = { stdin: process.stdin, stdout: stream, stderr: stream, env: {} };
  printReport({ problems: [], output, difference: null }, options, io);
  expect(text).toContain(String.raw`"output": "\u0023#[add-mask]\u202e\n::error::"`);
  expect(JSON.parse(text)).toMatchObject({ output });
});

it("shows a stage in which nothing hides", () => {
  const printed: string[] = [];
  const stderr = { write: (text: string) => printed.push(text), isTTY: true };
  showProgress({ stdin: process.stdin, stdout: stderr, stderr, env: {} }, "reading a\u001b[2Jb");
  expect(printed).toEqual(["\r\u001b[Kreading a\\u001b[2Jb"]);
});

it("prints notes and errors on one line, in which nothing hides", () => {
  let text = "";
  const stream = {
    write: (part: string) => {
      text += part;
    },
  };
  const io = { stdin: process.stdin, stdout: stream, stderr: stream, env: {} };
  const note = "a\u001b[2J\n::error::";
  printReport({ problems: [], output: null, difference: null, notes: [note] }, {}, io);
  printError(new Error(note), io);
  const line = String.raw`sdkwright: a\u001b[2J\u000a::error::`;
  expect(text).toBe(`${line}\nnothing was written\n${line}\n`);
});
