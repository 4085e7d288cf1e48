import { warningAt } from "../problem.js";
import type { WebhookSettings } from "./api/webhooks.js";
import type { ModelContext } from "./node.js";
import type { PlacedOperation } from "./operations.js";
import {
  type PaginationSetting,
  type PagingSettings,
  pagingSettingsFrom,
} from "./paging/settings.js";
import type { StreamingSetting } from "./streams/settings.js";
import { type WebhooksSetting, webhookSettingsFrom } from "./webhooks/settings.js";

/** The settings that change how a document is interpreted. */
export interface ModelSettings {
  readonly paging?: PagingSettings | undefined;
  readonly streaming?: StreamingSetting | undefined;
  readonly webhooks?: WebhookSettings | undefined;
}

/** From a valid settings file. */
export function modelSettingsFrom(settings: {
  readonly pagination?: PaginationSetting | undefined;
  readonly streaming?: StreamingSetting | undefined;
  readonly webhooks?: WebhooksSetting | undefined;
}): ModelSettings {
  return {
    paging: pagingSettingsFrom(settings.pagination),
    streaming: settings.streaming,
    webhooks: webhookSettingsFrom(settings.webhooks),
  };
}

/** Warns about each `operationId` in a setting that no operation has. */
export function reportUnknownIds(
  setting: "pagination" | "streaming",
  operations: object,
  placed: readonly PlacedOperation[],
  context: ModelContext,
): void {
  const ids = new Set(placed.map(({ operation }) => operation.id));
  for (const id of Object.keys(operations)) {
    if (ids.has(id)) continue;
    const message = `the setting \`${setting}\` names "${id}", but no operation has this operationId.`;
    context.report(warningAt("", message, setting));
  }
}
