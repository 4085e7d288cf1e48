import type { EventTypes } from "./webhook-event.js";
import type { SignatureScheme, SigningKey } from "./webhook-scheme.js";

/** How `sign` creates a delivery. */
export interface SignOptions {
  /** The id of the delivery. Default: a random one. */
  readonly id?: string | undefined;
  /** When it is signed. Default: now. */
  readonly at?: Date | undefined;
  /** The URL of the receiver. Default `https://localhost/`. */
  readonly url?: string | URL | undefined;
}

/** PKCS #8 (RFC 8410) before the 32 bytes of an Ed25519 private key. */
const privateKey = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 112, 4, 34, 4, 32];

/**
 * Creates a delivery as the sender would; unsigned if there is no key.
 *
 * @throws {TypeError} if the key is a public one, which can't sign.
 */
export async function signedDelivery(
  scheme: SignatureScheme,
  { mark, nested }: EventTypes,
  key: SigningKey | undefined,
  type: string,
  fields: object,
  { id = `msg_${crypto.randomUUID()}`, at = new Date(), url = "https://localhost/" }: SignOptions,
): Promise<Request> {
  const marks = mark(type);
  const payload = nested?.includes(type) ? Object(fields).payload : fields;
  const isObject = Object(payload) === payload && !Array.isArray(payload);
  const body = JSON.stringify(isObject ? { ...payload, ...marks.fields } : payload);
  const time = scheme.timeOf?.(at) ?? `${Math.floor(Number(at) / 1000)}`;
  const delivery = { id, time };
  const headers = new Headers({ "Content-Type": "application/json", ...marks.headers });
  if (key) {
    const text = await new Blob(scheme.signed(delivery, body)).arrayBuffer();
    const signature = await crypto.subtle.sign(key.algorithm, await signing(key), text);
    const signed = scheme.headersOf(delivery, new Uint8Array(signature), key);
    for (const [name, value] of Object.entries(signed)) headers.set(name, value);
  }
  return new Request(url, { method: "POST", headers, body });
}

function signing({ algorithm, bytes }: SigningKey): Promise<CryptoKey> {
  if (algorithm !== "Ed25519") {
    return crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  }
  // A private key has its public half after it.
  if (bytes.length !== 64) throw new TypeError("sign needs the private key, whsk_…");
  const pkcs8 = Uint8Array.from([...privateKey, ...bytes.subarray(0, 32)]);
  return crypto.subtle.importKey("pkcs8", pkcs8, algorithm, false, ["sign"]);
}
