/** Every page of `templates/docs/`, with the view that it prints; its other templates are parts of these. */
export interface DocsTemplates {
  "docs/resource": ResourceView;
  "docs/model": ModelView;
  "docs/error": ErrorView;
  "docs/sdk-error": SdkErrorView;
  "docs/call-error": CallErrorView;
  "docs/index": IndexView;
  "docs/readme": ReadmeView;
}

/** A piece of a type: code, and the page that explains it. */
export interface TypePartView {
  readonly spelled: string;
  readonly href: string | null;
}

export type TypeView = readonly TypePartView[];

export interface LinkView {
  readonly label: string;
  readonly href: string;
}

/** Something about a field in a line of its own: words of ours, words of the document, values. */
export interface NoteView {
  readonly label: string | null;
  readonly prose: string | null;
  readonly values: readonly string[];
}

export interface FieldView {
  readonly name: string;
  readonly isDeprecated: boolean;
  readonly type: TypeView;
  readonly required: boolean;
  readonly notes: readonly NoteView[];
  readonly example: string | null;
}

export interface FieldsView {
  /** What the first column is called. */
  readonly noun: string;
  /** Whether some field has an example, and so whether there is a column for them. */
  readonly hasExamples: boolean;
  readonly fields: readonly FieldView[];
}

export interface DeprecationView {
  /** Why, in the document's words. */
  readonly reason: string;
}

/** A program that makes a call. */
export interface SnippetView {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly packageName: string;
  readonly class: string;
  readonly variable: string;
  /** The client's options as an object literal, or nothing. */
  readonly options: string;
  /** `clerk.domains.update` */
  readonly callee: string;
  /** What it is called with, options aside. */
  readonly argument: string;
  /** The variable that holds the value, or `null` where a call gives none. */
  readonly result: string | null;
}

/** A program that calls a standalone function. */
export interface StandaloneView {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly packageName: string;
  /** `clerk-domains/operations/domains` */
  readonly module: string;
  readonly core: string;
  readonly variable: string;
  readonly options: string;
  /** As it is imported: `updateDomain`, or under another name where that one is taken. */
  readonly imported: string;
  readonly callee: string;
  readonly argument: string;
  readonly result: string;
  readonly hasValue: boolean;
}

export interface ResourceView {
  readonly title: string;
  readonly accessor: string;
  readonly description: string | null;
  readonly summaries: readonly SummaryView[];
  readonly operations: readonly OperationView[];
}

/** An operation in a list. */
export interface SummaryView extends LinkView {
  readonly summary: string | null;
  readonly deprecation: DeprecationView | null;
}

export interface OperationView {
  readonly name: string;
  readonly route: string;
  readonly description: string | null;
  readonly deprecation: DeprecationView | null;
  readonly terms: TermsView;
  readonly usage: SnippetView;
  readonly standalone: StandaloneView;
  readonly parameters: FieldsView;
  readonly responses: readonly PayloadView[];
  /** `ListThingsResponse`, where the payload has no name of its own. */
  readonly exportedAs: string | null;
  readonly errors: readonly ErrorRowView[];
  readonly callErrors: readonly LinkView[];
  /** `UpdateDomainError` */
  readonly union: string;
}

/** What holds for a call unless it is told otherwise. */
export interface TermsView {
  readonly readme: string;
  readonly security: string;
  readonly retries: string;
  readonly timeout: string;
}

/** What a success gives. */
export interface PayloadView {
  readonly type: TypeView;
  readonly status: string;
  readonly description: string | null;
  /** The fields of a payload that has no page of its own. */
  readonly fields: FieldsView | null;
}

export interface ErrorRowView extends LinkView {
  readonly statuses: string;
  readonly contentTypes: readonly string[];
  readonly notes: readonly NoteView[];
}

export interface ModelView {
  readonly name: string;
  readonly isNullable: boolean;
  readonly description: string | null;
  readonly deprecation: DeprecationView | null;
  readonly packageName: string;
  readonly variable: string;
  readonly sample: string;
  readonly shape: ShapeView;
  readonly users: UsersView;
}

/** What a schema consists of; one of these, the others are empty. */
export interface ShapeView {
  readonly fields: FieldsView | null;
  readonly values: readonly string[];
  readonly alternatives: readonly TypeView[];
  readonly parts: readonly TypeView[];
  /** A list, a scalar, another name. */
  readonly type: TypeView;
  readonly limits: readonly string[];
}

export interface UsersView {
  readonly operations: readonly LinkView[];
  readonly models: readonly LinkView[];
}

export interface ErrorView {
  readonly name: string;
  readonly body: string;
  readonly description: string | null;
  readonly raisers: readonly RaiserView[];
  readonly narrowing: NarrowingView | null;
  readonly shape: ShapeView;
  readonly payload: string;
  readonly users: UsersView;
}

/** An operation that ends with an error, and when. */
export interface RaiserView extends LinkView {
  readonly statuses: string;
  readonly notes: readonly NoteView[];
}

/** A call whose failures are told apart. */
export interface NarrowingView {
  readonly snippet: SnippetView;
  /** The error class, where no status tells that it is this one. */
  readonly class: string | null;
  readonly statuses: readonly number[];
}

export interface SdkErrorView {
  readonly raisers: readonly RaiserView[];
  readonly narrowing: SnippetView | null;
}

export interface CallErrorView {
  readonly name: string;
  readonly kind: string;
  readonly when: string;
  readonly advice: string;
  readonly properties: readonly PropertyView[];
  readonly narrowing: SnippetView | null;
}

export interface PropertyView {
  readonly property: string;
  readonly type: string;
  readonly meaning: string;
}

export interface IndexView {
  readonly title: string;
  readonly packageName: string;
  readonly resources: readonly ResourceEntryView[];
  readonly models: readonly LinkView[];
  readonly errors: readonly LinkView[];
  readonly callErrors: readonly CallErrorEntryView[];
}

export interface ResourceEntryView extends LinkView {
  readonly operations: readonly SummaryView[];
}

export interface CallErrorEntryView extends LinkView {
  readonly when: string;
}

export interface ReadmeView {
  readonly title: string;
  readonly description: string | null;
  readonly packageName: string;
  readonly class: string;
  readonly core: string;
  readonly optionsType: string;
  readonly baseError: string;
  readonly variable: string;
  readonly environment: string | null;
  readonly first: SnippetView | null;
  readonly credentials: readonly CredentialView[];
  readonly failing: NarrowingView | null;
  readonly standalone: StandaloneView | null;
  /** A call with options: how it begins, up to where they stand. */
  readonly tuned: TunedView | null;
  readonly retries: RetriesView;
  readonly servers: readonly ServerView[];
  readonly hasServer: boolean;
  readonly resources: readonly ResourceEntryView[];
  readonly errors: readonly LinkView[];
  readonly callErrors: readonly CallErrorEntryView[];
}

export interface CredentialView {
  readonly option: string;
  readonly environment: string;
  readonly placeholder: string;
  readonly sent: string;
  readonly format: string | null;
  readonly description: string | null;
}

export interface TunedView {
  readonly snippet: SnippetView;
  /** What stands before the options. */
  readonly leading: string;
}

export interface RetriesView {
  /** The document's own policy, or nothing where the built-in one holds. */
  readonly policy: readonly SettingView[];
  readonly isOff: boolean;
  readonly defaults: readonly SettingView[];
}

export interface SettingView {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

export interface ServerView {
  readonly url: string;
  readonly description: string | null;
}
