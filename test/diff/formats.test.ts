import MarkdownIt from "markdown-it";
import { expect, it } from "vitest";
import { comparisonOf } from "../../generator/diff/comparison.js";
import { formats } from "../../generator/diff/formats.js";
import { say } from "../../generator/diff/phrase.js";
import { surfaceFrom, taking } from "./documents.js";

const text = { type: "string" };
const old = surfaceFrom(taking({ name: text, size: { enum: ["`s`"] } }));
const next = surfaceFrom(taking({ name: text, size: { enum: ["`s`", "m"] }, age: {} }, ["name"]));
const comparison = comparisonOf(old, next);

it("prints lines for a terminal", () => {
  expect(formats.text(comparison)).toBe(
    `breaking  operation pets.add: argument name is now required: calls without it no longer compile
additive  operation pets.add: argument size may now be "m": calls may pass more values
additive  operation pets.add: argument age is new

1 breaking, 2 additive for users of clerk: the next version after 1.0.0 is 2.0.0
`,
  );
});

it("prints a CHANGELOG section under the next version", () => {
  expect(formats.changelog(comparison)).toBe(
    `## 2.0.0

### Breaking

- \`pets.add\`: argument \`name\` is now required: calls without it no longer compile

### Added

- \`pets.add\`: argument \`size\` may now be \`"m"\`: calls may pass more values
- \`pets.add\`: argument \`age\` is new
`,
  );
});

it("prints a pull request comment with breaking changes first", () => {
  expect(formats.comment(comparison)).toBe(
    `**1 breaking, 2 additive** for users of \`clerk\`: the next version after 1.0.0 is **2.0.0**.

#### Breaking

- \`pets.add\`: argument \`name\` is now required: calls without it no longer compile

#### Added

- \`pets.add\`: argument \`size\` may now be \`"m"\`: calls may pass more values
- \`pets.add\`: argument \`age\` is new
`,
  );
});

