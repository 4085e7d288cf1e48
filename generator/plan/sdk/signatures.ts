import type { Operation } from "../../model/api.js";
import { type Call, hasOwnStreamItem, replacementFor } from "../call/call.js";
import type { Payload } from "../call/payload.js";
import { codeSpelling, type Spelled, type Use, use, useType } from "../imports.js";
import type { OperationNames } from "../names/operation-names.js";
import type { Blueprint } from "../output.js";
import { mediaTypesText } from "../types/media-type-text.js";
import { streamItemType, streamType } from "../types/stream-type.js";
import { type Type, undefinedType, unionOf } from "../types/type.js";
import { fits, propertyKey, typeText } from "../types/type-text.js";
import { type Types, typesOf } from "../types/types.js";
import { docText } from "./doc.js";
import { itemType } from "./item-type.js";
import { canReconnect } from "./stream-data.js";
import type { OverloadView, SendingView, SignatureView } from "./views.js";

/** The types in the signature of an operation. */
export interface CallTypes {
  readonly names: OperationNames;
  /** Whether the operation takes no request. */
  readonly isBare: boolean;
  readonly isRequestOptional: boolean;
  /** The type of the request. */
  readonly request: string;
  /** The type that `await` returns. */
  readonly returns: Spelled;
  /** The type of the items of a list that arrives page by page; `null` for other calls. */
  readonly item: Spelled | null;
  /** The types of the signature that are declared beside the function. */
  readonly declared: readonly string[];
  /** The options of a call, with the type parameters that they need. */
  readonly options: Spelled;
  /** Its signatures, if a field of the request chooses a stream. */
  readonly overloads: readonly OverloadTypes[];
  readonly generics: readonly string[];
  readonly doc: string;
}

/** The types of a signature for some values of the field that chooses a stream. */
interface OverloadTypes {
  readonly request: string;
  readonly isRequestOptional: boolean;
  readonly returns: string;
  readonly options: string;
}

export function callTypesOf(call: Call, blueprint: Blueprint): CallTypes {
  const { operation } = call;
  const own = blueprint.names.operation(operation);
  const isBare = call.arguments.fields.length === 0;
  const [hasRequests, hasResponses] = [call.requestVariants, call.resultVariants].map(
    (variants) => variants.length > 1,
  );
  const request = hasRequests ? `${own.requests}[ContentType]` : own.request;
  const plain = hasResponses
    ? { text: `${own.responses}${call.hasBytes ? "<Form>" : ""}[Accept]`, uses: [] }
    : returnsOf(call, blueprint);
  const streamed = call.streaming && returned(call.streaming.results, own, blueprint);
  return {
    names: own,
    isBare,
    isRequestOptional: call.arguments.isOptional,
    request,
    returns: streamed ? eitherOf(plain, streamed) : plain,
    item: itemType(call, blueprint),
    declared: [
      ...(call.hasOwnItem ? [own.item] : []),
      ...(isBare ? [] : [hasRequests ? own.requests : own.request]),
      ...(hasResponses ? [own.responses] : call.hasOwnResult ? [own.response] : []),
      ...(call.stream && hasOwnStreamItem(call.stream) ? [own.streamItem] : []),
    ],
    options: optionsOf(call, call.stream !== null),
    overloads: streamed ? overloadsOf(call, request, plain.text, streamed.text) : [],
    generics: genericsOf(call, own),
    doc: docText(
      [operation.summary, operation.description],
      operation.deprecated,
      insteadOf(operation, blueprint),
    ),
  };
}

function eitherOf(plain: Spelled, streamed: Spelled): Spelled {
  return { text: `${plain.text} | ${streamed.text}`, uses: [...plain.uses, ...streamed.uses] };
}

/** A signature for the stream, one for what comes without it, and one for a value unknown yet. */
function overloadsOf(
  call: Call,
  request: string,
  plain: string,
  streamed: string,
): OverloadTypes[] {
  const { streaming, arguments: given } = call;
  if (streaming === null) return [];
  const { field, isDefault } = streaming;
  const key = propertyKey(field.key);
  const absent = isDefault ? "?: true | null | undefined" : "?: false | null | undefined";
  const overload = (isStream: boolean): OverloadTypes => {
    const isUsual = isStream === isDefault;
    return {
      request: `${request} & { ${key}${isUsual ? absent : `: ${isStream}`} }`,
      isRequestOptional: isUsual && given.isOptional,
      returns: isStream ? streamed : plain,
      options: optionsOf(call, isStream).text,
    };
  };
  return [
    overload(true),
    overload(false),
    {
      request,
      isRequestOptional: given.isOptional,
      returns: `${plain} | ${streamed}`,
      options: optionsOf(call, true).text,
    },
  ];
}

