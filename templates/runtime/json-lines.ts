import type { BodyTaker } from "./operation.js";
import { streamOf } from "./stream.js";
import { ended, type Frame, type StreamFormat } from "./stream-format.js";

/** How lines are read. */
interface LineSettings {
  /** The line that ends the stream. A stream that ends without it is broken. */
  readonly sentinel?: string;
}

/** How a request chooses lines. */
interface LineChoice {
  /**
   * The field of the request that is `true`. Lines are then read regardless of the Content-Type,
   * since many servers send them as `application/json`.
   */
  readonly chosenBy?: string;
  /** Whether a call without the field gets lines. */
  readonly isDefault?: boolean;
}

/** A success that is a stream of values, one per line. */
export function jsonLines({
  chosenBy,
  isDefault = false,
  ...settings
}: LineSettings & LineChoice = {}): BodyTaker {
  const isChosen = (request: object) =>
    chosenBy !== undefined && (Object(request)[chosenBy] ?? isDefault);
  return { ...streamOf(jsonLinesFormat(settings)), isChosen };
}

/**
 * The values of JSON Lines (jsonlines.org, `application/x-ndjson`): one per line; the last may lack
 * its line end. Empty lines are skipped.
 */
export function jsonLinesFormat({ sentinel }: LineSettings = {}): StreamFormat {
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
