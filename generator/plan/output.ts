import type { Api } from "../model/api/api.js";
import { pointerTo } from "../pointer.js";
import type { PlannedFile } from "./file.js";
import type { ModuleFormat } from "./module-formats.js";
import type { MethodNaming } from "./names/method-naming.js";
import type { Names } from "./names/names.js";
import type { PackageFields } from "./package-fields.js";
import type { SiteSettings } from "./site-settings.js";

/** The names of the emitted package: the user's choice, else from the document. */
export interface PackageIdentity {
  /** `clerk-domains` */
  readonly packageName: string;
  /** `Clerk` */
  readonly className: string;
  /** A semantic version. */
  readonly version: string;
  readonly methodNames: MethodNaming;
}

/** The optional parts of a package. */
export interface PackageFeatures {
  /** Whether to add an openapi-fetch client. */
  readonly fetchClient?: boolean;
  /** Whether to add handlers for MSW, which answer with the double. */
  readonly msw?: boolean;
  /** The formats of the build: by default, ES modules alone. */
  readonly moduleFormats?: readonly ModuleFormat[];
  /** Whether the published package contains the reference pages. */
  readonly docsInPackage?: boolean;
  /** Whether runs add changes for users to `CHANGELOG.md`. */
  readonly changelog?: boolean;
  /** The settings of the documentation site. */
  readonly site?: SiteSettings;
  /** Fields to merge into the package's own `package.json`. */
  readonly packageFields?: PackageFields;
}

/** The input of every output. */
export interface Blueprint {
  readonly api: Api;
  readonly names: Names;
  readonly identity: PackageIdentity;
  readonly places: Places;
  readonly features: PackageFeatures;
}

/** Where nodes of the document are written, by JSON Pointer. Unknown ones are left out. */
export type Places = ReadonlyMap<string, Place>;

interface Place {
  /** A path or a URL. */
  readonly file: string;
  readonly line: number;
}

/** The contribution of one output to the package. */
export interface OutputFiles {
  readonly files: readonly PlannedFile[];
  /** Packages that the emitted code imports, with their version ranges. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Packages that one entry needs, and that users of others needn't install. */
  readonly optionalPeers?: Readonly<Record<string, string>>;
  /** Entry points of the package: the import path and its module in `src/`. */
  readonly entries: Readonly<Record<string, string>>;
}

export type Output = (blueprint: Blueprint) => OutputFiles;

/** The nodes whose places the pages link to: operations and named schemas. */
export function pointersIn({ resources, schemas }: Api): string[] {
  return [
    ...resources.flatMap(({ operations }) => operations.map(({ pointer }) => pointer)),
    ...schemas.map(({ name }) => schemaPointer(name)),
  ];
}

export function schemaPointer(name: string): string {
  return pointerTo("/components/schemas", name);
}
