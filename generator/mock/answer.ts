export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** The body, or the items of a stream. */
  readonly body: string | readonly string[];
}

/** Problem details (RFC 9457). */
export function problem(status: number, detail: string, errors: readonly string[] = []): Answer {
  return {
    status,
    headers: { "Content-Type": "application/problem+json" },
    body: JSON.stringify({ title: "sdkwright mock", status, detail, errors }),
  };
}
