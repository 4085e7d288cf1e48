import { describe, expect, it } from "vitest";
import { fromStainless } from "../../generator/migrate/stainless.js";
import type { JsonObject } from "../../generator/read/document/document.js";

const document = {
  paths: {
    "/pets": { get: {}, post: {} },
    "/pets/{id}": { get: {} },
    "/pets/{id}/toys": { get: {} },
    "/owner's": { get: {} },
  },
  components: { schemas: { Pet: {}, PetToy: {} } },
};

function actionsOf(resources: JsonObject) {
  const { overlay, notes } = fromStainless({ resources }, document);
  return { lines: overlay?.split("\n").slice(3, -1) ?? [], notes };
}

describe("the names of stainless.yml", () => {
  it("are never those of what every object has", () => {
    const models = { pet: "__proto__" };
    const methods = { list: "__proto__ /pets" };
    expect(actionsOf({ pets: { models, methods } })).toEqual({
      lines: [],
      notes: [
        "pets.list: the document doesn't have __proto__ /pets",
        "model pet: the document has no schema __proto__",
      ],
    });
  });

  it("have no invisible characters in the overlay", () => {
    const path = "/a\u202eb";
    const resources = { pets: { methods: { list: `get ${path}` } } };
    const { overlay } = fromStainless({ resources }, { paths: { [path]: { get: {} } } });
    expect(overlay).toContain(`target: "$['paths']['/a\\u202eb']['get']"`);
  });

  it("are an overlay, with subresources and in camel case", () => {
    const resources = {
      my_pets: {
        models: { pet: "Pet", pet_toys: "#/components/schemas/PetToy" },
        methods: { list: "get /pets", look_up: { endpoint: "GET /pets/{id}", paginated: false } },
        subresources: { toys: { methods: { list: "get /pets/{id}/toys" } } },
      },
    };
    expect(actionsOf(resources)).toEqual({
      lines: [
        `  - target: "$['paths']['/pets']['get']"`,
        "    update:",
        '      x-speakeasy-group: "myPets"',
        '      x-speakeasy-name-override: "list"',
        `  - target: "$['paths']['/pets/{id}']['get']"`,
        "    update:",
        '      x-speakeasy-group: "myPets"',
        '      x-speakeasy-name-override: "lookUp"',
        `  - target: "$['components']['schemas']['PetToy']"`,
        "    update:",
        '      x-speakeasy-name-override: "PetToys"',
        `  - target: "$['paths']['/pets/{id}/toys']['get']"`,
        "    update:",
        '      x-speakeasy-group: "myPets.toys"',
        '      x-speakeasy-name-override: "list"',
      ],
      notes: [],
    });
  });

  it("are escaped as JSONPath", () => {
    expect(actionsOf({ owners: { methods: { list: "get /owner's" } } }).lines[0]).toBe(
      `  - target: "$['paths']['/owner\\\\'s']['get']"`,
    );
  });

  it.each<[string, JsonObject, string]>([
    [
      "an endpoint that the document lacks",
      { pets: { methods: { drop: "delete /pets" } } },
      "pets.drop: the document doesn't have delete /pets",
    ],
    [
      "a second name of an endpoint",
      { pets: { methods: { list: "get /pets", all: "get /pets" } } },
      "pets.all: get /pets is already named pets.list",
    ],
    [
      "a method of the client itself",
      { $client: { methods: { list: "get /pets" } } },
      "list: a method belongs to a resource; set x-speakeasy-group",
    ],
    [
      "a method without an endpoint",
      { pets: { methods: { verify: { type: "webhook_unwrap" } } } },
      "pets.verify: only methods with an endpoint are carried over",
    ],
    [
      "a model that the document lacks",
      { $shared: { models: { owner: "Owner" } } },
      "model owner: the document has no schema Owner",
    ],
  ])("have a note if they are left out: %s", (_, resources, want) => {
    expect(actionsOf(resources).notes).toEqual([want]);
  });
});

describe("the settings of stainless.yml", () => {
  it("name the package and its class", () => {
    const config = {
      organization: { name: "acme-ai-sdk", docs: "https://acme.example" },
      targets: {
        python: { package_name: "acme" },
        node: { package_name: "@acme/sdk", production_repo: "acme/acme-node" },
      },
      settings: { license: "MIT" },
      custom_casings: { acme: { pascal: "ACME" } },
    };
    expect(fromStainless(config, {})).toEqual({
      settings: {
        packageName: "@acme/sdk",
        className: "ACMEAISDK",
        package: {
          license: "MIT",
          homepage: "https://acme.example",
          repository: { type: "git", url: "git+https://github.com/acme/acme-node.git" },
        },
      },
      overlay: null,
      notes: ["custom_casings: only the name of the class is carried over"],
    });
  });

  it("choose and end streams", () => {
    const config = {
      streaming: {
        on_event: [{ data_starts_with: "[DONE]", handle: "done" }, { handle: "yield" }],
      },
      resources: {
        chat: {
          methods: {
            create: { endpoint: "post /pets", streaming: { param_discriminator: "is_streamed" } },
          },
        },
      },
    };
    expect(fromStainless(config, document).settings).toEqual({
      streaming: { field: "is_streamed", sentinel: "[DONE]" },
    });
  });

  it("without an equivalent are named, and all others too", () => {
    const config = { readme: {}, query_settings: {}, diagnostics: {}, codeflow: {} };
    expect(fromStainless(config, {}).notes).toEqual([
      "readme: mark the first call with x-speakeasy-usage-example",
      "query_settings: lists and objects are sent as the document's style and explode say",
      "diagnostics, codeflow: no equivalent",
    ]);
  });
});
