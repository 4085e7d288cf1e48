import { fromBase64, toBase64 } from "./base64.js";
import { fromHex, toHex } from "./hex.js";
import { type SignatureScheme, secondsIn } from "./webhook-scheme.js";

/** An HMAC signature in its own header. Header names are in lower case. */
export interface HmacDescription {
  readonly header: string;
  /** The text before the signature in the header: `sha256=`. */
  readonly prefix?: string;
  readonly encoding: "base64" | "hex";
  readonly hash?: "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";
  /** The signed text, with `{id}`, `{time}` and `{body}`: `v0:{time}:{body}`. */
  readonly signed?: string;
  readonly idHeader?: string;
  readonly timeHeader?: string;
  readonly timeFormat?: keyof typeof formats;
}

const codecs = {
  base64: [fromBase64, toBase64],
  hex: [fromHex, toHex],
} as const;

/** How a header writes a time: to seconds since 1970, and back. */
const formats = {
  seconds: [secondsIn, (at: Date) => `${Math.floor(Number(at) / 1000)}`],
  milliseconds: [(time: string) => secondsIn(time) / 1000, (at: Date) => `${Number(at)}`],
  iso8601: [isoSecondsIn, (at: Date) => at.toISOString()],
} as const;

/** Seconds since 1970; `NaN` for what else `Date.parse` reads, such as comments in parentheses. */
function isoSecondsIn(time: string): number {
  return /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)$/.test(time) ? Date.parse(time) / 1000 : NaN;
}

/** A scheme that signs with HMAC: a secret is used as it is, in UTF-8. */
export function hmac({
  header: signatureHeader,
  prefix = "",
  encoding,
  hash = "SHA-256",
  signed = "{body}",
  idHeader,
  timeHeader,
  timeFormat = "seconds",
}: HmacDescription): SignatureScheme {
  const [decode, encode] = codecs[encoding];
  const [secondsFrom, timeOf] = formats[timeFormat];
  // With one of these in the id, the signed text could be split in another place, and with another body.
  const separators = [...signed.matchAll(/\{id\}([^{]+)|([^}]+)\{id\}/g)].flatMap(
    ([, after, before]) => after ?? before ?? [],
  );
  // Without any text between them, only its characters keep the id apart from a body in JSON.
  const isJoined = /\{id\}\{|\}\{id\}/.test(signed);
  return {
    keyFrom: (secret) => ({
      algorithm: { name: "HMAC", hash },
      bytes: new TextEncoder().encode(secret),
    }),
    deliveryIn: (header) => {
      const signature = header(signatureHeader);
      const id = idHeader ? header(idHeader) : "";
      const time = timeHeader ? header(timeHeader) : "";
      if (!signature.startsWith(prefix) || signature === prefix) return undefined;
      if (separators.some((text) => id.includes(text))) return undefined;
      if (isJoined && /[^\w-]/.test(id)) return undefined;
      return {
        id,
        time,
        at: timeHeader ? secondsFrom(time) : undefined,
        signatures: () => [signature.slice(prefix.length)],
      };
    },
    decode,
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
    headersOf: ({ id, time }, signature) => ({
      [signatureHeader]: prefix + encode(signature),
      ...(idHeader && { [idHeader]: id }),
      ...(timeHeader && { [timeHeader]: time }),
    }),
    timeOf,
  };
}
