import { describe, expect, it } from "vitest";
import { namesFor } from "../../generator/plan/names.js";
import type { JsonObject } from "../../generator/read/document.js";
import { modelOf } from "../model/documents.js";

function namesOf(document: JsonObject, className = "Clerk") {
  const api = modelOf(document);
  return { api, names: namesFor(api, className) };
}

describe("the client", () => {
  it.each([
    [
      "Clerk",
      {
        class: "Clerk",
        core: "ClerkCore",
        options: "ClerkOptions",
        baseError: "ClerkBaseError",
        variable: "clerk",
      },
    ],
    [
      "PetStore",
      {
        class: "PetStore",
        core: "PetStoreCore",
        options: "PetStoreOptions",
        baseError: "PetStoreBaseError",
        variable: "petStore",
      },
    ],
    // What the runtime calls its own.
    [
      "Client",
      {
        class: "Client",
        core: "ClientCore2",
        options: "ClientOptions2",
        baseError: "ClientBaseError",
        variable: "client2",
      },
    ],
    [
      "Promise",
      {
        class: "Promise2",
        core: "PromiseCore",
        options: "PromiseOptions",
        baseError: "PromiseBaseError",
        variable: "promise",
      },
    ],
    [
      "Delete",
      {
        class: "Delete",
        core: "DeleteCore",
        options: "DeleteOptions",
        baseError: "DeleteBaseError",
        variable: "delete2",
      },
    ],
  ])("%s", (className, want) => {
    expect(namesOf({}, className).names.client).toEqual(want);
  });
});

describe("an operation", () => {
  it.each([
    [
      "UpdateDomain",
      {
        method: "updateDomain",
        function: "updateDomain",
        request: "UpdateDomainRequest",
        response: "UpdateDomainResponse",
        error: "UpdateDomainError",
        data: "updateDomainOperation",
      },
    ],
    [
      "delete",
      {
        method: "delete",
        function: "delete2",
        request: "DeleteRequest",
        response: "DeleteResponse",
        error: "DeleteError",
        data: "delete2Operation",
      },
    ],
    ["then", { method: "then2", function: "then2" }],
    ["constructor", { method: "constructor2", function: "constructor" }],
    ["toString", { method: "toString2", function: "toString" }],
    ["call", { method: "call", function: "call2" }],
    ["request", { method: "request", function: "request2" }],
    ["clerk", { method: "clerk", function: "clerk2" }],
    ["2fa", { method: "_2fa", function: "_2fa", request: "_2faRequest", data: "_2faOperation" }],
    ["東京", { method: "東京", function: "東京", request: "東京Request", data: "東京Operation" }],
    ["🎉", { method: "u1f389", function: "u1f389", request: "U1f389Request" }],
    ["__proto__", { method: "proto", function: "proto" }],
    ["s", { error: "SError", request: "SRequest" }],
    ["SDK", { function: "sdk", error: "SDKError2" }],
  ])("called %s", (operationId, want) => {
    const { api, names } = namesOf({ paths: { "/a": { get: { operationId } } } });
    const operation = api.resources[0]?.operations[0];
    expect(operation && names.operation(operation)).toMatchObject(want);
  });

  it("without an id is called after its method and path", () => {
    const { api, names } = namesOf({ paths: { "/pets/{id}": { get: {} } } });
    const operation = api.resources[0]?.operations[0];
    expect(operation && names.operation(operation)).toMatchObject({
      method: "getPetsId",
      function: "getPetsId",
    });
  });

  it("has a method of its own on each resource, and a function of its own in all", () => {
    const { api, names } = namesOf({
      paths: {
        "/a": {
          get: { operationId: "get-it", tags: ["A"] },
          put: { operationId: "getIt", tags: ["A"] },
        },
        "/b": {
          get: { operationId: "get_it", tags: ["B"] },
          put: { operationId: "get-it", tags: ["B"] },
        },
      },
    });
    const found = api.resources.flatMap(({ operations }) =>
      operations.map((operation) => names.operation(operation)),
    );
    expect(found.map((each) => [each.method, each.function, each.error])).toEqual([
      ["getIt", "getIt", "GetItError"],
      ["putA", "putA", "PutAError"],
      ["getIt", "getB", "GetBError"],
      ["putB", "putB", "PutBError"],
    ]);
  });

  it("is called otherwise on its resource where the document says so", () => {
    const get = { operationId: "listPets", "x-speakeasy-name-override": "list" };
    const { api, names } = namesOf({ paths: { "/pets": { get } } });
    const operation = api.resources[0]?.operations[0];
    expect(operation && names.operation(operation)).toMatchObject({
      method: "list",
      function: "listPets",
    });
  });
});

