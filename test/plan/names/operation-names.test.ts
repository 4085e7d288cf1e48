import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Api } from "../../../generator/model/api/api.js";
import type { Operation } from "../../../generator/model/api/operation.js";
import { namesFor } from "../../../generator/plan/names/names.js";
import { memberName, typeName } from "../../../generator/plan/names/words.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf } from "../../model/documents.js";

/** An operation that a document may hold: its path is its own, its id and its tag may be another's. */
interface Written {
  readonly key: number;
  readonly id: string | null;
  readonly tag: string;
}

const hostile = "constructor __proto__ then delete Result Client 1st a.b a-b aB A_B 🎉 東京".split(
  " ",
);
const word = fc.oneof(
  fc.constantFrom(...hostile, "", "x".repeat(300)),
  fc.string({ maxLength: 6 }),
);
const written = fc.record({
  key: fc.nat(9999),
  id: fc.option(word),
  tag: fc.constantFrom("pets", "Pet Shop", "pet-shop", "東京"),
});
const documents = fc.uniqueArray(written, {
  selector: ({ key }) => key,
  minLength: 1,
  maxLength: 12,
});

function apiOf(operations: readonly Written[], schemas: JsonObject): Api {
  const paths = operations.map(({ key, id, tag }): [string, JsonObject] => [
    `/things/${key}`,
    { get: { tags: [tag], ...(id !== null && { operationId: id }), responses: {} } },
  ]);
  return modelOf({ paths: Object.fromEntries(paths), components: { schemas } });
}

/** What each operation is called, by its path. */
function namesIn(operations: readonly Written[], schemas: JsonObject = {}) {
  const api = apiOf(operations, schemas);
  const names = namesFor(api, "Clerk");
  return new Map(api.operations.map((each) => [each.path, names.operation(each)]));
}

/** Whether a name can be declared by `const`, and be a member. */
function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name);
}

describe("with any operationIds", () => {
  it("names are distinct identifiers", () => {
    fc.assert(
      fc.property(documents, (operations) => {
        const names = [...namesIn(operations).values()];
        // An operation has the items of a list or of a stream, never both.
        const exported = names.flatMap(
          ({ method: _, requestVariants: __, streamItem: ___, ...rest }) => Object.values(rest),
        );
        expect(exported.filter((name) => !isIdentifier(name))).toEqual([]);
        expect(new Set(exported).size).toBe(exported.length);
      }),
    );
  });

  it("the order of operations changes no name", () => {
    fc.assert(
      fc.property(documents, (operations) => {
        expect(namesIn(operations.toReversed())).toEqual(namesIn(operations));
      }),
    );
  });

  it("adding an operation with other words renames no other, wherever it is", () => {
    fc.assert(
      fc.property(documents, written, fc.nat(12), (operations, more, place) => {
        const said = ({ id, key }: Written) => (id?.trim() ? id : `get /things/${key}`);
        const namesOf = (each: Written) => [memberName(said(each)), typeName(said(each))];
        const own = namesOf(more);
        fc.pre(operations.every(({ key }) => key !== more.key));
        fc.pre(operations.every((each) => !namesOf(each).some((name) => own.includes(name))));
        const before = namesIn(operations);
        const after = namesIn([...operations.slice(0, place), more, ...operations.slice(place)]);
        after.delete(`/things/${more.key}`);
        expect(after).toEqual(before);
      }),
    );
  });

  it("adding an operation renames at most the one with the same name", () => {
    fc.assert(
      fc.property(documents, written, fc.nat(12), (operations, more, place) => {
        fc.pre(operations.every(({ key }) => key !== more.key));
        const before = namesIn(operations);
        const after = namesIn([...operations.slice(0, place), more, ...operations.slice(place)]);
        const taken = after.get(`/things/${more.key}`);
        const renamed = [...before].filter(
          ([path, names]) => names.function !== after.get(path)?.function,
        );
        for (const [, names] of renamed) expect(names.function).toBe(taken?.function);
        expect(renamed.length).toBeLessThan(2);
      }),
    );
  });

  it("a schema renames no operation, regardless of its name", () => {
    const suffix = fc.constantFrom("", "Request", "Response", "Error", "Operation", "Resource");
    fc.assert(
      fc.property(documents, fc.array(fc.tuple(fc.nat(11), suffix)), (operations, wishes) => {
        const before = namesIn(operations);
        const types = operations.map(({ id, key }) => typeName(id ?? `get /things/${key}`));
        const keys = wishes.map(([index, end]) => `${types[index % types.length]}${end}`);
        const schemas = Object.fromEntries(keys.map((key) => [key, {}]));
        expect(namesIn(operations, schemas)).toEqual(before);
      }),
    );
  });
});

