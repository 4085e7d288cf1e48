import type {
  ErrorEntryView,
  InstanceView,
  KindEntryView,
  KindView,
  LinkView,
  NarrowingView,
  NoteView,
  ResourceGroupView,
  ShapeView,
} from "../part-views.js";

/** The pages about errors and their views. */
export interface ErrorTemplates {
  "docs/error": ErrorView;
  "docs/error-group": ErrorGroupView;
  "docs/sdk-error": SdkErrorView;
  "docs/call-error": CallErrorView;
  "docs/errors": ErrorsView;
}

export interface ErrorView {
  readonly name: string;
  readonly body: string;
  readonly description: string | null;
  /** A call that distinguishes the error by its statuses, or by its class. */
  readonly narrowing: NarrowingView | null;
  readonly instance: InstanceView | null;
  /** Empty if they are listed by resource. */
  readonly operations: readonly FailingOperationView[];
  readonly resources: readonly ResourceGroupView<FailingLinkView>[];
  readonly payload: string;
  readonly shape: ShapeView;
  readonly isNullable: boolean;
  readonly models: readonly LinkView[];
}

export interface ErrorGroupView {
  readonly resource: LinkView;
  readonly narrowing: NarrowingView | null;
  readonly instance: InstanceView | null;
  readonly byStatus: readonly {
    readonly status: string;
    readonly payloads: readonly ErrorPayloadGroupView[];
  }[];
}

/** Error classes with the same payload. */
export interface ErrorPayloadGroupView {
  readonly classes: readonly (Omit<FailingOperationView, "statuses"> & {
    readonly class: string;
  })[];
  /** An example of the payload, as JSON. */
  readonly payload: string;
  readonly shape: ShapeView | null;
}

/** An operation that can fail with an error. */
export interface FailingLinkView extends LinkView {
  readonly statuses: string;
}

/** The same, and when. */
export interface FailingOperationView extends FailingLinkView {
  readonly notes: readonly NoteView[];
}

interface SdkErrorView {
  readonly instance: InstanceView | null;
  /** Empty if they are listed by resource. */
  readonly operations: readonly FailingOperationView[];
  readonly resources: readonly ResourceGroupView<FailingLinkView>[];
}

interface CallErrorView {
  readonly name: string;
  readonly when: string;
  readonly advice: string;
  readonly example: KindView;
  /** A literal type: `"connection"`. */
  readonly kindType: string;
  readonly properties: readonly PropertyView[];
}

interface PropertyView {
  readonly property: string;
  readonly type: string;
  readonly meaning: string;
}

interface ErrorsView {
  readonly baseError: string;
  readonly responseErrors: readonly ErrorEntryView[];
  /** The pages that the errors of a resource share. */
  readonly errorGroups: readonly LinkView[];
  readonly callErrors: readonly KindEntryView[];
  readonly statuses: readonly StatusRowView[];
}

/** A status and the operations that document it. */
export interface StatusRowView {
  readonly status: string;
  /** Empty if there are too many to list. */
  readonly errors: readonly LinkView[];
  readonly errorCount: number | null;
  /** Empty if there are too many to list. */
  readonly operations: readonly LinkView[];
  /** Their numbers by error class, whose pages list them, and the number of those with other classes. */
  readonly many: {
    readonly classes: readonly (LinkView & { readonly count: number })[];
    readonly others: number | null;
  } | null;
}
