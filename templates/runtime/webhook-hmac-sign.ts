import { toBase64 } from "./to-base64.js";
import type { Sign } from "./webhook-scheme.js";
import { secondsOf, signWith, toHex } from "./webhook-sign.js";

const timeFormats = {
  seconds: secondsOf,
  milliseconds: (at: Date) => `${Number(at)}`,
  iso8601: (at: Date) => at.toISOString(),
} as const;

/** What the headers of a described scheme contain. Header names are in lower case. */
export interface HmacHeaders {
  readonly header: string;
  readonly encoding: "base64" | "hex";
  readonly idHeader?: string;
  readonly timeHeader?: string;
  readonly timeFormat?: keyof typeof timeFormats;
}

/** The function that signs deliveries of a described scheme. */
export function signHmac({
  header,
  encoding,
  idHeader,
  timeHeader,
  timeFormat = "seconds",
}: HmacHeaders): Sign {
  const encode = encoding === "hex" ? toHex : toBase64;
  return signWith({
    headersOf: ({ id, time }, signature, { prefix }) => ({
      [header]: prefix + encode(signature),
      ...(idHeader && { [idHeader]: id }),
      ...(timeHeader && { [timeHeader]: time }),
    }),
    timeOf: timeFormats[timeFormat],
  });
}