describe("a resource", () => {
  it.each([
    ["domains", { accessor: "domains", class: "DomainsResource", file: "domains" }],
    ["Pet Shop", { accessor: "petShop", class: "PetShopResource", file: "pet-shop" }],
    ["then", { accessor: "then2", class: "ThenResource", file: "then" }],
    [
      "constructor",
      { accessor: "constructor2", class: "ConstructorResource", file: "constructor" },
    ],
    ["delete", { accessor: "delete", class: "DeleteResource", file: "delete" }],
    ["2fa", { accessor: "_2fa", class: "_2faResource", file: "2fa" }],
    ["東京", { accessor: "東京", class: "東京Resource", file: "東京" }],
    ["CON", { accessor: "con", class: "CONResource", file: "con2" }],
    ["../../etc", { accessor: "etc", class: "EtcResource", file: "etc" }],
  ])("called %s", (tag, want) => {
    const { api, names } = namesOf({ paths: { "/a": { get: { tags: [tag] } } } });
    const [resource] = api.resources;
    expect(resource && names.resource(resource)).toMatchObject(want);
  });

  it.each([
    ["a tag", { tags: ["pet-shop"] }, "pet-shop"],
    ["words of a program", { "x-speakeasy-group": "petShop" }, "Pet Shop"],
    ["no Latin letter", { "x-speakeasy-group": "東京" }, "東京"],
  ])("is titled after %s", (_, get, want) => {
    const { api, names } = namesOf({ paths: { "/a": { get } } });
    expect(api.resources.map((resource) => names.resource(resource).title)).toEqual([want]);
  });

  it("that is reached through another one is called after the way to it", () => {
    const get = { "x-speakeasy-group": "petShop.clerks", "x-speakeasy-name-override": "list" };
    const put = { "x-speakeasy-group": "petShop", "x-speakeasy-name-override": "clerks" };
    const { api, names } = namesOf({ paths: { "/a": { get, put } } });
    const [shop, clerks] = api.resources;
    expect(clerks && names.resource(clerks)).toEqual({
      title: "Clerks",
      trail: "Pet Shop / Clerks",
      accessor: "clerks",
      path: "petShop.clerks",
      class: "PetShopClerksResource",
      file: "pet-shop-clerks",
      folder: "pet-shop/clerks",
    });
    const methods = shop?.operations.map((operation) => names.operation(operation).method);
    expect(methods).toEqual(["clerks2"]);
  });

  it("has a file of its own", () => {
    const { api, names } = namesOf({
      paths: {
        "/a": { get: { tags: ["pet-shop"] }, put: { tags: ["API"] }, post: { tags: ["ÀPI"] } },
      },
    });
    expect(api.resources.map((resource) => names.resource(resource))).toMatchObject([
      { accessor: "petShop", class: "PetShopResource", file: "pet-shop" },
      { accessor: "api", class: "APIResource", file: "api" },
      { accessor: "api2", class: "APIResource2", file: "api2" },
    ]);
  });
});

