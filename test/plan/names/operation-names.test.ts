import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Api, Operation } from "../../../generator/model/api.js";
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

describe("whatever a document calls its operations", () => {
  it("their names are identifiers, each one its own", () => {
    fc.assert(
      fc.property(documents, (operations) => {
        const names = [...namesIn(operations).values()];
        const exported = names.flatMap(({ method: _, ...rest }) => Object.values(rest));
        expect(exported.filter((name) => !isIdentifier(name))).toEqual([]);
        expect(new Set(exported).size).toBe(exported.length);
      }),
    );
  });

  it("their order changes no name", () => {
    fc.assert(
      fc.property(documents, (operations) => {
        expect(namesIn(operations.toReversed())).toEqual(namesIn(operations));
      }),
    );
  });

  it("another one of other words renames none of them, wherever it is added", () => {
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

  it("another one takes a name from no other than the one that had it", () => {
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

  it("a schema renames none of them, whatever it is called", () => {
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

it("an operation whose name is taken is called after its method and path", () => {
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

it("an operation whose word on its resource is taken is called there like its function", () => {
  const list = (operationId: string) => ({
    get: { operationId, tags: ["pets"], "x-speakeasy-name-override": "list" },
  });
  const api = modelOf({ paths: { "/cats": list("listCats"), "/dogs": list("listDogs") } });
  const names = namesFor(api, "Clerk");
  const methodOf = (operation: Operation) => names.operation(operation).method;
  expect(api.operations.map(methodOf)).toEqual(["list", "listDogs"]);
});
