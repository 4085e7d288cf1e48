import type { WebhookSettings } from "./api/webhooks.js";
import {
  type PaginationSetting,
  type PagingSettings,
  pagingSettingsFrom,
} from "./paging/settings.js";
import type { StreamingSetting } from "./streaming-settings.js";
import { type WebhooksSetting, webhookSettingsFrom } from "./webhook-settings.js";

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
