import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { settingNames, settingProblem } from "../generator/settings.js";

const schema = JSON.parse(readFileSync("generator/settings.schema.json", "utf8"));
const fits = new Ajv2020().compile(schema);

it("names every setting, and no other", () => {
  expect(Object.keys(schema.properties)).toEqual(settingNames);
});

const values = [
  "",
  "a",
  "Pets",
  "pets",
  "@pets/sdk",
  "1.2.0",
  "short",
  "api.example.com:8080",
  "deprecated",
  5,
  true,
  null,
  [],
  ["deprecated"],
  ["esm"],
  ["esm", "cjs"],
  ["cjs"],
  ["a"],
  [5],
  {},
  { license: "MIT", author: { name: "Acme" }, keywords: ["pets"], jest: {} },
  { name: "pets" },
  { license: "" },
  { author: {} },
  { author: "Acme" },
  { repository: { type: "git" } },
  { keywords: "pets" },
  { exports: [] },
  { inferred: false },
  { inferred: 1 },
  { others: true },
  { convention: { kind: "page", page: "page" } },
  { convention: {} },
  { operations: { listPets: false, listCats: { kind: "link" } } },
  { operations: { listPets: true } },
  { signature: "stripe", typeField: "topic" },
  { signature: "paper" },
  { signature: { header: "X-Signature" } },
  { signature: {} },
  { typeField: "" },
  { field: "stream", sentinel: "[DONE]" },
  { field: false },
  { field: true },
  { item: "#/components/schemas/Chunk" },
  { operations: { chat: { field: "isStreamed", item: "#/components/schemas/Chunk" } } },
  { operations: { chat: { item: "Chunk" } } },
  { operations: { chat: { format: "jsonLines" } } },
  { operations: { chat: { format: "sse" } } },
  { operations: { chat: { sentinel: "" } } },
];

it.each(settingNames)("allows the same values of %s as the code", (name) => {
  const isAllowed = values.map((value) => settingProblem(name, value) === null);
  expect(values.map((value) => fits({ [name]: value }))).toEqual(isAllowed);
});
