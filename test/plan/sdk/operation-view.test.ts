import { describe, expect, it } from "vitest";
import {
  callOf,
  functionSignature,
  methodSignature,
  operationView,
} from "../../../generator/plan/sdk/operation-view.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn, ref } from "../blueprint.js";

function documentWith(operation: JsonObject): JsonObject {
  return {
    paths: { "/pets/{id}": { put: { operationId: "putPet", ...operation } } },
    components: { schemas: { Pet: { properties: { name: { type: "string" } } } } },
  };
}

function callWith(operation: JsonObject) {
  const found = operationIn(documentWith(operation));
  return callOf(found.operation, found.blueprint);
}

const empty = { description: "" };
const words = { type: "string" };
const id = { in: "path", name: "id", required: true, schema: words };
const own = 'operations["putPet"]["responses"]';
const content = '["content"]["application/json"]';

describe("what a call gives", () => {
  it.each<[name: string, row: { given: JsonObject; returns: string; declared: string | null }]>([
    ["nothing documented", { given: {}, returns: "void", declared: null }],
    ["nothing", { given: { 204: empty }, returns: "void", declared: null }],
    ["a model", { given: { 200: json(ref("Pet")) }, returns: "Pet", declared: null }],
    [
      "a payload without a name",
      {
        given: { 200: json(words) },
        returns: "PutPetResponse",
        declared: `export type PutPetResponse = ${own}[200]${content};`,
      },
    ],
    [
      "a model or nothing",
      {
        given: { 200: json(ref("Pet")), 204: empty },
        returns: "PutPetResponse",
        declared: "export type PutPetResponse = Pet | undefined;",
      },
    ],
    [
      "one model for two statuses",
      {
        given: { 200: json(ref("Pet")), 201: json(ref("Pet")) },
        returns: "PutPetResponse",
        declared: "export type PutPetResponse = Pet;",
      },
    ],
    [
      "bytes",
      {
        given: { 200: { ...empty, content: { "image/png": {} } } },
        returns: "Binary<Form>",
        declared: null,
      },
    ],
    [
      "bytes, or a text, or nothing",
      {
        given: {
          200: { ...empty, content: { "image/png": {} } },
          202: { ...empty, content: { "text/plain": {} } },
          203: { ...empty, content: { "image/gif": {} } },
          204: empty,
        },
        returns: "Binary<Form> | string | undefined",
        declared: null,
      },
    ],
    [
      "a text",
      {
        given: { 200: { ...empty, content: { "text/plain": {} } } },
        returns: "PutPetResponse",
        declared: "export type PutPetResponse = string;",
      },
    ],
    [
      "default alone",
      {
        given: { default: json(words) },
        returns: "PutPetResponse",
        declared: `export type PutPetResponse =\n  ${own}["default"]${content};`,
      },
    ],
  ])("%s", (_, { given, returns, declared }) => {
    const { blueprint, operation } = operationIn(documentWith({ responses: given }));
    const { view } = operationView(operation, blueprint);
    expect(callOf(operation, blueprint).returns.text).toBe(returns);
    expect(view.response?.text ?? null).toBe(declared);
    expect(view.signature.returns).toBe(`APIPromise<${returns}, PutPetError>`);
  });
});

