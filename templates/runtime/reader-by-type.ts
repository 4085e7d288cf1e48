import { matchingType } from "./media-type.js";
import type { BodyReader, ReaderChoice } from "./operation.js";
import { text } from "./text.js";

/**
 * A success with several media types.
 *
 * Text and bytes can hold any response, so the one that the call accepts is read as such. Where the
 * call accepts JSON and another documented media type arrives, that one is read. A response whose
 * Content-Type is missing or wrong is JSON if it parses, else the documented text.
 *
 * @param readers by media type, the default first.
 */
export function readerByType(readers: Readonly<Record<string, BodyReader>>): ReaderChoice {
  const types = Object.keys(readers);
  const hasText = Object.values(readers).includes(text);
  const readerFor = (type: string) => readers[matchingType(types, type) ?? ""];
  return (arrived, { options: { accept = types[0] ?? "" }, request }) => {
    const chosen = Object.values(readers).find(({ isChosen }) => isChosen?.(request));
    if (chosen) return chosen;
    const wanted = readerFor(accept) ?? text;
    if (wanted === text || wanted.take) return wanted;
    return readerFor(arrived) ?? (hasText ? orText(wanted) : wanted);
  };
}

function orText(reader: BodyReader): BodyReader {
  return {
    decode: (bytes, contentType) => {
      try {
        return reader.decode?.(bytes, contentType);
      } catch {
        return text.decode?.(bytes, contentType);
      }
    },
  };
}
