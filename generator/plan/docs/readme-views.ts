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
  /** The header that it travels in, where it is no bearer token. */
  readonly header: string | null;
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

export interface ServerView {
  readonly url: string;
  readonly description: string | null;
}
