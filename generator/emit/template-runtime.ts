/**
 * The output of the Handlebars compiler: the main program of a template, and those of its blocks by
 * number.
 */
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

/** The state of a loop. */
interface Data {
  readonly first?: boolean;
  readonly last?: boolean;
}

/** Renders a view to text. */
export type Print = (view: unknown, options?: { readonly data: Data }) => string;

/** The programs of a block for a truthy and a falsy value. */
interface Branches {
  readonly fn: Print;
  readonly inverse: Print;
}

/** The functions that compiled templates call, by their Handlebars names. */
type Container = Readonly<Record<string, unknown>>;

/**
 * Runs a compiled template. Our templates use few features of Handlebars, so this is much smaller
 * than its runtime.
 *
 * @param partials by name, including those added later.
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
    // A template that is a single field returns the field's value.
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
