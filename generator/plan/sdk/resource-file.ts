import type { Resource } from "../../model/api/api.js";
import { callFrom } from "../call/call.js";
import type { TemplateFile } from "../file.js";
import { importViews, type Use, use, useType } from "../imports.js";
import type { Blueprint } from "../output.js";
import { type CallTypes, callTypesOf } from "./call-types.js";
import { resourceDoc } from "./doc.js";
import { methodSignature, sendingUses } from "./signatures.js";

/** The module of a resource's class, which has a method for each operation. */
export function resourceFile(resource: Resource, blueprint: Blueprint): TemplateFile {
  const { names } = blueprint;
  const { class: className, file } = names.resource(resource);
  const inner = resource.inner.map((each) => ({
    ...names.resource(each),
    doc: resourceDoc(each, names),
  }));
  const calls = resource.operations.map((operation) =>
    callTypesOf(callFrom(operation, blueprint.api), blueprint),
  );
  return {
    path: `src/resources/${file}.ts`,
    from: "template",
    template: "sdk/resource",
    view: {
      imports: importViews([
        ...useType("../runtime/client-core.js", "ClientCore"),
        ...inner.flatMap((each) => use(`./${each.file}.js`, each.class)),
        ...calls.flatMap((call) => usesOf(call, file)),
      ]),
      doc: resourceDoc(resource, names),
      class: className,
      resources: inner.map(({ doc, accessor, class: name }) => ({ doc, accessor, class: name })),
      hasMethods: calls.length > 0,
      methods: calls.map((call) => methodSignature(call)),
    },
  };
}

function usesOf(call: CallTypes, file: string): Use[] {
  const { names, returns, declared } = call;
  return [
    ...sendingUses(call, file),
    ...useType(`../operations/${file}.js`, names.error, ...declared),
    ...returns.uses,
  ];
}
