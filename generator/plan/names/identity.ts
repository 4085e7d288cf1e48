import type { Api } from "../../model/api/api.js";
import type { PackageIdentity } from "../output.js";
import { productWords } from "./product-words.js";
import { capitalized, typeName } from "./words.js";

/** The user's choices of names; the document supplies the others. */
export type PackageNaming = {
  readonly [Key in keyof PackageIdentity]?: PackageIdentity[Key] | undefined;
} & {
  /** The path or URL of the document, the last fallback for a name. */
  readonly input?: string;
};

/**
 * The names of a package: the user's choices, else from the words of the title. If the title names
 * no product, they come from the domain of a server, else from the name of the document's file.
 */
export function identityFrom(api: Api, naming: PackageNaming): PackageIdentity {
  const sources = [productWords(api.title), domainWords(api), fileWords(naming.input ?? "")];
  const words =
    sources.find((each) => each.length > 0) ?? (/^api$/i.test(api.title) ? ["API"] : []);
  return {
    packageName: naming.packageName ?? (words.join("-").toLowerCase() || "sdk"),
    className: naming.className ?? classNameFrom(words, api),
    version: naming.version ?? semanticVersion(api.version),
    methodNames: naming.methodNames ?? "short",
  };
}

/** `Acme`, or `AcmeClient` if a schema has that name. */
function classNameFrom(words: readonly string[], { schemas }: Api): string {
  const joined = words.map(capitalized).join("");
  const name = /^[A-Z]/.test(joined) ? joined : `Api${joined}`;
  const types = new Set(schemas.map((schema) => typeName(schema.alias ?? schema.name)));
  return ["", "Options", "BaseError"].some((end) => types.has(`${name}${end}`))
    ? `${name}Client`
    : name;
}

/** `acme` from `https://api.acme.co.uk/v1`; empty for a generic host. */
function domainWords({ servers }: Api): string[] {
  for (const { url } of servers) {
    const [, host = ""] = /^(?:https?:)?\/\/([a-z\d.-]+)(?:[:/?#]|$)/i.exec(url) ?? [];
    const isPublic =
      /\.[a-z]{2,}$/i.test(host) && !/\b(example|localhost|local|test)\b/i.test(host);
    const name =
      host
        .replace(/(\.(co|com|org|net|gov|ac|edu))?\.[a-z]+$/i, "")
        .split(".")
        .at(-1) ?? "";
    if (isPublic && name !== "") return productWords(name);
  }
  return [];
}

/** `pets` from `specs/pets.openapi.yaml`. */
function fileWords(input: string): string[] {
  const name = input.split(/[?#]/, 1).join().split(/[/\\]/).at(-1) ?? "";
  return productWords(name.replace(/\.(ya?ml|json)$/i, "").replaceAll(".", " "));
}

/** The closest semantic version: `1.2` becomes 1.2.0, and the date 2025-04-10 becomes 2025.4.10. */
function semanticVersion(version: string): string {
  const [, major, minor = "0", patch = "0", rest = ""] =
    /^v?(\d+)(?:[.-](\d+))?(?:[.-](\d+))?(-[\da-z]+(?:[.-][\da-z]+)*)?/i.exec(version) ?? [];
  if (major === undefined) return "0.1.0";
  return [major, minor, patch].map(Number).join(".") + rest;
}

/**
 * The product of the `User-Agent` header has to be a token (RFC 9110, 10.1.5), which a scoped name
 * isn't.
 */
export function userAgentOf({
  packageName,
  version,
}: Pick<PackageIdentity, "packageName" | "version">): string {
  return `${packageName.replace("@", "").replace("/", "-")}/${version}`;
}
