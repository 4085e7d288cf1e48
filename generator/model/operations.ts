import { pointerTo } from "../pointer.js";
import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import { httpMethods } from "../read/document/openapi-structure.js";
import type { Operation } from "./api/operation.js";
import type { SecurityScheme } from "./api/security.js";
import { bodyFrom } from "./bodies.js";
import {
  deprecationOf,
  isUsageExample,
  isWebhook,
  replacementOf,
  retriesOf,
  timeoutOf,
} from "./extensions.js";
import { childOf, entriesOf, type ModelContext, ownPlace, textIn } from "./node.js";
import {
  byPrecedence,
  type IdCandidate,
  type MethodName,
  methodNamesIn,
} from "./operation-names.js";
import { globalsFrom, parametersFrom } from "./parameters.js";
import { failureStatusesIn, responsesFrom } from "./responses.js";
import { requirementsFrom } from "./security.js";
import { serversFrom } from "./servers.js";

/** An operation and its place in the document. */
export interface PlacedOperation {
  readonly place: Place;
  readonly operation: Operation;
}

/** All operations, in the document's order. */
export function operationsFrom(
  context: ModelContext,
  root: Place,
  schemes: readonly SecurityScheme[],
): PlacedOperation[] {
  const paths = ownPlace(root, "paths");
  const globals = globalsFrom(context, root);
  const nameOf = methodNamesIn(root.node);
  const found = foundIn(context, root);
  const owners = idOwners(found);
  return found.map((each) => {
    const { place, pathItem, method, path } = each;
    const titles = titlesFrom(each, identityFrom(context, each, owners), nameOf);
    const own = serversFrom(context, place);
    const operation: Operation = {
      ...titles,
      method,
      path,
      ...parametersFrom(context, pathItem, place, globals),
      body: bodyFrom(context, place, method),
      ...responsesFrom(
        context,
        place,
        { id: titles.id, method },
        failureStatusesIn([paths, pathItem, place]),
      ),
      security: requirementsFrom(root, place, schemes),
      servers: own.length > 0 ? own : serversFrom(context, pathItem),
      streamField: null,
      retries: retriesOf(place.node),
      timeoutMs: timeoutOf(place.node),
      paging: null,
      pointer: place.pointer,
    };
    return { place, operation };
  });
}

/** An operation as found, before modeling. */
interface Found extends IdCandidate {
  readonly place: Place;
  readonly pathItem: Place;
}

function foundIn(context: ModelContext, root: Place): Found[] {
  return pathsIn(context, root).flatMap(([path, pathItem]) =>
    methodsIn(context, pathItem).flatMap(([method, place]): Found[] => {
      if (isWebhook(pathItem.node, place.node)) return [];
      const { operationId: id } = place.node;
      const operationId = typeof id === "string" && id.trim() !== "" ? id : null;
      return [{ operationId, method, path, place, pathItem }];
    }),
  );
}

/** Which operation keeps an id that several share. */
interface IdOwners {
  readonly ranks: ReadonlyMap<Found, number>;
  /** The operation that keeps each id. */
  readonly byId: ReadonlyMap<string, Found>;
  /** The first operation with each id in the document. */
  readonly first: ReadonlyMap<string, Found>;
}

function idOwners(found: readonly Found[]): IdOwners {
  const ranked = byPrecedence(found);
  // A Map keeps the last of several entries with one key.
  const byOperationId = (operations: readonly Found[]) =>
    new Map(
      operations
        .toReversed()
        .flatMap((each): [string, Found][] =>
          each.operationId === null ? [] : [[each.operationId, each]],
        ),
    );
  const ranks = new Map(ranked.map((each, rank) => [each, rank]));
  return { ranks, byId: byOperationId(ranked), first: byOperationId(found) };
}

function pathsIn(context: ModelContext, root: Place): [path: string, pathItem: Place][] {
  return entriesOf(context, ownPlace(root, "paths")).filter(([path]) => {
    if (path.startsWith("/")) return true;
    if (!path.startsWith("x-")) {
      const message = `"${path}" isn't a path and is left out: begin it with /, and move a host to \`servers\``;
      context.report(warningAt(pointerTo("/paths", path), message, "path"));
    }
    return false;
  });
}

/** The identity of an operation; only one of several keeps a shared `operationId`. */
function identityFrom(
  { report }: ModelContext,
  found: Found,
  { ranks, byId, first }: IdOwners,
): Pick<Operation, "id" | "documentedId" | "rank"> {
  const { operationId, method, path, place } = found;
  const ownsId = operationId !== null && byId.get(operationId) === found;
  if (operationId !== null && !ownsId) {
    const message = `the operationId "${operationId}" is also used by another operation, which keeps it; this one is named after its method and path: rename one of them`;
    report(warningAt(pointerTo(place.pointer, "operationId"), message, "duplicate-operation-id"));
  }
  return {
    id: ownsId ? operationId : `${method} ${path}`,
    documentedId: operationId !== null && first.get(operationId) === found ? operationId : null,
    rank: ranks.get(found) ?? 0,
  };
}

function titlesFrom(
  { place: { node } }: Found,
  identity: Pick<Operation, "id" | "documentedId" | "rank">,
  nameOf: MethodName,
) {
  const replacement = replacementOf(node);
  return {
    ...identity,
    methodName: nameOf(node, identity.id),
    summary: textIn(node, "summary"),
    description: textIn(node, "description"),
    deprecated: deprecationOf(node) ?? (replacement === null ? null : { reason: null }),
    replacement,
    isFeatured: isUsageExample(node),
  };
}

/** The methods that `fetch` refuses. */
const forbiddenMethods = ["CONNECT", "TRACK"];

/** The operations of a path item, by method, in the document's order. */
export function methodsIn(
  context: ModelContext,
  pathItem: Place,
): [method: string, place: Place][] {
  return Object.keys(pathItem.node).flatMap((key): [string, Place][] => {
    if (key === "additionalOperations") return additionalIn(context, pathItem);
    const place = httpMethods.includes(key) ? childOf(context, pathItem, key) : null;
    return place ? [[key, place]] : [];
  });
}

/** Operations with other methods, which the document writes as they are sent. */
function additionalIn(context: ModelContext, pathItem: Place): [method: string, place: Place][] {
  const all = entriesOf(context, childOf(context, pathItem, "additionalOperations"));
  return all.filter(([method, { pointer }]) => {
    const fault = faultOf(method);
    if (fault !== null) context.report(warningAt(pointer, `${fault}; it is left out.`));
    return fault === null;
  });
}

function faultOf(method: string): string | null {
  const standard = method.toLowerCase();
  if (httpMethods.includes(standard))
    return `"${method}" isn't an additional method: move it to the path item, as \`${standard}\``;
  if (forbiddenMethods.includes(method))
    return `"${method}" is a method that fetch refuses to send`;
  return /^[A-Z][A-Z0-9_-]*$/.test(method)
    ? null
    : `"${method}" isn't a method: write one in capitals`;
}
