import { describe, expect, it } from "vitest";
import { templateSources } from "../../../generator/emit/templates.js";
import { reservedWords, runtimeExports } from "../../../generator/plan/names/reserved.js";

const templates = new Map(templateSources());

/** The names that a template exports, whatever the document says. */
function exportsOf(template: string): string[] {
  const lists = (templates.get(template) ?? "").matchAll(/^export (?:type )?\{([\s\S]*?)\} from/gm);
  return [...lists].flatMap(([, list = ""]) =>
    [...list.matchAll(/(?:^|,)\s*(?:type )?(\w+)(?: as \w+)?(?=\s*(?:,|$))/g)].map(
      ([, name]) => name ?? "",
    ),
  );
}

describe("reserved names", () => {
  it("include every export of the front door that doesn't depend on the API", () => {
    const exported = [...exportsOf("sdk/index"), ...exportsOf("sdk/errors")];
    expect(exported).toContain("APIPromise");
    expect(exported).toContain("SDKError");
    expect(exported.filter((name) => !runtimeExports.includes(name))).toEqual([]);
  });

  it("include every word that can't name a variable", () => {
    const words =
      "await class default delete enum eval function import let new null package static this with yield";
    expect(words.split(" ").filter((word) => !reservedWords.includes(word))).toEqual([]);
  });
});
