import type { Operation } from "../../model/api/operation.js";
import type { Content, ItemStream } from "../../model/api/payload.js";
import type { Schema } from "../../model/api/schema.js";
import { type Call, hasOwnStreamItem } from "../call/call.js";
import type { Result } from "../call/payload.js";
import { responseSample } from "../samples/response-sample.js";
import type { DocsContext } from "./docs-context.js";
import { statusLabel } from "./errors/errors-view.js";
import { fieldsView, inlineFields } from "./fields-view.js";
import { isStructured } from "./media-types-view.js";
import { sampleValues } from "./snippets/snippets.js";
import { codeType, typeView } from "./type-view.js";
import type { PayloadView } from "./views.js";

/** The payloads of each success, those in the default media type first. */
export function payloadViews(call: Call, page: string, docs: DocsContext): PayloadView[] {
  const { results, resultVariants, operation } = call;
  const [main, ...others] = resultVariants;
  const typesOf = ({ content }: Result) =>
    main && content && main.contentTypes.includes(content.contentType)
      ? main.contentTypes
      : content
        ? [content.contentType]
        : [];
  const streams = call.streaming?.results.filter(({ payload }) => payload.kind === "stream") ?? [];
  return [
    ...results.map((result) =>
      payloadView(result, operation, typesOf(result), main !== undefined, page, docs),
    ),
    ...streams.map((result) => payloadView(result, operation, typesOf(result), true, page, docs)),
    ...others.flatMap((variant) =>
      variant.results
        .filter(({ content }) => content && variant.contentTypes.includes(content.contentType))
        .map((result) => payloadView(result, operation, variant.contentTypes, true, page, docs)),
    ),
  ];
}

function payloadView(
  result: Result,
  operation: Operation,
  contentTypes: readonly string[],
  isChosen: boolean,
  page: string,
  docs: DocsContext,
): PayloadView {
  const { status, description, payload, content } = result;
  // The type name for a stream's items that have no other name.
  const { streamItem: item } = docs.names.operation(operation);
  const shown = content && { ...content, schema: shownSchema(payload, content) };
  const isPlain = content === null || (!isChosen && content.contentType === "application/json");
  const common = {
    status: statusLabel(status),
    contentTypes: isPlain ? [] : contentTypes,
    isUnparsed: payload.kind === "text" && content !== null && isStructured(content.contentType),
    description,
    items: null,
    fields: null,
    example: shown && responseSample(shown, docs.find, sampleValues(operation, docs)),
  };
  switch (payload.kind) {
    case "nothing":
      return { ...common, type: codeType("void") };
    case "bytes":
      return { ...common, type: codeType("Blob") };
    case "stream":
      return { ...common, ...streamView(payload.stream, item, page, docs) };
    case "text": {
      const items = payload.items && {
        isStream: false,
        isOpen: false,
        type: typeView(payload.items, page, docs),
      };
      return { ...common, type: codeType("string"), items };
    }
    case "value": {
      const inner = inlineFields(payload.schema, docs.find);
      return inner === null
        ? { ...common, type: typeView(payload.schema, page, docs) }
        : {
            ...common,
            type: codeType(inner.type),
            fields: fieldsView("Field", inner.fields, page, docs),
          };
    }
  }
}

/** The schema without the fields that no response contains. */
function shownSchema(payload: Result["payload"], { schema }: Content): Schema {
  return payload.kind === "value" ? payload.schema : schema;
}

/** A stream and its items: their type, or their fields if they are objects without a name. */
function streamView(
  stream: ItemStream,
  own: string,
  page: string,
  docs: DocsContext,
): Pick<PayloadView, "type" | "items" | "fields"> {
  const { item, isOpen } = stream;
  const type = typeView(item, page, docs);
  const name = hasOwnStreamItem(stream) ? codeType(own) : type;
  const whole = hasOwnStreamItem(stream)
    ? codeType(`EventStream<${own}>`)
    : [...codeType("EventStream<"), ...type, ...codeType(">")];
  const hasFields = item.kind === "object" && item.fields.length > 0;
  return {
    type: whole,
    items: { isStream: true, isOpen, type: hasFields || !hasOwnStreamItem(stream) ? name : type },
    fields: hasFields ? fieldsView("Field", item.fields, page, docs) : null,
  };
}
