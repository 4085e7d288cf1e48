import { describe, expect, it } from "vitest";
import { callFrom } from "../../../generator/plan/call/call.js";
import { callTypesOf } from "../../../generator/plan/sdk/call-types.js";
import { functionSignature, methodSignature } from "../../../generator/plan/sdk/signatures.js";
import type { JsonObject } from "../../../generator/read/document/document.js";
import { json, operationIn } from "../blueprint.js";

function typesWith(operation: JsonObject) {
  const found = operationIn({
    paths: { "/pets/{id}": { put: { operationId: "putPet", ...operation } } },
  });
  return callTypesOf(callFrom(found.operation, found.blueprint.api), found.blueprint);
}

const words = { type: "string" };
const id = { in: "path", name: "id", required: true, schema: words };

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
      "of one that takes only such a key",
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
    const call = typesWith(given);
    const asFunction = functionSignature(call);
    expect(asFunction.parameters.map(({ text }) => text)).toEqual([
      "client: ClientCore",
      ...parameters,
    ]);
    expect(asFunction.name).toBe("putPet");
    expect(asFunction.sending).toEqual({
      calls,
      passes: ["client", "putPetOperation", ...passes],
      fits: true,
    });
    const asMethod = methodSignature(call);
    expect(asMethod.parameters.map(({ text }) => text)).toEqual(parameters);
    expect(asMethod.name).toBe("put");
    expect(asMethod.sending).toEqual({
      calls,
      passes: ["this.#client", "putPetOperation", ...passes],
      fits: true,
    });
  });

  it.each([
    [photo, '<Form extends BinaryForm = "blob">'],
    [{ 200: json(words) }, ""],
  ])("of %j has the type parameters %j", (responses, generics) => {
    const call = typesWith({ responses });
    expect([functionSignature(call).generics, methodSignature(call).generics]).toEqual([
      generics,
      generics,
    ]);
  });

  it("has no type parameters, however long its name is", () => {
    const call = typesWith({ operationId: "a".repeat(120) });
    expect([functionSignature(call).generics, methodSignature(call).generics]).toEqual(["", ""]);
  });

  it.each<[what: string, more: JsonObject, want: string[]]>([
    ["is named in the result", {}, ["PutPetEvent"]],
    [
      "is part of the types of several results",
      { "text/plain": { schema: words } },
      ["PutPetResponses"],
    ],
  ])("imports the item of a stream if it %s", (_, more, want) => {
    const item = { type: "object", properties: { data: { type: "string" }, more: words } };
    const content = { "text/event-stream": { schema: item }, ...more };
    expect(typesWith({ responses: { 200: { description: "", content } } }).declared).toEqual(want);
  });

  it("marks the rest parameter, which must have no trailing comma", () => {
    const marks = functionSignature(typesWith({})).parameters.map(({ isRest }) => isRest);
    expect(marks).toEqual([false, true]);
  });

  it.each([
    [7, true],
    [8, false],
  ])("of a name with %i letters fits: %j", (letters, fits) => {
    const operationId = "a".repeat(letters);
    const { name, parameters, returns, ...signature } = functionSignature(
      typesWith({ operationId }),
    );
    const list = parameters.map(({ text }) => text).join(", ");
    const line = `export function ${name}(${list}): ${returns} {`;
    expect(signature.fits).toBe(line.length <= 100);
    expect(signature.fits).toBe(fits);
  });

  it("has the document's description", () => {
    const { doc } = functionSignature(
      typesWith({ summary: "Put", description: "Puts.", deprecated: true }),
    );
    expect(doc).toBe("Put\n\nPuts.\n\n@deprecated");
  });
});
