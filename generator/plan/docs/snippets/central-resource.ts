import { memoize } from "../../../memoize.js";
import type { Api, Resource } from "../../../model/api/api.js";
import { singularOf } from "../../names/english.js";
import { wordsOf } from "../../names/words.js";

/**
 * How central each resource is to an API: whether the API's title or description names it, how
 * many operations have its id in their paths, and how many operations it has. Higher is more
 * central.
 */
export const centralityIn = memoize((api: Api): ReadonlyMap<Resource, number> => {
  const { title, description, resources, operations } = api;
  const introduction = new Set(nounsIn(`${title} ${openingOf(description ?? "")}`));
  const takers = new Map<string, number>();
  for (const { parameters } of operations) {
    const inPath = parameters.filter((each) => each.in === "path");
    for (const noun of new Set(inPath.map(({ name }) => ownerOf(name)))) {
      takers.set(noun, (takers.get(noun) ?? 0) + 1);
    }
  }
  const takersOf = (resource: Resource) => takers.get(nounOf(resource)) ?? 0;
  const mostTakers = Math.max(1, ...resources.map(takersOf));
  const largest = Math.max(1, ...resources.map((each) => each.operations.length));
  return new Map(
    resources.map((resource): [Resource, number] => [
      resource,
      // A nested resource, such as settings, often has a common name.
      (resource.path.length === 1 && introduction.has(nounOf(resource)) ? 2 : 0) +
        takersOf(resource) / mostTakers +
        resource.operations.length / largest,
    ]),
  );
});

/** The last noun of a resource's name in the singular: `contact` of `marketing/contacts`. */
function nounOf({ path }: Resource): string {
  return nounsIn(path.at(-1) ?? "").at(-1) ?? "";
}

function nounsIn(text: string): string[] {
  return wordsOf(text).map((word) => singularOf(word.toLowerCase()));
}

/** What a path parameter identifies: `user` of `user_id`. */
function ownerOf(parameter: string): string {
  const words = nounsIn(parameter);
  return words.filter((word) => !/^(id|name|key|uuid|slug)$/.test(word)).at(-1) ?? "";
}

/** The first lines of a description, which say what the API is for. */
function openingOf(description: string): string {
  return description.trim().slice(0, 300);
}
