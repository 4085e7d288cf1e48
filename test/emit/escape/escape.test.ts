import { describe, expect, it } from "vitest";
import * as helpers from "../../../generator/emit/escape/escape.js";

// Written so that no template literal hides what is meant.
const placeholder = "$" + "{process.exit()}";

describe("a literal", () => {
  it.each([
    ["plain", '"plain"'],
    ['"quoted"', '"\\"quoted\\""'],
    ["it's", '"it\'s"'],
    [`\`${placeholder}\``, `"\`${placeholder}\`"`],
    ["a\\b", '"a\\\\b"'],
    ["a\nb\r\nc\td\0", '"a\\nb\\r\\nc\\td\\u0000"'],
    ["a\u2028b\u2029c", '"a\\u2028b\\u2029c"'],
    ["\ud800", '"\\ud800"'],
    ["*/ // <!-- </script>", '"*/ // <!-- </script>"'],
    ["", '""'],
  ])("of %j", (given, want) => {
    expect(helpers.literal(given)).toBe(want);
    expect(JSON.parse(want)).toBe(given);
  });
});

describe("a property's key", () => {
  it.each([
    ["name", "name"],
    ["$ref", "$ref"],
    ["delete", "delete"],
    ["X-Trace", '"X-Trace"'],
    ["1st", '"1st"'],
    ["é", '"é"'],
    ["", '""'],
    ['"]: 1, [x', '"\\"]: 1, [x"'],
    ["a\u2028", '"a\\u2028"'],
    ["__proto__", '["__proto__"]'],
  ])("of %j", (given, want) => {
    expect(helpers.property(given)).toBe(want);
  });

  it.each(["__proto__", "constructor", "a b", "1", "\u2028"])(
    "%j is a field of its own",
    (name) => {
      const evaluated: unknown = new Function(`return { ${helpers.property(name)}: 1 };`)();
      expect(Object.keys(evaluated as object)).toEqual([name]);
    },
  );
});

describe("a doc comment", () => {
  it.each<[name: string, row: { text: string; margin?: string; want: string }]>([
    ["in a line", { text: "A pet.", want: "/** A pet. */" }],
    ["with a margin", { text: "A pet.", margin: "  ", want: "  /** A pet. */" }],
    [
      "in several lines",
      {
        text: "A pet.\n\n  Indented.",
        margin: "  ",
        want: "  /**\n   * A pet.\n   *\n   *   Indented.\n   */",
      },
    ],
    ["that would end itself", { text: "a */ alert(1) /* b", want: "/** a *\\/ alert(1) /* b */" }],
    ["that would end itself twice", { text: "**/*/", want: "/** **\\/*\\/ */" }],
    [
      "with every kind of line break",
      { text: "a\r\nb\rc\nd\u2028e\u2029f", want: "/**\n * a\n * b\n * c\n * d\n * e\n * f\n */" },
    ],
    ["that tells a compiler", { text: "@ts-expect-error", want: "/** @\\ts-expect-error */" }],
    [
      "that tells a bundler",
      { text: "#__PURE__ @__NO_SIDE_EFFECTS__", want: "/** #\\__PURE__ @\\__NO_SIDE_EFFECTS__ */" },
    ],
    ["without blanks at the ends of lines", { text: "a  \nb ", want: "/**\n * a\n * b\n */" }],
    [
      "with what means something elsewhere",
      { text: `\`${placeholder}\` | "a" \\`, want: `/** \`${placeholder}\` | "a" \\ */` },
    ],
    ["as wide as may be", { text: "x".repeat(93), want: `/** ${"x".repeat(93)} */` }],
    [
      "that is too wide for a line",
      { text: "x".repeat(94), want: `/**\n * ${"x".repeat(94)}\n */` },
    ],
  ])("%s", (_, { text, margin = "", want }) => {
    expect(helpers.comment(text, margin)).toBe(want);
  });
});

describe("a cell of a table", () => {
  it.each([
    ["a pet", "a pet"],
    [" a pet\n", "a pet"],
    ["a | b", "a \\| b"],
    ["a \\| b", "a \\| b"],
    ["a\nb", "a b"],
    ["a \r\n \n b", "a<br/>b"],
    ["a\u2028b", "a b"],
    ["", ""],
    ["<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"],
  ])("of %j", (given, want) => {
    expect(helpers.cell(given)).toBe(want);
  });
});

describe("the rest of a line", () => {
  it.each([
    ["a pet", "a pet"],
    [" a\n\nb\r\nc ", "a b c"],
    ["<!-- a", "&lt;!-- a"],
  ])("of %j", (given, want) => {
    expect(helpers.markdownLine(given)).toBe(want);
  });
});

describe("a block of Markdown", () => {
  it.each([
    ["a\n\n* b", "a\n\n* b"],
    ["# A heading", "\n**A heading**\n"],
    ["```\nopen", "```\nopen\n```"],
  ])("of %j", (given, want) => {
    expect(helpers.markdown(given).trim()).toBe(want.trim());
  });
});

describe("words without Markdown", () => {
  it.each([
    ["a pet", "a pet"],
    ["a\n # b", "a \\# b"],
    ["*a* _b_ `c` ~d~", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~"],
    ["[a](b) <c> | & \\", "\\[a\\](b) \\<c\\> \\| \\& \\\\"],
    [placeholder, `\\${placeholder}`],
  ])("of %j", (given, want) => {
    expect(helpers.words(given)).toBe(want);
  });
});

describe("a code span", () => {
  it.each([
    ["a", "`a`"],
    ["a\n b", "`a b`"],
    ["a`b", "``a`b``"],
    ["`a`", "`` `a` ``"],
    ["a``b`c", "```a``b`c```"],
    [" a ", "`  a  `"],
    ["", "`  `"],
    ["a | b */ <c>", "`a | b */ <c>`"],
  ])("of %j", (given, want) => {
    expect(helpers.code(given)).toBe(want);
  });

  it.each([
    ["a | b", "`a \\| b`"],
    ["`|`", "`` `\\|` ``"],
  ])("of %j in a cell", (given, want) => {
    expect(helpers.cellCode(given)).toBe(want);
  });
});

describe("an attribute of an HTML comment", () => {
  it.each([
    ["listPets", "listPets"],
    ['a" --> <script>', "a&quot; --&gt; &lt;script&gt;"],
    ["a\n&amp;", "a &amp;amp;"],
  ])("of %j", (given, want) => {
    expect(helpers.attribute(given)).toBe(want);
  });
});

describe("a fence", () => {
  it.each<[name: string, row: { code: string; want: string }]>([
    ["of code", { code: "a();\n", want: "```ts\na();\n```" }],
    ["of nothing", { code: "", want: "```ts\n\n```" }],
    ["of a few backticks", { code: "`a` ``b``", want: "```ts\n`a` ``b``\n```" }],
    ["of a fence", { code: "```ts\na\n```", want: "````ts\n```ts\na\n```\n````" }],
    ["of many backticks", { code: "`````", want: "``````ts\n`````\n``````" }],
    ["of another fence", { code: "~~~\na", want: "```ts\n~~~\na\n```" }],
  ])("%s", (_, { code, want }) => {
    expect(helpers.fence("ts", code)).toBe(want);
  });
});
