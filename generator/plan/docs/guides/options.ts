import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { builtIn } from "../call-policies.js";
import { type DocsContext, placedOperations } from "../docs-context.js";
import { credentialViews } from "./authentication.js";
import { serverChoice } from "./servers.js";
import { streamFacts } from "./streaming.js";

export function optionsGuide(page: string, docs: DocsContext): TemplateFile {
  const { api, names } = docs;
  const { hasStreams, hasReconnect, hasBytes } = streamFacts(docs);
  const operations = placedOperations(api).map(({ operation }) => operation);
  return {
    path: page,
    from: "template",
    template: "docs/guide-options",
    view: {
      ...serverChoice(docs),
      class: names.client.class,
      optionsType: names.client.options,
      credentials: credentialViews(docs).map(({ option }) => ({ option })),
      timeoutMs: String(api.timeoutMs ?? builtIn.timeoutMs),
      hasKeys: operations.some(({ idempotencyHeader }) => idempotencyHeader !== null),
      hasContentTypes: operations.some(
        (operation) => callFrom(operation, api).requestVariants.length > 0,
      ),
      hasAccept: operations.some((operation) => callFrom(operation, api).resultVariants.length > 0),
      hasIdleTimeout: hasStreams || hasBytes,
      hasStreams,
      hasReconnect,
      hasBytes,
    },
  };
}
