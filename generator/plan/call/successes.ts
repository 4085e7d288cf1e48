import type { Operation, Response } from "../../model/api.js";
import { classOf } from "../../model/statuses.js";

const undescribed: Response = {
  status: { kind: "range", hundreds: 2 },
  description: null,
  content: null,
  headers: [],
  error: null,
  text: null,
};

/** The successes of a call: where a document describes no 2xx, one that gives nothing. */
export function successesOf({ success }: Operation): readonly Response[] {
  return success.some(({ status }) => classOf(status) !== 3) ? success : [undescribed, ...success];
}
