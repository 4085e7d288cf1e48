import { ended, type Frame, type StreamFormat } from "./stream-format.js";

/**
 * The values of JSON Lines (jsonlines.org, `application/x-ndjson`): one a line, the last also
 * without a line end. Empty lines are skipped.
 *
 * @param sentinel the line that ends the stream.
 */
export function jsonLines({ sentinel }: { readonly sentinel?: string } = {}): StreamFormat {
  return {
    sentinel,
    scanner: () => {
      let line = "";
      const frame = (): Frame[] => (line.trim() === "" ? [] : [{ raw: line.trim() }]);
      return {
        held: () => line.length,
        end: frame,
        scan(text) {
          const [first = "", ...lines] = text.split("\n");
          line += first;
          return lines.flatMap((next) => {
            const frames = frame();
            line = next;
            return frames;
          });
        },
      };
    },
    valueOf: ({ raw = "" }) => (raw === sentinel ? ended : JSON.parse(raw)),
  };
}
