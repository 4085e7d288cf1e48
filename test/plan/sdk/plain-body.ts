import type { BodyView } from "../../../generator/plan/sdk/data-views.js";

/** The data of an optional body with one media type and no encodings. */
export const plainBody: Omit<BodyView, "write"> = {
  isUsual: false,
  contentType: null,
  isOptional: true,
  field: null,
  hasEncodings: false,
  encodings: [],
};
