import type { CredentialView } from "./guides/guide-views.js";
import type {
  GuideEntryView,
  LinkView,
  NarrowingView,
  SnippetView,
  StandaloneView,
} from "./part-views.js";

export interface ReadmeView {
  readonly title: string;
  readonly description: string | null;
  readonly packageName: string;
  readonly first: SnippetView | null;
  readonly credentials: readonly CredentialView[];
  readonly failing: NarrowingView | null;
  readonly standalone: StandaloneView | null;
  readonly guides: readonly GuideEntryView[];
  readonly resources: readonly ResourceLinksView[];
}

export interface ResourceLinksView extends LinkView {
  readonly operations: readonly LinkView[];
}
