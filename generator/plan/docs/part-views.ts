// Views that several pages share.

/** A piece of a type: code, and the page that explains it. */
export interface TypePartView {
  readonly text: string;
  readonly href: string | null;
  /** Whether it is an alternative to the piece before it; the bar between them isn't code. */
  readonly isAlternative: boolean;
}

export type TypeView = readonly TypePartView[];

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

/** The operations of a resource that a page lists. */
export interface ResourceGroupView<Entry extends LinkView = LinkView> extends LinkView {
  readonly operations: readonly Entry[];
}

/** A default of a call, which options override. */
export interface DetailView {
  readonly label: string;
  /** The page that explains it. */
  readonly href: string | null;
  /** The field or URL that does it, printed as code before `text`. */
  readonly by: string | null;
  readonly text: string;
}

export interface GuideEntryView extends LinkView {
  readonly about: string;
}

/** A note: our words, the document's words, and values. */
export interface NoteView {
  readonly label: string | null;
  readonly prose: string | null;
  readonly values: readonly string[];
}

export interface DeprecationView {
  /** The reason in the document's words. */
  readonly reason: string | null;
  /** The operation to use instead. */
  readonly replacement: LinkView | null;
}

export interface FieldView {
  readonly name: string;
  readonly isDeprecated: boolean;
  readonly type: TypeView;
  readonly required: boolean;
  readonly notes: readonly NoteView[];
  /** The cell in the examples column, or `null` if the table has no such column. */
  readonly example: { readonly text: string | null } | null;
}

export interface FieldsView {
  /** The heading of the first column. */
  readonly noun: string;
  /** Whether a field has an example, and the table therefore a column for them. */
  readonly hasExamples: boolean;
  readonly fields: readonly FieldView[];
}

/** A value of an enum. */
export interface ValueView {
  readonly text: string;
  /** The constant of the package: `Color.Red`. */
  readonly constant: string | null;
  readonly description: string | null;
}

/** A field that discriminates the members of a union. */
export interface DiscriminatorView {
  readonly property: string;
  readonly choices: readonly { readonly values: readonly string[]; readonly type: TypeView }[];
}

/** The content of a schema. Parts that it doesn't have are empty. */
export interface ShapeView {
  readonly fields: FieldsView | null;
  readonly values: readonly ValueView[];
  /** Whether values other than the listed ones are possible. */
  readonly isOpen: boolean;
  /** The members of a union without a discriminating field. */
  readonly alternatives: readonly TypeView[];
  /** The discriminating field of a union. */
  readonly discriminator: DiscriminatorView | null;
  /** The members of an intersection. */
  readonly parts: readonly TypeView[];
  /** A list, a scalar, or another name. */
  readonly type: TypeView;
  readonly limits: readonly string[];
}

/** An operation in a list. */
export interface SummaryView extends LinkView {
  readonly summary: string | null;
  readonly deprecation: DeprecationView | null;
}

/** Operations under one title, or under none. */
export interface SummaryGroupView {
  readonly title: string | null;
  readonly operations: readonly SummaryView[];
}

export interface ResourceEntryView extends LinkView {
  /** Whether the list has a heading. */
  readonly isInSection: boolean;
  /** Empty in the index of a large API. */
  readonly groups: readonly SummaryGroupView[];
  /** The number of operations if they aren't listed. */
  readonly count: number | null;
}

export interface ErrorEntryView extends LinkView {
  readonly when: string;
}

/** An error that only its kind identifies. */
export interface KindEntryView extends ErrorEntryView {
  /** A literal type: `"connection"`. */
  readonly kind: string;
}

/** Marks a snippet for tests and sites. */
export interface MarkerView {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
}

/** A request as a command. */
export interface CurlView extends MarkerView {
  readonly command: string;
}

/** A program that makes a call. */
export interface SnippetView extends MarkerView {
  readonly packageName: string;
  readonly class: string;
  readonly variable: string;
  /** The client's options as an object literal, or an empty string. */
  readonly options: string;
  /** `clerk.domains.update` */
  readonly callee: string;
  /** The arguments without the call's options. */
  readonly argument: string;
  readonly opensFiles: boolean;
  /** The variable for the result, or `null` if there is none. */
  readonly result: string | null;
}

/** A call whose result is printed, item by item if it is a stream. */
export interface ReadView extends SnippetView {
  /** The variable for an item of a stream; `null` if the result is none. */
  readonly item: string | null;
}

/** One of several example calls of an operation. */
export interface UsageView extends ReadView {
  /** The title, if there are several. */
  readonly title: string | null;
}

/** A call whose failures are narrowed by status. */
export interface NarrowingView extends SnippetView {
  readonly statuses: readonly number[];
  /** Code that reads the payload of these statuses: `error.body.errors[0]?.message`. */
  readonly payload: string;
}

/** A call whose failures are narrowed by class. */
export interface InstanceView extends SnippetView {
  readonly errorClass: string;
  /** Code that reads the payload: `result.error.body.errors[0]?.message`. */
  readonly payload: string;
}

/** A call whose failures are narrowed by kind. */
export interface KindView extends SnippetView {
  readonly kind: string;
}

/** A call with options. */
export interface CallWithOptionsView extends Omit<SnippetView, "argument"> {
  /** The arguments before the options. */
  readonly leading: string;
}

/** A program that calls a standalone function. */
export interface StandaloneView extends MarkerView {
  readonly core: string;
  /** `clerk-domains/core` */
  readonly coreModule: string;
  /** `clerk-domains/operations/domains` */
  readonly module: string;
  readonly variable: string;
  readonly options: string;
  /** The import specifier: `updateDomain`, or renamed if that name is taken. */
  readonly imported: string;
  readonly callee: string;
  /** The arguments after the client. */
  readonly argument: string;
  readonly opensFiles: boolean;
  readonly result: string;
  readonly hasValue: boolean;
  /** The variable for an item of a result that is a stream, or `null` if it is none. */
  readonly item: string | null;
}

/** A program that loops over the items of all pages of a list. */
export interface WalkView extends Omit<SnippetView, "result"> {
  /** The variable of an item. */
  readonly item: string;
}
