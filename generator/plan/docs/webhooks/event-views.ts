import type { DeprecationView, LinkView, ShapeView, SummaryView } from "../part-views.js";

export interface EventTemplates {
  "docs/event": EventView;
  "docs/webhooks": WebhooksView;
}

/** A program that receives an event. */
export interface ReceivingView {
  readonly receiver: ReceiverView;
  readonly event: string;
}

interface EventView extends ReceivingView {
  readonly type: string;
  /** The name of its TypeScript type. */
  readonly name: string;
  readonly description: string | null;
  readonly deprecation: DeprecationView | null;
  /** The operation whose callback it is. */
  readonly callback: LinkView | null;
  readonly guide: string;
  readonly shape: ShapeView;
  /** A payload as JSON; `null` if there is none. */
  readonly example: string | null;
  /** The environment variable of the signing secret; `null` if signatures can't be verified. */
  readonly secret: string | null;
  /** The fields of a signed example, as code. */
  readonly signed: string;
}

/** The creation of a receiver. */
export interface ReceiverView {
  readonly module: string;
  /** The function of the module. */
  readonly make: string;
  /** Its arguments, as code. */
  readonly passed: string;
}

interface WebhooksView {
  readonly guide: string;
  readonly groups: readonly EventGroupView[];
}

/** The events of a tag, or those without one. */
export interface EventGroupView {
  readonly title: string | null;
  readonly events: readonly SummaryView[];
}
