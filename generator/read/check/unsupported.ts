import { warningAt } from "../../problem.js";
import { isObject, type Json, type JsonObject, pointerTo } from "../document/document.js";
import type { NodeKind } from "../document/openapi-structure.js";
import { quoted } from "../document/quoted.js";
import { pointerOf, type Visit, walk } from "../document/walk.js";
import type { Finding } from "./finding.js";

/** A feature of OpenAPI that the package doesn't support. */
export interface Limitation {
  /** Its item in the list of the guide, `generator/docs/limitations.md`. */
  readonly text: string;
  /** The keys that declare it; none if another check or the generated page mentions it. */
  readonly said: readonly Saying[];
}

interface Saying {
  readonly kind: NodeKind;
  readonly keys: readonly string[];
  /** Whether a value uses the feature; by default every value that isn't empty does. */
  readonly isSaid?: (value: Json) => boolean;
  /** The effect and the remedy, worded to follow the name of the key. */
  readonly outcome: string | ((value: Json) => string);
}

const inDescription = "is not checked, and is in no type: say it in `description` too";

const severalTypes: Omit<Saying, "kind"> = {
  keys: ["content"],
  isSaid: hasOtherContent,
  outcome: (content) => {
    const types = Object.keys(isObject(content) ? content : {});
    const used = types.find(isJson) ?? types[0] ?? "";
    const others = types.filter((type) => type !== used).map(quoted);
    return `is used as ${quoted(used)} alone, without ${others.join(", ")}: describe them as operations of their own`;
  },
};

/** Every unsupported feature: a document that uses one gets a warning. */
export const limitations: readonly Limitation[] = [
  {
    text: "Links between operations (`links`) are left out.",
    said: [
      {
        ...{ kind: "response", keys: ["links"] },
        outcome: "is left out: say in `description` which operation comes next",
      },
    ],
  },
  {
    text: "Callbacks and webhooks are left out.",
    said: [
      {
        ...{ kind: "operation", keys: ["callbacks"] },
        outcome: "is left out: describe what the API sends in `description`",
      },
      {
        ...{ kind: "document", keys: ["webhooks", "x-webhooks"] },
        outcome: "is left out: describe what the API sends in `info.description`",
      },
    ],
  },
  {
    text: "Of several media types of a body or an answer, a call uses JSON, else the first.",
    said: [
      { kind: "requestBody", ...severalTypes },
      { kind: "response", ...severalTypes },
    ],
  },
  {
    text: "Conditions on schemas (`not`, `if`, `then`, `else`, `contains`, `propertyNames`, `dependentRequired`, `dependentSchemas`, `unevaluatedItems`, `unevaluatedProperties`, `contentSchema`) are in no type, and values aren't checked against them.",
    said: [
      {
        kind: "schema",
        keys: "not if contains propertyNames dependentRequired dependentSchemas contentSchema".split(
          " ",
        ),
        outcome: inDescription,
      },
      {
        ...{ kind: "schema", keys: ["unevaluatedItems", "unevaluatedProperties"] },
        isSaid: (value) => value !== true,
        outcome: inDescription,
      },
    ],
  },
  {
    text: "XML is text: `xml` isn't read.",
    said: [],
  },
  {
    text: "Sequences of items (`itemSchema` of OpenAPI 3.2, as JSON Lines or server-sent events) are texts, read when they are complete; their page says what an item is. Multipart sequences are bytes.",
    said: [],
  },
  {
    text: "The whole query string (`in: querystring`) is a form or JSON; its `encoding` isn't read.",
    said: [],
  },
  {
    text: "Parts of a form are sent without the headers that an encoding has for them.",
    said: [],
  },
  {
    text: "`$self` names a document for references; files beside it are still looked for beside it.",
    said: [],
  },
  {
    text: "Dynamic references whose meaning depends on the schema around them are taken as plain ones.",
    said: [],
  },
  {
    text: "OAuth flows other than client credentials: the client takes the token that one of them gave.",
    said: [],
  },
];

/** Warnings for the unsupported features that a document uses. */
export function unsupportedIn(document: JsonObject): Finding[] {
  return walk(document, "outside-in").flatMap((visit): Finding[] => {
    const { node, kind } = visit;
    const sayings = isObject(node) ? byKind.get(kind) : undefined;
    if (sayings === undefined || !isObject(node)) return [];
    return sayings.flatMap((saying) =>
      saying.keys.flatMap((key) => {
        const value = Object.hasOwn(node, key) ? node[key] : undefined;
        const isSaid = saying.isSaid ?? isSomething;
        return value !== undefined && isSaid(value) ? [finding(visit, key, value, saying)] : [];
      }),
    );
  });
}

function finding(visit: Visit, key: string, value: Json, { outcome }: Saying): Finding {
  const text = typeof outcome === "string" ? outcome : outcome(value);
  const pointer = pointerTo(pointerOf(visit), key);
  return { problem: warningAt(pointer, `\`${key}\` ${text}`, `unsupported-${key}`), fix: null };
}

/** JSON media types that share one schema count as one. */
function hasOtherContent(content: Json): boolean {
  if (!isObject(content)) return false;
  const types = Object.entries(content).filter(([type]) => type.includes("/"));
  const payloads = types.map(([type, media]) =>
    JSON.stringify([
      isJson(type) ? "json" : type.toLowerCase(),
      isObject(media) ? (media["schema"] ?? null) : null,
    ]),
  );
  return new Set(payloads).size > 1;
}

function isJson(type: string): boolean {
  return /[/+]json\b/i.test(type);
}

function isSomething(value: Json): boolean {
  if (isObject(value)) return Object.keys(value).length > 0;
  return !Array.isArray(value) || value.length > 0;
}

const byKind = new Map<NodeKind, Saying[]>();
for (const saying of limitations.flatMap(({ said }) => said)) {
  byKind.set(saying.kind, [...(byKind.get(saying.kind) ?? []), saying]);
}
