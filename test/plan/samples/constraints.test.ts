import { describe, expect, it } from "vitest";
import {
  isNumberWithin,
  isOfFormat,
  isTextWithin,
} from "../../../generator/plan/samples/constraints.js";

describe("a text within limits", () => {
  it.each<[text: string, constraints: readonly string[], want: boolean]>([
    ["abc", [], true],
    ["abc", ["minLength: 3", "maxLength: 3"], true],
    ["abc", ["minLength: 4"], false],
    ["abc", ["maxLength: 2"], false],
    ["😀", ["maxLength: 1"], true],
    ["abc", ["pattern: ^[a-c]+$"], true],
    ["abc", ["pattern: ^[a-b]+$"], false],
    ["abc", ["pattern: ^(?!a)"], true],
  ])("%s: %j", (text, constraints, want) => {
    expect(isTextWithin(text, constraints)).toBe(want);
  });
});

it.each<[number: number, constraints: readonly string[], want: boolean]>([
  [3, ["minimum: 3", "maximum: 3"], true],
  [3, ["exclusiveMinimum: 3"], false],
  [3, ["exclusiveMaximum: 3"], false],
  [3, ["minimum: 4"], false],
  [3, ["maximum: 2"], false],
])("whether %d keeps to %j", (number, constraints, want) => {
  expect(isNumberWithin(number, constraints)).toBe(want);
});

it.each<[text: string, format: string | null, want: boolean]>([
  ["123e4567-e89b-42d3-a456-426614174000", "uuid", true],
  ["123e456-e89b-42d3-a456-426614174000", "uuid", false],
  ["2025-01-31", "date", true],
  ["tomorrow", "date", false],
  ["2025-01-31T09:30:00.5+01:00", "date-time", true],
  ["2025-01-31", "date-time", false],
  ["://", "uri", false],
  ["urn:a", "uri", true],
  ["a@b", "email", true],
  ["anything", "constructor", true],
  ["anything", null, true],
])("whether %s is of the format %s", (text, format, want) => {
  expect(isOfFormat(text, format)).toBe(want);
});
