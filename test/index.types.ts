import type { DiffSettings, GenerateSettings } from "../generator/index.js";

/** Settings that the types refuse; the compiler checks it. */
export const refused = [
  // @ts-expect-error a run needs an input
  { packageName: "pets" } satisfies GenerateSettings,
  // @ts-expect-error nothing is written
  { input: "pets.yaml", output: "sdk" } satisfies GenerateSettings,
  // @ts-expect-error it names another setting
  { input: "pets.yaml", packagename: "pets" } satisfies GenerateSettings,
  // @ts-expect-error a rule needs a kind
  { pagination: { convention: { cursor: "after" } } } satisfies DiffSettings,
];