it("an operation whose name is taken is named after its method and path", () => {
  const operation = (id: string, key: number): Written => ({ key, id, tag: "pets" });
  const names = namesIn([
    operation("listPets", 1),
    operation("list-pets", 2),
    operation("list_pets", 3),
  ]);
  const called = (path: string) => {
    const { method, function: own, error } = names.get(path) ?? {};
    return [method, own, error];
  };
  expect(called("/things/1")).toEqual(["listPets", "listPets", "ListPetsError"]);
  expect(called("/things/2")).toEqual(["getThings2", "getThings2", "GetThings2Error"]);
  expect(called("/things/3")).toEqual(["getThings3", "getThings3", "GetThings3Error"]);
});

it("an operation whose method name is taken gets the name of its function", () => {
  const list = (operationId: string) => ({
    get: { operationId, tags: ["pets"], "x-speakeasy-name-override": "list" },
  });
  const api = modelOf({ paths: { "/cats": list("listCats"), "/dogs": list("listDogs") } });
  const names = namesFor(api, "Clerk");
  const methodOf = (operation: Operation) => names.operation(operation).method;
  expect(api.operations.map(methodOf)).toEqual(["list", "listDogs"]);
});

/** The method and the function of each operation, by its path. */
function calledIn(operations: Record<string, JsonObject>, naming?: "full"): string[] {
  const paths = Object.entries(operations).map(([path, get]) => [path, { get }]);
  const api = modelOf({ paths: Object.fromEntries(paths) });
  const names = namesFor(api, "Clerk", naming);
  return api.operations.map((operation) => {
    const resource = api.resources.find(({ operations }) => operations.includes(operation));
    const { method, function: own } = names.operation(operation);
    return `${resource && names.resource(resource).path}.${method} ${own}`;
  });
}

describe("a method", () => {
  const vessels = (operationId: string) => ({ operationId, tags: ["vessels"] });

  it.each<[name: string, operations: Record<string, JsonObject>, want: string[]]>([
    [
      "leaves out its resource, which the function keeps",
      { "/a": vessels("listVessels"), "/b": vessels("getVessel"), "/c": vessels("getVessels") },
      ["vessels.list listVessels", "vessels.get getVessel", "vessels.getVessels getVessels"],
    ],
    [
      "keeps the whole id where two come to one name, in any order",
      { "/a": vessels("listVessels"), "/b": vessels("vesselsList"), "/c": vessels("addVessel") },
      [
        "vessels.listVessels listVessels",
        "vessels.vesselsList vesselsList",
        "vessels.add addVessel",
      ],
    ],
    [
      "keeps the whole id where an extension gives its short name to another",
      {
        "/a": { ...vessels("findVessels"), "x-speakeasy-name-override": "list" },
        "/b": vessels("listVessels"),
      },
      ["vessels.list findVessels", "vessels.listVessels listVessels"],
    ],
    [
      "keeps the name that an extension gives it",
      { "/a": { ...vessels("findVessels"), "x-speakeasy-name-override": "find_vessels" } },
      ["vessels.findVessels findVessels"],
    ],
    [
      "keeps the whole id where a resource has its short name",
      {
        "/a": { operationId: "vesselsTracks", "x-speakeasy-group": "vessels" },
        "/b": { operationId: "listAll", "x-speakeasy-group": "vessels.tracks" },
      },
      ["vessels.vesselsTracks vesselsTracks", "vessels.tracks.listAll listAll"],
    ],
    [
      "keeps the whole id where its short name is reserved",
      { "/a": vessels("vesselsThen") },
      ["vessels.vesselsThen vesselsThen"],
    ],
  ])("%s", (_, operations, want) => {
    expect(calledIn(operations)).toEqual(want);
    const reversed = Object.fromEntries(Object.entries(operations).toReversed());
    expect(calledIn(reversed).toSorted()).toEqual(want.toSorted());
  });

  it("keeps the whole id if the setting requires it", () => {
    const operations = { "/a": vessels("listVessels"), "/b": vessels("vessels_list_tracks") };
    expect(calledIn(operations, "full")).toEqual([
      "vessels.listVessels listVessels",
      "vessels.listTracks listTracks",
    ]);
  });

  it("isn't renamed by operations of other names", () => {
    const verb = fc.constantFrom("list", "get", "add", "vessels", "moor");
    const noun = fc.constantFrom("Vessel", "Vessels", "VesselTrack", "Track", "");
    const id = fc.tuple(verb, noun).map((words) => words.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2 }), (ids) => {
        const all = ids.map((each, index) => [`/${index}`, vessels(each)] as const);
        const methods = (operations: typeof all) => calledIn(Object.fromEntries(operations));
        const before = methods(all.slice(0, -1));
        const after = methods(all);
        const alone = methods(all.slice(-1)).join();
        const renamed = before.filter((name, index) => name !== after[index]);
        for (const name of renamed) expect(name.split(" ", 1)).toEqual(alone.split(" ", 1));
      }),
    );
  });
});

