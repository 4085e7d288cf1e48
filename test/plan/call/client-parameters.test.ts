import { describe, expect, it } from "vitest";
import { callFrom } from "../../../generator/plan/call/call.js";
import { clientParametersOf } from "../../../generator/plan/call/client-parameters.js";
import { coreFile } from "../../../generator/plan/sdk/core-file.js";
import { blueprintOf } from "../blueprint.js";

const team = {
  in: "path",
  name: "team_id",
  required: true,
  description: "The team.",
  schema: { $ref: "#/components/schemas/Team" },
};
const version = { in: "header", name: "X-Version", "x-speakeasy-globals-hidden": true };
const page = { in: "query", name: "page", required: true };
const get = { operationId: "get", parameters: [team, version, page] };

const blueprint = blueprintOf({
  components: { schemas: { Team: { type: "string" } } },
  "x-speakeasy-globals": { parameters: [team, version, { in: "query", name: "unused" }] },
  paths: { "/a/{team_id}": { get, put: { ...get, operationId: "put" } } },
});
const [operation] = blueprint.api.resources[0]?.operations ?? [];
if (operation === undefined) throw new Error("no operation");
const given = callFrom(operation, blueprint.api).arguments;

describe("a parameter that the client gives", () => {
  it("is one, however many operations take it, and none that no operation takes", () => {
    expect(clientParametersOf(blueprint.api).map(({ name }) => name)).toEqual([
      "team_id",
      "X-Version",
    ]);
  });

  it("is an option of the client, of the type that operations give it", () => {
    const { view } = coreFile(blueprint);
    expect(view).toMatchObject({
      members: [
        {
          doc: "The team.\n\nSent with calls that omit it.",
          name: "teamId",
          type: "Team",
        },
        { name: "xVersion" },
      ],
      credentials: [],
    });
    expect(view).toMatchObject({
      imports: expect.arrayContaining([
        expect.objectContaining({
          module: "./models.js",
          isTypeOnly: true,
          names: [{ name: "Team", isInlineType: false }],
        }),
      ]),
    });
  });

  it("may be left out of a call, and is no part of it where it is hidden", () => {
    expect(given.fields.map(({ key, required }) => [key, required])).toEqual([
      ["team_id", false],
      ["page", true],
    ]);
    expect(given.hidden.map(({ key }) => key)).toEqual(["X-Version"]);
  });
});
