import type { Content, Response as Documented, Operation, Status } from "../model/api.js";
import type { FindSchema } from "../model/schema/find-schema.js";
import { rawCodeOf } from "../plan/samples/raw-code.js";
import { contentSample, sampleOf } from "../plan/samples/sample.js";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, or the items of a stream. */
  readonly body: string | readonly string[];
}

interface AnswerOptions {
  readonly code: number | null;
  readonly accept: string;
  readonly change?: (value: unknown) => unknown;
}

const same = (value: unknown) => value;

/**
 * The documented answer of an operation.
 *
 * @param code the status; the first success if it is `null`.
 * @param accept the `Accept` header.
 * @param change returns the value to answer instead of the documented one, `undefined` if it has none.
 */
export function answerOf(
  operation: Operation,
  find: FindSchema,
  { code, accept, change = same }: AnswerOptions,
): Answer | null {
  const response = responseFor(operation, code);
  if (response === undefined) return null;
  const status = code ?? codeOf(response.status);
  const contents = response.content === null ? [] : [response.content, ...response.alternatives];
  const content = contents.find(({ contentType }) => accept.includes(contentType)) ?? contents[0];
  const hasNoBody = content === undefined || status === 204 || status === 304 || status === 205;
  if (hasNoBody) {
    change(undefined);
    return { status, headers: {}, body: "" };
  }
  const headers = { "Content-Type": content.contentType.replaceAll("*", "octet-stream") };
  if (content.stream !== null) return { status, headers, body: itemsOf(content, find) };
  const payload = change(withoutRawCode(contentSample(content, find)));
  const isText = typeof payload === "string" && content.format !== "json";
  return { status, headers, body: isText ? payload : JSON.stringify(payload) };
}

function responseFor({ success, errors }: Operation, code: number | null): Documented | undefined {
  if (code === null) return success[0] ?? errors.find(({ status }) => status.kind === "default");
  const all = [...success, ...errors];
  return (
    all.find(({ status }) => status.kind === "code" && status.code === code) ??
    all.find(
      ({ status }) => status.kind === "range" && status.hundreds === Math.floor(code / 100),
    ) ??
    all.find(({ status }) => status.kind === "default")
  );
}

function codeOf(status: Status): number {
  switch (status.kind) {
    case "code":
      return status.code;
    case "range":
      return status.hundreds * 100;
    case "default":
      return 200;
  }
}

/** Drops values that are code rather than data, as for an object that contains itself. */
function withoutRawCode(value: unknown): unknown {
  if (rawCodeOf(value) !== null) return undefined;
  if (Array.isArray(value)) return value.map(withoutRawCode);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, withoutRawCode(inner)]),
  );
}

/** Two items of a stream, as its format writes them, and the sentinel. */
function itemsOf({ stream }: Content, find: FindSchema): string[] {
  if (stream === null) return [];
  const item = withoutRawCode(sampleOf(stream.item, "item", find));
  const end = stream.sentinel;
  switch (stream.format) {
    case "events":
      return [eventText(item), eventText(item), ...(end === null ? [] : [`data: ${end}\n\n`])];
    case "jsonLines":
      return [`${JSON.stringify(item)}\n`, `${JSON.stringify(item)}\n`];
    case "jsonSequence":
      return [`\u001e${JSON.stringify(item)}\n`, `\u001e${JSON.stringify(item)}\n`];
  }
}

function eventText(event: unknown): string {
  const {
    event: name,
    id,
    data,
  }: { event?: unknown; id?: unknown; data?: unknown } = Object(event);
  const text = typeof data === "string" ? data : JSON.stringify(data ?? null);
  return [
    ...(name === undefined ? [] : [`event: ${String(name)}\n`]),
    ...(id === undefined ? [] : [`id: ${String(id)}\n`]),
    ...text.split("\n").map((line) => `data: ${line}\n`),
    "\n",
  ].join("");
}
