import { type ErrorReader, type ResponseErrorClass, SDKError } from "./errors.js";
import { isText } from "./json-or-text.js";

/** An error whose payload is documented as text: an `SDKError` with the text as its body. */
export const textError: ErrorReader = textErrorOf(SDKError);

/**
 * An error whose payload may be JSON or text, decided by Content-Type, else by whether it parses.
 *
 * @param Text the error class for text.
 */
export function jsonOrTextError(
  json: ErrorReader,
  Text: ResponseErrorClass = SDKError,
): ErrorReader {
  const text = textErrorOf(Text);
  return {
    errorFrom(call, reply) {
      const contentType = reply.response.headers.get("Content-Type") ?? "";
      try {
        return (isText(contentType) ? text : json).errorFrom(call, reply);
      } catch {
        return text.errorFrom(call, reply);
      }
    },
  };
}

function textErrorOf(Text: ResponseErrorClass): ErrorReader {
  return { errorFrom: (call, reply) => new Text(call, { ...reply, body: reply.rawBody }) };
}
