import { expect, it } from "vitest";
import { comparisonOf } from "../../generator/diff/comparison.js";
import { formats } from "../../generator/diff/formats.js";
import { surfaceFrom, taking } from "./documents.js";

const text = { type: "string" };
const old = surfaceFrom(taking({ name: text, size: { enum: ["`s`"] } }));
const next = surfaceFrom(taking({ name: text, size: { enum: ["`s`", "m"] }, age: {} }, ["name"]));
const comparison = comparisonOf(old, next);

it("tells a terminal in lines", () => {
  expect(formats.text(comparison)).toBe(
    `breaking  operation pets.add: argument name is required now: calls without it no longer compile
additive  operation pets.add: argument size may be "m" now: calls may pass more
additive  operation pets.add: argument age is new

1 breaking, 2 additive for users of clerk: after 1.0.0 comes 2.0.0
`,
  );
});

it("tells a CHANGELOG under the next version", () => {
  expect(formats.changelog(comparison)).toBe(
    `## 2.0.0

### Breaking

- \`pets.add\`: argument \`name\` is required now: calls without it no longer compile

### Added

- \`pets.add\`: argument \`size\` may be \`"m"\` now: calls may pass more
- \`pets.add\`: argument \`age\` is new
`,
  );
});

it("tells a pull request what matters first", () => {
  expect(formats.comment(comparison)).toBe(
    `**1 breaking, 2 additive** for users of \`clerk\`: after 1.0.0 comes **2.0.0**.

#### Breaking

- \`pets.add\`: argument \`name\` is required now: calls without it no longer compile

#### Added

- \`pets.add\`: argument \`size\` may be \`"m"\` now: calls may pass more
- \`pets.add\`: argument \`age\` is new
`,
  );
});

it("tells a program", () => {
  expect(JSON.parse(formats.json(comparison))).toEqual({
    packageName: "clerk",
    version: "1.0.0",
    nextVersion: "2.0.0",
    worst: "breaking",
    changes: [
      {
        verdict: "breaking",
        kind: "operation",
        name: "pets.add",
        message: "argument name is required now: calls without it no longer compile",
      },
      {
        verdict: "additive",
        kind: "operation",
        name: "pets.add",
        message: 'argument size may be "m" now: calls may pass more',
      },
      {
        verdict: "additive",
        kind: "operation",
        name: "pets.add",
        message: "argument age is new",
      },
    ],
  });
});

it("says that nothing changes", () => {
  const same = comparisonOf(old, old);
  expect(formats.text(same)).toBe("nothing changes for users of clerk\n");
  expect(formats.comment(same)).toBe("Nothing changes for users of `clerk`.\n");
  expect(formats.changelog(same)).toBe("## 1.0.0\n");
  expect(JSON.parse(formats.json(same))).toMatchObject({ nextVersion: null, changes: [] });
});

it("keeps what a document says within its piece of code", () => {
  const hostile = "`a` ``` <script>";
  const changed = comparisonOf(old, surfaceFrom(taking({ name: text, [hostile]: {} })));
  expect(formats.comment(changed)).toContain('argument ````["`a` ``` <script>"]```` is new\n');
});
