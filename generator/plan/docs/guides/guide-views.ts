import type { LinkView, NarrowingView, SnippetView, TunedView } from "../part-views.js";

/** Every guide of `templates/docs/`, with the view that it prints. */
export interface GuideTemplates {
  "docs/guide-authentication": AuthenticationView;
  "docs/guide-errors": ErrorsGuideView;
  "docs/guide-pagination": PaginationView;
  "docs/guide-uploads": UploadsView;
  "docs/guide-retries": RetriesView;
  "docs/guide-timeouts": TimeoutsView;
  "docs/guide-servers": ServersView;
  "docs/guide-hooks": HooksView;
  "docs/guide-options": OptionsView;
  "docs/guide-fetch-client": FetchClientView;
}

/** How programs of a guide make a client. */
export interface ClientView {
  readonly packageName: string;
  readonly class: string;
  readonly variable: string;
}

export interface AuthenticationView {
  readonly credentials: readonly CredentialView[];
  /** A call whose credentials are functions. */
  readonly example: SnippetView | null;
  /** Whether the client gets tokens by itself. */
  readonly hasTokens: boolean;
  /** The page of the error for a credential that is missing. */
  readonly invalidRequest: string;
}

export interface CredentialView {
  readonly option: string;
  readonly environment: string;
  readonly sentAs: string;
  /** What an API key is called there. */
  readonly key: string | null;
  readonly format: string | null;
  readonly description: string | null;
}

export interface ErrorsGuideView {
  readonly baseError: string;
  readonly failing: NarrowingView | null;
  readonly caught: CaughtView | null;
}

/** A call whose failure is caught. */
export interface CaughtView extends Omit<SnippetView, "result"> {
  readonly baseError: string;
}

export interface PaginationView {
  readonly styles: readonly PagingStyleView[];
}

/** A way to ask for the next page, and the operations that have it. */
export interface PagingStyleView {
  readonly title: string;
  readonly about: string;
  readonly example: PagedView;
  readonly operations: readonly PagedOperationView[];
}

/** A program that goes on until there is no page left. */
export interface PagedView extends Omit<SnippetView, "callee" | "argument" | "result"> {
  readonly lines: readonly string[];
}

export interface PagedOperationView extends LinkView {
  readonly parameters: readonly string[];
  /** Where in the result the items are: `result.data`. */
  readonly items: string;
}

export interface UploadsView {
  readonly form: SnippetView | null;
  readonly bytes: SnippetView | null;
  readonly operations: readonly LinkView[];
}

export interface RetriesView extends ClientView {
  /** Whether the document has a policy of its own. */
  readonly isDocumented: boolean;
  readonly isOff: boolean;
  readonly settings: readonly SettingView[];
  /** What can be sent twice. */
  readonly methods: readonly string[];
  /** Whether some operation takes an idempotency key. */
  readonly hasKeys: boolean;
  /** A call that is not tried again. */
  readonly once: TunedView | null;
}

export interface SettingView {
  readonly name: string;
  readonly value: string;
  /** What would be in force if the document said nothing. */
  readonly builtIn: string;
  readonly meaning: string;
}

export interface TimeoutsView {
  /** The limit of an attempt, or `null` where there is none. */
  readonly limit: string | null;
  readonly tuned: TunedView | null;
  readonly timeoutError: string;
  readonly abortedError: string;
}

export interface ServersView extends ClientView {
  readonly servers: readonly ServerView[];
  /** Whether there are several to choose among. */
  readonly isChosen: boolean;
  readonly hasServer: boolean;
  /** A server on the reader's own machine. */
  readonly localURL: string;
  readonly hasVariables: boolean;
  readonly variables: readonly ServerVariableView[];
  readonly isRelative: boolean;
}

export interface ServerVariableView {
  readonly name: string;
  readonly default: string | null;
  readonly values: readonly string[];
  readonly description: string | null;
}

export interface ServerView {
  readonly index: number;
  readonly name: string | null;
  readonly url: string;
  readonly description: string | null;
}

export interface HooksView extends ClientView {
  readonly userAgent: string;
  readonly invalidRequest: string;
  readonly decode: string;
}

export interface FetchClientView extends ClientView {
  readonly example: ByPathView | null;
}

/** A call by path. */
export interface ByPathView extends Omit<SnippetView, "callee" | "result" | "opensFiles"> {
  readonly fetchModule: string;
  /** The variable that holds the openapi-fetch client. */
  readonly client: string;
  /** The method of that client. */
  readonly verb: string;
}

export interface OptionsView {
  readonly class: string;
  readonly optionsType: string;
  readonly credentials: readonly Pick<CredentialView, "option">[];
  readonly isChosen: boolean;
  readonly hasVariables: boolean;
  readonly isRelative: boolean;
  readonly timeoutMs: string;
  /** Whether some operation takes an idempotency key, or gives binary data. */
  readonly hasKeys: boolean;
  readonly hasBinary: boolean;
}
