import { warningAt } from "../problem.js";
import type { Place } from "../read/document/document.js";
import { pointerTo } from "../read/document/document.js";
import type { Field, Response } from "./api.js";
import { contentIn } from "./content.js";
import { errorNameFor } from "./errors.js";
import { childOf, entriesOf, type ModelContext, textIn } from "./node.js";
import { fieldFrom } from "./parameters.js";
import { classOf, compareStatuses, statusFrom } from "./statuses.js";

export interface Responses {
  readonly success: readonly Response[];
  readonly errors: readonly Response[];
}

/**
 * What an operation may answer, told apart once: 2xx is success, 3xx to 5xx failure.
 *
 * @param id the operation's, for the names of failures whose payload has none.
 * @param failing the keys that the document calls failures, where that would not go without saying.
 */
export function responsesFrom(
  reading: ModelContext,
  operation: Place,
  id: string,
  failing: ReadonlySet<string>,
): Responses {
  const responses = childOf(reading, operation, "responses");
  const all = entriesOf(reading, responses)
    .filter(([key]) => !key.startsWith("x-"))
    .flatMap(([key, place]) => responseFrom(reading, key, place, responses))
    .sort((a, b) => compareStatuses(a.status, b.status));
  const success = all.filter(({ status }) => classOf(status) === 2);
  const errors = all.filter(({ status }) => (classOf(status) ?? 0) > 2);
  const rest = all.filter(({ status }) => status.kind === "default");
  // `default` covers what no other entry does: the failures, unless no success is described at all.
  const isFallback = success.length > 0 || failing.has("default");
  return {
    success: isFallback ? success : rest,
    errors: [...errors, ...(isFallback ? rest : [])].map((response) => ({
      ...response,
      error: errorNameFor(id, response),
    })),
  };
}

function responseFrom(
  reading: ModelContext,
  key: string,
  place: Place,
  responses: Place | null,
): Response[] {
  const status = statusFrom(key);
  if (status === null) {
    const pointer = pointerTo(responses?.pointer ?? "", key);
    reading.report(
      warningAt(
        pointer,
        `"${key}" is no status; it is left out. Write a code, a range such as 4XX, or default.`,
        "unknown-status",
      ),
    );
    return [];
  }
  const offered = contentIn(reading, place);
  const description = textIn(place.node, "description");
  const facts = { status, description, headers: headersFrom(reading, place), error: null };
  if (offered === null) return [{ ...facts, content: null }];
  const { place: _, ...content } = offered;
  return [{ ...facts, content }];
}

/** The type of the payload is told by its content (OpenAPI 3.1, Response Object). */
function headersFrom(reading: ModelContext, response: Place): Field[] {
  const headers = entriesOf(reading, childOf(reading, response, "headers"));
  return headers
    .filter(([name]) => !/^content-type$/i.test(name))
    .map(([name, place]) => fieldFrom(reading, name, place));
}
