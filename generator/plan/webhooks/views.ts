import type { ImportView } from "../types/type-lines.js";

/** Every template of this output and the view that it renders. */
export interface WebhooksTemplates {
  "sdk/webhooks": WebhooksView;
}

export interface WebhooksView {
  readonly imports: readonly ImportView[];
  /** The properties of a described signature scheme. */
  readonly hmac: readonly { readonly name: string; readonly value: string }[];
  readonly naming: NamingView | null;
  /** The events that `webhooks` receives; `null` if each event has its own URL. */
  readonly union: UnionView | null;
  /** The events that `receiverOf` receives, one by one. */
  readonly unnamed: ReceiverView | null;
  /** The events with their payload in `payload`. */
  readonly nested: readonly string[];
}

/** Where deliveries name their event. */
export interface NamingView {
  readonly field: string;
  readonly header: string | null;
  readonly types: readonly { readonly sentAs: string; readonly type: string }[];
}

export interface UnionView extends ReceiverView {
  /** The type of its events, as code. */
  readonly alias: string;
}

/** A function that creates a receiver. */
export interface ReceiverView {
  readonly doc: string;
  readonly events: readonly EventView[];
  /** The parameter `options`, as code. */
  readonly options: string;
  /** The arguments for the runtime's `receiver`, as code. */
  readonly passes: readonly string[];
  readonly fits: boolean;
}

export interface EventView {
  readonly doc: string;
  readonly type: string;
  /** The name of its TypeScript type. */
  readonly name: string;
}
