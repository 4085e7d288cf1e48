/** Reads a header by its name in lower case; `""` if it is missing. */
export type ReadHeader = (name: string) => string;

/** A signing secret as WebCrypto imports it. */
export interface SigningKey {
  readonly algorithm: "Ed25519" | HmacImportParams;
  readonly bytes: Uint8Array<ArrayBuffer>;
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
  /** The time in seconds since 1970: `NaN` if malformed, `undefined` in schemes without times. */
  readonly at: number | undefined;
  /** The signatures that a key may have made, in the scheme's encoding. */
  readonly signatures: (key: SigningKey) => readonly string[];
}

/** How an API signs its deliveries. */
export interface SignatureScheme {
  /** @throws if the secret doesn't have the scheme's format. */
  readonly keyFrom: (secret: string) => SigningKey;
  /** `undefined` if a header is missing. */
  readonly deliveryIn: (header: ReadHeader) => ArrivedDelivery | undefined;
  /** The bytes of a signature. @throws if it isn't in the scheme's encoding. */
  readonly decode: (signature: string) => Uint8Array<ArrayBuffer>;
  /** The signed text. */
  readonly signed: (delivery: Delivery, body: SignedPart) => SignedPart[];
  /** The headers of a signed delivery. */
  readonly headersOf: (
    delivery: Delivery,
    signature: Uint8Array,
    key: SigningKey,
  ) => Readonly<Record<string, string>>;
  /** Writes a time for the header. Default: whole seconds since 1970. */
  readonly timeOf?: (at: Date) => string;
}

/** Seconds since 1970 from a header with digits; `NaN` for any other text. */
export function secondsIn(time: string): number {
  return /^\d+$/.test(time) ? Number(time) : Number.NaN;
}
