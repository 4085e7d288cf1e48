import type { WebhookEvent, WebhookSignature, Webhooks } from "../../model/api/webhooks.js";
import type { TemplateFile } from "../file.js";
import { importViews, type Use, use, useType } from "../imports.js";
import type { Blueprint, OutputFiles } from "../output.js";
import { hasNoPayload, typeNameOf, unionView, unnamedView } from "./receiver-view.js";
import { hmacEntries, schemeModule } from "./signature-code.js";
import type { NamingView } from "./views.js";

/** The entry point that receives the events of an API, if it has any. */
export function webhooks(blueprint: Blueprint): OutputFiles {
  const { webhooks } = blueprint.api;
  return {
    files: webhooks === null ? [] : [webhooksFile(webhooks, blueprint)],
    dependencies: {},
    entries: webhooks === null ? {} : { "./webhooks": "webhooks" },
  };
}

/** `src/webhooks.ts`: the types of events, and the functions that create receivers. */
function webhooksFile(webhooks: Webhooks, blueprint: Blueprint): TemplateFile {
  const { events, signature } = webhooks;
  const types = new Set(events.map((event) => typeNameOf(event, blueprint.names)));
  return {
    path: "src/webhooks.ts",
    from: "template",
    template: "sdk/webhooks",
    view: {
      imports: importViews([...useType("./models.js", ...types), ...runtimeUses(webhooks)]),
      hmac: hmacEntries(signature),
      naming: namingView(webhooks),
      union: unionView(webhooks, blueprint),
      unnamed: unnamedView(webhooks, blueprint),
      nested: events.filter(({ isNested }) => isNested).map(({ type }) => type),
    },
  };
}

function namingView({ naming, events }: Webhooks): NamingView | null {
  if (naming === null) return null;
  return {
    field: naming.field,
    header: naming.in === "header" ? naming.header : null,
    types: events.flatMap(({ type, sentAs }) => (sentAs === null ? [] : { type, sentAs })),
  };
}

function runtimeUses({ naming, events, signature }: Webhooks): Use[] {
  const isUnnamed = ({ sentAs }: WebhookEvent) => sentAs === null;
  return [
    ...schemeUses(signature),
    ...use("./runtime/webhook-receiver.js", "receiver"),
    ...useType("./runtime/webhook-receiver.js", "WebhookOptions", "WebhookReceiver"),
    ...(events.some(isUnnamed) ? use("./runtime/webhook-type-fixed.js", "typeFixed") : []),
    ...(events.some(({ isNested }) => isNested)
      ? use("./runtime/webhook-nested.js", "nestedPayloads")
      : []),
    ...(events.some(hasNoPayload) ? use("./runtime/webhook-empty.js", "emptyBodies") : []),
    ...(naming === null ? [] : useType("./runtime/webhook-event.js", "UnknownEvent")),
    ...namingUses(naming),
  ];
}

function schemeUses(signature: WebhookSignature): Use[] {
  const scheme = schemeModule(signature);
  return use(`./runtime/webhook-${scheme}.js`, scheme);
}

function namingUses(naming: Webhooks["naming"]): Use[] {
  switch (naming?.in) {
    case "field":
      return use("./runtime/webhook-type-field.js", "typeField");
    case "header":
      return use("./runtime/webhook-type-header.js", "typeHeader");
    case undefined:
      return [];
  }
}
