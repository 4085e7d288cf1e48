// Parts that several pages have in common.

/** A piece of a type: code, and the page that explains it. */
export interface TypePartView {
  readonly spelled: string;
  readonly href: string | null;
  /** Whether it is an alternative to what stands before it: the bar between them is no code. */
  readonly isAlternative: boolean;
}

export type TypeView = readonly TypePartView[];

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

/** What holds for a call unless it is told otherwise. */
export interface TermView {
  readonly label: string;
  /** Where it is explained. */
  readonly href: string | null;
  readonly spelled: string;
}

export interface GuideEntryView extends LinkView {
  readonly about: string;
}

/** A line about something: words of ours, words of the document, values. */
export interface NoteView {
  readonly label: string | null;
  readonly prose: string | null;
  readonly values: readonly string[];
}

export interface DeprecationView {
  /** Why, in the document's words. */
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
  /** Its cell in the column of examples, or `null` where the table has no such column. */
  readonly example: { readonly spelled: string | null } | null;
}

export interface FieldsView {
  /** What the first column is called. */
  readonly noun: string;
  /** Whether some field has an example, and so whether there is a column for them. */
  readonly hasExamples: boolean;
  readonly fields: readonly FieldView[];
}

/** A value of an enum. */
export interface ValueView {
  readonly spelled: string;
  /** What the package calls it: `Colour.Red`. */
  readonly constant: string | null;
  readonly description: string | null;
}

/** A field that tells the members of a union apart. */
export interface TellingView {
  readonly property: string;
  readonly choices: readonly { readonly values: readonly string[]; readonly type: TypeView }[];
}

/** What a schema consists of; what it hasn't is empty. */
export interface ShapeView {
  readonly fields: FieldsView | null;
  readonly values: readonly ValueView[];
  /** Whether others than its values may come. */
  readonly isOpen: boolean;
  /** Of a union, where no field tells its members apart. */
  readonly alternatives: readonly TypeView[];
  /** Of a union, where one does. */
  readonly telling: TellingView | null;
  /** Of an intersection. */
  readonly parts: readonly TypeView[];
  /** A list, a scalar, another name. */
  readonly type: TypeView;
  readonly limits: readonly string[];
}

/** An operation in a list. */
export interface SummaryView extends LinkView {
  readonly summary: string | null;
  readonly deprecation: DeprecationView | null;
}

export interface ResourceEntryView extends LinkView {
  /** Whether a title stands over it. */
  readonly isInSection: boolean;
  readonly operations: readonly SummaryView[];
}

export interface ErrorEntryView extends LinkView {
  readonly when: string;
}

/** An error that is told from others by its kind alone. */
export interface KindEntryView extends ErrorEntryView {
  /** As a type: `"connection"`. */
  readonly kind: string;
}

/** What a test or a site finds a snippet by. */
export interface MarkerView {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
}

/** A program that makes a call. */
export interface SnippetView extends MarkerView {
  readonly packageName: string;
  readonly class: string;
  readonly variable: string;
  /** The client's options as an object literal, or nothing. */
  readonly options: string;
  /** `clerk.domains.update` */
  readonly callee: string;
  /** What it is called with, options aside. */
  readonly argument: string;
  readonly opensFiles: boolean;
  /** The variable that holds what the call gives, or `null` where it gives nothing. */
  readonly result: string | null;
}

/** One of several calls of an operation. */
export interface UsageView extends SnippetView {
  /** What it shows, where there are others. */
  readonly title: string | null;
}

/** A call whose failures are told apart by their status. */
export interface NarrowingView extends SnippetView {
  readonly statuses: readonly number[];
}

/** A call whose failures are told apart by their class. */
export interface InstanceView extends SnippetView {
  readonly tested: string;
}

/** A call whose failures are told apart by their kind. */
export interface KindView extends SnippetView {
  readonly kind: string;
}

/** A call with options. */
export interface TunedView extends Omit<SnippetView, "argument"> {
  /** What stands before the options. */
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
  /** As it is imported: `updateDomain`, or under another name where that one is taken. */
  readonly imported: string;
  readonly callee: string;
  /** What stands behind the client. */
  readonly argument: string;
  readonly opensFiles: boolean;
  readonly result: string;
  readonly hasValue: boolean;
}
