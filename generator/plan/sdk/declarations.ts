import type { Operation } from "../../model/api/operation.js";
import { type Argument, isBodyAllOrNothing } from "../call/arguments.js";
import { type Call, hasOwnStreamItem } from "../call/call.js";
import { type ModuleTypeNames, useType } from "../imports.js";
import type { Blueprint } from "../output.js";
import { mediaTypeMembers } from "../types/media-type-text.js";
import { streamItemType } from "../types/stream-type.js";
import { type Member, type Type, undefinedType, unionOf } from "../types/type.js";
import { codeLine, declarationLines, interfaceLines } from "../types/type-lines.js";
import { unionAlias } from "../types/type-text.js";
import { type Declaration, type Types, typesOf } from "../types/types.js";
import { resultType } from "./call-types.js";
import { typeDoc } from "./doc.js";
import type { ModelView } from "./views.js";

/** The declarations of an operation's request: one, or one for each type of body. */
export function requestViews(
  call: Call,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
): ModelView[] {
  const { operation, requestVariants: variants } = call;
  const own = blueprint.names.operation(operation);
  const doc = typeDoc("Request", operation, blueprint);
  if (variants.length < 2) return variantViews(call, own.request, doc, blueprint, typeNames);
  const nameOf = (index: number) => own.requestVariants[index] ?? own.request;
  const members = variants.flatMap(({ bodies }, index) =>
    bodies.map(({ contentType }) => {
      const type: Type = { kind: "text", text: nameOf(index) };
      return { contentType, type };
    }),
  );
  return [
    ...variants.flatMap((variant, index) =>
      variantViews(variant, nameOf(index), doc, blueprint, typeNames),
    ),
    mapView(`Requests of {@link ${own.function}} by media type.`, own.requests, members, typeNames),
  ];
}

/** An interface from media types to types. */
function mapView(
  doc: string,
  name: string,
  entries: Parameters<typeof mediaTypeMembers>[0],
  typeNames: ModuleTypeNames,
): ModelView {
  return { doc, lines: interfaceLines(name, [], mediaTypeMembers(entries), typeNames) };
}

/**
 * The declarations of a request: parameters and body fields side by side. An optional body with
 * required fields makes two interfaces: with all of them, and without the body.
 */
function variantViews(
  call: Pick<Call, "operation" | "arguments">,
  request: string,
  doc: string,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
): ModelView[] {
  const { operation, arguments: given } = call;
  const { fields, bodyObject } = given;
  if (fields.length === 0) return [];
  const types = typesOf(blueprint.api);
  const parameters = fields
    .filter((field) => bodyObject === null || field.in !== "body")
    .map((field) => argumentMember(field, types, typeNames));
  const body = bodyObject === null ? [] : bodyMembers(operation, bodyObject, types);
  const view = (name: string, members: readonly Member[]): ModelView => ({
    doc,
    lines: declarationLines(name, { kind: "interface", bases: [], members }, typeNames),
  });
  if (!isBodyAllOrNothing(call)) return [view(request, [...parameters, ...body])];
  const names = [`${request}WithBody`, `${request}WithoutBody`] as const;
  return [
    { doc, lines: [codeLine("", unionAlias(request, names))] },
    view(names[0], [...parameters, ...body]),
    view(names[1], [...parameters, ...body.filter(({ isIndex }) => !isIndex).map(absent)]),
  ];
}

function bodyMembers(
  { body }: Operation,
  object: Parameters<Types["typeOf"]>[0],
  types: Types,
): readonly Member[] {
  const type = types.typeOf(object, body?.format === "multipart" ? "multipart" : "other");
  return type.kind === "object" ? type.members : [];
}

function argumentMember(argument: Argument, types: Types, typeNames: ModuleTypeNames): Member {
  return {
    name: argument.key,
    isIndex: false,
    isOptional: !argument.required,
    type: argumentType(argument, types, typeNames),
    field: argument,
  };
}

function argumentType({ payload }: Argument, types: Types, typeNames: ModuleTypeNames): Type {
  switch (payload.kind) {
    case "value":
      return types.typeOf(payload.schema, payload.isMultipart ? "multipart" : "other");
    case "stream":
      return { kind: "stream", items: types.typeOf(payload.stream.item), isSent: true };
    case "bytes":
      typeNames.uses.push(...useType("../runtime/body-raw.js", "BinaryInput"));
      return { kind: "text", text: "BinaryInput" };
    default:
      return { kind: "text", text: "string" };
  }
}

function absent(member: Member): Member {
  return { ...member, isOptional: true, type: undefinedType, field: null };
}

/** The declarations of a result without a name in the document, and of results by media type. */
export function responseViews(
  call: Call,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
): ModelView[] {
  return [
    ...streamItemViews(call, blueprint, typeNames),
    ...ownResultViews(call, blueprint, typeNames),
    ...(call.resultVariants.length > 1 ? [variantsView(call, blueprint, typeNames)] : []),
  ];
}

function variantsView(
  { operation, resultVariants, hasOwnResult, hasBytes }: Call,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
): ModelView {
  const types = typesOf(blueprint.api);
  const own = blueprint.names.operation(operation);
  const members = resultVariants.flatMap(({ contentTypes, results }, index) => {
    const type: Type =
      index === 0 && hasOwnResult
        ? { kind: "text", text: own.response }
        : unionOf(results.map(({ payload }) => resultType(payload, types, own)));
    return contentTypes.map((contentType) => ({ contentType, type }));
  });
  if (hasBytes) typeNames.uses.push(...useType("../runtime/binary.js", "Binary"));
  const name = hasBytes ? `${own.responses}<Form extends BinaryForm = "blob">` : own.responses;
  const doc = `Responses of {@link ${own.function}} by media type.`;
  return mapView(doc, name, members, typeNames);
}

function ownResultViews(
  { operation, results, hasOwnResult }: Call,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
): ModelView[] {
  if (!hasOwnResult) return [];
  const types = typesOf(blueprint.api);
  const own = blueprint.names.operation(operation);
  const type = unionOf(results.map(({ payload }) => resultType(payload, types, own)));
  return [typeView("Response", own.response, type, operation, blueprint, typeNames)];
}

/** The type of the items of a stream, unless it is named. */
function streamItemViews(
  { operation, stream }: Call,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
) {
  if (stream === null || !hasOwnStreamItem(stream)) return [];
  const { streamItem } = blueprint.names.operation(operation);
  const kind = stream.format === "events" ? "Event" : "Item";
  return [
    typeView(
      kind,
      streamItem,
      streamItemType(stream, typesOf(blueprint.api)),
      operation,
      blueprint,
      typeNames,
    ),
  ];
}

function typeView(
  kind: Parameters<typeof typeDoc>[0],
  name: string,
  type: Type,
  operation: Operation,
  blueprint: Blueprint,
  typeNames: ModuleTypeNames,
): ModelView {
  const declaration: Declaration =
    type.kind === "object"
      ? { kind: "interface", bases: [], members: type.members }
      : { kind: "alias", type };
  return {
    doc: typeDoc(kind, operation, blueprint),
    lines: declarationLines(name, declaration, typeNames),
  };
}
