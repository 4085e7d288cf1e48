import type { Response as Documented, Operation } from "../model/api/operation.js";
import type { Content } from "../model/api/payload.js";
import type { FindSchema } from "../model/schema/find-schema.js";
import { rawCodeOf } from "../plan/samples/raw-code.js";
import { contentSample, sampleOf } from "../plan/samples/sample.js";
import { isUsable } from "../plan/samples/usable-example.js";
import type { Answer } from "./answer.js";
import type { Preferences } from "./preferences.js";
import type { Random } from "./random.js";
import { variedValue } from "./varied-value.js";

interface AnswerOptions extends Pick<Preferences, "code" | "example"> {
  /** The `Accept` header. */
  readonly accept: string;
  /** Varies values that aren't examples of the document; `null` keeps them. */
  readonly random: Random | null;
  /** Returns the value to answer instead of the documented one, `undefined` if it has none. */
  readonly change?: (value: unknown) => unknown;
}

const same = (value: unknown) => value;

/**
 * The documented answer of an operation: the first success, or the one that the preferences name.
 * `null` if there is none.
 */
export function answerOf(
  operation: Operation,
  find: FindSchema,
  options: AnswerOptions,
): Answer | null {
  const { code, accept, change = same } = options;
  const response = responseFor(operation, options);
  if (response === undefined) return null;
  const status = code ?? codeOf(response, operation);
  const contents = contentsOf(response, options);
  const content = contents.find(({ contentType }) => accept.includes(contentType)) ?? contents[0];
  const hasNoBody = content === undefined || status === 204 || status === 304 || status === 205;
  if (hasNoBody) {
    change(undefined);
    return { status, headers: {}, body: "" };
  }
  const headers = { "Content-Type": content.contentType.replaceAll("*", "octet-stream") };
  if (content.stream !== null) return { status, headers, body: itemsOf(content, find, options) };
  const payload = change(valueFor(content, find, options));
  const isText = typeof payload === "string" && content.format !== "json";
  return { status, headers, body: isText ? payload : (JSON.stringify(payload) ?? "") };
}

type Choice = Pick<Preferences, "code" | "example">;

function responseFor(operation: Operation, { code, example }: Choice): Documented | undefined {
  const { success, errors } = operation;
  if (code === null) {
    return example === null
      ? (success[0] ?? errors.find(({ status }) => status.kind === "default"))
      : [...success, ...errors].find((response) => contentsOf(response, { example }).length > 0);
  }
  const all = [...success, ...errors];
  const response =
    all.find(({ status }) => status.kind === "code" && status.code === code) ??
    all.find(
      ({ status }) => status.kind === "range" && status.hundreds === Math.floor(code / 100),
    ) ??
    all.find(({ status }) => status.kind === "default");
  const hasExample = example === null || (response && contentsOf(response, { example }).length > 0);
  return hasExample ? response : undefined;
}

/** The payloads of a response, those with the example if one is named. */
function contentsOf(
  { content, alternatives }: Documented,
  { example }: Pick<Choice, "example">,
): readonly Content[] {
  const contents = content === null ? [] : [content, ...alternatives];
  return contents.filter(
    ({ examples }) => example === null || examples.some(({ name }) => name === example),
  );
}

function codeOf(response: Documented, { success }: Operation): number {
  const { status } = response;
  switch (status.kind) {
    case "code":
      return status.code;
    case "range":
      return status.hundreds * 100;
    case "default":
      return success.includes(response) ? 200 : 500;
  }
}

function valueFor(content: Content, find: FindSchema, { example, random }: AnswerOptions): unknown {
  const named = content.examples.find(({ name }) => name === example);
  if (named !== undefined) return named.value;
  const value = plainData(contentSample(content, find));
  const isOwn = random === null || isUsable(content.example, content.schema, find);
  return isOwn ? value : variedValue(value, content.schema, find, random);
}

/** Leaves out values that are code rather than data: those that would contain themselves. */
export function plainData(value: unknown): unknown {
  if (rawCodeOf(value) !== null) return undefined;
  if (Array.isArray(value)) return value.map(plainData);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainData(inner)]));
}

/** Two items of a stream, as its format writes them, and the sentinel. */
function itemsOf({ stream }: Content, find: FindSchema, { random }: AnswerOptions): string[] {
  if (stream === null) return [];
  const sample = plainData(sampleOf(stream.item, "item", find));
  const [first, second] = [0, 1].map(() =>
    random === null ? sample : variedValue(sample, stream.item, find, random),
  );
  const end = stream.sentinel;
  switch (stream.format) {
    case "events":
      return [eventText(first), eventText(second), ...(end === null ? [] : [`data: ${end}\n\n`])];
    case "jsonLines":
      return [`${JSON.stringify(first)}\n`, `${JSON.stringify(second)}\n`];
    case "jsonSequence":
      return [`\u001e${JSON.stringify(first)}\n`, `\u001e${JSON.stringify(second)}\n`];
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
