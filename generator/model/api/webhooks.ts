import type { Body } from "./payload.js";
import type { Deprecation } from "./schema.js";

/** The events that an API sends to its users. */
export interface Webhooks {
  readonly events: readonly WebhookEvent[];
  /** How a delivery names its event; `null` if each event has its own URL. */
  readonly naming: EventNaming | null;
  readonly signature: WebhookSignature;
}

/** Where the name of an event is in a delivery. */
export type EventNaming =
  | { readonly in: "field"; readonly field: string }
  /** In a header and, for events with actions, in a field of the payload. */
  | { readonly in: "header"; readonly header: string; readonly field: string };

export interface WebhookEvent {
  /** The literal that identifies it in code: the value in deliveries, else its key. */
  readonly type: string;
  /** The text in a delivery that names it; `null` if there is none. */
  readonly sentAs: string | null;
  readonly summary: string | null;
  readonly description: string | null;
  readonly deprecated: Deprecation | null;
  /** Its first tag. */
  readonly group: string | null;
  /** The payload as documented; `null` if there is none. */
  readonly payload: Pick<Body, "contentType" | "schema" | "example" | "examples"> | null;
  /**
   * Whether code has the payload in a field of the event, because the payload can't have a `type`
   * of its own.
   */
  readonly isNested: boolean;
  /** The key of the schema of the event in code: the payload with `type` and `id`. */
  readonly schemaName: string;
  /** The id of the operation whose callback it is. */
  readonly operationId: string | null;
  /** JSON Pointer of its operation in the document. */
  readonly pointer: string;
}

export type WebhookSignature =
  | { readonly scheme: "standard" | "stripe" | "github" | "slack" }
  | HmacSignature
  /** Receivers can't verify it. The reason says why, as a clause. */
  | { readonly scheme: "unsupported"; readonly reason: string };

/** An HMAC in a header. Header names are in lower case. */
export interface HmacSignature {
  readonly scheme: "hmac";
  readonly header: string;
  /** The text before the signature in the header. */
  readonly prefix: string;
  readonly encoding: "base64" | "hex";
  readonly hash: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";
  /** The signed text, with `{id}`, `{time}` and `{body}`. */
  readonly signed: string;
  readonly idHeader: string | null;
  readonly timeHeader: string | null;
  readonly timeFormat: "seconds" | "milliseconds" | "iso8601";
  /** The largest difference between the clocks, in seconds; `null` for the default. */
  readonly tolerance: number | null;
}

/** What the settings say about webhooks. It overrides the document. */
export interface WebhookSettings {
  readonly signature?: WebhookSignature | undefined;
  /** The field of payloads that names the event. */
  readonly typeField?: string | undefined;
}
