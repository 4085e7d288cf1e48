import { describe, expect, it } from "vitest";
import type { Difference } from "../generator/emit/disk/folder.js";
import type { Paint } from "../generator/paint.js";
import type { LocatedProblem } from "../generator/problem.js";
import { type Detail, outcomeLines, problemLine, problemLines } from "../generator/report.js";

const problem: LocatedProblem = {
  severity: "error",
  pointer: "/info",
  message: "`info` is missing",
  file: "pets.yaml",
  line: 3,
  column: 7,
};

describe("a problem", () => {
  it.each<[name: string, row: { given: Partial<LocatedProblem>; want: string }]>([
    ["is a line", { given: {}, want: "pets.yaml:3:7 error `info` is missing" }],
    [
      "has its severity",
      { given: { severity: "warning" }, want: "pets.yaml:3:7 warning `info` is missing" },
    ],
    [
      "is one line, whatever its text",
      {
        given: { message: "a\nb\r\n  c\td\u2028e" },
        want: "pets.yaml:3:7 error a b c d e",
      },
    ],
    [
      "hides nothing from who reads it on a terminal",
      {
        given: { file: "a\nb.yaml", message: "\u001b]0;a\u0007 \u202eb" },
        want: "a\\u000ab.yaml:3:7 error \\u001b]0;a\\u0007 \\u202eb",
      },
    ],
    [
      "is no command to a CI",
      {
        given: { file: "::error::a.yaml", message: "##[add-mask]b" },
        want: "\\u003a:error::a.yaml:3:7 error \\u0023#[add-mask]b",
      },
    ],
  ])("%s", (_, { given, want }) => {
    expect(problemLine({ ...problem, ...given })).toBe(want);
  });

  it("of a frequent kind is printed five times, then counted", () => {
    const warning = { ...problem, severity: "warning", kind: "unknown-key" } as const;
    const many = Array.from({ length: 17 }, (_, line) => ({ ...warning, line, message: "a" }));
    const other = { ...warning, kind: "null-value", message: "b" };
    expect(problemLines([...many, other])).toEqual([
      ...[0, 1, 2, 3, 4].map((line) => `pets.yaml:${line}:7 warning a`),
      "… and 12 more of this kind; --json lists all",
      "pets.yaml:3:7 warning b",
    ]);
  });

  it("that is an error is always printed", () => {
    const many = Array.from({ length: 7 }, () => ({ ...problem, kind: "wrong-type" }));
    expect(problemLines(many)).toHaveLength(7);
  });
});

const same = { added: [], changed: [], removed: [] };
const some = { added: ["a.ts", "b.ts"], changed: ["c.ts"], removed: ["d.ts"] };
const many = { ...same, removed: Array.from({ length: 41 }, (_, index) => `${index}.ts`) };

describe("the result for the folder", () => {
  it.each<[string, Difference | null, Detail, string[]]>([
    ["nothing could be made", null, "counted", ["nothing was written"]],
    ["nothing could be compared", null, "all", ["nothing was written"]],
    ["nothing differed", same, "counted", ["out is up to date"]],
    ["nothing differs", same, "all", ["out is up to date"]],
    [
      "a package is new",
      { ...same, added: ["package.json"] },
      "counted",
      [
        "out was written: 1 added, 0 changed, 0 removed",
        "next: cd out && npm install && npm run build",
      ],
    ],
    [
      "a package is written again",
      some,
      "counted",
      [
        "out was written: 2 added, 1 changed, 1 removed",
        "next: review the changes, then cd out && npm run build",
      ],
    ],
    [
      "it is written in a watch",
      some,
      "some",
      [
        "out was written: 2 added, 1 changed, 1 removed",
        "  added     a.ts",
        "  added     b.ts",
        "  changed   c.ts",
        "  removed   d.ts",
      ],
    ],
    [
      "more is written in a watch than is easily read",
      many,
      "some",
      ["out was written: 0 added, 0 changed, 41 removed"],
    ],
    [
      "it differs",
      some,
      "all",
      [
        "out is out of date; run the same command without --check",
        "  missing   a.ts",
        "  missing   b.ts",
        "  different c.ts",
        "  left over d.ts",
      ],
    ],
  ])("%s", (_, difference, detail, want) => {
    expect(outcomeLines({ problems: [], output: "out", difference }, detail)).toEqual(want);
  });
});

it.each([
  [".", "next: npm install && npm run build"],
  ["my sdk", 'next: cd "my sdk" && npm install && npm run build'],
  ...["$(id)", "`id`", 'a"; id; "', "%PATH%", "a b\\", "-", "a!b", "a\nid"].map((output) => [
    output,
    "next: in that folder: npm install && npm run build",
  ]),
  ["../sdk", "next: cd ../sdk && npm install && npm run build"],
])("the next step can be pasted: %s", (output, want) => {
  const difference = { ...same, added: ["package.json"] };
  expect(outcomeLines({ problems: [], output, difference }, "counted")[1]).toBe(want);
});

describe("colors", () => {
  const mark: Paint = (style, text) => `<${style}>${text}</>`;

  it("mark the position and the severity of a problem, and add no text", () => {
    expect(problemLine(problem, mark)).toBe(
      "<bold>pets.yaml:3:7</> <red>error</> `info` is missing",
    );
    expect(problemLine({ ...problem, severity: "warning" }, mark)).toBe(
      "<bold>pets.yaml:3:7</> <yellow>warning</> `info` is missing",
    );
  });

  it.each<[Difference | null, Detail, string]>([
    [null, "counted", "<red>nothing was written</>"],
    [same, "counted", "<green>out is up to date</>"],
    [some, "all", "<yellow>out is out of date; run the same command without --check</>"],
    [some, "some", "<green>out was written: 2 added, 1 changed, 1 removed</>"],
  ])("show the outcome", (difference, detail, want) => {
    expect(outcomeLines({ problems: [], output: "out", difference }, detail, mark)[0]).toBe(want);
  });
});

it("the result for the folder is no command to a CI, regardless of the names of the folder and its files", () => {
  const difference = { ...same, removed: ["a\n::error::b\u200b"] };
  expect(outcomeLines({ problems: [], output: "::out", difference }, "all")).toEqual([
    "\\u003a:out is out of date; run the same command without --check",
    "  left over a\\u000a::error::b\\u200b",
  ]);
});