/** The type parameters: the media types that select a type, and the form of bytes. */
function genericsOf(call: Call, { requests, responses }: OperationNames): string[] {
  const { requestVariants, resultVariants } = call;
  const [accepted] = resultVariants;
  return [
    ...(requestVariants.length > 1
      ? [`ContentType extends keyof ${requests} = ${mediaTypesText(inferredTypes(call))}`]
      : []),
    ...(accepted && resultVariants.length > 1
      ? [`Accept extends keyof ${responses} = ${mediaTypesText(accepted.contentTypes.slice(0, 1))}`]
      : []),
    ...(call.hasBytes ? ['Form extends BinaryForm = "blob"'] : []),
  ];
}

/** The media types of a body that need no `contentType`: the default, and those of bytes. */
function inferredTypes({ requestVariants }: Call): string[] {
  const bodies = requestVariants.flatMap((variant) => variant.bodies);
  return bodies
    .filter(({ format }, index) => index === 0 || format === "binary")
    .map(({ contentType }) => contentType);
}

function returnsOf({ operation, hasOwnResult, results }: Call, blueprint: Blueprint): Spelled {
  if (hasOwnResult) return { text: blueprint.names.operation(operation).response, uses: [] };
  return returned(results, blueprint.names.operation(operation), blueprint);
}

function returned(results: Call["results"], own: OperationNames, blueprint: Blueprint): Spelled {
  const payloads = results.map(({ payload }) => payload);
  if (payloads.every(({ kind }) => kind === "nothing")) return { text: "void", uses: [] };
  const types = typesOf(blueprint.api);
  const spelling = codeSpelling(blueprint, "folder");
  const type = unionOf(payloads.map((payload) => resultType(payload, types, own)));
  const text = typeText(type, spelling, "undefined");
  const hasBytes = payloads.some(({ kind }) => kind === "bytes");
  const binary = hasBytes ? useType("../runtime/binary.js", "Binary") : [];
  return { text, uses: [...spelling.uses, ...binary] };
}

/** The type of a result. Binary results have the function's type parameter `Form`. */
export function resultType(payload: Payload, types: Types, own: OperationNames): Type {
  switch (payload.kind) {
    case "nothing":
      return undefinedType;
    case "stream":
      return streamType(
        hasOwnStreamItem(payload.stream)
          ? { kind: "text", text: own.streamItem }
          : streamItemType(payload.stream, types),
      );
    case "value":
      return types.typeOf(payload.schema);
    case "text":
      return { kind: "text", text: "string" };
    case "bytes":
      return { kind: "text", text: "Binary<Form>" };
  }
}

/** The options of every call, and those that only some operations have. */
function optionsOf(
  { operation, options, hasBytes, walk, requestVariants, resultVariants, stream }: Call,
  isStream: boolean,
): Spelled {
  const runtime = "../runtime/operation.js";
  const sent = requestVariants.flatMap(({ bodies }) => bodies.map((body) => body.contentType));
  const accepted = resultVariants.flatMap(({ contentTypes }) => contentTypes);
  const choice = (name: string, parameter: string, types: readonly string[], isTyped: boolean) =>
    types.length === 0
      ? []
      : [
          {
            text: `${name}<${isTyped ? parameter : mediaTypesText(types)}>`,
            uses: useType(runtime, name),
          },
        ];
  const parts = [
    walk === null
      ? { text: "RequestOptions", uses: useType("../runtime/client-core.js", "RequestOptions") }
      : { text: "PagedOptions", uses: useType("../runtime/paged.js", "PagedOptions") },
    ...(options.idempotencyHeader === null
      ? []
      : [{ text: "WithIdempotencyKey", uses: useType(runtime, "WithIdempotencyKey") }]),
    ...choice("WithContentType", "ContentType", sent, requestVariants.length > 1),
    ...choice("WithAccept", "Accept", accepted, resultVariants.length > 1),
    ...(hasBytes ? [{ text: "AsForm<Form>", uses: useType(runtime, "AsForm", "BinaryForm") }] : []),
    ...(isStream ? [{ text: "StreamOptions", uses: useType(runtime, "StreamOptions") }] : []),
    ...(isStream && stream && canReconnect(operation, stream)
      ? [{ text: "ReconnectOptions", uses: useType(runtime, "ReconnectOptions") }]
      : []),
  ];
  return {
    text: parts.map(({ text }) => text).join(" & "),
    uses: parts.flatMap(({ uses }) => uses),
  };
}

/** The promise that a call returns. */
function promiseType({ returns, item, names }: CallTypes): string {
  return item === null
    ? `APIPromise<${returns.text}, ${names.error}>`
    : `Paged<${returns.text}, ${item.text}, ${names.error}>`;
}

/** The imports of the promise that a call returns. */
function promiseUse({ item }: CallTypes): Use[] {
  return item === null
    ? useType("../runtime/api-promise.js", "APIPromise")
    : [...useType("../runtime/paged.js", "Paged"), ...item.uses];
}

