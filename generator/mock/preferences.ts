/** What a request asks of the mock server in `Prefer` (RFC 7240). */
export interface Preferences {
  /** The status to answer; `null` for the first success. */
  readonly code: number | null;
  /** The name of the example to answer with; `null` for the first. */
  readonly example: string | null;
  /** Milliseconds to wait before the answer. */
  readonly delayMs: number;
  /** Where to break the connection. */
  readonly drop: "before-headers" | "mid-body" | null;
}

/** The longest delay, in milliseconds. */
const longestDelay = 600_000;

/**
 * Reads `code=404, example="not found", delay=500, drop=mid-body`. Other preferences are ignored, as
 * RFC 7240 says.
 */
export function preferencesIn(header: string): Preferences {
  const value = (name: string) => {
    const pattern = new RegExp(`(?:^|[,;\\s])${name}\\s*=\\s*(?:"([^"]*)"|([^\\s",;]+))`, "i");
    const [, quoted, token] = pattern.exec(header) ?? [];
    return quoted ?? token;
  };
  const code = Number(value("code"));
  const delay = Number(value("delay"));
  const drop = value("drop");
  return {
    code: code >= 100 && code <= 599 ? code : null,
    example: value("example") ?? null,
    delayMs: delay > 0 ? Math.min(delay, longestDelay) : 0,
    drop: drop === "before-headers" || drop === "mid-body" ? drop : null,
  };
}
