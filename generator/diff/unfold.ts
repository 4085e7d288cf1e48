import { reached } from "../plan/report/facts.js";
import { joined } from "../plan/report/shape.js";
import type { Entry, Line } from "../plan/report/surface.js";
import { membersOf } from "../plan/report/text.js";

/**
 * A line in which the names of models that its counterpart doesn't know are replaced by what they
 * stand for, followed by the lines on their fields; the line alone where both know names of their own.
 */
export function unfolded(
  line: Line,
  counterpart: Line,
  models: ReadonlyMap<string, Entry>,
): readonly [Line, ...Line[]] {
  const others = new Set(namesIn(counterpart.type));
  const own = new Set(namesIn(line.type));
  const [name, ...more] = [...own].filter((each) => !others.has(each) && models.has(each));
  const model = name === undefined ? undefined : models.get(name);
  const isInline = [...others].every((other) => own.has(other) || !isModelLike(other));
  if (name === undefined || model === undefined || more.length > 0 || !isInline) return [line];
  const alias = model.lines.find(({ kind }) => kind === "type");
  const text = line.type.join(" | ");
  const type = membersOf(replaced(text, name, alias?.type.join(" | ") ?? "object"));
  const steps = wayTo(name, line.type);
  const way = joined(line.path, steps);
  const facts = [...reached(steps, alias?.facts ?? []), ...line.facts];
  const parts = model.lines.filter(({ kind }) => kind === "field");
  const kind = line.kind === "argument" ? "argument" : "field";
  return [
    { ...line, type, facts },
    ...parts.map((part) => ({ ...part, kind, path: joined(way, partStep(part.path)) }) as const),
  ];
}

/** The names that a type mentions: words that stand in no quotes. */
export function namesIn(type: readonly string[]): string[] {
  return (
    type
      .join(" | ")
      .replace(/"[^"\\]*(?:\\.[^"\\]*)*"/g, "")
      .match(/[A-Za-z_$][\w$]*/g) ?? []
  );
}

function isModelLike(name: string): boolean {
  return !/^(object|string|number|boolean|null|true|false|unknown|void|Record)$/.test(name);
}

function replaced(type: string, name: string, by: string): string {
  const isAlone = membersOf(type).includes(name);
  const text = isAlone || !/ [|&] /.test(by) ? by : `(${by})`;
  return type.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|[A-Za-z_$][\w$]*/g, (word) =>
    word === name ? text : word,
  );
}

/** The steps from a type to the values of a name in it: `Pet[]` is left by `[]`. */
function wayTo(name: string, type: readonly string[]): string {
  const member = type.find((each) => namesIn([each]).includes(name)) ?? name;
  const [, list] = /^(.*)\[\]$/s.exec(member) ?? [];
  if (list !== undefined) return `[]${wayTo(name, [list])}`;
  const [, values] = /^Record<string, (.*)>$/s.exec(member) ?? [];
  return values === undefined ? "" : `[*]${wayTo(name, [values])}`;
}

/** A path as a step from something else. */
function partStep(path: string): string {
  return path.startsWith("[") ? path : `.${path}`;
}
