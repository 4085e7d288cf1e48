/** Encodes text for a part of a URL. */
export type Encode = (text: string) => string;

/**
 * Percent-encodes everything except unreserved characters (RFC 3986, 2.3), so that no character
 * acts as a delimiter.
 */
export const percentEncode: Encode = (text) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * Also keeps reserved characters (RFC 3986, 2.2), for parameters with `allowReserved`. Encodes
 * those that would end the value.
 */
export const encodeReserved: Encode = (text) =>
  encodeURI(text).replace(/%5B/g, "[").replace(/%5D/g, "]").replace(/[#&+]/g, encodeURIComponent);
