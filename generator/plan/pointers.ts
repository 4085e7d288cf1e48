import type { Api } from "../model/api.js";

/** The nodes whose places the pages link to: operations and named schemas. */
export function pointersIn({ resources, schemas }: Api): string[] {
  return [
    ...resources.flatMap(({ operations }) => operations.map(({ pointer }) => pointer)),
    ...schemas.map(({ name }) => schemaPointer(name)),
  ];
}

export function schemaPointer(name: string): string {
  return `/components/schemas/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
