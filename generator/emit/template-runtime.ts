/** What a template is compiled to by Handlebars: its own text, and that of each of its blocks by number. */
export interface Specification {
  readonly main: Program;
  readonly [block: number]: Program;
}

type Program = (
  container: Container,
  view: unknown,
  helpers: Readonly<Record<string, unknown>>,
  partials: Readonly<Record<string, unknown>>,
  data: Data,
) => string;

/** Where a loop stands. */
interface Data {
  readonly first?: boolean;
  readonly last?: boolean;
}

/** The text of a view. */
export type Print = (view: unknown, options?: { readonly data: Data }) => string;

/** What a block prints: where there is something, and where there is nothing. */
interface Branches {
  readonly fn: Print;
  readonly inverse: Print;
}

/** What programs ask for while they print, by the names of Handlebars. */
type Container = Readonly<Record<string, unknown>>;

/**
 * Runs a compiled template. Handlebars has a runtime for all that templates can be; what ours may
 * consist of is little, and so is this.
 *
 * @param partials by name, those that come later included.
 */
export function runnableTemplate(
  specification: Specification,
  helpers: Readonly<Record<string, unknown>>,
  partials: Readonly<Record<string, Print>>,
): Print {
  const known = { ...helpers, ...blocks };
  const container: Container = {
    strict: fieldOf,
    lookupProperty: (parent: Fields, name: string) => parent[name],
    lambda: (value: unknown) => value,
    noop: () => "",
    nullContext: {},
    program: (block: number, around: Data): Print => {
      const program = specification[block];
      if (program === undefined) throw new Error(`a template has no block ${block}`);
      return (view, { data } = { data: around }) => program(container, view, known, partials, data);
    },
    invokePartial: printPartial,
  };
  return (view, { data } = { data: {} }) =>
    // A template that is one field alone gives its value.
    String(specification.main(container, view, known, partials, data));
}

type Fields = Readonly<Record<string, unknown>>;

function fieldOf(view: Fields, name: string): unknown {
  if (!(name in view))
    throw new Error(`a template asks for "${name}", which its view doesn't have`);
  return view[name];
}

function printPartial(
  print: Print | undefined,
  view: unknown,
  options: { readonly name: string; readonly data: Data },
): string {
  if (print === undefined) throw new Error(`there is no template ${options.name}`);
  return print(view, options);
}

const blocks = {
  if(this: unknown, value: unknown, { fn, inverse }: Branches): string {
    return isNothing(value) ? inverse(this) : fn(this);
  },
  unless(this: unknown, value: unknown, { fn, inverse }: Branches): string {
    return isNothing(value) ? fn(this) : inverse(this);
  },
  with(this: unknown, value: unknown, { fn, inverse }: Branches): string {
    return isNothing(value) ? inverse(this) : fn(value);
  },
  each(this: unknown, items: unknown, { fn, inverse }: Branches): string {
    if (!Array.isArray(items) || items.length === 0) return inverse(this);
    const last = items.length - 1;
    let text = "";
    for (let index = 0; index <= last; index += 1) {
      text += fn(items[index], { data: { first: index === 0, last: index === last } });
    }
    return text;
  },
};

function isNothing(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}
