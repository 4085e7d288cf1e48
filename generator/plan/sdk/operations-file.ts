import type { Resource } from "../../model/api.js";
import type { TemplateFile } from "../file.js";
import { importViews } from "../imports.js";
import type { Blueprint } from "../output.js";
import { codeSpelling } from "./code-spelling.js";
import { operationView } from "./operation-view.js";
import { namesSchemes } from "./security-view.js";

/** The module of a resource's functions. */
export function operationsFile(resource: Resource, blueprint: Blueprint): TemplateFile {
  const spelling = codeSpelling(blueprint, "folder");
  const sections = resource.operations.map((operation) =>
    operationView(operation, blueprint, spelling),
  );
  return {
    path: `src/operations/${blueprint.names.resource(resource).file}.ts`,
    from: "template",
    template: "sdk/operations",
    view: {
      imports: importViews([...sections.flatMap(({ uses }) => uses), ...spelling.uses]),
      hasSecurity: sections.some(
        ({ view }) => view.data.security !== null && namesSchemes(view.data.security),
      ),
      operations: sections.map(({ view }) => view),
    },
  };
}
