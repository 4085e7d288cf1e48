import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pageDataOf, publishMarkdown } from "../../../templates/site/publish.js";
import { temporaryFolder } from "../../temporary-folder.js";

const page = {
  title: "Pets",
  filePath: "docs/sdks/pets/README.md",
  relativePath: "docs/sdks/pets/index.md",
  frontmatter: {},
  description: "",
  headers: [],
};

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

it("describes a page by its beginning alone, in time", () => {
  for (const text of ["[", "<!--"]) {
    const srcDir = folderWith({ [page.filePath]: `# Pets\n\n${text.repeat(200_000)}` });
    expect(pageDataOf(page, { srcDir }, { name: "Zoo" })).toMatchObject({ title: "Pets" });
  }
});

it("describes a page by its first paragraph, for search engines and links", () => {
  const srcDir = folderWith({
    [page.filePath]:
      "<!-- x -->\n\n# Pets\n\n*zoo.pets*\n\nThe [pets](a.md) of `a` zoo.\n\nMore.\n",
  });
  const site = { name: "Zoo", baseUrl: "https://docs.example/zoo/" };
  const { description, frontmatter } = pageDataOf(page, { srcDir }, site);
  expect(description).toBe("The pets of a zoo.");
  expect(frontmatter).toEqual({
    aside: false,
    pageClass: "operations",
    head: [
      ["meta", { property: "og:type", content: "article" }],
      ["meta", { property: "og:site_name", content: "Zoo" }],
      ["meta", { property: "og:title", content: "Pets" }],
      ["meta", { property: "og:description", content: "The pets of a zoo." }],
      ["meta", { property: "og:url", content: "https://docs.example/zoo/docs/sdks/pets/" }],
      ["link", { rel: "canonical", href: "https://docs.example/zoo/docs/sdks/pets/" }],
    ],
  });
});

it("publishes the Markdown of each page, and lists whose links work from the root too", () => {
  const srcDir = folderWith({
    "README.md": "# Zoo",
    "docs/llms.txt": "- [Pets](sdks/pets/README.md#list)\n- [Intro](../README.md)",
    "docs/llms-full.txt": "all",
    "docs/manifest.json": "{}",
  });
  const outDir = temporaryFolder();
  mkdirSync(join(outDir, "docs"));
  publishMarkdown({ srcDir, outDir, pages: ["README.md"] });
  const read = (path: string) => readFileSync(join(outDir, path), "utf8");
  expect(read("README.md")).toBe("# Zoo");
  expect(read("docs/llms.txt")).toContain("(sdks/pets/README.md#list)");
  expect(read("llms.txt")).toBe("- [Pets](docs/sdks/pets/README.md#list)\n- [Intro](README.md)");
});
