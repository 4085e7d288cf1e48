import { expect, it } from "vitest";
import { operationModules } from "../../../generator/plan/names/operation-modules.js";
import { blueprintOf } from "../blueprint.js";

it("the module of an operation is that of its resource, under a name that no other has", () => {
  const paths = { "/cats": { get: {}, put: {} }, "/dogs": { get: {} }, "/owls": { get: {} } };
  const { api } = blueprintOf({ paths });
  const files = new Map([
    ["cats", "a-1"],
    ["dogs", "a1"],
    ["owls", "2fa"],
  ]);
  const fileOf = ({ path }: { readonly path: readonly string[] }) => files.get(path.join()) ?? "";
  expect([...operationModules(api.resources, fileOf, ["_2faOperations"]).values()]).toEqual([
    { file: "a-1", types: "a1Operations" },
    { file: "a-1", types: "a1Operations" },
    { file: "a1", types: "a1Operations2" },
    { file: "2fa", types: "_2faOperations_" },
  ]);
});
