import {
  addThing,
  getBearerSecret,
  getThing,
  listThings,
  type RequestOptions,
  type Result,
  Things,
  type ThingsOptions,
} from "#sdk";
import { ThingsCore } from "#sdk/core";

/** The operations that the tables below call, each as a method and as a standalone function. */
export interface Calls {
  readonly method: (things: Things, input: object, options: RequestOptions) => Promised;
  readonly standalone: (core: ThingsCore, input: object, options: RequestOptions) => Promised;
}

export interface Promised extends PromiseLike<unknown> {
  readonly result: () => Promise<Result<unknown, unknown>>;
}

/** The casts let a table hold values that no typed call would take. */
export const operations = {
  getThing: {
    method: ({ things }, input, options) => things.get(input as { id: string }, options),
    standalone: (core, input, options) => getThing(core, input as { id: string }, options),
  },
  listThings: {
    method: ({ things }, input, options) => things.list(input, options),
    standalone: listThings,
  },
  addThing: {
    method: ({ things }, input, options) => things.add(input, options),
    standalone: addThing,
  },
  getBearerSecret: {
    method: ({ secrets }, _, options) => secrets.getBearerSecret(options),
    standalone: (core, _, options) => getBearerSecret(core, options),
  },
} satisfies Record<string, Calls>;

export interface Call {
  readonly operation: keyof typeof operations;
  readonly input: object;
  readonly client: ThingsOptions;
  readonly options: RequestOptions;
}

/** How a call ended. */
export type Ending = { readonly value: unknown } | { readonly error: unknown };

export interface Way {
  readonly name: string;
  readonly start: (call: Call) => Promised;
  readonly read: (promised: Promised) => Promise<Ending>;
}

/** Every way to make a call and to learn how it ended. */
export const ways: readonly Way[] = [
  { name: "await", start: method, read: awaited },
  { name: ".result()", start: method, read: resulting },
  { name: "await of the function", start: standalone, read: awaited },
  { name: ".result() of the function", start: standalone, read: resulting },
];

function method({ operation, client, input, options }: Call): Promised {
  return operations[operation].method(new Things(client), input, options);
}

function standalone({ operation, client, input, options }: Call): Promised {
  return operations[operation].standalone(new ThingsCore(client), input, options);
}

async function awaited(promised: Promised): Promise<Ending> {
  try {
    return { value: await promised };
  } catch (error) {
    return { error };
  }
}

async function resulting(promised: Promised): Promise<Ending> {
  const result = await promised.result();
  return result.ok ? { value: result.value } : { error: result.error };
}
