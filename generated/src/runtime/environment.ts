// Emitted by sdkwright 0.1.0 from document ddea6a7bbd82. What is written here is lost at the next run.

interface Process {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly versions?: { readonly node?: string };
}

/** There on Node, Deno and Bun, absent from browsers; nothing else of Node is used. */
const { process } = globalThis as { process?: Process };

/** Whether this is a server's or a shell's runtime rather than a browser. */
export const isServer = process?.versions?.node !== undefined;

/** An environment variable; `undefined` where there is none, or where it may not be read. */
export function environment(name: string): string | undefined {
  try {
    return process?.env?.[name];
  } catch {
    return undefined;
  }
}
