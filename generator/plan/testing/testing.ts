import type { Api } from "../../model/api/api.js";
import type { Operation } from "../../model/api/operation.js";
import { schemaFinder } from "../../model/schema/find-schema.js";
import { callFrom } from "../call/call.js";
import { positionOf } from "../call/walk.js";
import type { TemplateFile } from "../file.js";
import type { Blueprint, OutputFiles } from "../output.js";
import { contentSample } from "../samples/sample.js";
import { valueCode } from "../samples/value-code.js";
import type { ExampleView } from "./views.js";

/** The entries for tests: a typed double of the API and, if wanted, MSW handlers that use it. */
export function testing(blueprint: Blueprint): OutputFiles {
  const { api, features } = blueprint;
  const hasHandlers = features.msw === true;
  return {
    files: [
      ...(hasHandlers ? [handlersFile(blueprint)] : []),
      {
        path: "src/testing.ts",
        from: "template",
        template: "sdk/testing",
        view: {
          doc: `A stand-in for the ${api.title} in tests, without network or server.\nScript its answers with \`on\`, and pass its \`options\` to the client.`,
          examples: api.operations.flatMap((operation) => exampleView(operation, api)),
          lists: api.operations.flatMap(listView),
        },
      },
    ],
    dependencies: {},
    optionalPeers: hasHandlers ? { msw: ">=2.12.0" } : {},
    entries: {
      "./testing": "testing",
      ...(hasHandlers && { "./testing/msw": "testing/msw" }),
    },
  };
}

function handlersFile({ api, names }: Blueprint): TemplateFile {
  const modules = new Set(api.operations.map((operation) => names.module(operation)));
  const [server] = api.servers;
  const isFixed = server?.variables.length === 0 && /^https?:\/\//i.test(server.url);
  return {
    path: "src/testing/msw.ts",
    from: "template",
    template: "sdk/testing-msw",
    view: {
      doc: "Handlers for MSW: a double answers the requests of the API as its scripts say. A request without\na script is one without a handler to MSW.",
      modules: [...modules].map((module, index) => ({
        name: `operations${index + 1}`,
        path: `../operations/${module}.js`,
      })),
      serverURL: isFixed ? server.url : null,
    },
  };
}

/** The example of the first success, unless it has none or isn't plain data. */
function exampleView(operation: Operation, api: Api): ExampleView[] {
  const [result] = callFrom(operation, api).results;
  if (result?.payload.kind !== "value" || result.content === null) return [];
  const value = contentSample(result.content, schemaFinder(api.schemas));
  return [{ id: operation.id, value: valueCode(value, [`${operation.id}: `, ","], "  ") }];
}

/** How the list of an operation is paged. */
function listView({ id, paging }: Operation): ExampleView[] {
  if (paging === null) return [];
  const input = positionOf(paging);
  const description = {
    kind: paging.kind,
    items: paging.items,
    ...(input !== null && { input }),
    ...("next" in paging && { next: paging.next }),
    ...(paging.more !== null && { more: paging.more }),
    ...("total" in paging && paging.total !== null && { total: paging.total }),
    ...("pages" in paging && paging.pages !== null && { pages: paging.pages }),
    ...("first" in paging && { first: paging.first }),
  };
  return [{ id, value: valueCode(description, [`${id}: `, ","], "  ") }];
}
