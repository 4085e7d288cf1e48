import { createHmac } from "node:crypto";
import type { HmacSignature, WebhookSignature } from "../model/api/webhooks.js";

/** A delivery that isn't signed yet. */
export interface Unsigned {
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** How a scheme signs. `header` and `signed` hold `{id}`, `{time}`, `{body}` and `{signature}`. */
interface Signing extends Omit<HmacSignature, "scheme" | "prefix" | "tolerance"> {
  /** The text of the header. */
  readonly value: string;
  readonly keyFrom: (secret: string) => Buffer;
}

const common = {
  encoding: "hex",
  hash: "SHA-256",
  signed: "{body}",
  idHeader: null,
  timeHeader: null,
  timeFormat: "seconds",
  keyFrom: (secret: string) => Buffer.from(secret),
} as const;

const schemes: Readonly<Record<"standard" | "stripe" | "github" | "slack", Signing>> = {
  /** https://www.standardwebhooks.com */
  standard: {
    ...common,
    header: "webhook-signature",
    value: "v1,{signature}",
    encoding: "base64",
    signed: "{id}.{time}.{body}",
    idHeader: "webhook-id",
    timeHeader: "webhook-timestamp",
    keyFrom: (secret) => Buffer.from(secret.replace(/^whsec_/, ""), "base64"),
  },
  /** https://docs.stripe.com/webhooks#verify-manually */
  stripe: {
    ...common,
    header: "stripe-signature",
    value: "t={time},v1={signature}",
    signed: "{time}.{body}",
  },
  /** https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries */
  github: {
    ...common,
    header: "x-hub-signature-256",
    value: "sha256={signature}",
    idHeader: "x-github-delivery",
  },
  /** https://docs.slack.dev/authentication/verifying-requests-from-slack */
  slack: {
    ...common,
    header: "x-slack-signature",
    value: "v0={signature}",
    signed: "v0:{time}:{body}",
    timeHeader: "x-slack-request-timestamp",
  },
};

/** The headers that sign a delivery; none if the scheme isn't supported. */
export function signatureHeaders(
  signature: WebhookSignature,
  { id, at, body }: Unsigned,
  secret: string,
): Record<string, string> {
  const signing = signingOf(signature);
  if (signing === null) return {};
  const { header, value, encoding, hash, idHeader, timeHeader, keyFrom } = signing;
  const time = timeTexts[signing.timeFormat](at);
  const parts = { id, time, body };
  const signed = createHmac(hash.replace("-", ""), keyFrom(secret))
    .update(filled(signing.signed, parts))
    .digest(encoding);
  return {
    [header]: filled(value, { ...parts, signature: signed }),
    ...(idHeader && { [idHeader]: id }),
    ...(timeHeader && { [timeHeader]: time }),
  };
}

function signingOf(signature: WebhookSignature): Signing | null {
  switch (signature.scheme) {
    case "unsupported":
      return null;
    case "hmac":
      return { ...common, ...signature, value: `${signature.prefix}{signature}` };
    default:
      return schemes[signature.scheme];
  }
}

const timeTexts: Readonly<Record<HmacSignature["timeFormat"], (at: Date) => string>> = {
  seconds: (at) => `${Math.floor(Number(at) / 1000)}`,
  milliseconds: (at) => `${Number(at)}`,
  iso8601: (at) => at.toISOString(),
};

function filled(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
