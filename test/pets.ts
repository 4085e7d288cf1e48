import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.js";

/** A small document without problems. */
export const pets = `openapi: 3.1.0
info: { title: Pets API, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      responses: { "200": { description: All. } }
`;

/** A temporary folder with a document in it. */
export function folderWith(document = pets, name = "pets.yaml"): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, name), document);
  return folder;
}
