import { matchingType } from "./media-type.js";
import type { BodyReader, ReaderChoice } from "./operation.js";
import { text } from "./text.js";

/**
 * A success with several media types.
 *
 * Text and bytes can hold any response, so the one that the call accepts is read as such. If the
 * call names JSON in `accept`, any other documented media type is an error, because the result has
 * the type of the JSON. Without `accept`, it is read as what arrived. A response whose Content-Type
 * is missing or wrong is JSON if it parses, else the documented text.
 *
 * @param readers by media type, the default first.
 */
export function readerByType(readers: Readonly<Record<string, BodyReader>>): ReaderChoice {
  const types = Object.keys(readers);
  const hasText = Object.values(readers).includes(text);
  const readerFor = (type: string) => readers[matchingType(types, type) ?? ""];
  return (arrived, { options: { accept }, request }) => {
    const chosen = Object.values(readers).find(({ isChosen }) => isChosen?.(request));
    if (chosen) return chosen;
    const wanted = readerFor(accept ?? types[0] ?? "") ?? text;
    if (wanted === text || wanted.take) return wanted;
    const documented = readerFor(arrived);
    if (accept !== undefined && documented !== wanted) {
      return documented ? refused(accept, arrived) : wanted;
    }
    return documented ?? (hasText ? orText(wanted) : wanted);
  };
}

function refused(accept: string, arrived: string): BodyReader {
  return {
    decode: () => {
      throw new TypeError(`${arrived} arrived instead of ${accept}: ask for it with accept`);
    },
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
