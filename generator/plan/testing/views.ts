/** The template of `src/testing.ts` and the view that it renders. */
export interface TestingTemplates {
  "sdk/testing": TestingView;
}

export interface TestingView {
  readonly doc: string;
  /** The values of operations that return one. */
  readonly examples: readonly ExampleView[];
  /** How lists are paged. */
  readonly lists: readonly ExampleView[];
}

export interface ExampleView {
  readonly id: string;
  /** TypeScript code. */
  readonly value: string;
}
