import ts from "typescript";
import { expect, it } from "vitest";
import { splitSchema } from "../../generator/emit/split-schema.js";

function split(source: string) {
  const file = ts.createSourceFile("schema.ts", source, ts.ScriptTarget.Latest);
  const printer = ts.createPrinter();
  return splitSchema([...file.statements], (node) =>
    printer.printNode(ts.EmitHint.Unspecified, node, file).concat("\n"),
  );
}

it("declarations are parts, and so is each operation", () => {
  const { declarations, operations } = split(`export interface paths {
    "/a": operations["a-b"] | string;
}
type Other<T> = T & {
    components: "paths";
};
export interface operations {
    "a-b": {
        a: Other<paths>;
    };
    /** Not \`paths\`. */
    __proto__: components["schemas"]["operations"];
    12: string;
}`);
  expect([...declarations]).toEqual([
    [
      "paths",
      {
        text: 'export interface paths {\n    "/a": operations["a-b"] | string;\n}\n',
        mentions: ["operations"],
      },
    ],
    ["Other", { text: 'type Other<T> = T & {\n    components: "paths";\n};\n', mentions: [] }],
  ]);
  expect([...operations]).toEqual([
    [
      "a-b",
      {
        text: '    "a-b": {\n        a: Other<paths>;\n    };\n',
        mentions: ["Other", "paths"],
      },
    ],
    [
      "__proto__",
      {
        text: '    /** Not `paths`. */\n    __proto__: components["schemas"]["operations"];\n',
        mentions: [],
      },
    ],
    ["12", { text: "    12: string;\n", mentions: [] }],
  ]);
});
