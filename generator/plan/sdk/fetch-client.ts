import type { Operation } from "../../model/api/operation.js";
import type { PlannedFile, TemplateFile } from "../file.js";
import { importViews, use, useType } from "../imports.js";
import type { Blueprint } from "../output.js";
import { fits } from "../types/type-text.js";
import { canonicalDocument, operationsByPath } from "./canonical-document.js";
import type { PathView } from "./views.js";

/**
 * The files of the setting `fetchClient`: openapi-typescript's `paths`, and an openapi-fetch client
 * for them.
 */
export function fetchClientFiles(blueprint: Blueprint): PlannedFile[] {
  return [
    { path: "src/schema.ts", from: "openapi-typescript", document: canonicalDocument(blueprint) },
    fetchFile(blueprint),
  ];
}

function fetchFile(blueprint: Blueprint): TemplateFile {
  const { names } = blueprint;
  const paths = [...operationsByPath(blueprint)].map(([path, operations]) =>
    pathView(path, operations, blueprint),
  );
  const functions = [...operationsByPath(blueprint).values()]
    .flat()
    .flatMap((operation) =>
      use(`./operations/${names.module(operation)}.js`, names.operation(operation).function),
    );
  return {
    path: "src/fetch.ts",
    from: "template",
    template: "sdk/fetch",
    view: {
      imports: importViews([
        ...functions,
        ...useType("./runtime/client-core.js", "ClientCore", "RequestOptions"),
        ...use("./runtime/fetch-client.js", "fetchClientOf"),
        ...useType("./runtime/fetch-client.js", "FetchClient", "OperationsByPath"),
        ...useType("./schema.js", "paths"),
      ]),
      paths,
    },
  };
}

function pathView(path: string, operations: readonly Operation[], { names }: Blueprint): PathView {
  const members = operations.map((operation) => ({
    method: operation.method.toUpperCase(),
    function: names.operation(operation).function,
  }));
  const line = members.map((member) => `${member.method}: ${member.function}`).join(", ");
  return { path, operations: members, fits: fits(`  ${JSON.stringify(path)}: { ${line} },`) };
}
