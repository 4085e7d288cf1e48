/** The width that emitted code keeps to, in columns: that of this project's own formatter. */
const lineWidth = 100;

/** Whether a line stays within the width. */
export function fits(line: string): boolean {
  return line.length <= lineWidth;
}

/** `export type Name = A | B;`, or a member a line where that is too long. */
export function unionAlias(name: string, members: readonly string[]): string {
  const line = `export type ${name} = ${members.join(" | ")};`;
  return fits(line)
    ? line
    : `export type ${name} =\n${members.map((member) => `  | ${member}`).join("\n")};`;
}
