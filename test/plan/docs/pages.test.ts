import { describe, expect, it } from "vitest";
import { linkFrom, pagesOf } from "../../../generator/plan/docs/pages.js";
import { anchorsOf } from "../../../generator/text.js";
import { blueprint, named, object, operation, resource } from "./fixture.js";

describe("a link from page to page", () => {
  it.each([
    ["docs/sdks/pets/README.md", "docs/models/pet.md", "../../models/pet.md"],
    ["docs/models/pet.md", "docs/models/dog.md", "dog.md"],
    ["README.md", "docs/README.md", "docs/README.md"],
    ["docs/errors/a.md", "README.md", "../../README.md"],
    ["docs/errors/a.md", "docs/sdks/pets/README.md#list", "../sdks/pets/README.md#list"],
  ])("%s to %s", (from, to, want) => {
    expect(linkFrom(from, to)).toBe(want);
  });
});

describe("anchors", () => {
  it("are numbered where a page has two of one name", () => {
    expect(anchorsOf(["list", "Errors", "errors", "getURL", "geturl", "list"])).toEqual([
      "list",
      "errors",
      "errors-1",
      "geturl",
      "geturl-1",
      "list-1",
    ]);
  });
});

describe("the page of an operation", () => {
  it("is found by its heading, even if another heading has the same text", () => {
    const errors = operation("errors");
    const list = operation("list", { deprecated: { reason: null } });
    const pages = pagesOf(blueprint({ resources: [resource("Pets", [list, errors])] }));
    // The deprecated one is last.
    expect(pages.operation(errors)).toBe("docs/sdks/pets/README.md#errors");
    expect(pages.operation(list)).toBe("docs/sdks/pets/README.md#list");
    const second = operation("parameters");
    const more = pagesOf(blueprint({ resources: [resource("Pets", [errors, second])] }));
    expect(more.operation(second)).toBe("docs/sdks/pets/README.md#parameters-1");
  });
});

describe("the page of an error", () => {
  const origin = { operationId: "", status: { kind: "default" }, contentType: "" } as const;

  it("explains its payload too", () => {
    const errors = [
      {
        name: "Problem",
        schemaName: "Problem",
        responseName: null,
        origin,
        schema: named("Problem"),
      },
    ];
    const pages = pagesOf(
      blueprint({ errors, schemas: [{ name: "Problem", alias: null, schema: object([]) }] }),
    );
    expect(pages.schema("Problem")).toBe("docs/errors/problem.md");
  });

  it("of the runtime gets another path if an error of the document has its name", () => {
    const errors = [
      { name: "SdkError", schemaName: null, responseName: null, origin, schema: object([]) },
    ];
    const pages = pagesOf(blueprint({ errors }));
    expect(pages.error({ name: "SdkError" })).toBe("docs/errors/sdkerror.md");
    expect(pages.sdkError("SDKError")).toBe("docs/errors/sdkerror2.md");
  });
});
