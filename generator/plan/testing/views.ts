/** The template of `src/testing.ts` and the view that it renders. */
export interface TestingTemplates {
  "sdk/testing": TestingView;
  "sdk/testing-msw": HandlersView;
}

export interface TestingView {
  readonly doc: string;
  /** The values of operations that return one. */
  readonly examples: readonly ExampleView[];
  /** How lists are paged. */
  readonly lists: readonly ExampleView[];
}

/** The handlers for MSW. */
export interface HandlersView {
  readonly doc: string;
  /** The modules of `operations/`: the name of the import, and the path. */
  readonly modules: readonly { readonly name: string; readonly path: string }[];
  /** The base URL of the API; `null` if the document names no single one. */
  readonly serverURL: string | null;
}

export interface ExampleView {
  readonly id: string;
  /** TypeScript code. */
  readonly value: string;
}
