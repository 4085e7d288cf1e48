import type { Output } from "../output.js";
import { callErrorFiles } from "./call-error-files.js";
import { docsContext } from "./docs-context.js";
import { errorFile, sdkErrorFile } from "./error-file.js";
import { errorsFile } from "./errors-file.js";
import { guideFiles } from "./guides/guides.js";
import { indexFile } from "./index-file.js";
import { llmsFiles } from "./llms-files.js";
import { manifestFile } from "./manifest-file.js";
import { modelFile, modelsOf } from "./model-file.js";
import { readmeFile } from "./readme-file.js";
import { resourceFile } from "./resource-file.js";
import { siteFiles } from "./site-files.js";

/** The reference: a page for each resource, model and error, an index, and the package's README. */
export const docs: Output = (blueprint) => {
  const reference = docsContext(blueprint);
  const { api } = blueprint;
  const pages = [
    readmeFile(reference),
    ...guideFiles(reference),
    indexFile(reference),
    ...api.resources.map((resource) => resourceFile(resource, reference)),
    ...modelsOf(api).map((model) => modelFile(model, reference)),
    errorsFile(reference),
    ...api.errors.map((error) => errorFile(error, reference)),
    sdkErrorFile(reference),
    ...callErrorFiles(reference),
  ];
  const files = [...pages, ...llmsFiles(pages, reference), manifestFile(reference), ...siteFiles];
  return { files, dependencies: {}, entries: {} };
};
