/** The next number of each name that several things want. */
export type NextNumbers = Map<string, number>;

/**
 * The name itself if it is free, else the first free one of those with a number from 2 at the end.
 *
 * @param next remembers the numbers: counting from 2 for each of a document's names would be quadratic.
 * @param separator the text between the name and the number.
 */
export function uniqueName(
  name: string,
  isFree: (name: string) => boolean,
  next: NextNumbers,
  separator = "",
): string {
  let candidate = name;
  for (let count = next.get(name) ?? 2; !isFree(candidate); count += 1) {
    candidate = `${name}${separator}${count}`;
    next.set(name, count + 1);
  }
  return candidate;
}