it("prints JSON", () => {
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
        message: "argument name is now required: calls without it no longer compile",
      },
      {
        verdict: "additive",
        kind: "operation",
        name: "pets.add",
        message: 'argument size may now be "m": calls may pass more values',
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

it("reports that nothing changed", () => {
  const same = comparisonOf(old, old);
  expect(formats.text(same)).toBe("nothing changes for users of clerk\n");
  expect(formats.comment(same)).toBe("Nothing changes for users of `clerk`.\n");
  expect(formats.changelog(same)).toBe("## 1.0.0\n");
  expect(JSON.parse(formats.json(same))).toMatchObject({ nextVersion: null, changes: [] });
});

const hostile = "`a` ``` <script>\n\n# Big [x](https://evil.example) @all \u202e";

/** One whose names and values are markup. */
function marked(size: string): ReturnType<typeof surfaceFrom> {
  return surfaceFrom({
    servers: [{ url: `https://a.example/${size}` }],
    paths: {
      [`/${size}`]: {
        post: {
          operationId: "add",
          tags: ["pets"],
          parameters: [{ name: hostile, in: "query", schema: { enum: [size] } }],
          responses: { "200": { description: size, headers: { [size]: { description: size } } } },
        },
      },
    },
    components: { schemas: { [`<b>${size}`]: { type: "string", pattern: size } } },
  });
}

it("keeps the text of a document within its code span", () => {
  const changed = comparisonOf(marked("<i>"), marked(hostile));
  const written = String.raw`a${"`"} ${"```"} <script>\n\n# Big [x](https://evil.example) @all \u202e`;
  const quoted = `"\`${written}"`;
  const lower = quoted.replace("Big", "big");
  const path = `/\`${written.replaceAll("\\n", "\\u000a")}`;
  const comment = formats.comment(changed);
  expect(
    comment,
  ).toBe(`**3 breaking, 2 additive, 2 info** for users of \`clerk\`: the next version after 1.0.0 is **2.0.0**.

#### Breaking

- \`pets.add\`: argument \`\`[${quoted.slice(0, -13)}…\`\` is \`\`${quoted.slice(0, -12)}…\`\` instead of \`"<i>"\`: values passed before are no longer allowed
- \`pets.add\`: header \`"<i>"\` is removed: programs that read it get nothing
- model \`BI\` is removed: programs that use it no longer compile

#### Added

- \`pets.add\`: header \`\`${lower}\`\` is new
- model \`BAScriptBigXHttpsEvilExampleAll\` is new

#### Changed

- \`Clerk\`: requests go to \`\`"https://a.example/\`${written}"\`\` instead of \`"https://a.example/<i>"\`
- \`pets.add\`: it sends \`\`POST ${path}\`\` instead of \`POST /<i>\`
`);
  const inline = new MarkdownIt({ html: true, linkify: true })
    .parse(comment, {})
    .flatMap(({ children }) => (children ?? []).map(({ type }) => type));
  expect(new Set(inline)).toEqual(new Set(["text", "code_inline", "strong_open", "strong_close"]));
});

it("cuts a comment at GitHub's limit, with a note", () => {
  const fields = Array.from({ length: 2000 }, (_, index) => [`field_${index}`, text]);
  const long = comparisonOf(old, surfaceFrom(taking(Object.fromEntries(fields))));
  const comment = formats.comment(long);
  expect(comment.length).toBeLessThan(65_536);
  expect(comment.length).toBeGreaterThan(64_000);
  const told = comment.match(/^- /gm)?.length ?? 0;
  expect(comment).toContain(
    `\n\nAnd ${long.changes.length - told} more: run \`sdkwright diff\` for the full list.\n`,
  );
  expect(formats.changelog(long).match(/^- /gm)).toHaveLength(long.changes.length);
});

it("names the kind of what is added or removed", () => {
  const path = (operationId: string) => ({ get: { operationId, tags: ["cats"] } });
  const cats = surfaceFrom({ paths: { "/a": path("old"), "/b": path("kept") } });
  const more = surfaceFrom({ paths: { "/b": path("kept"), "/c": path("added") } });
  const change = comparisonOf(cats, more);
  expect(
    formats.text(change),
  ).toBe(`breaking  operation cats.old is removed: programs that use it no longer compile
additive  operation cats.added is new

1 breaking, 1 additive for users of clerk: the next version after 1.0.0 is 2.0.0
`);
  expect(formats.changelog(change)).toBe(`## 2.0.0

### Breaking

- operation \`cats.old\` is removed: programs that use it no longer compile

### Added

- operation \`cats.added\` is new
`);
  expect(JSON.parse(formats.json(change))).toMatchObject({
    changes: [
      {
        kind: "operation",
        name: "cats.old",
        message: "is removed: programs that use it no longer compile",
      },
      { kind: "operation", name: "cats.added", message: "is new" },
    ],
  });
});

it("cuts long types, so that a line has at most 200 characters", () => {
  const having = (values: readonly string[]) =>
    surfaceFrom({
      paths: {
        "/pets": {
          get: {
            operationId: "list",
            tags: ["pets"],
            parameters: [{ name: "kind", in: "query", schema: { enum: values } }],
            responses: {},
          },
        },
      },
    });
  const names = (letter: string) => Array.from({ length: 40 }, (_, index) => `${letter}${index}`);
  const [line = ""] = formats
    .text(comparisonOf(having(names("a")), having(names("b"))))
    .split("\n");
  expect(line.length).toBeLessThanOrEqual(200);
  expect(line.length).toBeGreaterThan(190);
  expect(line).toMatch(
    /^breaking {2}operation pets\.list: argument kind is "b0" \| .*… instead of "a0" \| .*…: values passed before are no longer allowed$/,
  );
});

it("escapes invisible characters in Markdown, which a report of somebody else may have", () => {
  const change = { kind: "model", name: "A\u202e", message: say`has ${"b\u200b"}` };
  expect(formats.changelog({ ...comparison, changes: [{ ...change, verdict: "info" }] })).toBe(
    "## 2.0.0\n\n### Changed\n\n- `A\\u202e`: has `b\\u200b`\n",
  );
});
