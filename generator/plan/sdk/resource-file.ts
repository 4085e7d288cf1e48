import type { Resource } from "../../model/api.js";
import type { TemplateFile } from "../file.js";
import type { Blueprint } from "../output.js";
import { docText } from "./doc.js";
import { importViews, type Use, use, useType } from "./imports.js";
import { type Call, callOf, methodSignature } from "./operation-view.js";

/** The module of a resource's class, a thin face over the functions. */
export function resourceFile(resource: Resource, blueprint: Blueprint): TemplateFile {
  const { class: className, file } = blueprint.names.resource(resource);
  const calls = resource.operations.map((operation) => callOf(operation, blueprint));
  return {
    path: `src/resources/${file}.ts`,
    from: "template",
    template: "sdk/resource",
    view: {
      imports: importViews([
        ...useType("../runtime/api-promise.js", "APIPromise"),
        ...useType("../runtime/client-core.js", "ClientCore"),
        ...calls.flatMap((call) => usesOf(call, `../operations/${file}.js`)),
      ]),
      doc: docText([resource.description ?? `The operations of ${resource.title}.`]),
      class: className,
      methods: calls.map((call) => methodSignature(call)),
    },
  };
}

function usesOf({ names, arguments: given, returns }: Call, module: string): Use[] {
  const isBare = given.fields.length === 0;
  const response = returns.text === names.response ? useType(module, names.response) : returns.uses;
  return [
    ...use(module, names.function),
    ...useType(module, names.error, ...(isBare ? [] : [names.request])),
    ...useType("../runtime/client-core.js", isBare ? "OptionsOnly" : "RequestOptions"),
    ...response,
  ];
}
