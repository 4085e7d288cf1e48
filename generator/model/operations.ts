import { type Problem, warningAt } from "../problem.js";
import type { Place } from "../read/document.js";
import type { Body, Method, Operation, SecurityScheme } from "./api.js";
import { bodyFrom } from "./bodies.js";
import { isJson } from "./content.js";
import { deprecationOf } from "./deprecation.js";
import { isIgnored, nameOverrideOf, retriesOf } from "./extensions.js";
import { childOf, entriesOf, ownPlace, type Reading, textIn } from "./node.js";
import { parametersFrom } from "./parameters.js";
import { responsesFrom } from "./responses.js";
import { requirementsFrom } from "./security.js";

/** An operation together with the place that it was found at. */
export interface PlacedOperation {
  readonly place: Place;
  readonly operation: Operation;
}

/** The methods of a path item (OpenAPI 3.1, Path Item Object). */
const methods: readonly Method[] = [
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
];

/** Every operation, in the document's order. */
export function operationsFrom(
  reading: Reading,
  root: Place,
  schemes: readonly SecurityScheme[],
): PlacedOperation[] {
  const paths = entriesOf(reading, ownPlace(root, "paths"));
  return paths
    .filter(([path]) => path.startsWith("/"))
    .flatMap(([path, pathItem]) =>
      methodsIn(pathItem).flatMap((method) => {
        const place = childOf(reading, pathItem, method);
        if (place === null || isIgnored(place.node)) return [];
        const body = bodyFrom(reading, place);
        if (body !== null && !isJson(body.contentType)) {
          reading.report(unsupportedBody(place, body));
          return [];
        }
        const titles = titlesFrom(place, method, path);
        const operation: Operation = {
          ...titles,
          method,
          path,
          parameters: parametersFrom(reading, pathItem, place),
          body,
          ...responsesFrom(reading, place, titles.id),
          security: requirementsFrom(root, place, schemes),
          retries: retriesOf(place.node),
          pointer: place.pointer,
        };
        return [{ place, operation }];
      }),
    );
}

function unsupportedBody({ pointer }: Place, { contentType }: Body): Problem {
  const message = `the SDK can't send ${contentType} yet; this operation is left out.`;
  return warningAt(pointer, message);
}

function methodsIn({ node }: Place): Method[] {
  return Object.keys(node).flatMap((key) => methods.find((method) => method === key) ?? []);
}

function titlesFrom({ node }: Place, method: Method, path: string) {
  const documentedId = textIn(node, "operationId");
  const id = documentedId ?? `${method} ${path}`;
  return {
    id,
    documentedId,
    name: nameOverrideOf(node) ?? id,
    summary: textIn(node, "summary"),
    description: textIn(node, "description"),
    deprecated: deprecationOf(node),
  };
}
