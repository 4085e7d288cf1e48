import { describe, expect, test } from "vitest";
import { testing } from "../../../generator/plan/testing/testing.js";
import { blueprintOf } from "../blueprint.js";

const document = {
  servers: [{ url: "https://api.test/v1" }],
  paths: { "/pets": { get: { tags: ["Pets"], operationId: "listPets" } } },
};

describe("the setting msw", () => {
  test("adds an entry that needs msw", () => {
    const part = testing({ ...blueprintOf(document), features: { msw: true } });
    expect(part.entries).toEqual({ "./testing": "testing", "./testing/msw": "testing/msw" });
    expect(part.optionalPeers).toEqual({ msw: ">=2.12.0" });
    expect(part.files[0]).toMatchObject({
      path: "src/testing/msw.ts",
      view: {
        modules: [{ name: "operations1", path: "../operations/pets.js" }],
        serverURL: "https://api.test/v1",
      },
    });
  });

  test("is off by default", () => {
    const part = testing(blueprintOf(document));
    expect(part.entries).toEqual({ "./testing": "testing" });
    expect(part.optionalPeers).toEqual({});
    expect(part.files.map(({ path }) => path)).toEqual(["src/testing.ts"]);
  });
});
