/**
 * The root folder of this program: one level above `generator/`, `dist/` and the bundle, which has
 * no folders.
 */
export const programFolder = new URL("../", import.meta.url);