describe("a schema with another name", () => {
  it("is called by it, as an error too", () => {
    const schema = { "x-speakeasy-name-override": "Trouble" };
    const problem = {
      description: "",
      content: { "application/json": { schema: { $ref: "#/components/schemas/P" } } },
    };
    const { names } = namesOf({
      paths: { "/a": { get: { responses: { 400: problem } } } },
      components: { schemas: { A: { "x-speakeasy-name-override": "new_pet" }, P: schema } },
    });
    expect(names.model("A").type).toBe("NewPet");
    expect(names.model("P").type).toBe("Trouble");
    expect(names.error({ name: "P" }).class).toBe("TroubleError");
  });
});

describe("a model", () => {
  it.each([
    ["Domain", { type: "Domain", file: "domain" }],
    ["pet_shop", { type: "PetShop", file: "petshop" }],
    ["1st-thing", { type: "_1stThing", file: "_1stthing" }],
    ["Clerk", { type: "Clerk2", file: "clerk2" }],
    ["ClerkOptions", { type: "ClerkOptions2", file: "clerkoptions2" }],
    ["Result", { type: "Result2", file: "result2" }],
    ["SDKError", { type: "SDKError2", file: "sdkerror2" }],
    ["Promise", { type: "Promise2", file: "promise2" }],
    ["Partial", { type: "Partial2", file: "partial2" }],
    ["Record", { type: "Record2", file: "record2" }],
    ["string", { type: "String", file: "string" }],
    ["__proto__", { type: "Proto", file: "proto" }],
    ["日本", { type: "日本", file: "日本" }],
  ])("called %s", (key, want) => {
    const schemas = JSON.parse(`{ ${JSON.stringify(key)}: {} }`) as JsonObject;
    expect(namesOf({ components: { schemas } }).names.model(key)).toEqual(want);
  });

  it("has a type of its own, and a file of its own on any disk", () => {
    const { names } = namesOf({ components: { schemas: { pet: {}, Pet: {}, PET: {} } } });
    expect(["pet", "Pet", "PET"].map((key) => names.model(key))).toEqual([
      { type: "Pet", file: "pet" },
      { type: "Pet2", file: "pet2" },
      { type: "PET", file: "pet3" },
    ]);
  });
});

describe("an error", () => {
  function errorsOf(key: string) {
    const schema = { $ref: `#/components/schemas/${key}` };
    const responses = { 400: { description: "", content: { "application/json": { schema } } } };
    const { names } = namesOf({
      paths: { "/a": { get: { operationId: "getA", responses } } },
      components: { schemas: { [key]: {} } },
    });
    return { error: names.error({ name: key }), model: names.model(key).type };
  }

  it.each([
    ["ClerkErrors", { class: "ClerkErrors", body: "ClerkErrorsBody", file: "clerkerrors" }],
    ["Problem", { class: "Problem", body: "ProblemBody", file: "problem" }],
    ["my_exception", { class: "MyException", body: "MyExceptionBody", file: "myexception" }],
    ["Failure", { class: "Failure", body: "FailureBody", file: "failure" }],
    ["Fault", { class: "Fault", body: "FaultBody", file: "fault" }],
    ["Message", { class: "MessageError", body: "Message", file: "messageerror" }],
    ["Error", { class: "Error2", body: "Error2Body", file: "error2" }],
    ["SDKError", { class: "SDKError2", body: "SDKError2Body", file: "sdkerror2" }],
    ["Connection", { class: "ConnectionError2", body: "Connection", file: "connectionerror2" }],
  ])("whose payload is called %s", (key, want) => {
    expect(errorsOf(key)).toEqual({ error: want, model: want.body });
  });

  it("whose payload has no name is called after its operation", () => {
    const responses = { 400: { description: "", content: { "application/json": {} } } };
    const { names } = namesOf({ paths: { "/a": { get: { operationId: "getA", responses } } } });
    expect(names.error({ name: "getA 400 Error" })).toEqual({
      class: "GetA400Error",
      body: "GetA400ErrorBody",
      file: "geta400error",
    });
  });

  it("keeps its name where a model has it, too", () => {
    const schema = { $ref: "#/components/schemas/Message" };
    const responses = { 400: { description: "", content: { "application/json": { schema } } } };
    const { names } = namesOf({
      paths: { "/a": { get: { responses } } },
      components: { schemas: { MessageError: {}, Message: {} } },
    });
    expect(names.error({ name: "Message" }).class).toBe("MessageError");
    expect(names.model("MessageError").type).toBe("MessageError2");
    expect(names.model("Message").type).toBe("Message");
  });
});

