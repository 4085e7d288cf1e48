import { queryParameter } from "../../templates/runtime/in-query.js";
import { json } from "../../templates/runtime/json.js";
import { operation } from "../../templates/runtime/operation.js";

/** An operation with a parameter for each kind of paging. */
export const listPages = operation("listThings", "GET", "/things", {
  parameters: {
    cursor: queryParameter,
    offset: queryParameter,
    page: queryParameter,
    limit: queryParameter,
  },
  success: { 200: json },
});
