import type { Blueprint, OutputFiles } from "../output.js";
import { clientFile } from "./client-file.js";
import { coreFile } from "./core-file.js";
import { dataFile } from "./data-file.js";
import { errorsFile } from "./errors-file.js";
import { fetchClientFiles } from "./fetch-client.js";
import { indexFile } from "./index-file.js";
import { modelsFile } from "./models-file.js";
import { operationsFile } from "./operations-file.js";
import { resourceFile } from "./resource-file.js";
import { securityFile } from "./security-file.js";

/** The TypeScript of the package's client and its operations. */
export function sdk(blueprint: Blueprint): OutputFiles {
  const { api, names, features } = blueprint;
  const byPath = features.fetchClient === true;
  const modules = api.resources.filter(({ operations }) => operations.length > 0);
  return {
    files: [
      indexFile(blueprint),
      clientFile(blueprint),
      coreFile(blueprint),
      ...(api.security.length > 0 ? [securityFile(blueprint)] : []),
      ...api.resources.map((resource) => resourceFile(resource, blueprint)),
      ...modules.map((resource) => operationsFile(resource, blueprint)),
      ...modules.map((resource) => dataFile(resource, blueprint)),
      errorsFile(blueprint),
      modelsFile(blueprint),
      { path: "src/limits.ts", from: "template", template: "sdk/limits", view: {} },
      ...(byPath ? fetchClientFiles(blueprint) : []),
    ],
    dependencies: byPath ? { "openapi-fetch": "^0.17.0" } : {},
    entries: {
      ".": "index",
      "./core": "core",
      "./errors": "errors",
      "./models": "models",
      "./limits": "limits",
      ...(byPath && { "./fetch": "fetch", "./schema": "schema" }),
      ...Object.fromEntries(
        modules.map((resource) => {
          const { file } = names.resource(resource);
          return [`./operations/${file}`, `operations/${file}`];
        }),
      ),
    },
  };
}
