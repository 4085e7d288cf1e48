import type { DocsTemplates } from "./docs/views.js";
import type { SdkTemplates } from "./sdk/views.js";
import type { TestingTemplates } from "./testing/views.js";
import type { WebhooksTemplates } from "./webhooks/views.js";

/** A template and its view. A view of another template doesn't compile. */
export type TemplateFile = {
  [Name in keyof Templates]: {
    readonly path: string;
    readonly from: "template";
    readonly template: Name;
    /** Files of which a package has many compute it on access, so that few views are in memory at once. */
    readonly view: Templates[Name];
  };
}[keyof Templates];

/** A file to be emitted: its path, relative to the output folder with `/`, and its source. */
export type PlannedFile =
  | TemplateFile
  /** Copied verbatim from `templates/`, after the header. */
  | { readonly path: string; readonly from: "copy"; readonly source: string }
  /**
   * The runtime's folder: the modules that the files of `src/` earlier in the plan import, directly
   * or indirectly.
   */
  | { readonly path: string; readonly from: "runtime" }
  /** Finished text. */
  | { readonly path: string; readonly from: "text"; readonly text: string }
  /** A concatenation of other files of the plan. */
  | { readonly path: string; readonly from: "joined"; readonly paths: readonly string[] }
  /** openapi-typescript's output for an OpenAPI 3.1 document in canonical form. */
  | { readonly path: string; readonly from: "openapi-typescript"; readonly document: object };

/** The text of a file before it is written to disk. */
export interface RenderedFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Every template, by its path below `templates/` without `.hbs`, with the type of its view. */
interface Templates extends SdkTemplates, DocsTemplates, TestingTemplates, WebhooksTemplates {
  "package/tsconfig.json": Record<never, never>;
}
