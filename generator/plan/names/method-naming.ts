/** Whether methods leave out the words of their resource, or have the names of their functions. */
export const methodNamings = ["short", "full"] as const;

export type MethodNaming = (typeof methodNamings)[number];
