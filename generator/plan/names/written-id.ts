import type { Operation } from "../../model/api.js";
import { isFunctionWord, isVerb } from "./english.js";
import { groupWordsOf, withoutGroup } from "./group-words.js";
import { wordsOf } from "./words.js";

/**
 * The author's part of an id to which a framework added the path or the method: `read_item` from
 * FastAPI's `read_item_items__item_id__get`, `list` from Springfox's `listUsingGET`. Other ids are
 * returned unchanged.
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

/** Removes the service from an id: gRPC gateways write `Service_Method`. */
export function withoutService(id: string): string {
  return /^\w+?(?:Service|Controller)[_.](?=\p{L})(.+)$/u.exec(id)?.[1] ?? id;
}

/**
 * The words of an id for a function, which is imported by name: without the service or the group at
 * its start, if the rest still names a thing. `vesselsListTracks` becomes `listTracks`;
 * `vesselsList` stays.
 *
 * @param path the steps to its resource.
 */
export function functionWords(id: string, path: readonly string[]): string {
  const rest = withoutGroup(wordsOf(withoutService(id)), groupWordsOf(path));
  const namesThing = rest.some((word) => !isVerb(word) && !isFunctionWord(word));
  return rest.length > 1 && namesThing ? rest.join(" ") : id;
}
