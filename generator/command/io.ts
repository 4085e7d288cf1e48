/** The streams of a command: those of `process`, or a test's own. */
export interface IO {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** The exit codes of the command. */
export const exitCode = { success: 0, invalidDocument: 1, badArguments: 2, different: 3 } as const;

/** Shows the current stage on a terminal, in place of the one before; prints nothing elsewhere. */
export function showProgress({ stderr }: IO, stage: string): void {
  if (stderr.isTTY) stderr.write(`\r\u001b[K${stage}`);
}
