import { describe, expect, it } from "vitest";
import type { Operation } from "../../../../generator/model/api/operation.js";
import type { Parameter } from "../../../../generator/model/api/parameter.js";
import { firstShown } from "../../../../generator/plan/docs/snippets/first-call.js";
import {
  api,
  field,
  json,
  jsonBody,
  object,
  operation,
  resource,
  response,
  text,
} from "../fixture.js";

const id: Parameter = {
  ...field("id", text(), { required: true }),
  in: "path",
  alias: null,
  examples: [],
  global: null,
  serialization: null,
};
const success = [response(200, { content: json(object([])) })];

function firstOf(...groups: readonly (readonly Operation[])[]): string | undefined {
  const resources = groups.map((operations, index) => resource(`r${index}`, operations));
  return firstShown(api({ resources }))?.operation.id;
}

describe("the first call of the README", () => {
  const remove = operation("remove", { method: "delete", parameters: [id] });
  const get = operation("get", { parameters: [id], success });
  const list = operation("list", { success });

  it("is a read without required arguments, wherever it is in the document", () => {
    expect(firstOf([remove, get, list])).toBe("list");
  });

  it("is of the largest resource", () => {
    expect(firstOf([operation("health", { success })], [remove, get, list])).toBe("list");
  });

  it("is the action that the API is for, before a read of the same resource", () => {
    const body = jsonBody(object([field("to", text(), { required: true })]));
    const send = operation("sendEmail", { method: "post", body, success });
    const create = operation("createEmail", { method: "post", body, success });
    expect(firstOf([list, create, send])).toBe("sendEmail");
    expect(firstOf([list, create])).toBe("list");
  });

  it("is a read that needs an id before a call that changes something", () => {
    expect(firstOf([remove, get])).toBe("get");
  });

  it("is the one that the document features", () => {
    expect(firstOf([list, { ...remove, isFeatured: true }])).toBe("remove");
  });

  it("is a deprecated one only if all are", () => {
    const old = { ...list, deprecated: { reason: null } };
    expect(firstOf([old, remove])).toBe("remove");
    expect(firstOf([old])).toBe("list");
  });
});
