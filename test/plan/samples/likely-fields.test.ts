import { describe, expect, it } from "vitest";
import { schemaFinder } from "../../../generator/model/schema/find-schema.js";
import { likelyFields } from "../../../generator/plan/samples/likely-fields.js";
import { field, list, object, schema, text } from "../docs/fixture.js";

const find = schemaFinder([]);

function chosen(...fields: Parameters<typeof likelyFields>[0]) {
  return likelyFields(fields, find).map(({ name }) => name);
}

describe("the likely fields of an otherwise empty body", () => {
  it("are three plain values, those with usual names first, in the document's order", () => {
    const plain = ["locale", "region", "theme", "name"].map((name) => field(name, text()));
    expect(chosen(field("meta", object([])), ...plain)).toEqual(["locale", "region", "name"]);
  });

  it("are the names and addresses of a person rather than other texts", () => {
    const person = ["external_id", "locale", "first_name", "lastName"].map((name) =>
      field(name, text()),
    );
    const fields = [...person, field("email_address", list(text()))];
    expect(chosen(...fields)).toEqual(["first_name", "lastName", "email_address"]);
  });

  it("are a single structured value if there is no plain one", () => {
    expect(chosen(field("meta", object([])), field("pairs", list(list(text()))))).toEqual(["meta"]);
  });

  it("are none that are deprecated, read-only or impossible", () => {
    const old = field("old", text(), { deprecated: { reason: null } });
    const id = field("id", text({ readOnly: true }));
    expect(chosen(old, id, field("no", schema({ kind: "never" })))).toEqual([]);
  });
});
