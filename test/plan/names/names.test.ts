import { describe, expect, it } from "vitest";
import { namesFor } from "../../../generator/plan/names/names.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { modelOf } from "../../model/documents.js";

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
        environment: "CLERK",
        webhookSecret: "CLERK_WEBHOOK_SIGNING_SECRET",
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
        environment: "PET_STORE",
        webhookSecret: "PET_STORE_WEBHOOK_SIGNING_SECRET",
      },
    ],
    // What the runtime calls its own.
    [
      "Client",
      {
        class: "Client",
        core: "ClientCore_",
        options: "ClientOptions_",
        baseError: "ClientBaseError",
        variable: "client",
        environment: "CLIENT",
        webhookSecret: "CLIENT_WEBHOOK_SIGNING_SECRET",
      },
    ],
    [
      "Promise",
      {
        class: "Promise_",
        core: "PromiseCore",
        options: "PromiseOptions",
        baseError: "PromiseBaseError",
        variable: "promise",
        environment: "PROMISE",
        webhookSecret: "PROMISE_WEBHOOK_SIGNING_SECRET",
      },
    ],
    [
      "Delete",
      {
        class: "Delete",
        core: "DeleteCore",
        options: "DeleteOptions",
        baseError: "DeleteBaseError",
        // A variable can't be called `delete`.
        variable: "client",
        environment: "DELETE",
        webhookSecret: "DELETE_WEBHOOK_SIGNING_SECRET",
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
        function: "delete_",
        request: "DeleteRequest",
        response: "DeleteResponse",
        error: "DeleteError",
        data: "delete_Operation",
      },
    ],
    ["then", { method: "then_", function: "then_" }],
    ["constructor", { method: "constructor_", function: "constructor" }],
    ["toString", { method: "toString_", function: "toString" }],
    ["call", { method: "call", function: "call_" }],
    ["request", { method: "request", function: "request_" }],
    ["clerk", { method: "clerk", function: "clerk" }],
    ["2fa", { method: "_2fa", function: "_2fa", request: "_2faRequest", data: "_2faOperation" }],
    ["東京", { method: "東京", function: "東京", request: "東京Request", data: "東京Operation" }],
    ["🎉", { method: "u1f389", function: "u1f389", request: "U1f389Request" }],
    ["__proto__", { method: "proto", function: "proto" }],
    ["s", { error: "SError", request: "SRequest" }],
    ["SDK", { function: "sdk", error: "SDKError_" }],
  ])("called %s", (operationId, want) => {
    const { api, names } = namesOf({ paths: { "/a": { get: { operationId } } } });
    const operation = api.resources[0]?.operations[0];
    expect(operation && names.operation(operation)).toMatchObject(want);
  });

  it("has the same function, regardless of the name of the class", () => {
    const paths = {
      "/search": { get: { operationId: "search" } },
      "/ready": { get: { operationId: "client" } },
    };
    const functionsOf = (className: string) => {
      const { api, names } = namesOf({ paths }, className);
      return api.operations.map((operation) => names.operation(operation).function);
    };
    for (const className of ["Search", "Client", "Clerk"]) {
      expect(functionsOf(className)).toEqual(["search", "client"]);
    }
  });

  it("without an id is named after its method and path", () => {
    const { api, names } = namesOf({ paths: { "/pets/{id}": { get: {} } } });
    const operation = api.resources[0]?.operations[0];
    expect(operation && names.operation(operation)).toMatchObject({
      method: "get",
      function: "getPet",
    });
  });

  it("has a method on each of its resources, and one function", () => {
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

  it("has another name on its resource if the document sets one", () => {
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
    ["then", { accessor: "then_", class: "ThenResource", file: "then" }],
    [
      "constructor",
      { accessor: "constructor_", class: "ConstructorResource", file: "constructor" },
    ],
    ["delete", { accessor: "delete", class: "DeleteResource", file: "delete" }],
    ["2fa", { accessor: "_2fa", class: "_2faResource", file: "2fa" }],
    ["東京", { accessor: "東京", class: "東京Resource", file: "東京" }],
    ["CON", { accessor: "con", class: "CONResource", file: "con_" }],
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

  it("that is a child is named after its parents and itself", () => {
    const get = { "x-speakeasy-group": "petShop.clerks", "x-speakeasy-name-override": "list" };
    const put = { "x-speakeasy-group": "petShop", "x-speakeasy-name-override": "clerks" };
    const { api, names } = namesOf({ paths: { "/a": { get, put } } });
    const [shop, clerks] = api.resources;
    expect(clerks && names.resource(clerks)).toEqual({
      title: "Clerks",
      titlePath: "Pet Shop / Clerks",
      accessor: "clerks",
      path: "petShop.clerks",
      class: "PetShopClerksResource",
      file: "pet-shop-clerks",
      folder: "pet-shop/clerks",
    });
    const methods = shop?.operations.map((operation) => names.operation(operation).method);
    expect(methods).toEqual(["putA"]);
  });

  it("has its own file", () => {
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
  it("has that name, as an error too", () => {
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
    ["Clerk", { type: "ClerkModel", file: "clerkmodel" }],
    ["ClerkOptions", { type: "ClerkOptionsModel", file: "clerkoptionsmodel" }],
    ["Result", { type: "ResultModel", file: "resultmodel" }],
    ["SDKError", { type: "SDKErrorModel", file: "sdkerrormodel" }],
    ["Promise", { type: "PromiseModel", file: "promisemodel" }],
    ["Partial", { type: "Partial", file: "partial" }],
    ["Record", { type: "RecordModel", file: "recordmodel" }],
    ["string", { type: "String", file: "string" }],
    ["__proto__", { type: "Proto", file: "proto" }],
    ["日本", { type: "日本", file: "日本" }],
  ])("called %s", (key, want) => {
    const schemas = JSON.parse(`{ ${JSON.stringify(key)}: {} }`) as JsonObject;
    expect(namesOf({ components: { schemas } }).names.model(key)).toEqual(want);
  });

  it("has its own type, and its own file on any disk", () => {
    const { names } = namesOf({ components: { schemas: { pet: {}, Pet: {}, PET: {} } } });
    expect(["pet", "Pet", "PET"].map((key) => names.model(key))).toEqual([
      { type: "Pet_pet", file: "pet_pet" },
      { type: "Pet", file: "pet" },
      { type: "PET", file: "pet2" },
    ]);
  });
});

describe("a schema", () => {
  function typesOf(
    keys: readonly string[],
    given: JsonObject = { operationId: "getPet" },
    method = "get",
  ) {
    const schemas = Object.fromEntries(keys.map((key) => [key, {}]));
    const { api, names } = namesOf({
      paths: { "/a": { [method]: given } },
      components: { schemas },
    });
    const [operation] = api.operations;
    return {
      models: keys.map((key) => names.model(key).type),
      operation: operation && names.operation(operation),
    };
  }

  const parameters = [{ in: "query", name: "a", schema: {} }];

  it("is renamed if it clashes with the types of an operation", () => {
    const keys = ["GetPetRequest", "GetPetError", "GetPetResponse"];
    const { models, operation } = typesOf(keys, { operationId: "getPet", parameters });
    expect(operation).toMatchObject({ request: "GetPetRequest", error: "GetPetError" });
    // The operation gives nothing, and so has no such type.
    expect(models).toEqual(["GetPetRequestModel", "GetPetErrorModel", "GetPetResponse"]);
  });

  it.each<[required: string[], want: string[]]>([
    [["a"], ["GetPetRequestWithBodyModel", "GetPetRequestWithoutBodyModel"]],
    [[], ["GetPetRequestWithBody", "GetPetRequestWithoutBody"]],
  ])(
    "shares no name with the two halves of a request whose body is optional and requires %j",
    (required, want) => {
      const schema = { type: "object", required, properties: { a: {} } };
      const requestBody = { content: { "application/json": { schema } } };
      const keys = ["GetPetRequestWithBody", "GetPetRequestWithoutBody"];
      expect(typesOf(keys, { operationId: "getPet", requestBody }, "post").models).toEqual(want);
    },
  );

  it.each<[keys: string[], want: string[]]>([
    [
      ["pet_kind", "PetKind", "pet-kind"],
      ["PetKind_pet_kind", "PetKind", "PetKind_pet_kind2"],
    ],
    [
      ["pet.kind", "pet kind"],
      ["PetKind_pet_kind", "PetKind"],
    ],
  ])("%j are called %j in any order", (keys, want) => {
    expect(typesOf(keys).models.toSorted()).toEqual(want.toSorted());
    expect(typesOf(keys.toReversed()).models).toEqual(typesOf(keys).models.toReversed());
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
    ["Error", { class: "ErrorResponse", body: "ErrorBody", file: "errorresponse" }],
    ["SDKError", { class: "SDKErrorResponse", body: "SDKErrorBody", file: "sdkerrorresponse" }],
    [
      "Connection",
      { class: "ConnectionErrorResponse", body: "Connection", file: "connectionerrorresponse" },
    ],
  ])("whose payload is called %s", (key, want) => {
    expect(errorsOf(key)).toEqual({ error: want, model: want.body });
  });

  it("whose payload has no name is named after its operation's function", () => {
    const content = { "application/json": { schema: { type: "object" } } };
    const get = { operationId: "get_a_a_get", responses: { 400: { description: "", content } } };
    const { names } = namesOf({ paths: { "/a": { get } } });
    expect(names.error({ name: "get_a_a_get 400 Error" })).toEqual({
      class: "GetA400Error",
      body: "GetA400ErrorBody",
      file: "geta400error",
    });
  });

  it.each([
    ["Unauthorized", { class: "Unauthorized", body: "UnauthorizedBody", file: "unauthorized" }],
    ["not_found", { class: "NotFound", body: "NotFoundBody", file: "notfound" }],
    ["BadRequestError", { class: "BadRequestError", body: "BadRequestErrorBody" }],
    ["404", { class: "Error404" }],
    ["404Error", { class: "Error404" }],
    ["Error", { class: "ErrorResponse" }],
    ["Promise", { class: "PromiseError" }],
  ])("of a shared response called %s is called so", (key, want) => {
    const schema = { type: "object" };
    const get = { responses: { 400: { $ref: `#/components/responses/${key}` } } };
    const { api, names } = namesOf({
      paths: { "/a": { get }, "/b": { get } },
      components: {
        responses: { [key]: { description: "", content: { "application/json": { schema } } } },
      },
    });
    expect(api.errors.map((error) => names.error(error))).toMatchObject([want]);
  });

  it("keeps its name if a model has the same one", () => {
    const schema = { $ref: "#/components/schemas/Message" };
    const responses = { 400: { description: "", content: { "application/json": { schema } } } };
    const { names } = namesOf({
      paths: { "/a": { get: { responses } } },
      components: { schemas: { MessageError: {}, Message: {} } },
    });
    expect(names.error({ name: "Message" }).class).toBe("MessageError");
    expect(names.model("MessageError").type).toBe("MessageErrorModel");
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
    ["bearer", { option: "bearer", environment: "CLERK_BEARER", scheme: "bearer_" }],
    [
      "apiKeyHeader",
      { option: "apiKeyHeader", environment: "CLERK_API_KEY_HEADER", scheme: "apiKeyHeader_" },
    ],
    ["default", { option: "default", environment: "CLERK_DEFAULT", scheme: "default_" }],
    ["serverURL", { option: "serverURL_", environment: "CLERK_SERVER_URL", scheme: "serverURL" }],
    ["headers", { option: "headers_", environment: "CLERK_HEADERS", scheme: "headers" }],
    ["1", { option: "_1", environment: "CLERK_1", scheme: "_1" }],
    [
      "constructor",
      { option: "constructor_", environment: "CLERK_CONSTRUCTOR", scheme: "constructor" },
    ],
  ])("called %s", (key, want) => {
    const securitySchemes = { [key]: { type: "http", scheme: "bearer" } };
    const { names } = namesOf({ components: { securitySchemes } });
    const { scheme, ...credential } = want;
    expect(names.credential(key)).toEqual([credential]);
    expect(names.scheme(key, [])).toBe(scheme);
  });

  it("has its own option", () => {
    const bearer = { type: "http", scheme: "bearer" };
    const { names } = namesOf({ components: { securitySchemes: { "a-b": bearer, a_b: bearer } } });
    expect(["a-b", "a_b"].map((key) => names.credential(key))).toMatchObject([
      [{ option: "aB" }],
      [{ option: "aB2" }],
    ]);
  });
});

describe("a name that was never reserved", () => {
  it("is a bug", () => {
    const { names } = namesOf({});
    expect(() => names.model("Pet")).toThrow("no name was assigned to Pet");
    expect(() => names.credential("constructor")).toThrow("no name was assigned to constructor");
  });
});

describe("the names of one API", () => {
  it("are all different, regardless of their source", () => {
    const bearer = { type: "http", scheme: "bearer" };
    const schema = { $ref: "#/components/schemas/Get" };
    const responses = {
      200: { description: "", content: { "application/json": {} } },
      400: { description: "", content: { "application/json": { schema } } },
    };
    const parameters = [{ in: "query", name: "a", schema: {} }];
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
      paths: { "/get": { get: { operationId: "get", tags: ["get"], parameters, responses } } },
      components: {
        schemas: Object.fromEntries(keys.map((key) => [key, {}])),
        securitySchemes: { get: bearer },
      },
    });
    const [resource] = api.resources;
    const [operation] = resource?.operations ?? [];
    if (resource === undefined || operation === undefined) throw new Error("no operation");
    // Nothing is emitted by the name of a stream's items, which is that of the items of pages.
    const {
      method: _,
      requestVariants: __,
      streamItem: ___,
      ...exported
    } = names.operation(operation);
    const all = [
      ...[names.client.class, names.client.core, names.client.options, names.client.baseError],
      ...Object.values(exported),
      names.resource(resource).class,
      names.error({ name: "Get" }).class,
      ...keys.map((key) => names.model(key).type),
    ];
    expect(all).toHaveLength(23);
    expect(new Set(all).size).toBe(23);
  });
});
