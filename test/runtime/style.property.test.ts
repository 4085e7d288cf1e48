import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeReserved, percentEncode } from "../../templates/runtime/encode.js";
import type { Writer } from "../../templates/runtime/style.js";
import { jsonPair, jsonValue } from "../../templates/runtime/style-content.js";
import { deepObjectStyle } from "../../templates/runtime/style-deep-object.js";
import {
  formExplodedStyle,
  formStyle,
  pipeDelimitedStyle,
  spaceDelimitedStyle,
} from "../../templates/runtime/style-form.js";
import { labelExplodedStyle, labelStyle } from "../../templates/runtime/style-label.js";
import { matrixExplodedStyle, matrixStyle } from "../../templates/runtime/style-matrix.js";
import { simpleExplodedStyle, simpleStyle } from "../../templates/runtime/style-simple.js";
import { type Expansion, parse, parseDeepObject } from "./expansion.js";

/** The same values at every run: a failure is the code's, never the day's. */
const runs = { seed: 6570, numRuns: 500 };

/** A style in a place, as its specification expands it, and the characters that it can't carry. */
interface Style extends Expansion {
  readonly in: "path" | "query" | "header" | "cookie";
  readonly write: Writer;
  /** What separates its parts and is not encoded within them, or is encoded like them. */
  readonly unfit?: RegExp;
}

const path = { in: "path", first: "", isNamed: false } as const;
const pair = { first: "", isNamed: true } as const;
const matrix = { in: "path", first: ";", isNamed: true, isBareWhenEmpty: true } as const;

// The operators of RFC 6570, 3.2, which OpenAPI's styles stand for (OpenAPI 3.1.1, Appendix C).
const styles: readonly Style[] = [
  { ...path, explode: false, joint: ",", write: simpleStyle },
  { ...path, explode: true, joint: ",", write: simpleExplodedStyle },
  { ...path, first: ".", explode: false, joint: ",", write: labelStyle },
  // A dot is unreserved, so that no encoding tells one in a value from the joint.
  { ...path, first: ".", explode: true, joint: ".", write: labelExplodedStyle, unfit: /\./ },
  { ...matrix, explode: false, joint: ",", write: matrixStyle },
  { ...matrix, explode: true, joint: ";", write: matrixExplodedStyle },
  { ...pair, in: "query", explode: false, joint: ",", write: formStyle },
  { ...pair, in: "query", explode: true, joint: "&", write: formExplodedStyle },
  // These joints are encoded characters, and look the same within a value.
  { ...pair, in: "query", explode: false, joint: "%20", write: spaceDelimitedStyle, unfit: / / },
  { ...pair, in: "query", explode: false, joint: "%7C", write: pipeDelimitedStyle, unfit: /\|/ },
  { ...pair, in: "cookie", explode: false, joint: ",", write: formStyle },
  { ...pair, in: "cookie", explode: true, joint: "&", write: formExplodedStyle },
];

// A header carries its characters as they are, and with them whatever looks like a joint.
const headers: readonly Style[] = [
  { ...path, in: "header", explode: false, joint: ",", write: simpleStyle },
  { ...path, in: "header", explode: true, joint: ",", write: simpleExplodedStyle },
];

const text = fc.string({ unit: "binary" });
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.bigInt());
const nothing = fc.constantFrom(null, undefined);

function textsWithout(unfit: RegExp | undefined, texts = text) {
  return unfit ? texts.filter((each) => !unfit.test(each)) : texts;
}

/** Fields in a fixed order: engines put those that look like numbers first. */
function fieldsOf(keys: fc.Arbitrary<string>, values: fc.Arbitrary<unknown>) {
  const named = keys.filter((key) => key !== "" && key !== "__proto__");
  return fc.dictionary(named, values, { minKeys: 1, maxKeys: 5, noNullPrototype: true });
}

function sorted(fields: readonly (readonly [string, string])[]) {
  return [...fields].sort(([one], [other]) => (one < other ? -1 : 1));
}

function titleOf({ in: place, explode, first, joint, isNamed }: Style): string {
  const sample = isNamed ? "name=a" : "a";
  return `${first}${sample}${joint}… in ${place}, explode ${explode}`;
}

