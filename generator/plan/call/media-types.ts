import type { Operation, Response } from "../../model/api/operation.js";
import type { BodyContent, Content } from "../../model/api/payload.js";
import type { FindSchema } from "../../model/schema/find-schema.js";
import { bodiesOf, contentsOf } from "../contents.js";
import { type Arguments, argumentsFrom } from "./arguments.js";
import { type Result, resultFrom } from "./payload.js";

/** The requests that have one type, by the value of the option `contentType`. */
export interface RequestVariant {
  /** The operation with the first of its bodies alone. */
  readonly operation: Operation;
  readonly arguments: Arguments;
  /** A body for each media type. */
  readonly bodies: readonly BodyContent[];
}

/** The results that have one type, by the value of the option `accept`. */
export interface ResultVariant {
  readonly contentTypes: readonly string[];
  readonly results: readonly Result[];
}

/**
 * The requests that `contentType` chooses from, the default first; empty if there is no choice. A
 * range of raw media types such as `image/*` is a choice too.
 */
export function requestVariantsFrom(operation: Operation, find: FindSchema): RequestVariant[] {
  const bodies = bodiesOf(operation);
  const [main, ...others] = bodies;
  if (main === undefined || (others.length === 0 && !isRawRange(main))) return [];
  const variants = bodies.map((content): RequestVariant => {
    const own = {
      ...operation,
      body: operation.body && { ...operation.body, ...content, alternatives: [] },
    };
    return { operation: own, arguments: argumentsFrom(own, find), bodies: [content] };
  });
  return grouped(variants, ({ arguments: { fields, bodyObject } }) => [
    fields.map(({ key, required, payload }) => [key, required, payload]),
    bodyObject?.additional,
  ]).map(([first, ...rest]) => ({
    ...first,
    bodies: [first, ...rest].flatMap((each) => each.bodies),
  }));
}

/**
 * The results that `accept` chooses from, the default first; empty if there is no choice.
 *
 * @param hasStreaming whether a field of the request chooses streams.
 */
export function resultVariantsFrom(
  success: readonly Response[],
  hasStreaming: boolean,
): ResultVariant[] {
  const responses = hasStreaming ? success.map(withoutStreams) : success;
  const offered = responses.filter(({ alternatives }) => alternatives.length > 0).map(contentsOf);
  const contentTypes = new Set(offered.flat().map(({ contentType }) => contentType));
  const variants = [...contentTypes].map((contentType): ResultVariant => {
    const results = responses.map((response) =>
      resultFrom({ ...response, content: contentFor(contentType, response) }),
    );
    return { contentTypes: [contentType], results };
  });
  return grouped(variants, ({ results }) => results.map(({ payload }) => payload)).map(
    ([first, ...rest]) => ({
      ...first,
      contentTypes: [first, ...rest].flatMap((each) => each.contentTypes),
    }),
  );
}

function withoutStreams(response: Response): Response {
  return { ...response, alternatives: response.alternatives.filter(({ stream }) => !stream) };
}

/** The content of a response in a media type, else its default content. */
function contentFor(contentType: string, response: Response): Content | null {
  const found = contentsOf(response).find((content) => content.contentType === contentType);
  return found ?? response.content;
}

function isRawRange({ contentType, format }: BodyContent): boolean {
  return contentType.includes("*") && (format === "binary" || format === "text");
}

/** Groups variants with equal facts. */
function grouped<Variant>(
  variants: readonly Variant[],
  factsOf: (variant: Variant) => unknown,
): [Variant, ...Variant[]][] {
  const groups = new Map<string, [Variant, ...Variant[]]>();
  for (const variant of variants) {
    const key = JSON.stringify(factsOf(variant));
    const group = groups.get(key);
    if (group) group.push(variant);
    else groups.set(key, [variant]);
  }
  return [...groups.values()];
}
