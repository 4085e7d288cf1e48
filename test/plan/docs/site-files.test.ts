import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { siteFiles } from "../../../generator/plan/docs/site-files.js";
import { root } from "../../imports.js";

it("are all that the templates have for the site", () => {
  const sources = readdirSync(join(root, "templates/site"), { recursive: true, encoding: "utf8" });
  expect(siteFiles.map((file) => (file.from === "copy" ? file.source : "")).sort()).toEqual(
    sources
      .filter((file) => /\.\w+$/.test(file))
      .map((file) => `site/${file}`)
      .sort(),
  );
});
