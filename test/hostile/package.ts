import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { codeSamplesOverlay } from "../../generator/emit/code-samples.js";
import { refuseUnfitPaths } from "../../generator/emit/disk/folder.js";
import { generate } from "../../generator/generate.js";
import type { RenderedFile } from "../../generator/plan/file.js";
import { visible } from "../../generator/text.js";
import { temporaryFolder } from "../temporary-folder.js";
import { documentWith, type Payloads } from "./document.js";
import { complaintsInPage } from "./markdown.js";
import { complaintsOnSite } from "./site.js";
import { complaintsInModule } from "./typescript.js";

/** The files of the package that a document becomes with other words in some of its places. */
export async function packageWith(payloads: Payloads): Promise<readonly RenderedFile[]> {
  const input = join(temporaryFolder(), "api.json");
  writeFileSync(input, documentWith(payloads));
  const { files, programs, problems } = await generate(input, {});
  if (files === null) throw new Error(problems.map(({ message }) => message).join("\n"));
  expect(JSON.parse(codeSamplesOverlay(programs()))).toMatchObject({ overlay: "1.0.0" });
  return files;
}

export const isPage = ({ path }: RenderedFile): boolean =>
  /\.md$|\bllms(?:-full)?\.txt$/.test(path);

/** What is wrong with any of its files: each is read by what reads it for its users. */
export function complaintsIn(files: readonly RenderedFile[]): string[] {
  refuseUnfitPaths(files);
  return files.flatMap((file) => [...complaintsAbout(file), ...complaintsInText(file)]);
}

function complaintsAbout(file: RenderedFile): string[] {
  const { path, text } = file;
  if (path.endsWith(".json")) JSON.parse(text);
  if (isPage(file)) return [...complaintsInPage(file), ...complaintsOnSite(file)];
  // What is copied was not written by the document.
  const isMade = path.endsWith(".ts") && !/^(?:src\/runtime|docs\/\.vitepress)\//.test(path);
  return isMade ? complaintsInModule(path, text) : [];
}

/** A path that any disk takes and no shell minds, and a text of which nothing hides. */
function complaintsInText({ path, text }: RenderedFile): string[] {
  const isPlain = /^(?:\.?[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*(?:\/|$))+$/u.test(path);
  return [
    ...(isPlain ? [] : [`${JSON.stringify(path)} is an odd path`]),
    ...(visible(text) === text ? [] : [`${path} has what can't be seen`]),
    ...(/^---/.test(text) ? [`${path} has a front matter`] : []),
  ];
}
