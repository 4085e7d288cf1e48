import { warningAt } from "../problem.js";
import { type Place, pointerTo } from "../read/document.js";
import type { Operation, SecurityScheme } from "./api.js";
import { bodyFrom } from "./bodies.js";
import { deprecationOf } from "./deprecation.js";
import { isUsageExample, replacementOf, retriesOf, timeoutOf } from "./extensions.js";
import { failingIn } from "./failing.js";
import { type MethodName, methodNamesIn } from "./method-names.js";
import { methodsIn } from "./methods.js";
import { entriesOf, ownPlace, type Reading, textIn } from "./node.js";
import { globalsFrom, parametersFrom } from "./parameters.js";
import { responsesFrom } from "./responses.js";
import { requirementsFrom } from "./security.js";
import { serversFrom } from "./servers.js";

/** An operation together with the place that it was found at. */
export interface PlacedOperation {
  readonly place: Place;
  readonly operation: Operation;
}

/** Every operation, in the document's order. */
export function operationsFrom(
  reading: Reading,
  root: Place,
  schemes: readonly SecurityScheme[],
): PlacedOperation[] {
  const ids = new Set<string>();
  const paths = ownPlace(root, "paths");
  const globals = globalsFrom(reading, root);
  const nameOf = methodNamesIn(root.node);
  return pathsIn(reading, root).flatMap(([path, pathItem]) =>
    methodsIn(reading, pathItem).map(([method, place]) => {
      const titles = titlesFrom(place, idFrom(reading, place, ids), { method, path, nameOf });
      const own = serversFrom(reading, place);
      const operation: Operation = {
        ...titles,
        method,
        path,
        ...parametersFrom(reading, pathItem, place, globals),
        body: bodyFrom(reading, place, method),
        ...responsesFrom(reading, place, titles.id, failingIn([paths, pathItem, place])),
        security: requirementsFrom(root, place, schemes),
        servers: own.length > 0 ? own : serversFrom(reading, pathItem),
        retries: retriesOf(place.node),
        timeoutMs: timeoutOf(place.node),
        pointer: place.pointer,
      };
      return { place, operation };
    }),
  );
}

function pathsIn(reading: Reading, root: Place): [path: string, pathItem: Place][] {
  return entriesOf(reading, ownPlace(root, "paths")).filter(([path]) => {
    if (path.startsWith("/")) return true;
    if (!path.startsWith("x-")) {
      const message = `"${path}" is no path, since it doesn't start with /; it is left out.`;
      reading.report(warningAt(pointerTo("/paths", path), message));
    }
    return false;
  });
}

/** The `operationId` as it is, and only where it is the first of its kind: the others name nothing. */
function idFrom(reading: Reading, { node, pointer }: Place, taken: Set<string>): string | null {
  const { operationId: id } = node;
  if (typeof id !== "string" || id.trim() === "") return null;
  if (taken.has(id)) {
    const message = `the operationId "${id}" is used before; this operation is called after its method and path.`;
    reading.report(warningAt(pointer, message));
    return null;
  }
  taken.add(id);
  return id;
}

function titlesFrom(
  { node }: Place,
  documentedId: string | null,
  { method, path, nameOf }: { method: string; path: string; nameOf: MethodName },
) {
  const id = documentedId ?? `${method} ${path}`;
  const replacement = replacementOf(node);
  return {
    id,
    documentedId,
    name: nameOf(node, id) ?? id,
    summary: textIn(node, "summary"),
    description: textIn(node, "description"),
    deprecated: deprecationOf(node) ?? (replacement === null ? null : { reason: null }),
    replacement,
    isFeatured: isUsageExample(node),
  };
}
