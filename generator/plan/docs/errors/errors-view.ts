import { grouped } from "../../../grouped.js";
import type { Response, Status } from "../../../model/api/operation.js";
import { statusText } from "../../../model/statuses.js";
import type { Call } from "../../call/call.js";
import type { Failure } from "../../call/failures.js";
import { responseSample } from "../../samples/response-sample.js";
import type { DocsContext } from "../docs-context.js";
import { note } from "../fields-view.js";
import { linkFrom } from "../pages.js";
import type { NoteView } from "../part-views.js";
import type { ErrorPayloadView, ErrorRowView } from "../views.js";

/**
 * The rows of an operation's errors: its classes by their first status, then failures with text,
 * then all others.
 */
export function errorRows(call: Call, page: string, docs: DocsContext): ErrorRowView[] {
  const { names, pages } = docs;
  const rows = [...failuresByClass(call)].map(([name, responses]) => ({
    label: names.error({ name }).class,
    href: linkFrom(page, pages.error({ name })),
    ...responseCells(responses, ({ content }) => content?.contentType),
  }));
  const texts = call.failures.filter(({ isText }) => isText);
  const href = linkFrom(page, pages.sdkError("SDKError"));
  if (texts.length > 0)
    rows.push({ label: "SDKError", href, ...responseCells(texts, ({ text }) => text) });
  const fallback = fallbackRow(call, page, docs);
  return fallback === null ? rows : [...rows, fallback];
}

/** The failures with each error class, by the error's name. */
function failuresByClass({ failures }: Call): Map<string, Failure[]> {
  return grouped(
    failures.flatMap((failure): [string, Failure][] =>
      failure.error === null ? [] : [[failure.error, failure]],
    ),
  );
}

/** An example of the payload of each error class. */
export function errorPayloads(call: Call, { names, find }: DocsContext): ErrorPayloadView[] {
  return [...failuresByClass(call)].flatMap(([name, responses]) => {
    const contents = responses.flatMap(({ content }) => content ?? []);
    const content = contents.find(({ example }) => example !== null) ?? contents[0];
    const example = content ? responseSample(content, find) : null;
    const statuses = responses.map(({ status }) => statusLabel(status)).join(", ");
    return example === null ? [] : [{ class: names.error({ name }).class, statuses, example }];
  });
}

function responseCells(
  responses: readonly Response[],
  typeOf: (response: Response) => string | null | undefined,
) {
  return {
    statuses: responses.map(({ status }) => statusLabel(status)).join(", "),
    contentTypes: [...new Set(responses.flatMap((response) => typeOf(response) ?? []))],
    notes: occurrenceNotes(responses),
  };
}

/** When responses occur, in the document's words. */
export function occurrenceNotes(responses: readonly Response[]): NoteView[] {
  const isOne = responses.length === 1;
  return responses.flatMap(({ status, description }) =>
    description === null ? [] : [note(isOne ? null : `${statusLabel(status)}:`, description)],
  );
}

/** The documented failures that can be an `SDKError`: without a payload, or with a text. */
export function ownFailures({ failures }: Call): Failure[] {
  return failures.filter(({ hasPayload, isText }) => !hasPayload || isText);
}

/** Failures documented without a payload: an `SDKError` with any body. */
function failuresWithoutPayload({ failures }: Call): Failure[] {
  return failures.filter(({ hasPayload }) => !hasPayload);
}

/**
 * Whether some failure has no documented payload. Only a `default` with a payload covers all of
 * them.
 */
export function hasFallback(call: Call): boolean {
  const hasDefault = call.failures.some(
    (each) => each.status.kind === "default" && each.hasPayload,
  );
  return failuresWithoutPayload(call).length > 0 || !hasDefault;
}

/** The row for statuses without a documented class, or `null` if a class covers them. */
function fallbackRow(call: Call, page: string, { pages }: DocsContext): ErrorRowView | null {
  if (!hasFallback(call)) return null;
  const withoutPayload = failuresWithoutPayload(call);
  const classed = call.failures.filter(({ hasPayload }) => hasPayload);
  const exceptions = withoutPayload
    .filter(({ isException }) => isException)
    .map(({ status }) => statusLabel(status));
  const isCovered = classed.some(({ status }) => status.kind === "default");
  const notes = withoutPayload.flatMap(({ status, description }) => {
    const label = status.kind === "default" ? null : `${statusLabel(status)}:`;
    return description === null ? [] : [note(label, description)];
  });
  const coversRest = isCovered || withoutPayload.some(({ status }) => status.kind === "default");
  return {
    label: "SDKError",
    href: linkFrom(page, pages.sdkError("SDKError")),
    statuses: [...exceptions, ...(isCovered ? [] : restOf(classed))].join(", "),
    contentTypes: ["*/*"],
    notes: coversRest ? notes : [...notes, note("Any other failure.")],
  };
}

/** The status ranges that the listed responses don't cover. */
function restOf(classed: readonly Response[]): string[] {
  const ranges = classed.flatMap(({ status }) =>
    status.kind === "range" ? [status.hundreds] : [],
  );
  const rest = ([4, 5] as const).filter((hundreds) => !ranges.includes(hundreds));
  return rest.length === 0 ? ["3XX"] : rest.map((hundreds) => `${hundreds}XX`);
}

export function statusLabel(status: Status): string {
  return statusText(status, "any other");
}
