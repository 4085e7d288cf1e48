/**
 * Method names: `short` ones omit the words of the resource, `full` ones equal the function names.
 */
export const methodNamings = ["short", "full"] as const;

export type MethodNaming = (typeof methodNamings)[number];
