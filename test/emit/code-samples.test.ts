import { expect, it } from "vitest";
import { codeSamplesOverlay, isCodeSamplesOverlay } from "../../generator/emit/code-samples.js";

const marker = (path: string) =>
  `<!-- UsageSnippet language="typescript" operationID="a" method="get" path="${path}" -->`;

function actionsFor(text: string): unknown {
  const overlay = codeSamplesOverlay([
    { path: "docs/sdks/a/README.md", text },
    { path: "README.md", text: `${marker("/other")}\n\`\`\`typescript\nother();\n\`\`\`\n` },
  ]);
  return JSON.parse(overlay).actions;
}

it("has the programs of each operation, with the class and as a function", () => {
  const page = [
    marker("/a"),
    "```typescript",
    'import { A } from "a";',
    "```",
    marker("/a"),
    "```typescript",
    'import { a } from "a/operations/b";',
    "```",
  ].join("\n");
  expect(actionsFor(page)).toEqual([
    {
      target: "$.paths['/a'].get",
      update: {
        "x-codeSamples": [
          { lang: "typescript", label: "SDK", source: 'import { A } from "a";' },
          { lang: "typescript", label: "Function", source: 'import { a } from "a/operations/b";' },
        ],
      },
    },
  ]);
});

it("says what each of several programs shows", () => {
  const page = ["**By \\*phone\\***", "", marker("/a"), "```typescript", "a();", "```"].join("\n");
  expect(actionsFor(page)).toMatchObject([
    { update: { "x-codeSamples": [{ label: "SDK: By *phone*", source: "a();" }] } },
  ]);
});

it("takes no program from a description", () => {
  expect(
    actionsFor(`\`\`\`\`\n${marker("/a")}\n\`\`\`typescript\nevil();\n\`\`\`\n\`\`\`\`\n`),
  ).toEqual([]);
});

it("writes every path as JSONPath has it", () => {
  const page = `${marker("/it's/&quot;a&quot;\\b")}\n\`\`\`typescript\na();\n\`\`\`\n`;
  expect(actionsFor(page)).toMatchObject([{ target: "$.paths['/it\\'s/\"a\"\\\\b'].get" }]);
});

it("an overlay of code samples is known as long as nobody changes what it says", () => {
  const overlay = codeSamplesOverlay([]);
  expect(isCodeSamplesOverlay(overlay)).toBe(true);
  expect(isCodeSamplesOverlay(JSON.stringify(JSON.parse(overlay)))).toBe(true);
  expect(isCodeSamplesOverlay(overlay.replace("1.0.0", "1.1.0"))).toBe(false);
  for (const text of ["", "{}", "null", "[]", "# mine\n"]) {
    expect(isCodeSamplesOverlay(text)).toBe(false);
  }
});