describe.each(styles.map((style) => [titleOf(style), style] as const))("%s", (_, style) => {
  const { write, unfit } = style;
  const values = unfit ? textsWithout(unfit) : scalar;

  it("round-trips a single value", () => {
    fc.assert(
      fc.property(text, values, (name, value) => {
        const written = write(name, value, percentEncode);
        expect(parse(style, written, name, "value")).toEqual([`${value}`]);
      }),
      runs,
    );
  });

  it("round-trips a list", () => {
    fc.assert(
      fc.property(text, fc.array(values, { minLength: 1 }), (name, list) => {
        const written = write(name, list, percentEncode);
        expect(parse(style, written, name, "list")).toEqual(list.map(String));
      }),
      runs,
    );
  });

  it("round-trips an object", () => {
    fc.assert(
      fc.property(text, fieldsOf(textsWithout(unfit), values), (name, fields) => {
        const written = write(name, fields, percentEncode);
        const want = Object.entries(fields).map(([key, value]) => [key, `${value}`] as const);
        expect(sorted(parse(style, written, name, "object"))).toEqual(sorted(want));
      }),
      runs,
    );
  });

  it("omits undefined values", () => {
    fc.assert(
      fc.property(text, fc.array(fc.oneof(values, nothing)), (name, list) => {
        const given = list.filter((each) => each !== null && each !== undefined);
        expect(write(name, list, percentEncode)).toBe(write(name, given, percentEncode));
      }),
      runs,
    );
  });

  it("is unchanged in a URL", () => {
    fc.assert(
      fc.property(text, fc.array(values, { minLength: 1 }), (name, list) => {
        const written = write(name, list, percentEncode);
        if (style.in === "path") {
          expect(new URL(`http://host/a${written}`).pathname).toBe(`/a${written}`);
        } else {
          expect(new URL(`http://host/?${written}`).search).toBe(`?${written}`);
        }
      }),
      runs,
    );
  });
});

describe.each(headers.map((style) => [titleOf(style), style] as const))("%s", (_, style) => {
  const { write } = style;
  const asIs = (each: string) => each;
  const plain = { ...style, decode: asIs };
  const words = textsWithout(/[,=]/, fc.string());

  it("round-trips a single value, regardless of its characters", () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(write("X-Name", value, asIs)).toBe(value);
      }),
      runs,
    );
  });

  it("round-trips a list", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1 }), (list) => {
        expect(parse(plain, write("X-Name", list, asIs), "X-Name", "list")).toEqual(list);
      }),
      runs,
    );
  });

  it("round-trips an object", () => {
    fc.assert(
      fc.property(fieldsOf(words, words), (fields) => {
        const got = parse(plain, write("X-Name", fields, asIs), "X-Name", "object");
        expect(sorted(got)).toEqual(sorted(Object.entries(fields).map(([k, v]) => [k, `${v}`])));
      }),
      runs,
    );
  });
});

describe("deepObject", () => {
  // Brackets in a key are encoded like those around it.
  const keys = textsWithout(/[[\]]/);
  // One value of a list looks like a value.
  const leaf = fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 4 }));
  const tree = fc.letrec<{ node: unknown; fields: Record<string, unknown> }>((tie) => ({
    node: fc.oneof({ depthSize: "small" }, leaf, tie("fields")),
    fields: fieldsOf(keys, tie("node")),
  })).fields;

  it("round-trips a nested object", () => {
    fc.assert(
      fc.property(keys, tree, (name, value) => {
        expect(parseDeepObject(deepObjectStyle(name, value, percentEncode), name)).toEqual(value);
      }),
      runs,
    );
  });
});

describe("content", () => {
  it("round-trips any JSON in a query and a cookie", () => {
    fc.assert(
      fc.property(text, fc.jsonValue(), (name, value) => {
        const [key = "", json = "", ...rest] = jsonPair(name, value, percentEncode).split("=");
        expect(rest).toEqual([]);
        expect(decodeURIComponent(key)).toBe(name);
        expect(decodeURIComponent(json)).toBe(JSON.stringify(value));
      }),
      runs,
    );
  });

  it("round-trips any JSON in a path", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(decodeURIComponent(jsonValue("id", value, percentEncode))).toBe(
          JSON.stringify(value),
        );
      }),
      runs,
    );
  });
});

describe("allowReserved", () => {
  it("round-trips a single value, with reserved characters unchanged", () => {
    fc.assert(
      fc.property(text, (value) => {
        const written = formStyle("name", value, encodeReserved);
        expect(decodeURIComponent(written.slice("name=".length))).toBe(value);
        expect(new URLSearchParams(written).get("name")).toBe(value);
      }),
      runs,
    );
  });
});
