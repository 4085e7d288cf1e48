import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manyOperations } from "../corpus/grown.js";
import { bench, documents, root } from "./folders.js";

/** A document that is measured, and where it comes from. */
export interface Measured {
  readonly name: string;
  readonly path: string;
  readonly from: string;
}

/** The address of the Domains API here: the calls of all clients go to a server on this machine. */
export const port = 4798;

/** Documents of real APIs, the smallest first; one that is not at hand is left out. */
export function realDocuments(): Measured[] {
  mkdirSync(documents, { recursive: true });
  const domains = join(documents, "domains.yaml");
  const text = readFileSync(join(root, "spec/domains.openapi.yaml"), "utf8");
  const local = text.replace("https://api.clerk.com/v1", `http://127.0.0.1:${port}`);
  writeFileSync(domains, local);
  return [
    { name: "Domains", path: domains, from: "spec/domains.openapi.yaml" },
    ...copied("Figma", "node_modules/@figma/rest-api-spec/openapi/openapi.yaml"),
    ...copied(
      "Clerk",
      "../../../shared/specs/clerk-bapi-2026-05-12.yml",
      "the Backend API of 2026-05-12",
    ),
    ...copied("GitHub", "node_modules/@octokit/openapi/generated/api.github.com.json"),
  ];
}

function copied(
  name: string,
  source: string,
  from = source.replace("node_modules/", ""),
): Measured[] {
  const path = join(bench, source);
  if (!existsSync(path)) return [];
  const copy = join(documents, `${name.toLowerCase()}${source.slice(source.lastIndexOf("."))}`);
  copyFileSync(path, copy);
  return [{ name, path: copy, from }];
}

/** Documents of the same make with ten times the operations each. */
export function grownDocuments(): { readonly operations: number; readonly path: string }[] {
  mkdirSync(documents, { recursive: true });
  return [10, 100, 1_000, 10_000].map((operations) => {
    const path = join(documents, `grown-${operations}.json`);
    writeFileSync(path, JSON.stringify(manyOperations(operations)));
    return { operations, path };
  });
}
