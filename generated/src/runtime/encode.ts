// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

/** How a text becomes part of a URL. */
export type Encode = (text: string) => string;

/** Percent-encodes all but the unreserved characters (RFC 3986, 2.3): nothing is taken for a joint. */
export const percentEncode: Encode = (text) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Leaves the reserved characters (RFC 3986, 2.2) too: for parameters with `allowReserved`. Those
 * that would end the value are encoded all the same.
 */
export const encodeReserved: Encode = (text) =>
  encodeURI(text).replace(/%5B/g, "[").replace(/%5D/g, "]").replace(/[#&+]/g, encodeURIComponent);
