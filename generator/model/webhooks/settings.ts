import { isObject } from "../../read/document/document.js";
import type { WebhookSettings, WebhookSignature } from "../api/webhooks.js";
import { fernSignature } from "./signature.js";

/** The setting `webhooks`. */
export interface WebhooksSetting {
  /** A common scheme, or an object as for `x-fern-webhook-signature`. */
  readonly signature?: CommonScheme | Readonly<Record<string, unknown>> | undefined;
  /** The field of payloads that names the event. */
  readonly typeField?: string | undefined;
}

const commonSchemes = ["standard", "stripe", "github", "slack"] as const;

type CommonScheme = (typeof commonSchemes)[number];

/** Why the setting `webhooks` isn't valid; `null` if it is. */
export function webhooksProblem(value: unknown): string | null {
  if (!isObject(value)) return "webhooks should be an object";
  const { signature, typeField, ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return `webhooks has no "${unknown}"; use signature or typeField`;
  if (typeField !== undefined && (typeof typeField !== "string" || typeField === "")) {
    return "webhooks.typeField should be the name of a field";
  }
  if (signature === undefined) return null;
  const read = signatureIn(signature);
  if (read === null) {
    const names = commonSchemes.join(", ");
    return `webhooks.signature should be ${names}, or an object as for x-fern-webhook-signature`;
  }
  return read.scheme === "unsupported" ? `webhooks.signature: ${read.reason}` : null;
}

/** The settings of a valid value; `undefined` if there is none. */
export function webhookSettingsFrom(
  setting: WebhooksSetting | undefined,
): WebhookSettings | undefined {
  if (setting === undefined) return undefined;
  const { signature, typeField } = setting;
  return { signature: signatureIn(signature) ?? undefined, typeField };
}

function signatureIn(value: unknown): WebhookSignature | null {
  const common = commonSchemes.find((each) => each === value);
  if (common !== undefined) return { scheme: common };
  return isObject(value) ? fernSignature(value) : null;
}
