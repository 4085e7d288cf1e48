import { type Argument, type Arguments, isBodyAllOrNothing } from "../call/arguments.js";
import type { Call } from "../call/call.js";
import type { DocsContext } from "./docs-context.js";
import { type FieldRow, note, rowsFor, tableOf } from "./fields-view.js";
import { listNotes } from "./list-notes.js";
import { guidePage, linkFrom } from "./pages.js";
import type { FieldsView, NoteView, TypeView } from "./part-views.js";
import { codeType, typeView } from "./type-view.js";

/** The parameters of a call: the fields of its request, then its options. */
export function parametersView(call: Call, page: string, docs: DocsContext): FieldsView {
  const rows = parameterRows(call, page, docs);
  const retries = linkFrom(page, guidePage("retries"));
  const [type, href] =
    call.walk === null
      ? ["RequestOptions", `${linkFrom(page, guidePage("options"))}#call-options`]
      : ["PagedOptions", `${linkFrom(page, guidePage("pagination"))}#options`];
  return tableOf("Parameter", [
    ...rows,
    optionRow("options", type, href, "Options for this call."),
    optionRow("options.retries", "RetryConfig", retries, "Overrides the client's retry policy."),
  ]);
}

function optionRow(name: string, type: string, href: string, meaning: string): FieldRow {
  return {
    name,
    isDeprecated: false,
    type: [{ text: type, href, isAlternative: false }],
    required: false,
    notes: [note(meaning)],
    example: null,
  };
}

/** A row for each field of a request, and for the fields of objects without a page. */
export function parameterRows(
  call: Pick<Call, "operation" | "arguments">,
  page: string,
  docs: DocsContext,
): FieldRow[] {
  const inBody = requiredInBody(call);
  return call.arguments.fields.flatMap((argument) => {
    const type = argumentType(argument, call.arguments, page, docs);
    const [first, ...inner] = argumentRows(argument, page, docs);
    if (first === undefined) return [];
    const isInBody = argument.in === "body" && inBody.has(argument.name);
    const own = isInBody
      ? { ...first, notes: [note("Required if a body is sent."), ...first.notes] }
      : first;
    return type === null ? [own, ...inner] : [{ ...own, type }];
  });
}

/** The fields that a call has to set if it sets any field of the body. */
function requiredInBody(call: Pick<Call, "operation" | "arguments">): ReadonlySet<string> {
  const fields = call.arguments.bodyObject?.fields ?? [];
  const required = isBodyAllOrNothing(call) ? fields.filter((field) => field.required) : [];
  return new Set(required.map(({ name }) => name));
}

/** The type of an argument that its schema doesn't determine: text, bytes, or a file. */
function argumentType(
  { name, payload }: Argument,
  { files }: Arguments,
  page: string,
  docs: DocsContext,
): TypeView | null {
  switch (payload.kind) {
    case "text":
      return codeType("string");
    case "bytes":
      return codeType("BinaryInput");
    case "stream":
      return [
        ...codeType("ItemsInput<"),
        ...typeView(payload.stream.item, page, docs),
        ...codeType(">"),
      ];
    case "value":
      return payload.isMultipart && files.includes(name)
        ? typeView(payload.schema, page, { ...docs, place: "multipart" })
        : null;
    case "nothing":
      return null;
  }
}

function argumentRows(argument: Argument, page: string, docs: DocsContext): FieldRow[] {
  const rows = rowsFor([{ ...argument, name: argument.key }], page, docs);
  const own = [...listNotes(argument, docs.find), ...fallbackNotes(argument, docs)];
  return rows.map((row, index) =>
    index === 0 && own.length > 0 ? { ...row, notes: [...row.notes, ...own] } : row,
  );
}

/** The client option that sets a parameter where the call doesn't. */
function fallbackNotes({ in: place, name, global }: Argument, docs: DocsContext): NoteView[] {
  if (place === "body" || global === null) return [];
  const { option } = docs.names.global({ in: place, name });
  return [{ label: "Default: the client's", prose: null, values: [option] }];
}
