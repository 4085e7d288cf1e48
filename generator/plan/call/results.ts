import type { Operation, Response } from "../../model/api.js";
import type { FindSchema } from "../find-schema.js";
import { type Payload, resultPayload } from "./payload.js";

/** A success of a call and its payload. */
export interface Result extends Response {
  readonly payload: Payload;
  /** Whether it is a 304, the success outside of 2xx. */
  readonly isNotModified: boolean;
}

const undescribed: Response = {
  status: { kind: "range", hundreds: 2 },
  description: null,
  content: null,
  alternatives: [],
  headers: [],
  error: null,
  text: null,
};

/** The documented successes; if no 2xx is documented, one without a payload comes first. */
export function resultsFrom({ success }: Operation, find: FindSchema): Result[] {
  const documented = success.map((response) => resultFrom(response, find));
  return documented.every(({ isNotModified }) => isNotModified)
    ? [resultFrom(undescribed, find), ...documented]
    : documented;
}

export function resultFrom(response: Response, find: FindSchema): Result {
  const { status } = response;
  return {
    ...response,
    payload: resultPayload(response, find),
    isNotModified: status.kind === "code" && status.code === 304,
  };
}
