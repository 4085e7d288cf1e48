import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { builtIn } from "../call-policies.js";
import { type DocsContext, placedOperations } from "../docs-context.js";
import { credentialViews } from "./authentication.js";
import { serverChoice } from "./servers.js";
import { streamFacts } from "./streaming.js";

export function optionsGuide(page: string, reference: DocsContext): TemplateFile {
  const { api, names } = reference;
  const { hasStreams, hasReconnect, hasBytes } = streamFacts(reference);
  const operations = placedOperations(api).map(({ operation }) => operation);
  return {
    path: page,
    from: "template",
    template: "docs/guide-options",
    view: {
      ...serverChoice(reference),
      class: names.client.class,
      optionsType: names.client.options,
      credentials: credentialViews(reference).map(({ option }) => ({ option })),
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
