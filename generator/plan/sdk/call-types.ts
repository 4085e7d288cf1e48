import type { Operation } from "../../model/api.js";
import type { Call } from "../call/call.js";
import type { Payload } from "../call/payload.js";
import { replacementFor } from "../call/replacement.js";
import { type Use, useType } from "../imports.js";
import type { OperationNames } from "../names/operation-names.js";
import type { Blueprint } from "../output.js";
import { type Type, undefinedType, unionOf } from "../types/type.js";
import { typeText } from "../types/type-text.js";
import { type Types, typesOf } from "../types/types.js";
import { codeSpelling } from "./code-spelling.js";
import { docText } from "./doc.js";

/** Code, with the imports that it needs. */
export interface Spelled {
  readonly text: string;
  readonly uses: readonly Use[];
}

/** The types in the signature of an operation. */
export interface CallTypes {
  readonly names: OperationNames;
  /** Whether the operation takes no request. */
  readonly isBare: boolean;
  readonly isRequestOptional: boolean;
  /** The type that `await` returns. */
  readonly returns: Spelled;
  /** Whether that type is declared beside the function. */
  readonly hasOwnResult: boolean;
  /** The options of a call, with the type parameter that they need. */
  readonly options: Spelled;
  readonly generics: string;
  readonly doc: string;
}

export function callTypesOf(call: Call, blueprint: Blueprint): CallTypes {
  const { operation } = call;
  const own = blueprint.names.operation(operation);
  return {
    names: own,
    isBare: call.arguments.fields.length === 0,
    isRequestOptional: call.arguments.isOptional,
    returns: call.hasOwnResult
      ? { text: own.response, uses: [] }
      : returned(
          call.results.map(({ payload }) => payload),
          blueprint,
        ),
    hasOwnResult: call.hasOwnResult,
    options: optionsOf(call),
    generics: call.hasBytes ? '<Form extends BinaryForm = "blob">' : "",
    doc: docText(
      [operation.summary, operation.description],
      operation.deprecated,
      insteadOf(operation, blueprint),
    ),
  };
}

function returned(payloads: readonly Payload[], blueprint: Blueprint): Spelled {
  if (payloads.every(({ kind }) => kind === "nothing")) return { text: "void", uses: [] };
  const types = typesOf(blueprint.api);
  const spelling = codeSpelling(blueprint, "folder");
  const type = unionOf(payloads.map((payload) => resultType(payload, types)));
  const text = typeText(type, spelling, "undefined");
  const hasBytes = payloads.some(({ kind }) => kind === "bytes");
  const binary = hasBytes ? useType("../runtime/binary.js", "Binary") : [];
  return { text, uses: [...spelling.uses, ...binary] };
}

/** The type of a result. Binary results have the function's type parameter `Form`. */
export function resultType(payload: Payload, types: Types): Type {
  switch (payload.kind) {
    case "nothing":
      return undefinedType;
    case "value":
      return types.typeOf(payload.schema);
    case "text":
      return { kind: "text", text: "string" };
    case "bytes":
      return { kind: "text", text: "Binary<Form>" };
  }
}

/** The options of every call, and those that only some operations have. */
function optionsOf({ options, hasBytes }: Call): Spelled {
  const runtime = "../runtime/operation.js";
  const parts = [
    { text: "RequestOptions", uses: useType("../runtime/client-core.js", "RequestOptions") },
    ...(options.idempotencyHeader === null
      ? []
      : [{ text: "WithIdempotencyKey", uses: useType(runtime, "WithIdempotencyKey") }]),
    ...(hasBytes ? [{ text: "AsForm<Form>", uses: useType(runtime, "AsForm", "BinaryForm") }] : []),
  ];
  return {
    text: parts.map(({ text }) => text).join(" & "),
    uses: parts.flatMap(({ uses }) => uses),
  };
}

function insteadOf(operation: Operation, { api, names }: Blueprint): string | null {
  const placed = replacementFor(operation, api);
  if (placed === null) return null;
  const { method } = names.operation(placed.operation);
  return `Use \`${names.client.variable}.${names.resource(placed.resource).path}.${method}\` instead.`;
}
