import { endOfText } from "./json-keys.js";
import type { ValueEvent } from "./yaml.js";

const literal = /(-?\d[\d.eE+-]*|true|false|null)(?=[\s,\]}]|$)/y;

/**
 * The values of JSON in the order they are written, in a fraction of the time that YAML takes.
 *
 * @throws {SyntaxError} where what stands there can't be JSON.
 */
export function* jsonEvents(text: string): Generator<ValueEvent> {
  for (let offset = 0; offset < text.length; ) {
    const start = offset;
    offset += 1;
    switch (text[start]) {
      case "{":
        yield { kind: "mapping", offset: start };
        break;
      case "[":
        yield { kind: "sequence", offset: start };
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

function scalar(text: string, offset: number, end: number): ValueEvent {
  return { kind: "scalar", offset, text: () => String(JSON.parse(text.slice(offset, end))) };
}
