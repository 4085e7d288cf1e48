import { calledServers, isRelative, pathOnHost, variablesOf } from "../../call/servers.js";
import type { TemplateFile } from "../../file.js";
import type { DocsContext } from "../docs-context.js";
import { clientView, hasURL } from "../snippets/snippet-client.js";

export function serversGuide(page: string, docs: DocsContext): TemplateFile {
  const { api } = docs;
  return {
    path: page,
    from: "template",
    template: "docs/guide-servers",
    view: {
      ...clientView(docs),
      ...serverChoice(docs),
      servers: api.servers.map(({ name, url, description }, index) => ({
        index,
        name,
        url,
        description,
      })),
      hasServer: hasURL(api.servers[0]),
      localURL: `http://localhost:3000${pathOnHost(api.servers[0])}`,
      variables: variablesOf(calledServers(api)),
    },
  };
}

/** Which server options the client has. */
export function serverChoice({ api }: DocsContext) {
  const called = calledServers(api);
  return {
    isChosen: api.servers.length > 1,
    hasVariables: called.some(({ variables }) => variables.length > 0),
    isRelative: called.some(isRelative),
  };
}
