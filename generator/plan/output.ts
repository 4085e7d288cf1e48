import type { Api } from "../model/api.js";
import type { PlannedFile } from "./file.js";
import type { MethodNaming } from "./names/method-naming.js";
import type { Names } from "./names/names.js";

/** What the emitted package is called; the user's choice, else taken from the document. */
export interface PackageIdentity {
  /** `clerk-domains` */
  readonly packageName: string;
  /** `Clerk` */
  readonly className: string;
  /** A semantic version. */
  readonly version: string;
  readonly methodNames: MethodNaming;
}

/** What the settings add to a package. */
export interface PackageFeatures {
  /** Whether it has an openapi-fetch client. */
  readonly fetchClient?: boolean;
}

/** All that an output may look at. */
export interface Blueprint {
  readonly api: Api;
  readonly names: Names;
  readonly identity: PackageIdentity;
  readonly places: Places;
  readonly features: PackageFeatures;
}

/** Where nodes of the document are written, by their JSON Pointer; what isn't known is left out. */
export type Places = ReadonlyMap<string, Place>;

export interface Place {
  /** A path or a URL. */
  readonly file: string;
  readonly line: number;
}

/** What one output adds to the package. */
export interface Part {
  readonly files: readonly PlannedFile[];
  /** Packages that the emitted code imports, with their version ranges. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Entry points of the package: the path that users import, and the module in `src/`. */
  readonly entries: Readonly<Record<string, string>>;
}

export type Output = (blueprint: Blueprint) => Part;
