import type { CodeLine, ImportView } from "../types/type-lines.js";
import type {
  AlternativesView,
  DataFileView,
  EntriesView,
  RetriesView,
  ServerView,
} from "./data-views.js";

/** Every template of `templates/sdk/` and the view that it renders. */
export interface SdkTemplates {
  "sdk/client": ClientView;
  "sdk/core": CoreView;
  "sdk/data": DataFileView;
  "sdk/errors": ErrorsView;
  "sdk/fetch": FetchView;
  "sdk/index": IndexView;
  "sdk/limits": Readonly<Record<string, never>>;
  "sdk/models": ModelsView;
  "sdk/operations": OperationsView;
  "sdk/resource": ResourceView;
  "sdk/security": SecurityView;
}

export interface OperationsView {
  readonly imports: readonly ImportView[];
  readonly operations: readonly OperationView[];
}

export interface OperationView {
  /** The types of the request, and of a result that has no name in the document. */
  readonly declarations: readonly ModelView[];
  readonly failure: DeclarationView;
  readonly signature: SignatureView;
}

/** An exported type. */
export interface DeclarationView {
  readonly doc: string;
  readonly text: string;
}

/** A signature for some requests of a function. The implementation of the function follows. */
export interface OverloadView {
  readonly doc: string;
  /** The name and the type parameters. */
  readonly head: string;
  readonly parameters: readonly string[];
  readonly returns: string;
}

/** A function that calls an operation: a standalone function, or a method of a resource. */
export interface SignatureView {
  readonly overloads: readonly OverloadView[];
  readonly doc: string;
  readonly name: string;
  /** The type parameters, or an empty string. */
  readonly generics: string;
  /** Parameters with their types. A rest parameter must not have a trailing comma. */
  readonly parameters: readonly { readonly text: string; readonly isRest: boolean }[];
  readonly returns: string;
  readonly fits: boolean;
  readonly sending: SendingView;
}

/** The call of the runtime's function that sends the request. */
export interface SendingView {
  readonly calls: string;
  readonly passes: readonly string[];
  readonly fits: boolean;
}

export interface ResourceView {
  readonly imports: readonly ImportView[];
  readonly doc: string;
  readonly class: string;
  /** The subresources. */
  readonly resources: readonly MemberView[];
  readonly hasMethods: boolean;
  readonly methods: readonly SignatureView[];
}

/** A resource as a member of the client or of another resource. */
export interface MemberView {
  readonly doc: string;
  readonly accessor: string;
  readonly class: string;
}

export interface ClientView {
  readonly imports: readonly ImportView[];
  readonly doc: string;
  readonly class: string;
  readonly core: string;
  readonly options: string;
  /** The names of parameters to hide from the logger, by location. */
  readonly secrets: readonly { readonly place: string; readonly names: readonly string[] }[];
  readonly resources: readonly MemberView[];
}

export interface CoreView {
  readonly imports: readonly ImportView[];
  readonly core: string;
  readonly options: string;
  /** The options of this API's client in addition to those of every client. */
  readonly members: readonly OptionView[];
  readonly credentials: readonly string[];
  /** The URL of the only server, if no client option affects it. */
  readonly plainServer: string | null;
  readonly servers: readonly ServerView[];
  readonly userAgent: string;
  /** Whether the code uses `src/security.ts`. */
  readonly hasSecurity: boolean;
  readonly security: AlternativesView | null;
  /** The names of the fields in payloads whose values are secret. */
  readonly secrets: EntriesView<string> | null;
  readonly retries: RetriesView | null;
  /** As code. */
  readonly timeoutMs: string | null;
}

/** An option whose type is given as code, as a list of literals, or as an object of such lists. */
export interface OptionView {
  readonly doc: string;
  readonly name: string;
  readonly type: string | null;
  readonly values: readonly string[];
  readonly variables: readonly { readonly name: string; readonly values: readonly string[] }[];
}

export interface SecurityView {
  readonly imports: readonly ImportView[];
  readonly schemes: readonly SchemeView[];
}

export interface SchemeView {
  /** The name of the constant. */
  readonly scheme: string;
  /** The function that creates the scheme. */
  readonly make: string;
  /** The name of an API key on the wire. */
  readonly key: string | null;
  readonly flow: { readonly tokenURL: string; readonly scopes: readonly string[] } | null;
  readonly sources: readonly { readonly option: string; readonly environment: string }[];
}

export interface ErrorsView {
  readonly imports: readonly ImportView[];
  readonly baseError: string;
  readonly hasPages: boolean;
  readonly errors: readonly {
    readonly doc: string;
    readonly class: string;
    readonly body: string;
    /** The path to the human-readable message in the payload, if the document marks it. */
    readonly messagePath: readonly StepView[];
  }[];
}

/** A step into a payload: the first item of a list, or a field. */
export interface StepView {
  readonly isItem: boolean;
  readonly key: string;
}

export interface FetchView {
  readonly imports: readonly ImportView[];
  readonly paths: readonly PathView[];
}

export interface PathView {
  /** The path template. */
  readonly path: string;
  readonly fits: boolean;
  readonly operations: readonly { readonly method: string; readonly function: string }[];
}

/** An exported type, line by line. */
export interface ModelView {
  readonly doc: string;
  readonly lines: readonly CodeLine[];
}

export interface ModelsView {
  readonly imports: readonly ImportView[];
  readonly models: readonly ModelView[];
  readonly constants: readonly ConstantView[];
  /** A file needs an export to be a module. */
  readonly isEmpty: boolean;
}

/** The values of an enum as an object. */
export interface ConstantView {
  readonly name: string;
  readonly members: readonly {
    doc: string;
    key: string;
    /** A value that isn't a string, as code. */
    bare: string | null;
    text: string | null;
  }[];
}

export interface IndexView {
  readonly class: string;
  readonly core: string;
  readonly options: string;
  /** Whether the models include values. */
  readonly hasConstants: boolean;
  /** Whether an operation needs the types for these kinds of data. */
  readonly hasBinaryResults: boolean;
  readonly hasBinaryBodies: boolean;
  readonly hasMultipart: boolean;
  readonly hasStreams: boolean;
  readonly hasStreamBodies: boolean;
  readonly hasPages: boolean;
  /** The modules of functions, and those of resource classes. */
  readonly modules: readonly string[];
  readonly resources: readonly string[];
}
