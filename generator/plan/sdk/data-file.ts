import type { Resource } from "../../model/api/api.js";
import { callFrom } from "../call/call.js";
import type { TemplateFile } from "../file.js";
import { importViews, use } from "../imports.js";
import type { Blueprint } from "../output.js";
import type { DataFileView } from "./data-views.js";
import { operationDataView } from "./operation-data.js";
import { pagesData } from "./pages-data.js";
import { namesSchemes } from "./security-file.js";

/**
 * The module with the data of a resource's operations for the runtime. Functions and methods both
 * use it, so that a bundle contains only the operations that it calls. The package doesn't export
 * it.
 */
export function dataFile(resource: Resource, blueprint: Blueprint): TemplateFile {
  return {
    path: `src/data/${blueprint.names.resource(resource).file}.ts`,
    from: "template",
    template: "sdk/data",
    get view() {
      return dataFileView(resource, blueprint);
    },
  };
}

function dataFileView(resource: Resource, blueprint: Blueprint): DataFileView {
  const { api, names } = blueprint;
  const sections = resource.operations.map((operation) => {
    const call = callFrom(operation, api);
    const data = operationDataView(call, blueprint);
    const pages = call.walk && pagesData(call.walk, names.operation(operation).pages);
    return {
      view: { data: data.view, pages: pages?.view ?? null },
      uses: [...data.uses, ...(pages?.uses ?? [])],
    };
  });
  return {
    imports: importViews([
      ...use("../runtime/operation.js", "operation"),
      ...sections.flatMap(({ uses }) => uses),
    ]),
    hasSecurity: sections.some(
      ({ view }) => view.data.security !== null && namesSchemes(view.data.security),
    ),
    operations: sections.map(({ view }) => view),
  };
}
