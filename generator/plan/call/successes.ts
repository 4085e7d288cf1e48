import type { Operation, Response } from "../../model/api.js";

const undescribed: Response = {
  status: { kind: "range", hundreds: 2 },
  description: null,
  content: null,
  alternatives: [],
  headers: [],
  error: null,
  text: null,
};

/** The successes of a call: where a document describes no 2xx, one that gives nothing. */
export function successesOf({ success }: Operation): readonly Response[] {
  return success.every(isNotModified) ? [undescribed, ...success] : success;
}

/** Whether a response is a 304, the success outside of 2xx. */
export function isNotModified({ status }: Response): boolean {
  return status.kind === "code" && status.code === 304;
}
