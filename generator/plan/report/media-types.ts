import type { Api } from "../../model/api/api.js";
import type { Arguments } from "../call/arguments.js";
import type { Call } from "../call/call.js";
import type { Payload } from "../call/payload.js";
import { streamItemType } from "../types/stream-type.js";
import { type Type, unionOf } from "../types/type.js";
import { typeText } from "../types/type-text.js";
import { type Types, typesOf } from "../types/types.js";
import { fieldStep, joined, reportTypeNames, type TypeNameOf } from "./shape.js";
import type { Line, SurfaceType } from "./surface.js";

/**
 * The media types that a call can choose, and the types that it takes and returns for those that
 * aren't the default, each compared as a whole.
 */
export function mediaTypeLines(call: Call, api: Api, typeNameOf: TypeNameOf): Line[] {
  const { requestVariants, resultVariants } = call;
  const types = typesOf(api);
  const wholeType = (type: Type): SurfaceType => ({
    kind: "whole",
    text: typeText(type, reportTypeNames(typeNameOf)),
  });
  const requests = requestVariants.slice(1).flatMap(({ bodies, arguments: given }) =>
    bodies.map(({ contentType }) => ({
      ...lineOf("argument", "contentType", contentType),
      type: [wholeType(requestType(given, types))],
    })),
  );
  const results = resultVariants.slice(1).flatMap((variant) =>
    variant.contentTypes.map((contentType) => ({
      ...lineOf("field", "accept", contentType),
      type: [wholeType(unionOf(variant.results.map(({ payload }) => payloadType(payload, types))))],
    })),
  );
  return [
    ...choiceLines(
      "contentType",
      requestVariants.flatMap(({ bodies }) => bodies.map((body) => body.contentType)),
    ),
    ...requests,
    ...choiceLines(
      "accept",
      resultVariants.flatMap(({ contentTypes }) => contentTypes),
    ),
    ...results,
  ];
}

/** An option with its values. */
function choiceLines(option: string, contentTypes: readonly string[]): Line[] {
  if (contentTypes.length === 0) return [];
  const type = contentTypes.map((value): SurfaceType => ({ kind: "literal", value }));
  return [{ ...lineOf("argument", option, null), type }];
}

function lineOf(
  kind: Line["kind"],
  option: string,
  contentType: string | null,
): Omit<Line, "type"> {
  const own = joined("options", fieldStep(option));
  const path = contentType === null ? own : joined(own, fieldStep(contentType));
  return { kind, path, required: false, deprecated: false, facts: [] };
}

function requestType({ fields }: Arguments, types: Types): Type {
  const members = fields.map((field) => ({
    ...{ name: field.key, isIndex: false, isOptional: !field.required, field },
    type: payloadType(field.payload, types, true),
  }));
  return { kind: "object", members };
}

function payloadType(payload: Payload, types: Types, isSent = false): Type {
  switch (payload.kind) {
    case "stream":
      return { kind: "stream", items: streamItemType(payload.stream, types), isSent };
    case "value":
      return types.typeOf(payload.schema, payload.isMultipart ? "multipart" : "other");
    case "text":
      return { kind: "text", text: "string" };
    case "bytes":
      return { kind: "text", text: "Blob" };
    case "nothing":
      return { kind: "text", text: "void" };
  }
}
