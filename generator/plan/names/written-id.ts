import type { Operation } from "../../model/api.js";
import { isFunctionWord, isVerb } from "./english.js";
import { groupWordsOf, withoutGroup } from "./group-words.js";
import { wordsOf } from "./words.js";

/**
 * What a person wrote of an id to which a framework added the path or the method: `read_item` of FastAPI's
 * `read_item_items__item_id__get`, `list` of Springfox's `listUsingGET`. Other ids are returned as they are.
 */
export function withoutPath({
  id,
  method,
  path,
}: Pick<Operation, "id" | "method" | "path">): string {
  const before = `${method}-${path}_`;
  if (id.startsWith(before)) return id.slice(before.length) || id;
  const added = `${path}_${method}`.replace(/\W/g, "_");
  if (id.toLowerCase().endsWith(added.toLowerCase())) return id.slice(0, -added.length) || id;
  const words = wordsOf(id);
  const end = wordsOf(added.replaceAll("_", " "));
  const start = words.length - end.length;
  const isAdded = end.every(
    (word, index) => word.toLowerCase() === words[start + index]?.toLowerCase(),
  );
  if (start > 0 && end.length > 2 && isAdded) return words.slice(0, start).join(" ");
  return id.replace(/(?<=.)Using(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?=(_\d+)?$)/, "");
}

/** An id without the service before it: gRPC gateways write `Service_Method`. */
export function withoutService(id: string): string {
  return /^\w+?(?:Service|Controller)[_.](?=\p{L})(.+)$/u.exec(id)?.[1] ?? id;
}

/**
 * An id as the words of a function, which people import by name: without the service or the group at its
 * start, as long as it still names a thing. `vesselsListTracks` becomes `listTracks`, and `vesselsList` stays.
 *
 * @param path the steps to its resource.
 */
export function functionWords(id: string, path: readonly string[]): string {
  const rest = withoutGroup(wordsOf(withoutService(id)), groupWordsOf(path));
  const namesThing = rest.some((word) => !isVerb(word) && !isFunctionWord(word));
  return rest.length > 1 && namesThing ? rest.join(" ") : id;
}
