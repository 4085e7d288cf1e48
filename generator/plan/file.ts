import type { Templates } from "./templates.js";

/** A template's name together with a view that fits it: a wrong pair does not compile. */
export type TemplateFile = {
  [Name in keyof Templates]: {
    readonly path: string;
    readonly from: "template";
    readonly template: Name;
    readonly view: Templates[Name];
  };
}[keyof Templates];

/** A file that is to be: where it goes, relative to the output folder with `/`, and what it is made from. */
export type PlannedFile =
  | TemplateFile
  /** Copied from `templates/` as it is, under the header of every file. */
  | { readonly path: string; readonly from: "copy"; readonly source: string }
  /** The folder of the runtime: the modules that files of `src/` before it reach by their imports. */
  | { readonly path: string; readonly from: "runtime" }
  /** Text that is complete already. */
  | { readonly path: string; readonly from: "text"; readonly text: string }
  /** Other files of the plan, one behind the other. */
  | { readonly path: string; readonly from: "joined"; readonly paths: readonly string[] }
  /** openapi-typescript's output for an OpenAPI 3.1 document in canonical form. */
  | { readonly path: string; readonly from: "openapi-typescript"; readonly document: object };

/** A file that is: the last form before the disk. */
export interface RenderedFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}
