import { warningAt } from "../problem.js";
import { type Place, pointerTo } from "../read/document/document.js";
import type { Operation, SecurityScheme } from "./api.js";
import { bodyFrom } from "./bodies.js";
import { deprecationOf } from "./deprecation.js";
import { isUsageExample, replacementOf, retriesOf, timeoutOf } from "./extensions.js";
import { failureStatusesIn } from "./failure-statuses.js";
import { byPrecedence, type IdCandidate } from "./id-precedence.js";
import { type MethodName, methodNamesIn } from "./method-names.js";
import { methodsIn } from "./methods.js";
import { entriesOf, type ModelContext, ownPlace, textIn } from "./node.js";
import { globalsFrom, parametersFrom } from "./parameters.js";
import { responsesFrom } from "./responses.js";
import { requirementsFrom } from "./security.js";
import { serversFrom } from "./servers.js";

/** An operation and its place in the document. */
export interface PlacedOperation {
  readonly place: Place;
  readonly operation: Operation;
}

/** All operations, in the document's order. */
export function operationsFrom(
  reading: ModelContext,
  root: Place,
  schemes: readonly SecurityScheme[],
): PlacedOperation[] {
  const paths = ownPlace(root, "paths");
  const globals = globalsFrom(reading, root);
  const nameOf = methodNamesIn(root.node);
  const found = foundIn(reading, root);
  const claims = claimsFrom(found);
  return found.map((each) => {
    const { place, pathItem, method, path } = each;
    const titles = titlesFrom(each, identityFrom(reading, each, claims), nameOf);
    const own = serversFrom(reading, place);
    const operation: Operation = {
      ...titles,
      method,
      path,
      ...parametersFrom(reading, pathItem, place, globals),
      body: bodyFrom(reading, place, method),
      ...responsesFrom(
        reading,
        place,
        { id: titles.id, method },
        failureStatusesIn([paths, pathItem, place]),
      ),
      security: requirementsFrom(root, place, schemes),
      servers: own.length > 0 ? own : serversFrom(reading, pathItem),
      retries: retriesOf(place.node),
      timeoutMs: timeoutOf(place.node),
      pointer: place.pointer,
    };
    return { place, operation };
  });
}

/** An operation as found, before modelling. */
interface Found extends IdCandidate {
  readonly place: Place;
  readonly pathItem: Place;
}

function foundIn(reading: ModelContext, root: Place): Found[] {
  return pathsIn(reading, root).flatMap(([path, pathItem]) =>
    methodsIn(reading, pathItem).map(([method, place]): Found => {
      const { operationId: id } = place.node;
      const said = typeof id === "string" && id.trim() !== "" ? id : null;
      return { said, method, path, place, pathItem };
    }),
  );
}

/** Which operation keeps an id that several share. */
interface Claims {
  readonly ranks: ReadonlyMap<Found, number>;
  /** The operation that keeps each id. */
  readonly bearers: ReadonlyMap<string, Found>;
  /** The first operation with each id, the only one that openapi-typescript gets. */
  readonly first: ReadonlyMap<string, Found>;
}

function claimsFrom(found: readonly Found[]): Claims {
  const ranked = byPrecedence(found);
  // A Map keeps the last of several entries with one key.
  const bySaid = (operations: readonly Found[]) =>
    new Map(
      operations
        .toReversed()
        .flatMap((each): [string, Found][] => (each.said === null ? [] : [[each.said, each]])),
    );
  const ranks = new Map(ranked.map((each, rank) => [each, rank]));
  return { ranks, bearers: bySaid(ranked), first: bySaid(found) };
}

function pathsIn(reading: ModelContext, root: Place): [path: string, pathItem: Place][] {
  return entriesOf(reading, ownPlace(root, "paths")).filter(([path]) => {
    if (path.startsWith("/")) return true;
    if (!path.startsWith("x-")) {
      const message = `"${path}" is no path, since it doesn't start with /; it is left out.`;
      reading.report(warningAt(pointerTo("/paths", path), message));
    }
    return false;
  });
}

/** The identity of an operation; only one of several keeps a shared `operationId`. */
function identityFrom(
  { report }: ModelContext,
  found: Found,
  { ranks, bearers, first }: Claims,
): Pick<Operation, "id" | "documentedId" | "rank"> {
  const { said, method, path, place } = found;
  const isBearer = said !== null && bearers.get(said) === found;
  if (said !== null && !isBearer) {
    const message = `the operationId "${said}" is another operation's too; this one is called after its method and path.`;
    report(warningAt(place.pointer, message, "duplicate-operation-id"));
  }
  return {
    id: isBearer ? said : `${method} ${path}`,
    documentedId: said !== null && first.get(said) === found ? said : null,
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
