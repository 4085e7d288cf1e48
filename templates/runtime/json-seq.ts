import type { BodyTaker } from "./operation.js";
import { streamOf } from "./stream.js";
import type { Frame, Scanner, StreamFormat } from "./stream-format.js";

/** Starts each text of a sequence (RFC 7464, 2.1). */
const separator = "\x1e";

/** A success that is a stream of values, each a JSON text. */
export function jsonSeq(): BodyTaker {
  return streamOf(jsonSeqFormat());
}

/** The values of a JSON text sequence (RFC 7464). A text without its line end is cut off. */
export function jsonSeqFormat(): StreamFormat {
  return {
    scanner: sequenceScanner,
    valueOf({ raw = "" }) {
      if (!raw.endsWith("\n")) throw new SyntaxError("the text is cut off");
      return JSON.parse(raw);
    },
  };
}

function sequenceScanner(): Scanner {
  let text = "";
  // A text may contain line ends, so one that ends with a line end is complete only if it parses. Tried
  // again at twice the length, so that the time grows with the text alone.
  let tryFrom = 0;
  const take = (): Frame[] => {
    const raw = text;
    text = "";
    tryFrom = 0;
    return raw.trim() === "" ? [] : [{ raw }];
  };
  return {
    held: () => text.length,
    end: take,
    scan(chunk) {
      const [first = "", ...rest] = chunk.split(separator);
      text += first;
      const frames = rest.flatMap((next) => {
        const frame = take();
        text = next;
        return frame;
      });
      if (!chunk.endsWith("\n") || text.length < tryFrom) return frames;
      if (isJson(text)) return [...frames, ...take()];
      tryFrom = text.length * 2;
      return frames;
    },
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
