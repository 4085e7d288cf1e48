import { secretParameters } from "../call/secrets.js";
import type { TemplateFile } from "../file.js";
import { importViews, use, useType } from "../imports.js";
import type { Blueprint } from "../output.js";
import { docText, resourceDoc } from "./doc.js";

/** The module of the client class, which has a property for each resource. */
export function clientFile({ api, names }: Blueprint): TemplateFile {
  const outermost = api.resources.filter(({ path }) => path.length === 1);
  const resources = outermost.map((resource) => ({
    ...names.resource(resource),
    doc: resourceDoc(resource, names),
  }));
  return {
    path: "src/client.ts",
    from: "template",
    template: "sdk/client",
    view: {
      imports: importViews([
        ...use("./core.js", names.client.core),
        ...useType("./core.js", names.client.options),
        ...use("./runtime/logger.js", "logged"),
        ...useType("./runtime/logger.js", "Secrets", "WithLogger"),
        ...resources.flatMap(({ class: name, file }) => use(`./resources/${file}.js`, name)),
      ]),
      doc: docText([api.title, api.description]),
      class: names.client.class,
      core: names.client.core,
      options: names.client.options,
      secrets: Object.entries(secretParameters(api)).flatMap(([place, secrets]) =>
        secrets.length === 0 ? [] : [{ place, names: secrets }],
      ),
      resources: resources.map(({ doc, accessor, class: name }) => ({
        doc,
        accessor,
        class: name,
      })),
    },
  };
}
