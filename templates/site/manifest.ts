/** The part of `docs/manifest.json` that the site reads. */
export interface Manifest {
  readonly title: string;
  readonly package: string;
  /** The URL of the package's folder on its host, with which the README's links begin. */
  readonly repository: string | null;
  readonly site: SiteSettings;
  readonly guides: readonly ManifestGuide[];
  readonly resources: readonly ManifestResource[];
  readonly events: readonly ManifestEvent[];
  readonly models: readonly ManifestEntry[];
  readonly errors: readonly ManifestPage[];
}

/** The setting `site`. */
export interface SiteSettings {
  readonly name?: string;
  readonly logo?: string;
  readonly colors?: { readonly light?: string; readonly dark?: string };
  readonly baseUrl?: string;
  readonly editLink?: string;
}

export interface ManifestPage {
  readonly name: string;
  /** A page relative to the package, optionally with an anchor. */
  readonly page: string;
}

export interface ManifestGuide extends ManifestPage {
  readonly about: string;
}

export interface ManifestEntry extends ManifestPage {
  /** Its JSON Pointer in the document. */
  readonly pointer: string;
  readonly line: number | null;
}

export interface ManifestEvent extends ManifestEntry {
  readonly deprecated: boolean;
}

export interface ManifestOperation extends ManifestEntry {
  readonly method: string;
  readonly path: string;
  readonly summary: string | null;
  readonly deprecated: boolean;
  /** The title of the list that it is in, where a resource has several. */
  readonly group?: string;
}

export interface ManifestResource extends ManifestPage {
  readonly operations: readonly ManifestOperation[];
}
