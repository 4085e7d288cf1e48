import type {
  ErrorEntryView,
  LinkView,
  NarrowingView,
  SnippetView,
  StandaloneView,
  TunedView,
} from "./part-views.js";

export interface ReadmeView {
  readonly title: string;
  readonly description: string | null;
  readonly packageName: string;
  readonly class: string;
  readonly optionsType: string;
  readonly baseError: string;
  readonly variable: string;
  readonly first: SnippetView | null;
  readonly credentials: readonly CredentialView[];
  readonly failing: NarrowingView | null;
  readonly standalone: StandaloneView | null;
  readonly tuned: TunedView | null;
  readonly retries: RetriesView;
  readonly servers: readonly ServerView[];
  /** Whether there are several to choose among. */
  readonly isChosen: boolean;
  readonly hasVariables: boolean;
  readonly variables: readonly ServerVariableView[];
  readonly isRelative: boolean;
  readonly userAgent: string;
  /** Whether the client gets tokens by itself. */
  readonly hasTokens: boolean;
  /** Whether some operation takes an idempotency key, or gives binary data. */
  readonly hasKeys: boolean;
  readonly hasBinary: boolean;
  readonly hasServer: boolean;
  readonly resources: readonly ResourceLinksView[];
  readonly errors: readonly ErrorEntryView[];
}

export interface ResourceLinksView extends LinkView {
  readonly operations: readonly LinkView[];
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

export interface RetriesView {
  /** Whether the document has a policy of its own. */
  readonly isDocumented: boolean;
  readonly isOff: boolean;
  readonly settings: readonly SettingView[];
}

export interface SettingView {
  readonly name: string;
  readonly value: string;
  /** What would be in force if the document said nothing. */
  readonly builtIn: string;
  readonly meaning: string;
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
