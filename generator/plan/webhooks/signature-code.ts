import type { WebhookSignature } from "../../model/api/webhooks.js";

/**
 * The name of the runtime's module for a scheme and of its export. Tests of a scheme that can't be
 * verified sign with the standard one.
 */
export function schemeModule({ scheme }: WebhookSignature): string {
  return scheme === "unsupported" ? "standard" : scheme;
}

/** The constant of the scheme in the emitted module. */
export function schemeConstant(signature: WebhookSignature): string {
  return signature.scheme === "hmac" ? "scheme" : schemeModule(signature);
}

/** The parameter of the emitted function. */
export function optionsParameter({ scheme }: WebhookSignature): string {
  return scheme === "unsupported"
    ? "options: WebhookOptions & { readonly verify: false }"
    : "options: WebhookOptions = {}";
}

/** The options for the runtime: the caller's, with the document's tolerance as default. */
export function optionsPassed(signature: WebhookSignature): string {
  const tolerance = signature.scheme === "hmac" ? signature.tolerance : null;
  return tolerance === null ? "options" : `{ tolerance: ${tolerance}, ...options }`;
}

const defaults: Readonly<Record<string, string>> = {
  prefix: "",
  hash: "SHA-256",
  signed: "{body}",
  timeFormat: "seconds",
};

/** The properties of a described scheme that differ from the runtime's defaults. */
export function hmacEntries(signature: WebhookSignature): { name: string; value: string }[] {
  if (signature.scheme !== "hmac") return [];
  const { tolerance, scheme, ...description } = signature;
  return Object.entries(description).flatMap(([name, value]) =>
    value === null || value === defaults[name] ? [] : [{ name, value }],
  );
}
