import type { Api, Operation } from "../../model/api.js";
import { schemaFinder } from "../../model/schema/find-schema.js";
import { callFrom } from "../call/call.js";
import { positionOf } from "../call/walk.js";
import type { Blueprint, OutputFiles } from "../output.js";
import { contentSample } from "../samples/sample.js";
import { valueCode } from "../samples/spell-value.js";
import type { ExampleView } from "./views.js";

/** The entry for tests: a typed double of the API. */
export function testing({ api }: Blueprint): OutputFiles {
  return {
    files: [
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
    entries: { "./testing": "testing" },
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
