import { createHmac, createPrivateKey, sign } from "node:crypto";
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
  readonly sign: (text: string, secret: string, hash: HmacSignature["hash"]) => Buffer;
}

const common = {
  encoding: "hex",
  hash: "SHA-256",
  signed: "{body}",
  idHeader: null,
  timeHeader: null,
  timeFormat: "seconds",
  sign: (text: string, secret: string, hash: HmacSignature["hash"]) => hmac(text, secret, hash),
} as const;

/** https://www.standardwebhooks.com, with a secret `whsec_…` */
const standard: Signing = {
  ...common,
  header: "webhook-signature",
  value: "v1,{signature}",
  encoding: "base64",
  signed: "{id}.{time}.{body}",
  idHeader: "webhook-id",
  timeHeader: "webhook-timestamp",
  sign: (text, secret, hash) => hmac(text, bytesOf(secret), hash),
};

/** The same with a private key `whsk_…`: the 32 bytes of the key, then those of the public key. */
const standardWithKey: Signing = {
  ...standard,
  value: "v1a,{signature}",
  sign: (text, secret) => {
    const der = Buffer.concat([privateKey, bytesOf(secret).subarray(0, 32)]);
    const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    return sign(null, Buffer.from(text), key);
  },
};

/** PKCS #8 (RFC 8410) before the 32 bytes of an Ed25519 private key. */
const privateKey = Buffer.from("302e020100300506032b657004220420", "hex");

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^wh(sec|sk)_/, ""), "base64");
}

function hmac(text: string, key: string | Buffer, hash: HmacSignature["hash"]): Buffer {
  return createHmac(hash.replace("-", ""), key).update(text).digest();
}

const schemes: Readonly<Record<"stripe" | "github" | "slack", Signing>> = {
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

/** Why a secret can't sign, as a sentence without a full stop; `null` if it can. */
export function secretFault({ scheme }: WebhookSignature, secret: string): string | null {
  if (scheme !== "standard") return null;
  if (secret.startsWith("whpk_"))
    return "a public key, which can't sign; use the private key, whsk_…";
  if (!secret.startsWith("whsk_") || bytesOf(secret).length === 64) return null;
  return "no private key: whsk_ and, in Base64, its 32 bytes and the 32 of the public key";
}

/** The headers that sign a delivery; none if the scheme isn't supported. */
export function signatureHeaders(
  signature: WebhookSignature,
  { id, at, body }: Unsigned,
  secret: string,
): Record<string, string> {
  const signing = signingOf(signature, secret);
  if (signing === null) return {};
  const { header, value, encoding, hash, idHeader, timeHeader } = signing;
  const time = timeTexts[signing.timeFormat](at);
  const parts = { id, time, body };
  const signed = signing.sign(filled(signing.signed, parts), secret, hash).toString(encoding);
  return {
    [header]: filled(value, { ...parts, signature: signed }),
    ...(idHeader && { [idHeader]: id }),
    ...(timeHeader && { [timeHeader]: time }),
  };
}

function signingOf(signature: WebhookSignature, secret: string): Signing | null {
  switch (signature.scheme) {
    case "unsupported":
      return null;
    case "hmac":
      return { ...common, ...signature, value: `${signature.prefix}{signature}` };
    case "standard":
      return secret.startsWith("whsk_") ? standardWithKey : standard;
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
