import { endOfText } from "./json-keys.js";
import type { ValueEvent } from "./yaml.js";

const literal = /(-?\d[\d.eE+-]*|true|false|null)(?=[\s,\]}]|$)/y;

/**
 * The values of JSON in source order, much faster than through the YAML parser. Skipped parts
 * aren't validated.
 *
 * @throws {SyntaxError} at a character that JSON doesn't allow.
 */
export function* jsonEvents(text: string): Generator<ValueEvent> {
  let offset = 0;
  const pass = () => {
    offset = endOfCollection(text, offset);
  };
  while (offset < text.length) {
    const start = offset;
    offset += 1;
    switch (text[start]) {
      case "{":
        yield { kind: "mapping", offset: start, pass };
        break;
      case "[":
        yield { kind: "sequence", offset: start, pass };
        break;
      case "}":
      case "]":
        yield { kind: "end" };
        break;
      case '"':
        offset = endOfText(text, start);
        yield scalar(text, start, offset);
        break;
      case ":":
      case ",":
      case " ":
      case "\t":
      case "\n":
      case "\r":
        break;
      default:
        literal.lastIndex = start;
        if (!literal.test(text)) throw new SyntaxError(`no JSON at ${start}`);
        offset = literal.lastIndex;
        yield scalar(text, start, offset);
    }
  }
}

/** The offset of the bracket that closes the collection around an offset. */
function endOfCollection(text: string, within: number): number {
  let depth = 1;
  for (let offset = within; offset < text.length; offset += 1) {
    switch (text[offset]) {
      case "{":
      case "[":
        depth += 1;
        break;
      case "}":
      case "]":
        depth -= 1;
        if (depth === 0) return offset;
        break;
      case '"':
        offset = endOfText(text, offset) - 1;
    }
  }
  return text.length;
}

function scalar(text: string, offset: number, end: number): ValueEvent {
  return { kind: "scalar", offset, text: () => String(JSON.parse(text.slice(offset, end))) };
}
