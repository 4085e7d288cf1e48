import type { Operation } from "../api/operation.js";

// The names of parameters that select a page.

export const offsetNames = /^(offset|skip|page\[offset\])$/i;
export const pageNumberNames = /^(page|page[_-]?number|page[_-]?num|page\[number\])$/i;
export const cursorNames =
  /^(cursor|page[_-]?token|next[_-]?token|next[_-]?page[_-]?token|continuation[_-]?token|starting[_-]?after|after|next[_-]?cursor|page\[(cursor|after)\])$/i;
const earlier =
  /^(ending[_-]?before|before|prev(ious)?[_-]?(cursor|page[_-]?token)|page\[before\])$/i;

/** The query parameters of an operation that select a page, by their names. */
export function positionsIn({ parameters }: Pick<Operation, "parameters">): string[] {
  const names = [offsetNames, pageNumberNames, cursorNames, earlier];
  return parameters.flatMap((parameter) =>
    parameter.in === "query" && names.some((each) => each.test(parameter.name))
      ? [parameter.name]
      : [],
  );
}
