interface Process {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly versions?: { readonly node?: string };
}

/** Exists on Node, Deno and Bun, not in browsers. The runtime uses nothing else of Node. */
export const process = (globalThis as { process?: Process }).process;

/** Whether the code runs on a server or in a shell rather than in a browser. */
export const isServer = (): boolean => process?.versions?.node !== undefined;

/** An environment variable; `undefined` if it isn't set or may not be read. */
export function environment(name: string): string | undefined {
  try {
    return process?.env?.[name];
  } catch {
    return undefined;
  }
}
