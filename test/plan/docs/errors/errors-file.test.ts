import { expect, it } from "vitest";
import { errorsFile } from "../../../../generator/plan/docs/errors/errors-file.js";
import { docsFor, json, object, operation, resource, response } from "../fixture.js";

const payload = object([]);
const origin = { operationId: "a", status: { kind: "default" }, contentType: "" } as const;
const gone = response(404, { error: "Gone", content: json(payload) });

function statusesOf(count: number) {
  const operations = Array.from({ length: count }, (_, index) =>
    operation(`get${index}`, { path: `/${index}`, errors: [response(400), gone] }),
  );
  const { view } = errorsFile(
    docsFor({
      resources: [resource("Pets", operations)],
      errors: [{ name: "Gone", schemaName: null, responseName: null, origin, schema: payload }],
    }),
  );
  return "statuses" in view ? view.statuses : [];
}

it("lists the error of each status and the operations that can fail with it", () => {
  expect(statusesOf(1)).toEqual([
    {
      status: "400",
      errors: [{ label: "SDKError", href: "sdkerror.md" }],
      operations: [{ label: "things.pets.get0", href: "../sdks/pets/README.md#get0" }],
      many: null,
      errorCount: null,
    },
    {
      status: "404",
      errors: [{ label: "GoneError", href: "goneerror.md" }],
      operations: [{ label: "things.pets.get0", href: "../sdks/pets/README.md#get0" }],
      many: null,
      errorCount: null,
    },
  ]);
});

it("counts the operations if they are many, and links to the page that lists them", () => {
  const sdkErrors = { count: 7, href: "sdkerror.md#when-it-happens" };
  const goneErrors = { count: 7, href: "goneerror.md#when-it-happens" };
  expect(statusesOf(7).map(({ operations, many }) => [operations, many])).toEqual([
    [[], { classes: [{ ...sdkErrors, label: "SDKError" }], others: null }],
    [[], { classes: [{ ...goneErrors, label: "GoneError" }], others: null }],
  ]);
});
