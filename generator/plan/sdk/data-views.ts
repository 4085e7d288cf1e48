import type { ImportView } from "../types/type-lines.js";

export interface DataFileView {
  readonly imports: readonly ImportView[];
  readonly hasSecurity: boolean;
  readonly operations: readonly {
    readonly data: OperationDataView;
    readonly pages: PagesView | null;
  }[];
}

/** How a list is paged, as data for the runtime. */
export interface PagesView {
  readonly name: string;
  /** The runtime's function for the kind of paging. */
  readonly by: string;
  readonly fits: boolean;
  /** Its settings as code. */
  readonly entries: readonly { readonly key: string; readonly value: string }[];
}

export interface OperationDataView {
  readonly name: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Whether the arguments before the details fit on the line of the name. */
  readonly fits: boolean;
  /** Parameters that the path template doesn't describe completely. */
  readonly parameters: EntriesView<ParameterView> | null;
  readonly body: BodyView | null;
  /** The body in each of its media types, if a call chooses one. */
  readonly bodyTypes: readonly BodyTypeView[];
  /** The names of the fields in the request whose values are secret. */
  readonly secrets: EntriesView<string> | null;
  /** The `Accept` header, if it isn't JSON. */
  readonly accept: string | null;
  readonly success: EntriesView<StatusView>;
  readonly errors: EntriesView<StatusView> | null;
  /** The operation's security, if it differs from the API's. */
  readonly security: AlternativesView | null;
  /** The operation's own server: its URL, or data that client options complete. */
  readonly plainServer: string | null;
  readonly server: ServerView | null;
  readonly idempotencyHeader: string | null;
  readonly retries: RetriesView | null;
  /** As code. */
  readonly timeoutMs: string | null;
}

export interface AlternativesView {
  /** Lists of constants of security schemes. */
  readonly alternatives: readonly string[];
}

export interface ServerView {
  readonly name: string | null;
  readonly url: string;
  readonly hasVariables: boolean;
  readonly variables: readonly ServerVariableView[];
}

export interface ServerVariableView {
  readonly name: string;
  /** As code. */
  readonly default: string;
  readonly values: readonly string[];
}

/** The properties of an object literal, on one line if they fit. */
export interface EntriesView<Entry> {
  readonly fits: boolean;
  readonly entries: readonly Entry[];
}

export interface ParameterView {
  readonly key: string;
  /** The runtime's constant for the default style of the location; `null` for other styles. */
  readonly shared: string | null;
  readonly in: string;
  /** The name on the wire, if it differs from the key. */
  readonly name: string | null;
  /**
   * The functions that write and encode the value; the latter only if it isn't the location's
   * default.
   */
  readonly write: string;
  readonly encode: string | null;
  /** The client option for calls that omit the parameter. */
  readonly global: string | null;
  /** The function that sends a secret in a header to the request's origin only. */
  readonly confine: string | null;
}

/** A body in one of its media types. */
export interface BodyTypeView extends BodyView {
  readonly contentType: string;
}

export interface BodyView {
  /** The function that writes the body. */
  readonly write: string;
  /** Whether the body needs no settings besides the writer. */
  readonly isUsual: boolean;
  /** `null` for the writer's default. */
  readonly contentType: string | null;
  readonly isOptional: boolean;
  /** The request field that holds the whole body, unless its fields are next to the parameters. */
  readonly field: string | null;
  readonly hasEncodings: boolean;
  readonly encodings: readonly EncodingView[];
}

export interface EncodingView {
  readonly name: string;
  readonly settings: readonly EncodingSettingView[];
}

/** A setting as a text, as code (`bare`), or as headers. */
export interface EncodingSettingView {
  readonly key: string;
  readonly text: string | null;
  readonly bare: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export interface StatusView {
  readonly status: string;
  /** The reader or error class of the status. */
  readonly value: string;
  /** The reader for a stream. */
  readonly stream: StreamView | null;
  /** The readers by media type, if there are several. */
  readonly readers: readonly ReaderView[];
}

export interface ReaderView {
  readonly contentType: string;
  readonly reader: string;
  readonly stream: StreamView | null;
}

/** The code that reads a stream of items. */
export interface StreamView {
  /** The function that creates the reader. */
  readonly reader: string;
  readonly settings: readonly StreamSettingView[];
}

/** A setting as a text, as code (`bare`), or as the kinds of data by the names of events. */
export interface StreamSettingView {
  readonly key: string;
  readonly text: string | null;
  readonly bare: string | null;
  readonly kinds: readonly { readonly name: string; readonly data: string }[];
}

export interface RetriesView {
  readonly isBackoff: boolean;
  readonly backoff: readonly SettingView[];
  readonly statusCodes: string | null;
  readonly retryConnectionErrors: string | null;
}

export interface SettingView {
  readonly name: string;
  readonly value: number;
}
