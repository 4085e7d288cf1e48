import type { Operation } from "../../model/api/operation.js";
import { type Call, hasOwnStreamItem, replacementFor } from "../call/call.js";
import type { Payload } from "../call/payload.js";
import { type Code, moduleTypeNames, useType } from "../imports.js";
import type { OperationNames } from "../names/operation-names.js";
import type { Blueprint } from "../output.js";
import { mediaTypesText } from "../types/media-type-text.js";
import { streamItemType, streamType } from "../types/stream-type.js";
import { type Type, undefinedType, unionOf } from "../types/type.js";
import { propertyKey, typeText } from "../types/type-text.js";
import { type Types, typesOf } from "../types/types.js";
import { docText } from "./doc.js";
import { itemType } from "./item-type.js";
import { canReconnect } from "./stream-data.js";

/** The types in the signature of an operation. */
export interface CallTypes {
  readonly names: OperationNames;
  /** Whether the operation takes no request. */
  readonly hasNoRequest: boolean;
  readonly isRequestOptional: boolean;
  /** The type of the request. */
  readonly request: string;
  /** The type that `await` returns. */
  readonly returns: Code;
  /** The type of the items of a paged list; `null` for other calls. */
  readonly item: Code | null;
  /** The types of the signature that the function's module declares. */
  readonly declared: readonly string[];
  /** The options of a call, with the type parameters that they need. */
  readonly options: Code;
  /** Its overloads, if an argument decides what other arguments or the result are. */
  readonly overloads: readonly OverloadTypes[];
  readonly generics: readonly string[];
  readonly doc: string;
}

/** The types of an overload. */
interface OverloadTypes {
  readonly generics: readonly string[];
  readonly request: string;
  readonly isRequestOptional: boolean;
  readonly returns: string;
  readonly options: string;
}

export function callTypesOf(call: Call, blueprint: Blueprint): CallTypes {
  const { operation } = call;
  const own = blueprint.names.operation(operation);
  const hasNoRequest = call.arguments.fields.length === 0;
  const [hasRequests, hasResponses] = [call.requestVariants, call.resultVariants].map(
    (variants) => variants.length > 1,
  );
  const request = hasRequests ? `${own.requests}[ContentType]` : own.request;
  const plain = hasResponses
    ? { text: `${own.responses}${call.hasBytes ? "<Form>" : ""}[Accept]`, uses: [] }
    : returnsOf(call, blueprint);
  const streamed = call.streaming && returned(call.streaming.results, own, blueprint);
  const bodyless = bodylessTypes(call);
  const hasOwnItem = call.stream !== null && hasOwnStreamItem(call.stream);
  // The types of several results and a named result contain the item.
  const namesStreamItem = hasOwnItem && (streamed !== null || !(hasResponses || call.hasOwnResult));
  return {
    names: own,
    hasNoRequest,
    isRequestOptional: call.arguments.isOptional,
    request,
    returns: streamed ? unionCode(plain, streamed) : plain,
    item: itemType(call, blueprint),
    declared: [
      ...(call.hasOwnItem ? [own.item] : []),
      ...(hasNoRequest ? [] : [hasRequests ? own.requests : own.request]),
      ...(hasResponses ? [own.responses] : call.hasOwnResult ? [own.response] : []),
      ...(namesStreamItem ? [own.streamItem] : []),
    ],
    options: optionsOf(call, call.stream !== null),
    overloads: streamed
      ? streamOverloads(call, own, request, plain.text, streamed.text)
      : bodyless.length > 0
        ? presenceOverloads(call, own, request, plain.text, bodyless)
        : [],
    generics: genericsOf(call, own),
    doc: docText(
      [operation.summary, operation.description],
      operation.deprecated,
      replacementText(operation, blueprint),
    ),
  };
}

function unionCode(plain: Code, streamed: Code): Code {
  return { text: `${plain.text} | ${streamed.text}`, uses: [...plain.uses, ...streamed.uses] };
}

