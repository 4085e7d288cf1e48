import { describe, expect, it } from "vitest";
import type { Change } from "../../generator/diff/change.js";
import { withChanges } from "../../generator/diff/changelog.js";
import { say } from "../../generator/diff/phrase.js";

const removed: Change = {
  verdict: "breaking",
  kind: "operation",
  name: "pets.count",
  message: say`is removed`,
};
const added: Change = {
  verdict: "additive",
  kind: "operation",
  name: "pets.feed",
  message: say`is new`,
};

describe("a changelog", () => {
  it("begins with its title and the version", () => {
    expect(withChanges(null, "1.1.0", [removed, added])).toBe(`# Changelog

## 1.1.0

### Breaking

- operation \`pets.count\` is removed

### Added

- operation \`pets.feed\` is new
`);
  });

  it("has the newest version first, below what isn't released", () => {
    const text = `# Changes

Words of a person.

## [Unreleased]

- planned

## [1.0.0] - 2026-01-31

- the first
`;
    expect(withChanges(text, "1.1.0", [added])).toBe(`# Changes

Words of a person.

## [Unreleased]

- planned

## 1.1.0

### Added

- operation \`pets.feed\` is new

## [1.0.0] - 2026-01-31

- the first
`);
  });

  it("continues the section of the version, and keeps the words in it", () => {
    const text = `# Changelog

## v1.1.0 (2026-01-31)

A release with care.

### Added

- operation \`pets.wash\` is new

### Notes

- by hand

## 1.0.0
`;
    expect(withChanges(text, "1.1.0", [removed, added])).toBe(`# Changelog

## v1.1.0 (2026-01-31)

A release with care.

### Added

- operation \`pets.wash\` is new
- operation \`pets.feed\` is new

### Notes

- by hand

### Breaking

- operation \`pets.count\` is removed

## 1.0.0
`);
  });

  it.each([
    ["of a changelog", null],
    ["below a text without versions", "Words.\n"],
    ["above other versions", "# Changelog\n\n## 1.0.0\n\n- first\n"],
    ["with the line ends of Windows", "# Changelog\r\n\r\n## 1.0.0\r\n\r\n- first\r\n"],
  ])("adds no line twice: %s", (_, text) => {
    const once = withChanges(text, "1.1.0", [removed, added]);
    expect(withChanges(once, "1.1.0", [added])).toBe(once);
    expect(once.includes("\r\n")).toBe(text?.includes("\r\n") ?? false);
    for (const line of (text ?? "").split(/\r?\n/)) expect(once).toContain(line);
  });

  it.each([
    ["1.1", "## 1.1.0\n"],
    ["1.1.0", "## 1.1.0-beta.1\n"],
    ["1.1.0", "```md\n## 1.1.0\n```\n"],
  ])("takes no other heading for the version %s: %j", (version, text) => {
    const lines = withChanges(text, version, [added]).split("\n");
    expect(lines.filter((line) => line === `## ${version}`)).toHaveLength(
      text.includes(`## ${version}\n`) ? 2 : 1,
    );
  });

  it("is as it was if nothing changes", () => {
    expect(withChanges("Words.  \n\n\n", "1.1.0", [])).toBe("Words.  \n\n\n");
  });

  it("takes time in proportion to its text, and any number of changes", () => {
    const gap = `${" ".repeat(300_000)}x`;
    expect(withChanges(gap, "1.1.0", [added])).toContain(`${gap}\n\n## 1.1.0\n`);
    const title = `## ${" ".repeat(300_000)}\u2028x`;
    expect(withChanges(title, "1.1.0", [added])).toContain(title);
    const many = Array.from({ length: 130_000 }, (_, index) => ({
      ...added,
      name: `pets.a${index}`,
    }));
    const lines = withChanges("## 1.1.0\n", "1.1.0", many).split("\n");
    expect(lines.slice(0, 5)).toEqual([
      ...["## 1.1.0", "", "### Added", ""],
      "- operation `pets.a0` is new",
    ]);
    expect(lines).toHaveLength(130_005);
  });
});
