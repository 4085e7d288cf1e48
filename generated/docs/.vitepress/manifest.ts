// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

/** What the site reads of `docs/manifest.json`. */
export interface Manifest {
  readonly title: string;
  readonly package: string;
  /** The file name of the OpenAPI document. */
  readonly document: string | null;
  readonly guides: readonly ManifestPage[];
  readonly resources: readonly ManifestResource[];
  readonly models: readonly ManifestEntry[];
  readonly errors: readonly ManifestPage[];
}

export interface ManifestPage {
  readonly name: string;
  /** A page, relative to the package, and maybe a heading on it. */
  readonly page: string;
}

export interface ManifestEntry extends ManifestPage {
  /** Where it is written in the document. */
  readonly pointer: string;
  readonly line: number | null;
}

export interface ManifestOperation extends ManifestEntry {
  readonly method: string;
  readonly path: string;
  readonly deprecated: boolean;
}

export interface ManifestResource extends ManifestPage {
  readonly operations: readonly ManifestOperation[];
}
