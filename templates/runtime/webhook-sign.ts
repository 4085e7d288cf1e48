import type { EventTypes } from "./webhook-event.js";
import type { Delivery, Sign, SigningKey } from "./webhook-scheme.js";

/** Writes what `sign` puts into the headers of a scheme. */
interface HeaderWriter {
  /** The headers of a signed delivery. */
  readonly headersOf: (
    delivery: Delivery,
    signature: Uint8Array,
    key: SigningKey,
  ) => Readonly<Record<string, string>>;
  /** Writes a time. Default: whole seconds since 1970. */
  readonly timeOf?: (at: Date) => string;
}

/** The function that signs deliveries of a scheme. */
export function signWith({ headersOf, timeOf = secondsOf }: HeaderWriter): Sign {
  return async (scheme, key, events, type, fields, options = {}) => {
    const { id = `msg_${crypto.randomUUID()}`, at = new Date() } = options;
    const marks = marksOf(events, type);
    const payload = events.nested?.includes(type) ? Object(fields).payload : fields;
    const isObject = Object(payload) === payload && !Array.isArray(payload);
    const body = JSON.stringify(isObject ? { ...payload, ...marks.fields } : payload);
    const headers = new Headers({ "Content-Type": "application/json", ...marks.headers });
    if (key) {
      const delivery = { id, time: timeOf(at) };
      const text = await new Blob(scheme.signed(delivery, body)).arrayBuffer();
      const signature = await crypto.subtle.sign(key, await signing(key), text);
      const signed = headersOf(delivery, new Uint8Array(signature), key);
      for (const [name, value] of Object.entries(signed)) headers.set(name, value);
    }
    return new Request(options.url ?? "https://localhost/", { method: "POST", headers, body });
  };
}

/** A signature as hexadecimal text. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Whole seconds since 1970. */
export function secondsOf(at: Date): string {
  return `${Math.floor(Number(at) / 1000)}`;
}

/** The fields of the payload and the headers that name a type. */
function marksOf({ types = {}, header, field = "" }: EventTypes, type: string) {
  const [sent] = Object.entries(types).find(([, each]) => each === type) ?? [type];
  const [name = "", action] = header === undefined ? ["", sent] : sent.split(".");
  return {
    headers: header === undefined ? {} : { [header]: name },
    fields: field === "" || action === undefined ? {} : { [field]: action },
  };
}

/** PKCS #8 (RFC 8410) before the 32 bytes of an Ed25519 private key. */
const privateKey = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];

function signing(key: SigningKey): Promise<CryptoKey> {
  if (key.name === "HMAC") return crypto.subtle.importKey("raw", key.bytes, key, false, ["sign"]);
  // `bytes` is a view of the public half; its buffer also has the private one.
  const pair = new Uint8Array(key.bytes.buffer);
  if (pair.length !== 64) throw new TypeError("sign needs the private key, whsk_…");
  const pkcs8 = Uint8Array.from([...privateKey, ...pair.subarray(0, 32)]);
  return crypto.subtle.importKey("pkcs8", pkcs8, key, false, ["sign"]);
}
