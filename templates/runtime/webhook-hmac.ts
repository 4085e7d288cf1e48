import { fromBase64 } from "./base64.js";
import { fromHex } from "./hex.js";
import type { HmacHeaders } from "./webhook-hmac-sign.js";
import { type SignatureScheme, secondsIn } from "./webhook-scheme.js";

/** An HMAC signature in its own header. */
export interface HmacDescription extends HmacHeaders {
  /** The text before the signature in the header: `sha256=`. */
  readonly prefix?: string;
  readonly hash?: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";
  /** The signed text, with `{id}`, `{time}` and `{body}`: `v0:{time}:{body}`. */
  readonly signed?: string;
}

/** How a header writes a time, read as seconds since 1970. */
const timeFormats = {
  seconds: secondsIn,
  milliseconds: (time: string) => secondsIn(time) / 1000,
  iso8601: isoSecondsIn,
} as const;

/** Seconds since 1970; `NaN` for what else `Date.parse` reads, such as comments in parentheses. */
function isoSecondsIn(time: string): number {
  return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(time)
    ? Date.parse(time) / 1000
    : Number.NaN;
}

/** A scheme that signs with HMAC: the key is the secret in UTF-8. */
export function hmac(description: HmacDescription): SignatureScheme {
  const {
    prefix = "",
    hash = "SHA-256",
    signed = "{body}",
    idHeader,
    timeHeader,
    timeFormat = "seconds",
  } = description;
  // With one of these in the id, the signed text could be split in another place, and with another body.
  const separators = [...signed.matchAll(/\{id\}([^{]+)|([^}]+)\{id\}/g)].flatMap(
    ([, after, before]) => after ?? before ?? [],
  );
  // Without any text between them, only its characters keep the id apart from a body in JSON.
  const isJoined = /\{id\}\{|\}\{id\}/.test(signed);
  return {
    keyFrom: (secret) => ({
      name: "HMAC",
      hash,
      bytes: new TextEncoder().encode(secret),
      prefix,
    }),
    deliveryIn: (header) => {
      const signature = header(description.header);
      const id = idHeader ? header(idHeader) : "";
      const time = timeHeader ? header(timeHeader) : "";
      const isComplete =
        signature.startsWith(prefix) &&
        signature !== prefix &&
        !separators.some((text) => id.includes(text)) &&
        !(isJoined && /[^\w-]/.test(id));
      const at = timeHeader ? timeFormats[timeFormat](time) : undefined;
      return { id, time, at: isComplete ? at : Number.NaN, signatures: [signature] };
    },
    decode: description.encoding === "hex" ? fromHex : fromBase64,
    signed: ({ id, time }, body) =>
      signed.split(/(\{\w+\})/).map((part) => {
        switch (part) {
          case "{id}":
            return id;
          case "{time}":
            return time;
          case "{body}":
            return body;
          default:
            return part;
        }
      }),
    signer: async () => {
      const { signHmac } = await import("./webhook-hmac-sign.js");
      return { sign: signHmac(description) };
    },
  };
}