describe("an id made by a framework", () => {
  it.each<[name: string, operations: Record<string, JsonObject>, want: string[]]>([
    [
      "with path and method",
      { "/items/{item_id}": { operationId: "read_item_items__item_id__get", tags: ["items"] } },
      ["items.read readItem"],
    ],
    [
      "with path and method, and two that would be the same",
      {
        "/v1/items": { operationId: "read_items_v1_items_get", tags: ["items"] },
        "/v2/items": { operationId: "read_items_v2_items_get", tags: ["items"] },
      },
      [
        "items.readItemsV1ItemsGet readItemsV1ItemsGet",
        "items.readItemsV2ItemsGet readItemsV2ItemsGet",
      ],
    ],
    [
      "with a service",
      {
        "/a": { operationId: "VesselService_ListVessels", tags: ["VesselService"] },
        "/b": { operationId: "Harbours_ListPilots", tags: ["Harbours"] },
      },
      ["vesselService.list listVessels", "harbours.listPilots listPilots"],
    ],
    [
      "with a service, and two functions that would be the same",
      {
        "/a": { operationId: "Vessels_ListTracks", tags: ["Vessels"] },
        "/b": { operationId: "Harbours_ListTracks", tags: ["Harbours"] },
      },
      ["vessels.listTracks vesselsListTracks", "harbours.listTracks harboursListTracks"],
    ],
    [
      "of the path",
      {
        "/v1/apps/{app_id}/namespaces/{id}": {
          operationId: "GetAppsAppIdNamespacesId",
          tags: ["apps"],
        },
      },
      ["apps.getNamespace getAppNamespace"],
    ],
    [
      "of the path, and two that would be the same",
      {
        "/v1/apps/{app_id}": { operationId: "getV1AppsAppId", tags: ["apps"] },
        "/v2/apps/{app_id}": { operationId: "getV2AppsAppId", tags: ["apps"] },
      },
      ["apps.getV1AppsAppId getV1AppsAppId", "apps.getV2AppsAppId getV2AppsAppId"],
    ],
    [
      "with a nested group",
      {
        "/a": {
          operationId: "adminConversationsSetTeams",
          "x-speakeasy-group": "admin.conversations",
        },
      },
      ["admin.conversations.setTeams setTeams"],
    ],
  ])("%s is what a person wrote", (_, operations, want) => {
    expect(calledIn(operations)).toEqual(want);
  });
});

describe("an operation without an id", () => {
  const apps = { tags: ["apps"] };

  it.each<[name: string, path: string, want: string]>([
    ["leaves out a version", "/v1/apps", "apps.getApps getApps"],
    ["leaves out what a noun implies", "/apps/{app_id}/owners", "apps.getOwners getAppOwners"],
    ["leaves out the id of a plural", "/v1/apps/{id}", "apps.get getApp"],
    ["keeps another parameter", "/v1/apps/{owner}", "apps.getAppsOwner getAppsOwner"],
    ["keeps the words of its path", "/apps", "apps.getApps getApps"],
  ])("%s: %s", (_, path, want) => {
    expect(calledIn({ [path]: apps })).toEqual([want]);
  });
});