describe("the signature", () => {
  const withRequest = { calls: "callWith", passes: ["request", "options"] };
  const withoutRequest = { calls: "call", passes: ["optionsIn(args)"] };
  const key = { in: "header", name: "Idempotency-Key" };
  const photo = { 200: { description: "", content: { "image/png": {} } } };

  interface Case {
    readonly given: JsonObject;
    readonly parameters: readonly string[];
    readonly calls: string;
    readonly passes: readonly string[];
  }

  it.each<[name: string, row: Case]>([
    [
      "of an operation that takes nothing",
      { given: {}, parameters: ["...args: OptionsOnly"], ...withoutRequest },
    ],
    [
      "of one that takes something",
      {
        given: { parameters: [id] },
        parameters: ["request: PutPetRequest", "options?: RequestOptions"],
        ...withRequest,
      },
    ],
    [
      "of one that may do without",
      {
        given: { parameters: [{ in: "query", name: "q" }] },
        parameters: ["request?: PutPetRequest", "options?: RequestOptions"],
        ...withRequest,
      },
    ],
    [
      "of one whose request the server knows by a key",
      {
        given: { parameters: [id, key] },
        parameters: ["request: PutPetRequest", "options?: RequestOptions & WithIdempotencyKey"],
        ...withRequest,
      },
    ],
    [
      "of one that takes nothing but such a key",
      {
        given: { parameters: [key] },
        parameters: ["...args: OptionsOnly<RequestOptions & WithIdempotencyKey>"],
        ...withoutRequest,
      },
    ],
    [
      "of one that gives bytes",
      {
        given: { parameters: [id], responses: photo },
        parameters: ["request: PutPetRequest", "options?: RequestOptions & AsForm<Form>"],
        ...withRequest,
      },
    ],
    [
      "of one that takes nothing and gives bytes",
      {
        given: { responses: photo },
        parameters: ["...args: OptionsOnly<RequestOptions & AsForm<Form>>"],
        ...withoutRequest,
      },
    ],
  ])("%s", (_, { given, parameters, calls, passes }) => {
    const call = callWith(given);
    const asFunction = functionSignature(call);
    expect(asFunction.parameters.map(({ text }) => text)).toEqual([
      "client: ClientCore",
      ...parameters,
    ]);
    expect(asFunction).toMatchObject({ name: "putPet", calls });
    expect(asFunction.passes).toEqual(["client", "putPetOperation", ...passes]);
    const asMethod = methodSignature(call);
    expect(asMethod.parameters.map(({ text }) => text)).toEqual(parameters);
    expect(asMethod).toMatchObject({ name: "put", calls: "putPet" });
    expect(asMethod.passes).toEqual(["this.#client", ...(calls === "call" ? ["...args"] : passes)]);
  });

  it.each([
    [photo, '<Form extends BinaryForm = "blob">'],
    [{ 200: json(words) }, ""],
  ])("of %j has the type parameters %j", (responses, generics) => {
    const call = callWith({ responses });
    expect([functionSignature(call).generics, methodSignature(call).generics]).toEqual([
      generics,
      generics,
    ]);
  });

  it("marks the rest parameter, behind which no comma may stand", () => {
    const marks = functionSignature(callWith({})).parameters.map(({ isRest }) => isRest);
    expect(marks).toEqual([false, true]);
  });

  it.each([
    [7, true],
    [8, false],
  ])("of a name with %i letters fits: %j", (letters, fits) => {
    const operationId = "a".repeat(letters);
    const { name, parameters, returns, ...signature } = functionSignature(
      callWith({ operationId }),
    );
    const list = parameters.map(({ text }) => text).join(", ");
    const line = `export function ${name}(${list}): ${returns} {`;
    expect(signature.fits).toBe(line.length <= 100);
    expect(signature.fits).toBe(fits);
  });

  it("has the words of the document", () => {
    const { doc } = functionSignature(
      callWith({ summary: "Put", description: "Puts.", deprecated: true }),
    );
    expect(doc).toBe("Put\n\nPuts.\n\n@deprecated");
  });
});

describe("the section of an operation", () => {
  it("declares its types, and imports what they mention", () => {
    const { blueprint, operation } = operationIn(
      documentWith({
        parameters: [id],
        requestBody: json(ref("Pet"), { required: true }),
        responses: { 200: json(ref("Pet")) },
      }),
    );
    const { view, uses } = operationView(operation, blueprint);
    expect(view.request).toEqual({
      doc: "What {@link putPet} takes.",
      text: 'export type PutPetRequest = operations["putPet"]["parameters"]["path"] & Pet;',
    });
    expect(view.response).toBeNull();
    expect(view.failure).toEqual({
      doc: "What {@link putPet} can fail with: `switch` on its `status` or its `kind`.",
      text: "export type PutPetError = SDKError | TransportError;",
    });
    expect(new Set(uses.map(({ module, name }) => `${name} < ${module}`))).toEqual(
      new Set([
        "jsonBody < ../runtime/body-json.js",
        "json < ../runtime/json.js",
        "SDKError < ../runtime/errors.js",
        "TransportError < ../runtime/errors.js",
        "Pet < ../models.js",
        "operations < ../schema/operations/pets.js",
        "APIPromise < ../runtime/api-promise.js",
        "callWith < ../runtime/call-with.js",
        "ClientCore < ../runtime/client-core.js",
        "RequestOptions < ../runtime/client-core.js",
        "operation < ../runtime/operation.js",
      ]),
    );
  });

  it("of an operation that takes nothing declares no request", () => {
    const { blueprint, operation } = operationIn(documentWith({}));
    const { view, uses } = operationView(operation, blueprint);
    expect(view.request).toBeNull();
    expect(uses.map(({ name }) => name)).toEqual(expect.arrayContaining(["call", "optionsIn"]));
    expect(uses.map(({ name }) => name)).not.toContain("RequestOptions");
  });

  it("imports what its options mention", () => {
    const { blueprint, operation } = operationIn(
      documentWith({
        parameters: [{ in: "header", name: "Idempotency-Key" }],
        responses: { 200: { ...empty, content: { "image/png": {} } } },
      }),
    );
    const { uses } = operationView(operation, blueprint);
    const names = uses.filter(({ isType }) => isType).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        ...["RequestOptions", "OptionsOnly", "WithIdempotencyKey"],
        ...["AsForm", "BinaryForm", "Binary"],
      ]),
    );
  });
});
