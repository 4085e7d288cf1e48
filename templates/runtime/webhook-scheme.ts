import type { EventTypes } from "./webhook-event.js";
import type { ReadHeader } from "./webhook-request.js";

/** A signing secret and its algorithm, as WebCrypto takes it. */
export interface SigningKey {
  readonly name: "Ed25519" | "HMAC";
  readonly hash?: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The text before each signature of this key, such as its version. */
  readonly prefix: string;
}

/** A part of a signed text. */
export type SignedPart = string | Uint8Array<ArrayBuffer>;

/** What the headers of a delivery contain. Schemes without ids or times leave them empty. */
export interface Delivery {
  /** The id, which is the same when the delivery is repeated. */
  readonly id: string;
  /** When it was signed, as in the header. */
  readonly time: string;
}

/** The headers of a delivery that arrived. They prove nothing until a signature is verified. */
export interface ArrivedDelivery extends Delivery {
  /**
   * The time in seconds since 1970: `NaN` if a header is missing or malformed, `undefined` in
   * schemes without times.
   */
  readonly at: number | undefined;
  /** The signatures, each with its prefix. A sender may add some of other versions. */
  readonly signatures: readonly string[];
}

/** How an API signs its deliveries. */
export interface SignatureScheme {
  /** @throws if the secret doesn't have the scheme's format. */
  readonly keyFrom: (secret: string) => SigningKey;
  readonly deliveryIn: (header: ReadHeader) => ArrivedDelivery;
  /** The bytes of a signature. @throws if it isn't in the scheme's encoding. */
  readonly decode: (signature: string) => Uint8Array<ArrayBuffer>;
  /** The signed text. */
  readonly signed: (delivery: Delivery, body: SignedPart) => SignedPart[];
  /** Loads what `sign` needs, so that servers don't bundle it. */
  readonly signer: () => Promise<{ readonly sign: Sign }>;
}

/**
 * Creates a delivery as the sender would; unsigned if there is no key.
 *
 * @throws {TypeError} if the key is a public one, which can't sign.
 */
export type Sign = (
  scheme: SignatureScheme,
  key: SigningKey | undefined,
  events: EventTypes,
  type: string,
  fields: object,
  options?: SignOptions,
) => Promise<Request>;

/** How `sign` creates a delivery. */
export interface SignOptions {
  /** The id of the delivery. Default: a random one. */
  readonly id?: string | undefined;
  /** When it is signed. Default: now. */
  readonly at?: Date | undefined;
  /** The URL of the receiver. Default `https://localhost/`. */
  readonly url?: string | URL | undefined;
}

/** The most signatures of a delivery that are verified, because each one reads the whole body. */
export const mostSignatures = 20;

/** Seconds since 1970 from a header with digits; `NaN` for any other text. */
export function secondsIn(time: string): number {
  return Number(/^\d+$/.exec(time)?.[0]);
}