describe("a credential", () => {
  it.each([
    [
      "bearerAuth",
      { option: "bearerAuth", environment: "CLERK_BEARER_AUTH", scheme: "bearerAuth" },
    ],
    ["api_key", { option: "apiKey", environment: "CLERK_API_KEY", scheme: "apiKey" }],
    // The constant of the scheme may not be called like the function that makes it.
    ["bearer", { option: "bearer", environment: "CLERK_BEARER", scheme: "bearer2" }],
    [
      "apiKeyHeader",
      { option: "apiKeyHeader", environment: "CLERK_API_KEY_HEADER", scheme: "apiKeyHeader2" },
    ],
    ["default", { option: "default", environment: "CLERK_DEFAULT", scheme: "default2" }],
    ["serverURL", { option: "serverURL2", environment: "CLERK_SERVER_URL2", scheme: "serverURL" }],
    ["headers", { option: "headers2", environment: "CLERK_HEADERS2", scheme: "headers" }],
    ["1", { option: "_1", environment: "CLERK_1", scheme: "_1" }],
    [
      "constructor",
      { option: "constructor2", environment: "CLERK_CONSTRUCTOR2", scheme: "constructor" },
    ],
  ])("called %s", (key, want) => {
    const securitySchemes = { [key]: { type: "http", scheme: "bearer" } };
    const { names } = namesOf({ components: { securitySchemes } });
    const { scheme, ...credential } = want;
    expect(names.credential(key)).toEqual([credential]);
    expect(names.scheme(key, [])).toBe(scheme);
  });

  it("has an option of its own", () => {
    const bearer = { type: "http", scheme: "bearer" };
    const { names } = namesOf({ components: { securitySchemes: { "a-b": bearer, a_b: bearer } } });
    expect(["a-b", "a_b"].map((key) => names.credential(key))).toMatchObject([
      [{ option: "aB" }],
      [{ option: "aB2" }],
    ]);
  });
});

describe("a name that was never allotted", () => {
  it("is a bug", () => {
    const { names } = namesOf({});
    expect(() => names.model("Pet")).toThrow("no name was allotted to Pet");
    expect(() => names.credential("constructor")).toThrow("no name was allotted to constructor");
  });
});

describe("the names of one API", () => {
  it("are all different, whatever they come from", () => {
    const bearer = { type: "http", scheme: "bearer" };
    const schema = { $ref: "#/components/schemas/Get" };
    const responses = { 400: { description: "", content: { "application/json": { schema } } } };
    const keys = [
      "Get",
      "GetError",
      "GetRequest",
      "GetResponse",
      "GetResource",
      "ClerkCore",
      "get",
      "getOperation",
    ];
    const { api, names } = namesOf({
      paths: { "/get": { get: { operationId: "get", tags: ["get"], responses } } },
      components: {
        schemas: Object.fromEntries(keys.map((key) => [key, {}])),
        securitySchemes: { get: bearer },
      },
    });
    const [resource] = api.resources;
    const [operation] = resource?.operations ?? [];
    if (resource === undefined || operation === undefined) throw new Error("no operation");
    const { method: _, ...exported } = names.operation(operation);
    const all = [
      ...Object.values(names.client),
      ...Object.values(exported),
      names.resource(resource).class,
      names.error({ name: "Get" }).class,
      ...keys.map((key) => names.model(key).type),
    ];
    expect(all).toHaveLength(20);
    expect(new Set(all).size).toBe(20);
  });
});