/** Whether a call takes the options of every call, and no others. */
function hasUsualOptions({ options }: CallTypes): boolean {
  return options.text === "RequestOptions";
}

function insteadOf(operation: Operation, { api, names }: Blueprint): string | null {
  const placed = replacementFor(operation, api);
  if (placed === null) return null;
  const { method } = names.operation(placed.operation);
  return `Use \`${names.client.variable}.${names.resource(placed.resource).path}.${method}\` instead.`;
}

function overloadViews(
  { overloads, names, generics, doc }: CallTypes,
  start: string,
  first: readonly string[],
): OverloadView[] {
  const margin = start.startsWith(" ") ? "  " : "";
  return overloads.map((overload) => {
    const request = `request${overload.isRequestOptional ? "?" : ""}: ${overload.request}`;
    const parameters = [...first, request, `options?: ${overload.options}`];
    const returns = `APIPromise<${overload.returns}, ${names.error}>`;
    return {
      doc,
      head: `${start}${genericsText(generics, margin, start)}`,
      parameters,
      returns,
    };
  });
}

/** The signature of a standalone function. */
export function functionSignature(call: CallTypes): SignatureView {
  const { names, generics, doc } = call;
  const parameters = ["client: ClientCore", ...parametersOf(call)];
  const result = promiseType(call);
  return {
    overloads: overloadViews(call, `export function ${names.function}`, ["client: ClientCore"]),
    doc: call.overloads.length > 0 ? "" : doc,
    name: names.function,
    generics: genericsText(generics, "", `export function ${names.function}`),
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(
      `export function ${names.function}${oneLine(generics)}(${parameters.join(", ")}): ${result} {`,
    ),
    sending: sendingView("client", call, "  "),
  };
}

/**
 * The signature of a method. It sends its request itself, so that a bundle of the class doesn't
 * contain the functions.
 */
export function methodSignature(call: CallTypes): SignatureView {
  const { names, generics, doc } = call;
  const parameters = parametersOf(call);
  const result = promiseType(call);
  return {
    overloads: overloadViews(call, `  ${names.method}`, []),
    doc: call.overloads.length > 0 ? "" : doc,
    name: names.method,
    generics: genericsText(generics, "  ", `  ${names.method}`),
    parameters: parameters.map((text) => ({ text, isRest: text.startsWith("...") })),
    returns: result,
    fits: fits(`  ${names.method}${oneLine(generics)}(${parameters.join(", ")}): ${result} {`),
    sending: sendingView("this.#client", call, "    "),
  };
}

/** The function of the runtime that sends the request, and its arguments. */
function sendingView(
  client: string,
  { names, isBare, item }: CallTypes,
  margin: string,
): SendingView {
  const calls = item === null ? (isBare ? "call" : "callWith") : "paged";
  const passes = [
    client,
    names.data,
    ...(item === null ? [] : [names.pages, ...(isBare ? ["undefined"] : [])]),
    ...(isBare ? ["optionsIn(args)"] : ["request", "options"]),
  ];
  return { calls, passes, fits: fits(`${margin}return ${calls}(${passes.join(", ")});`) };
}

/**
 * What functions and methods import to send requests.
 *
 * @param file the name of the resource's modules.
 */
export function sendingUses(types: CallTypes, file: string): Use[] {
  const { names, isBare, item, options } = types;
  const call = isBare
    ? use("../runtime/call.js", "call")
    : use("../runtime/call-with.js", "callWith");
  return [
    ...promiseUse(types),
    ...use(`../data/${file}.js`, names.data, ...(item === null ? [] : [names.pages])),
    ...(item === null ? call : use("../runtime/paged.js", "paged")),
    ...useType("../runtime/client-core.js", "ClientCore"),
    ...(isBare ? useType("../runtime/client-core.js", "OptionsOnly") : []),
    ...(isBare ? use("../runtime/client-core.js", "optionsIn") : []),
    ...(isBare && hasUsualOptions(types) ? [] : options.uses),
  ];
}

function oneLine(generics: readonly string[]): string {
  return generics.length === 0 ? "" : `<${generics.join(", ")}>`;
}

/** The type parameters on one line, or on a line each if they are too long for one. */
function genericsText(generics: readonly string[], margin: string, before: string): string {
  const line = oneLine(generics);
  if (fits(`${before}${line}(`)) return line;
  return `<\n${generics.map((each) => `${margin}  ${each},\n`).join("")}${margin}>`;
}

function parametersOf(call: CallTypes): string[] {
  const { isBare, isRequestOptional, request: type, options } = call;
  if (isBare) {
    return [
      hasUsualOptions(call) ? "...args: OptionsOnly" : `...args: OptionsOnly<${options.text}>`,
    ];
  }
  const request = `request${isRequestOptional ? "?" : ""}: ${type}`;
  return [request, `options?: ${options.text}`];
}
