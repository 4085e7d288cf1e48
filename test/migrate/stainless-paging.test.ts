import { describe, expect, it } from "vitest";
import { pagingFrom } from "../../generator/migrate/stainless-paging.js";
import { pagingProblem } from "../../generator/model/paging/settings.js";
import type { JsonObject } from "../../generator/read/document/document.js";

const purpose = (value: string) => ({ "x-stainless-pagination-property": { purpose: value } });
const data = { data: { type: "array", items: {}, ...purpose("items") } };

describe("a scheme of pagination", () => {
  it.each<[JsonObject, JsonObject]>([
    [
      {
        type: "cursor",
        request: { limit: { type: "integer" }, after: purpose("next_cursor_param") },
        response: { ...data, next_cursor: purpose("next_cursor_field") },
      },
      { kind: "cursor", cursor: "after", next: "/next_cursor", size: "limit", items: "/data" },
    ],
    [
      {
        type: "cursor_id",
        request: { starting_after: purpose("next_cursor_id"), page_size: {} },
        response: data,
      },
      {
        kind: "cursor",
        cursor: "starting_after",
        next: "/data/-1/id",
        size: "page_size",
        items: "/data",
      },
    ],
    [
      { type: "offset", request: { skip: {}, limit: {} }, response: data },
      { kind: "offset", offset: "skip", size: "limit", items: "/data" },
    ],
    [
      { type: "page_number", request: { page: {} }, response: data },
      { kind: "page", page: "page", items: "/data" },
    ],
    [
      {
        type: "cursor_url",
        request: {},
        response: { ...data, links: { type: "object", properties: { next: { type: "string" } } } },
      },
      { kind: "url", next: "/links/next", items: "/data" },
    ],
  ])("is a convention: %j", (scheme, want) => {
    expect(pagingFrom([scheme])).toEqual({ convention: want, notes: [] });
    expect(pagingProblem({ convention: want })).toBe(null);
  });

  it("is reported if it is a second one, or isn't known", () => {
    const page = { name: "pages", type: "page_number", request: { page: {} }, response: data };
    const fake = { name: "fake", type: "fake_page" };
    const note = (name: string) =>
      `pagination ${name}: set it by operation, in pagination.operations`;
    expect(pagingFrom([fake, page, { ...page, name: "more" }])).toEqual({
      convention: { kind: "page", page: "page", items: "/data" },
      notes: [note("fake"), note("more")],
    });
    expect(pagingFrom([])).toEqual({ convention: undefined, notes: [] });
  });
});