/**
 * An overload for the stream, one for the other result, and one for a value that isn't known at
 * compile time.
 */
function streamOverloads(
  call: Call,
  own: OperationNames,
  request: string,
  plain: string,
  streamed: string,
): OverloadTypes[] {
  const { streaming, arguments: given } = call;
  if (streaming === null) return [];
  const { field, isDefault } = streaming;
  const generics = genericsOf(call, own);
  const canOmit = given.isOptional && bodylessTypes(call).length === 0;
  const key = propertyKey(field.key);
  const absent = isDefault ? "?: true | null | undefined" : "?: false | null | undefined";
  const overload = (isStream: boolean): OverloadTypes => {
    const isOmittable = isStream === isDefault;
    return {
      generics,
      request: `${request} & { ${key}${isOmittable ? absent : `: ${isStream}`} }`,
      isRequestOptional: isOmittable && canOmit,
      returns: isStream ? streamed : plain,
      options: optionsOf(call, isStream).text,
    };
  };
  return [
    overload(true),
    overload(false),
    {
      generics,
      request,
      isRequestOptional: canOmit,
      returns: `${plain} | ${streamed}`,
      options: optionsOf(call, true).text,
    },
  ];
}

/** An overload for calls without a request, and one for those with a request. */
function presenceOverloads(
  call: Call,
  own: OperationNames,
  request: string,
  returns: string,
  bodyless: readonly string[],
): OverloadTypes[] {
  const options = optionsOf(call, call.stream !== null).text;
  const common = { request, returns, options };
  const optional = genericsOf(call, own, mediaTypesText(bodyless), bodyless.slice(0, 1));
  return [
    { ...common, generics: optional, isRequestOptional: true },
    { ...common, generics: genericsOf(call, own), isRequestOptional: false },
  ];
}

/**
 * The media types of requests that a call can omit, if it can't omit those of other media types;
 * else none.
 */
function bodylessTypes({ arguments: given, requestVariants }: Call): string[] {
  const optional = requestVariants.filter((variant) => variant.arguments.isOptional);
  if (!given.isOptional || optional.length === requestVariants.length) return [];
  return optional.flatMap(({ bodies }) => bodies.map(({ contentType }) => contentType));
}

/** The type parameters: the media types that select a type, and the form of bytes. */
function genericsOf(
  call: Call,
  { requests, responses }: OperationNames,
  allowed = `keyof ${requests}`,
  usual: readonly string[] = inferredTypes(call),
): string[] {
  const { requestVariants, resultVariants } = call;
  const [accepted] = resultVariants;
  return [
    ...(requestVariants.length > 1
      ? [`ContentType extends ${allowed} = ${mediaTypesText(usual)}`]
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

function returnsOf({ operation, hasOwnResult, results }: Call, blueprint: Blueprint): Code {
  if (hasOwnResult) return { text: blueprint.names.operation(operation).response, uses: [] };
  return returned(results, blueprint.names.operation(operation), blueprint);
}

function returned(results: Call["results"], own: OperationNames, blueprint: Blueprint): Code {
  const payloads = results.map(({ payload }) => payload);
  if (payloads.every(({ kind }) => kind === "nothing")) return { text: "void", uses: [] };
  const types = typesOf(blueprint.api);
  const typeNames = moduleTypeNames(blueprint, "folder");
  const type = unionOf(payloads.map((payload) => resultType(payload, types, own)));
  const text = typeText(type, typeNames, "undefined");
  const hasBytes = payloads.some(({ kind }) => kind === "bytes");
  const binary = hasBytes ? useType("../runtime/binary.js", "Binary") : [];
  return { text, uses: [...typeNames.uses, ...binary] };
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
): Code {
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

function replacementText(operation: Operation, { api, names }: Blueprint): string | null {
  const placed = replacementFor(operation, api);
  if (placed === null) return null;
  const { method } = names.operation(placed.operation);
  return `Use \`${names.client.variable}.${names.resource(placed.resource).path}.${method}\` instead.`;
}
