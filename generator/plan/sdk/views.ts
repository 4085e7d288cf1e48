import type { CodeLine } from "../types/type-lines.js";
import type { ImportView } from "./imports.js";

/** Every template of `templates/sdk/`, with the view that it prints. */
export interface SdkTemplates {
  "sdk/client": ClientView;
  "sdk/core": CoreView;
  "sdk/errors": ErrorsView;
  "sdk/fetch": FetchView;
  "sdk/index": IndexView;
  "sdk/models": ModelsView;
  "sdk/operations": OperationsView;
  "sdk/resource": ResourceView;
  "sdk/security": SecurityView;
}

export interface OperationsView {
  readonly imports: readonly ImportView[];
  readonly hasSecurity: boolean;
  readonly operations: readonly OperationView[];
}

export interface OperationView {
  /** The types of the request, and of a result that has no name in the document. */
  readonly declarations: readonly ModelView[];
  readonly failure: DeclarationView;
  readonly data: OperationDataView;
  readonly signature: SignatureView;
}

/** An exported type. */
export interface DeclarationView {
  readonly doc: string;
  readonly text: string;
}

/** A function that calls an operation: a module's own, or a method of a resource. */
export interface SignatureView {
  readonly doc: string;
  readonly name: string;
  /** Its type parameters, or nothing. */
  readonly generics: string;
  /** Spelled with their types; no comma may follow a rest parameter. */
  readonly parameters: readonly { readonly text: string; readonly isRest: boolean }[];
  readonly returns: string;
  readonly fits: boolean;
  /** The function that is called, and what it is given. */
  readonly calls: string;
  readonly passes: readonly string[];
}

export interface OperationDataView {
  readonly name: string;
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Those that the path template doesn't say all of. */
  readonly parameters: EntriesView<ParameterView> | null;
  readonly body: BodyView | null;
  /** What a success is asked for as, where that isn't JSON. */
  readonly accept: string | null;
  readonly success: EntriesView<StatusView>;
  readonly errors: EntriesView<StatusView> | null;
  /** Where it isn't that of the whole API. */
  readonly security: AlternativesView | null;
  /** A server of its own: its URL, or what the client's options say more of. */
  readonly plainServer: string | null;
  readonly server: ServerView | null;
  readonly idempotencyHeader: string | null;
  readonly retries: RetriesView | null;
  /** As it is spelled. */
  readonly timeoutMs: string | null;
}

export interface AlternativesView {
  /** Lists of variables that hold security schemes. */
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
  /** As it is spelled. */
  readonly default: string;
  readonly values: readonly string[];
}

/** The properties of an object literal: on one line where they fit, else a line each. */
export interface EntriesView<Entry> {
  readonly fits: boolean;
  readonly entries: readonly Entry[];
}

export interface ParameterView {
  readonly key: string;
  /** The constant of the runtime for one that is written as its place has it; `null` for another one. */
  readonly shared: string | null;
  readonly in: string;
  /** The name on the wire, where it isn't the key. */
  readonly name: string | null;
  /** The functions that write its value and encode it, the latter where it isn't that of its place. */
  readonly write: string;
  readonly encode: string | null;
  /** The option of the client that gives it to calls which don't. */
  readonly global: string | null;
  readonly isSecret: boolean;
}

export interface BodyView {
  /** The function that writes it. */
  readonly write: string;
  /** Whether that says all there is to say. */
  readonly isUsual: boolean;
  /** `null` where it is that of the writer. */
  readonly contentType: string | null;
  readonly isOptional: boolean;
  /** The field that holds the body, where its own fields don't stand beside the parameters. */
  readonly field: string | null;
  readonly hasEncodings: boolean;
  readonly encodings: readonly EncodingView[];
}

export interface EncodingView {
  readonly name: string;
  readonly contentType: string | null;
  readonly write: string | null;
  readonly encode: string | null;
}

export interface StatusView {
  readonly status: string;
  /** The variable that says what is made of it. */
  readonly value: string;
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

export interface ResourceView {
  readonly imports: readonly ImportView[];
  readonly doc: string;
  readonly class: string;
  /** The resources that are reached through it. */
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
  /** What its logger isn't told, by where it stands. */
  readonly secrets: readonly { readonly place: string; readonly names: readonly string[] }[];
  readonly resources: readonly MemberView[];
}

export interface CoreView {
  readonly imports: readonly ImportView[];
  readonly core: string;
  readonly options: string;
  /** The options that this API's clients have beside those of every client. */
  readonly members: readonly OptionView[];
  readonly credentials: readonly string[];
  /** The URL of the only server, where no option says more of it. */
  readonly plainServer: string | null;
  readonly servers: readonly ServerView[];
  readonly userAgent: string;
  readonly security: AlternativesView | null;
  readonly retries: RetriesView | null;
  /** As it is spelled. */
  readonly timeoutMs: string | null;
}

/** An option, its type spelled as a whole, as a list of literals, or as an object of such. */
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
  /** The constant. */
  readonly scheme: string;
  /** The function that makes it. */
  readonly make: string;
  /** What an API key is called where it travels. */
  readonly key: string | null;
  readonly flow: { readonly tokenURL: string; readonly scopes: readonly string[] } | null;
  readonly sources: readonly { readonly option: string; readonly environment: string }[];
}

export interface ErrorsView {
  readonly imports: readonly ImportView[];
  readonly baseError: string;
  readonly errors: readonly {
    readonly doc: string;
    readonly class: string;
    readonly body: string;
    /** Where the payload has its sentence for people, where the document says so. */
    readonly messagePath: readonly StepView[];
    /** The fields of its payload that no log may tell. */
    readonly secrets: readonly string[];
  }[];
}

/** A step into a payload: to the first item of a list, or to a field. */
export interface StepView {
  readonly isItem: boolean;
  readonly key: string;
}

export interface FetchView {
  readonly imports: readonly ImportView[];
  readonly paths: readonly PathView[];
}

export interface PathView {
  /** The template. */
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
  /** A file without an export would be no module. */
  readonly isEmpty: boolean;
}

/** The values of an enum as an object. */
export interface ConstantView {
  readonly name: string;
  readonly members: readonly {
    doc: string;
    key: string;
    /** What is no text, as it is spelled. */
    bare: string | null;
    text: string | null;
  }[];
}

export interface IndexView {
  readonly class: string;
  readonly core: string;
  readonly options: string;
  /** Whether the models are more than types. */
  readonly hasConstants: boolean;
  /** Whether some operation needs the types of these kinds of data. */
  readonly hasBinaryResults: boolean;
  readonly hasBinaryBodies: boolean;
  readonly hasMultipart: boolean;
  /** The modules of functions, and those of the classes over them. */
  readonly modules: readonly string[];
  readonly resources: readonly string[];
}
