import { pointerTo } from "../../pointer.js";
import { warningAt } from "../../problem.js";
import { quoted } from "../../text.js";
import { isObject, type Json, type JsonObject } from "../document/document.js";
import { knownKeys, type NodeKind } from "../document/openapi-structure.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import type { Finding, Replacement } from "./finding.js";

/**
 * `examples` in another form: a list in a schema, and a map of Example Objects elsewhere (OpenAPI
 * 3.1.1, Schema Object and Example Object).
 */
export function exampleObjectMistakes(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node, kind } = visit;
    const examples = isObject(node) ? node["examples"] : undefined;
    if (examples === undefined || !knownKeys(kind)?.has("examples")) return [];
    return kind === "schema" ? listMistake(visit, examples) : mapMistakes(visit, kind, examples);
  });
}

function listMistake(visit: Visit, examples: Json): Finding[] {
  if (Array.isArray(examples)) return [];
  const isMap = isObject(examples) && Object.values(examples).every(hasValue);
  const effect = isMap ? "read as a list of their values" : "ignored";
  const message = `\`examples\` of a schema aren't a list and are ${effect}: write a list of values`;
  return [
    finding(visit, message, () => (isMap ? Object.values(examples).map(valueIn) : undefined)),
  ];
}

function mapMistakes(visit: Visit, kind: NodeKind, examples: Json): Finding[] {
  const owner = owners[kind] ?? `a ${kind}`;
  const form = "a map of names to objects with a `value`";
  if (Array.isArray(examples)) {
    const message = `\`examples\` of ${owner} are a list and are read as a map: write ${form}`;
    const read = examples.map((each, index): [string, Json] => [
      String(index + 1),
      asExample(each),
    ]);
    return [finding(visit, message, () => Object.fromEntries(read))];
  }
  if (!isObject(examples)) {
    return [
      finding(
        visit,
        `\`examples\` of ${owner} aren't objects and are ignored: write ${form}`,
        () => undefined,
      ),
    ];
  }
  const bare = Object.keys(examples).filter(
    (name) => !name.startsWith("x-") && name !== "$ref" && !isExampleObject(examples[name] ?? null),
  );
  const read = (value: Json | undefined): Json | undefined =>
    isObject(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, each]) => [
            name,
            bare.includes(name) ? asExample(each) : each,
          ]),
        )
      : value;
  return bare.map((name, index) => {
    const message = `the example ${quoted(name)} is read as a value: write it below \`value\``;
    const pointer = pointerTo(pointerOf(visit), "examples", name);
    const fix = index === 0 ? { node: visit.node, key: "examples", replace: read } : null;
    return { problem: warningAt(pointer, message, "example-form"), fix };
  });
}

function finding(visit: Visit, message: string, replace: Replacement): Finding {
  const problem = warningAt(pointerTo(pointerOf(visit), "examples"), message, "example-form");
  return { problem, fix: { node: visit.node, key: "examples", replace } };
}

const owners: Partial<Readonly<Record<NodeKind, string>>> = {
  mediaType: "a media type",
  components: "`components`",
};

/** Whether an object has a key for a value, or nothing but a description. */
function isExampleObject(value: Json): boolean {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  return (
    keys.some((key) => /^(\$ref|value|dataValue|externalValue|serializedValue)$/.test(key)) ||
    keys.every((key) => /^(summary|description|x-.*)$/.test(key))
  );
}

function asExample(value: Json): Json {
  return hasValue(value) ? value : { value };
}

function hasValue(value: Json): value is JsonObject & { readonly value: Json } {
  return isObject(value) && Object.hasOwn(value, "value");
}

function valueIn(value: Json): Json {
  return hasValue(value) ? value.value : value;
}
