import { warningAt } from "../../problem.js";
import type { Place } from "../../read/document/document.js";
import { type NextNumbers, uniqueName } from "../../unique-name.js";
import type { Parameter } from "../api/parameter.js";
import type { Body } from "../api/payload.js";
import { bodyFrom } from "../bodies.js";
import { contentIn } from "../content.js";
import { isWebhook } from "../extensions.js";
import { childOf, entriesOf, type ModelContext, ownPlace, textIn } from "../node.js";
import { methodsIn } from "../operations.js";
import { parametersFrom } from "../parameters.js";

/** A request that the API sends to its users. */
export interface WebhookRequest {
  /** Its key among the webhooks, or the name of its callback: unique. */
  readonly key: string;
  readonly place: Place;
  /** The path item that it is in. */
  readonly pathItem: Place;
  /** The id of the operation whose callback it is. */
  readonly operationId: string | null;
  readonly parameters: readonly Parameter[];
  readonly body: Body | null;
  /** The schema of the body as written. */
  readonly schema: Place | null;
}

type Found = Pick<WebhookRequest, "key" | "place" | "pathItem" | "operationId">;

/**
 * All requests that the API sends: `webhooks` (OpenAPI 3.1), `x-webhooks`, operations with
 * `x-fern-webhook`, and callbacks. A body that isn't JSON has a warning, and the webhook is left out
 * if it has no other.
 */
export function webhookRequestsIn(context: ModelContext, root: Place): WebhookRequest[] {
  const keys = new Set<string>();
  const next: NextNumbers = new Map();
  return foundIn(context, root).flatMap((found) => {
    const { place, pathItem, operationId } = found;
    const body = bodyFrom(context, place, "post");
    const [contentType, isLeftOut] = otherFormat(body);
    if (contentType !== null) {
      const effect = isLeftOut ? "the webhook is left out" : "deliveries of it are refused";
      const message = `receivers read JSON and not ${contentType}, so ${effect}: describe its JSON`;
      const pointer = childOf(context, place, "requestBody")?.pointer ?? place.pointer;
      context.report(warningAt(pointer, message, "unsupported-webhook"));
    }
    if (isLeftOut) return [];
    const key = uniqueKey(found, keys, next);
    keys.add(key);
    const { parameters } = parametersFrom(context, pathItem, place);
    return [
      { key, place, pathItem, operationId, parameters, body, schema: schemaOf(context, place) },
    ];
  });
}

/** The first media type that receivers don't read, and whether there is no other. */
function otherFormat(body: Body | null): [contentType: string | null, isLeftOut: boolean] {
  if (body === null) return [null, false];
  const other = [body, ...body.alternatives].find(({ format }) => format !== "json");
  return [other?.contentType ?? null, body.format !== "json"];
}

function foundIn(context: ModelContext, root: Place): Found[] {
  const standard = entriesOf(context, ownPlace(root, "webhooks"));
  const extended = withoutRepeated(
    context,
    entriesOf(context, ownPlace(root, "x-webhooks")),
    new Map(standard),
  );
  const webhooks = [...standard, ...extended].flatMap(([key, pathItem]) =>
    requestsIn(context, pathItem, key, null),
  );
  const paths = entriesOf(context, ownPlace(root, "paths")).flatMap(([path, pathItem]) =>
    methodsIn(context, pathItem).flatMap(([method, place]): Found[] => {
      const id = textIn(place.node, "operationId");
      return isWebhook(pathItem.node, place.node)
        ? [{ key: id ?? path, place, pathItem, operationId: null }]
        : callbacksIn(context, place, id ?? `${method} ${path}`);
    }),
  );
  return [...webhooks, ...paths];
}

/** Documents for tools of several ages have each webhook under both names. */
function withoutRepeated(
  context: ModelContext,
  extended: readonly [key: string, pathItem: Place][],
  standard: ReadonlyMap<string, Place>,
): [key: string, pathItem: Place][] {
  return extended.filter(([key, { node, pointer }]) => {
    const first = standard.get(key);
    if (first && JSON.stringify(first.node) !== JSON.stringify(node)) {
      const message = `"${key}" differs under \`webhooks\`, which is used: make them equal, or remove this one`;
      context.report(warningAt(pointer, message, "repeated-webhook"));
    }
    return first === undefined;
  });
}

function callbacksIn(context: ModelContext, operation: Place, operationId: string): Found[] {
  return entriesOf(context, childOf(context, operation, "callbacks")).flatMap(([key, callback]) =>
    entriesOf(context, callback).flatMap(([expression, pathItem]) =>
      expression.startsWith("x-") ? [] : requestsIn(context, pathItem, key, operationId),
    ),
  );
}

/** Most path items have one operation; other operations append their method to the key. */
function requestsIn(
  context: ModelContext,
  pathItem: Place,
  key: string,
  operationId: string | null,
): Found[] {
  return methodsIn(context, pathItem).map(([method, place], index) => ({
    key: index === 0 ? key : `${key} ${method}`,
    place,
    pathItem,
    operationId,
  }));
}

/** Several operations may use the same name for a callback. */
function uniqueKey(
  { key, operationId }: Found,
  keys: ReadonlySet<string>,
  next: NextNumbers,
): string {
  const full = operationId !== null && keys.has(key) ? `${operationId} ${key}` : key;
  return uniqueName(full, (name) => !keys.has(name), next, " ");
}

function schemaOf(context: ModelContext, place: Place): Place | null {
  const body = childOf(context, place, "requestBody");
  const content = body && contentIn(context, body);
  return content && childOf(context, content.place, "schema");
}
