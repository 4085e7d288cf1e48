import { describe, expect, it } from "vitest";
import { surfaceFromJson } from "../../../generator/plan/report/surface-from-json.js";

/** A report with one field of a type. */
function reportOf(type: string, version = "1.0.0"): string {
  const line = `{"kind":"field","path":"a","required":true,"deprecated":false,"type":[${type}],"facts":[]}`;
  const entry = `{"kind":"model","name":"A","about":"","deprecated":false,"lines":[${line}]}`;
  return `{"packageName":"a","version":${JSON.stringify(version)},"entries":[${entry}]}`;
}

function nested(levels: number): string {
  const word = '{"kind":"word","text":"string"}';
  return `${'{"kind":"list","items":['.repeat(levels)}${word}${"]}".repeat(levels)}`;
}

describe("an API report of somebody else", () => {
  it.each(["1.0.0", "0.1.0-beta.1"])("may have the version %s", (version) => {
    expect(surfaceFromJson(reportOf(nested(3), version))?.version).toBe(version);
  });

  it.each(["1", "1.0.0-a\n\n# Heading", "1.0.0 @everyone", "1.0.0-<img>"])(
    "may not have the version %j, which is printed in Markdown",
    (version) => {
      expect(surfaceFromJson(reportOf(nested(3), version))).toBeNull();
    },
  );

  it("may not nest types so deeply that they can't be compared", () => {
    expect(surfaceFromJson(reportOf(nested(500)))).not.toBeNull();
    expect(surfaceFromJson(reportOf(nested(50_000)))).toBeNull();
  });
});
