import { expect, it } from "vitest";
import { yamlFaultOffset } from "../../../generator/read/parse/yaml-fault-offset.js";

const second = "expected a single document in the stream, but found more";
const complex = "object-based map does not support complex keys";

it.each([
  ["a: 1\n---\nb: 2\n", second, 5],
  ["# a\n%YAML 1.2\n---\n# b\na: 1\n...\nb: 2\n", second, 27],
  ["--- a\n--- b\n", second, 6],
  ["  a: 1\n--- b\n", second, 7],
  ["---\n", second, 0],
  ["a: 1\n? [b]\n: 2\n", complex, 7],
  ["a: { b: [{ [c]: d }] }", complex, 11],
  ["[1, { a: 2 }]", complex, 0],
  ["a: 1", "something else", 0],
])("%j with %s is at %i", async (text, reason, offset) => {
  expect(await yamlFaultOffset(text, reason)).toBe(offset);
});
