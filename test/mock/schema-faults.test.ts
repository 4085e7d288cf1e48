import { expect, it } from "vitest";
import { schemaFaults } from "../../generator/mock/schema-faults.js";
import { schemaFinder } from "../../generator/model/schema/find-schema.js";
import { schemaOf } from "../model/documents.js";

it("looks for at most 20 faults, because a body may have millions of items", () => {
  const list: unknown[] = Array.from({ length: 30 }, () => 0);
  Object.defineProperty(list, 21, {
    get: () => {
      throw new Error("read after the last fault that is reported");
    },
  });
  const schema = schemaOf({ type: "array", items: { type: "string" } });
  expect(schemaFaults(list, schema, schemaFinder([]))).toEqual(
    Array.from({ length: 20 }, (_, index) => ({
      pointer: `/${index}`,
      message: "must be a string",
    })),
  );
});
