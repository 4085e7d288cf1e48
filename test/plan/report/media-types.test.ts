import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { surfaceOf } from "../../../generator/plan/report/entries.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { sdkwright } from "../../command.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { blueprintOf } from "../blueprint.js";

const text = { schema: { type: "string" } };
const name = { schema: { type: "object", properties: { name: { type: "string" } } } };
const file = {
  schema: {
    type: "object",
    required: ["file"],
    properties: { file: { type: "string", format: "binary" } },
  },
};

function documentWith(body: JsonObject, response: JsonObject): JsonObject {
  const operation = {
    ...{ operationId: "send", tags: ["pets"] },
    requestBody: { required: true, content: body },
    responses: { 200: { description: "", content: response } },
  };
  return { paths: { "/a": { post: operation } } };
}

it("lists the media types that a call can choose, and their types", () => {
  const document = documentWith(
    { "application/json": name, "multipart/form-data": file, "image/png": {} },
    { "application/json": name, "text/csv": text },
  );
  const [, operation] = surfaceOf(blueprintOf(document)).entries;
  const lines = operation?.lines.filter(({ path }) => path.startsWith("options"));
  const whole = (written: string) => [{ kind: "whole", text: written }];
  expect(lines?.map(({ kind, path, type }) => [kind, path, type])).toEqual([
    [
      "argument",
      "options.contentType",
      ["application/json", "multipart/form-data", "image/png"].map((value) => ({
        kind: "literal",
        value,
      })),
    ],
    ["argument", 'options.contentType["multipart/form-data"]', whole("{ file: FileInput }")],
    ["argument", 'options.contentType["image/png"]', whole("{ body: Blob }")],
    [
      "argument",
      "options.accept",
      ["application/json", "text/csv"].map((value) => ({ kind: "literal", value })),
    ],
    ["field", 'options.accept["text/csv"]', whole("string")],
  ]);
});

describe("a media type", () => {
  async function changes(old: JsonObject, next: JsonObject): Promise<string> {
    const folder = temporaryFolder();
    const info = { openapi: "3.1.0", info: { title: "Pets", version: "1.0.0" } };
    writeFileSync(join(folder, "old.json"), JSON.stringify({ ...info, ...old }));
    writeFileSync(join(folder, "next.json"), JSON.stringify({ ...info, ...next }));
    return (await sdkwright(folder, ["diff", "old.json", "next.json"])).stdout;
  }
  const few = documentWith({ "application/json": name }, { "application/json": name });
  const many = documentWith(
    { "application/json": name, "multipart/form-data": file },
    { "application/json": name, "text/csv": text },
  );

  it("that is new breaks nothing", async () => {
    expect(await changes(few, many)).not.toContain("breaking  ");
  });

  it("that is removed breaks the calls that choose it", async () => {
    const lines = (await changes(many, few))
      .split("\n")
      .filter((line) => line.startsWith("breaking"));
    expect(lines).toEqual([
      "breaking  operation pets.send: argument options.contentType is removed: calls that pass it no longer compile",
      'breaking  operation pets.send: argument options.contentType["multipart/form-data"] is removed: calls that pass it no longer compile',
      "breaking  operation pets.send: argument options.accept is removed: calls that pass it no longer compile",
      'breaking  operation pets.send: field options.accept["text/csv"] is removed: programs that read it no longer compile',
    ]);
  });
});
