import { describe, expect, it } from "vitest";
import { resourcePagesOf } from "../../../generator/plan/docs/resource-pages.js";
import { blueprint, field, json, object, operation, resource, response, text } from "./fixture.js";

const pets = (count: number, facts = {}) =>
  resource(
    "Pets",
    Array.from({ length: count }, (_, index) => operation(`get${index}`, facts)),
  );

function pagesOf(node: ReturnType<typeof resource>) {
  const { isSplit, operations } = resourcePagesOf(node, blueprint({ resources: [node] }));
  return { isSplit, pages: [...operations.values()] };
}

describe("the operations of a resource", () => {
  it("share a page up to a number", () => {
    const { isSplit, pages } = pagesOf(pets(20));
    expect(isSplit).toBe(false);
    expect(pages[19]).toBe("docs/sdks/pets/README.md#get19");
  });

  it("each have a page beyond it", () => {
    const { isSplit, pages } = pagesOf(pets(21));
    expect(isSplit).toBe(true);
    expect(pages[20]).toBe("docs/sdks/pets/get20.md");
  });

  it("each have a page if one page would be long", () => {
    const fields = Array.from({ length: 300 }, (_, index) => field(`field${index}`, text()));
    const success = [response(200, { content: json(object(fields)) })];
    expect(pagesOf(pets(1, { success })).isSplit).toBe(false);
    expect(pagesOf(pets(4, { success })).isSplit).toBe(true);
  });

  it("never share a file, also with the index", () => {
    const list = [operation("readme"), operation("getURL"), operation("get_url")];
    const { pages } = pagesOf(resource("Pets", [...list, ...pets(20).operations]));
    expect(pages.slice(0, 3)).toEqual([
      "docs/sdks/pets/readme2.md",
      "docs/sdks/pets/get-url.md",
      "docs/sdks/pets/get-url2.md",
    ]);
  });
});
