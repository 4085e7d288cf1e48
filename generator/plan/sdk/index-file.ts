import type { TemplateFile } from "../file.js";
import type { Blueprint } from "../output.js";

/** The front door: everything that a user may import, and nothing of the plumbing. */
export function indexFile({ api, names }: Blueprint): TemplateFile {
  const modules = api.resources.map((resource) => names.resource(resource).file);
  return {
    path: "src/index.ts",
    from: "template",
    template: "sdk/index",
    view: {
      class: names.client.class,
      core: names.client.core,
      options: names.client.options,
      modules: [...modules].sort(),
    },
  };
}
