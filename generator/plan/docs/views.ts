import type { ErrorTemplates } from "./errors/error-views.js";
import type { CredentialView, GuideTemplates } from "./guides/guide-views.js";
import type {
  CurlView,
  DeprecationView,
  DetailView,
  ErrorEntryView,
  FieldsView,
  GuideEntryView,
  LinkView,
  NarrowingView,
  NoteView,
  ReadView,
  ResourceEntryView,
  ResourceGroupView,
  ShapeView,
  StandaloneView,
  SummaryGroupView,
  TypeView,
  UsageView,
  WalkView,
} from "./part-views.js";
import type { EventGroupView, EventTemplates, ReceivingView } from "./webhooks/event-views.js";

/**
 * Every page of `templates/docs/` and the view that it renders; the other templates are partials.
 */
export interface DocsTemplates extends GuideTemplates, EventTemplates, ErrorTemplates {
  "docs/resource": ResourceView;
  "docs/operation-page": OperationPageView;
  "docs/model": ModelView;
  "docs/index": IndexView;
  "docs/llms": LlmsView;
  "docs/readme": ReadmeView;
}

export interface ResourceView {
  readonly title: string;
  readonly accessor: string;
  readonly description: string | null;
  /** Whether the resource has an overview. */
  readonly hasOverview: boolean;
  readonly hasOperations: boolean;
  /** The policies that its operations share. */
  readonly details: readonly DetailView[];
  readonly errorsPage: string;
  readonly groups: readonly SummaryGroupView[];
  /** The subresources. */
  readonly resources: readonly LinkView[];
  /** Empty if each operation has its own page. */
  readonly operations: readonly OperationView[];
}

interface OperationPageView extends OperationView {
  /** `clerk.domains.update` */
  readonly accessor: string;
  readonly resource: LinkView;
}

export interface OperationView {
  readonly name: string;
  /** The marks before the headings of its sections: `###`, or `##` on its own page. */
  readonly section: string;
  readonly route: string;
  readonly description: string | null;
  readonly deprecation: DeprecationView | null;
  /** The policies that differ from the page's, the scopes, and the paging. */
  readonly details: readonly DetailView[];
  readonly usages: readonly UsageView[];
  /** A program that reads all pages, if the operation returns a list page by page. */
  readonly walk: WalkView | null;
  readonly standalone: StandaloneView;
  readonly curl: CurlView;
  readonly parameters: FieldsView;
  readonly bodyTypes: BodyTypesView | null;
  readonly responses: readonly PayloadView[];
  /** The media types that `accept` chooses from. */
  readonly accepted: readonly MediaTypeView[];
  readonly headers: readonly HeadersView[];
  readonly links: readonly ResponseLinkView[];
  /** `ListThingsResponse`, if the payload has no name. */
  readonly exportedAs: string | null;
  readonly errors: readonly ErrorRowView[];
  /** An example payload for each error class. */
  readonly errorPayloads: readonly ErrorPayloadView[];
  readonly errorHeaders: readonly HeadersView[];
  /** `UpdateDomainError` */
  readonly union: string;
  /** The page about tests. */
  readonly testing: string;
  /** `api.on(updateDomain).fails(404, body)`: makes a double fail. */
  readonly failingScript: string;
  /** The events that it makes the API send. */
  readonly callbacks: readonly LinkView[];
}

/** The media types of a body that isn't JSON alone. */
export interface BodyTypesView {
  /** The only media type. */
  readonly sentAs: string | null;
  readonly choices: readonly MediaTypeView[];
  /** Whether a `Blob` can choose by its own type. */
  readonly hasBytes: boolean;
  /** The media types with a structure that the caller writes as text. */
  readonly unparsed: readonly string[];
  /** The parameters of calls that don't use the default. */
  readonly variants: readonly {
    readonly contentTypes: readonly string[];
    readonly fields: FieldsView;
  }[];
}

export interface MediaTypeView {
  readonly contentType: string;
  readonly isDefault: boolean;
}

/** Another operation that takes values of a response. */
export interface ResponseLinkView {
  readonly name: string;
  /** The operation; `null` if it isn't one of the document. */
  readonly target: LinkView | null;
  readonly parameters: readonly { readonly parameter: string; readonly value: string }[];
  readonly description: string | null;
}

/** The headers of one or more responses. */
export interface HeadersView {
  readonly statuses: string;
  readonly fields: FieldsView;
}

/** The payload of a success response. */
export interface PayloadView {
  readonly type: TypeView;
  readonly status: string;
  /** Its media types; none if it is JSON without a choice. */
  readonly contentTypes: readonly string[];
  /** Whether it is a text with a structure that isn't parsed. */
  readonly isUnparsed: boolean;
  readonly description: string | null;
  /** The items of a stream, or of a sequence in a text. */
  readonly items: {
    readonly isStream: boolean;
    /** Whether other events than the documented ones may occur. */
    readonly isOpen: boolean;
    readonly type: TypeView;
  } | null;
  /** The fields of a payload without its own page. */
  readonly fields: FieldsView | null;
  /** An example of the payload, as JSON. */
  readonly example: string | null;
}

/** The payload of failures with the same class. */
export interface ErrorPayloadView {
  readonly class: string;
  readonly statuses: string;
  readonly example: string;
}

export interface ErrorRowView extends LinkView {
  readonly statuses: string;
  readonly contentTypes: readonly string[];
  readonly notes: readonly NoteView[];
}

export interface ModelView {
  readonly name: string;
  readonly description: string | null;
  readonly deprecation: DeprecationView | null;
  readonly packageName: string;
  readonly variable: string;
  readonly sample: string;
  /** The heading of the shape: fields, values, … */
  readonly heading: string;
  readonly shape: ShapeView;
  readonly isNullable: boolean;
  /** Empty if they are listed by resource. */
  readonly operations: readonly LinkView[];
  readonly resources: readonly ResourceGroupView[];
  readonly models: readonly LinkView[];
  readonly isUnused: boolean;
}

/** Resources under one heading, or under none. */
export interface SectionView {
  readonly title: string | null;
  readonly resources: readonly ResourceEntryView[];
}

interface IndexView {
  readonly title: string;
  /** The events that the API sends. */
  readonly events: readonly EventGroupView[];
  readonly packageName: string;
  readonly guides: readonly GuideEntryView[];
  readonly hasOperations: boolean;
  readonly sections: readonly SectionView[];
  readonly models: readonly LinkView[];
  /** The number of models if they are too many to list. */
  readonly modelCount: number | null;
  readonly errors: readonly LinkView[];
}

export interface LlmsView extends IndexView {
  readonly errors: readonly ErrorEntryView[];
  /** The pages that the errors of a resource share. */
  readonly errorGroups: readonly LinkView[];
}

interface ReadmeView {
  /** The URL of the package's folder on its host, or empty: links are then relative. */
  readonly base: string;
  readonly title: string;
  readonly description: string | null;
  readonly packageName: string;
  readonly first: ReadView | null;
  readonly receiving: ReceivingView | null;
  readonly credentials: readonly CredentialView[];
  readonly failing: NarrowingView | null;
  readonly standalone: StandaloneView | null;
  readonly guides: readonly GuideEntryView[];
  readonly resources: readonly ResourceGroupView[];
}
