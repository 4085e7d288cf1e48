import type {
  CallWithOptionsView,
  LinkView,
  NarrowingView,
  ReadView,
  SnippetView,
  WalkView,
} from "../part-views.js";
import type { ReceiverView } from "../webhooks/event-views.js";

/** Every guide of `templates/docs/` and the view that it renders. */
export interface GuideTemplates {
  "docs/guide-authentication": AuthenticationView;
  "docs/guide-errors": ErrorsGuideView;
  "docs/guide-pagination": PaginationView;
  "docs/guide-uploads": UploadsView;
  "docs/guide-retries": RetriesView;
  "docs/guide-timeouts": TimeoutsView;
  "docs/guide-streaming": StreamingView;
  "docs/guide-servers": ServersView;
  "docs/guide-hooks": HooksView;
  "docs/guide-options": OptionsView;
  "docs/guide-fetch-client": FetchClientView;
  "docs/guide-testing": TestingGuideView;
  "docs/guide-webhooks": WebhooksGuideView;
  "docs/guide-limits": LimitsGuideView;
}

/** The names with which a program creates a client. */
export interface ClientView {
  readonly packageName: string;
  readonly class: string;
  readonly variable: string;
}

export interface AuthenticationView {
  readonly credentials: readonly CredentialView[];
  /** A call with functions as credentials. */
  readonly example: ReadView | null;
  readonly client: ClientView;
  /** The environment variables that the example's client reads. */
  readonly variables: readonly { readonly name: string; readonly value: string }[];
  /** Whether the client fetches tokens itself. */
  readonly hasTokens: boolean;
  /** The page of the error for a missing credential. */
  readonly invalidRequest: string;
}

export interface CredentialView {
  readonly option: string;
  readonly environment: string;
  readonly sentAs: string;
  /** The name of an API key on the wire. */
  readonly key: string | null;
  readonly format: string | null;
  readonly description: string | null;
}

export interface ErrorsGuideView {
  readonly baseError: string;
  readonly failing: NarrowingView;
  readonly tryCatch: TryCatchView;
}

/** A call in a `try` block. */
export interface TryCatchView extends Omit<SnippetView, "result"> {
  readonly baseError: string;
}

export interface PaginationView {
  /** The example of every program. */
  readonly walk: WalkView & {
    /** The arguments before the options. */
    readonly leading: string;
  };
  readonly operations: readonly PagedOperationView[];
}

export interface PagedOperationView extends LinkView {
  readonly follows: string;
  /** The expression for the items of a result: `data`. */
  readonly items: string;
  readonly source: string;
}

export interface UploadsView {
  readonly form: ReadView | null;
  readonly bytes: ReadView | null;
  readonly operations: readonly LinkView[];
}

export interface RetriesView extends ClientView {
  /** Whether the document declares a policy. */
  readonly isDocumented: boolean;
  readonly isOff: boolean;
  readonly settings: readonly SettingView[];
  /** The methods that can be repeated. */
  readonly methods: readonly string[];
  /** Whether an operation accepts an idempotency key. */
  readonly hasKeys: boolean;
  /** A call without retries. */
  readonly withoutRetries: CallWithOptionsView;
}

export interface SettingView {
  readonly name: string;
  readonly value: string;
  /** The built-in default. */
  readonly builtIn: string;
  readonly meaning: string;
}

export interface TimeoutsView {
  /** The time limit of an attempt, or `null` if there is none. */
  readonly limit: string | null;
  readonly withOptions: CallWithOptionsView;
  readonly timeoutError: string;
  readonly abortedError: string;
}

export interface ServersView extends ClientView {
  readonly servers: readonly ServerView[];
  /** Whether there are several servers to choose from. */
  readonly isChosen: boolean;
  readonly hasServer: boolean;
  /** A server on the reader's machine. */
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
  /** The variable of the openapi-fetch client. */
  readonly client: string;
  /** The client's method. */
  readonly verb: string;
}

export interface LimitsGuideView {
  /** `clerk-domains/limits` */
  readonly limitsModule: string;
  /** Which of 429 and 503 the API's policy retries: `429 or 503`; may be empty. */
  readonly retried: string;
  /** Which of them it doesn't. */
  readonly notRetried: string;
  readonly example: LimitedView;
}

/** A program whose client shares limits. */
export interface LimitedView extends Omit<SnippetView, "result"> {
  readonly limitsModule: string;
  /** The variable of the limits. */
  readonly shared: string;
  /** The module of the operation's function. */
  readonly module: string;
  readonly imported: string;
  /** The operation's function. */
  readonly target: string;
}

export interface TestingGuideView {
  /** `clerk-domains/testing` */
  readonly testingModule: string;
  /** `clerk-domains/testing/msw`, if the package has it. */
  readonly mswModule: string | null;
  /** Whether the package consists of ES modules alone. */
  readonly isESM: boolean;
  readonly example: TestProgramView;
}

/** A program that scripts a double and calls an operation. */
export interface TestProgramView extends ClientView {
  readonly testingModule: string;
  /** The variable of the double. */
  readonly api: string;
  /** The module of the operation's function. */
  readonly module: string;
  readonly imported: string;
  /** The operation's function. */
  readonly target: string;
  readonly options: string;
  readonly callee: string;
  readonly argument: string;
  readonly opensFiles: boolean;
  /** A documented failure, if there is one. */
  readonly failure: FailureScriptView | null;
}

export interface FailureScriptView extends Pick<TestProgramView, "api" | "target"> {
  readonly status: number;
  /** The payload, as code. */
  readonly body: string;
}

export interface OptionsView {
  readonly class: string;
  readonly optionsType: string;
  readonly credentials: readonly Pick<CredentialView, "option">[];
  readonly isChosen: boolean;
  readonly hasVariables: boolean;
  readonly isRelative: boolean;
  readonly timeoutMs: string;
  /** Whether an operation has the option. */
  readonly hasKeys: boolean;
  readonly hasContentTypes: boolean;
  readonly hasAccept: boolean;
  /** Whether a call returns a stream of items or of bytes. */
  readonly hasIdleTimeout: boolean;
  readonly hasStreams: boolean;
  readonly hasReconnect: boolean;
  readonly hasBytes: boolean;
}

/** A call that returns a stream, with options. */
interface StreamWithOptionsView extends Omit<CallWithOptionsView, "result"> {
  /** The options of the call, as code. */
  readonly callOptions: string;
}

/** Which kinds of streams the API has. */
export interface StreamFactsView {
  /** Whether a call returns items one by one. */
  readonly hasStreams: boolean;
  readonly hasEvents: boolean;
  /** Whether a stream can continue on a new connection. */
  readonly hasReconnect: boolean;
  /** Whether a call returns bytes. */
  readonly hasBytes: boolean;
}

/** Which kinds of streams the API has, and programs that read one. */
interface StreamingView extends StreamFactsView {
  readonly operations: readonly LinkView[];
  readonly example: ReadView | null;
  readonly results: StreamWithOptionsView | null;
  readonly reconnecting: StreamWithOptionsView | null;
}

export interface WebhooksGuideView {
  /** The index of events. */
  readonly index: string;
  readonly receiver: ReceiverView;
  /** The receiver with two secrets; shown if deliveries can be verified. */
  readonly rotating: ReceiverView;
  /** The environment variable with the secret. */
  readonly secret: string;
  /** The event of the example. */
  readonly event: string;
  readonly isVerified: boolean;
  /** The default of `tolerance` in seconds; `null` if deliveries don't say when they were signed. */
  readonly tolerance: string | null;
  /** Whether a delivery may name an unknown event. */
  readonly hasUnknown: boolean;
}
