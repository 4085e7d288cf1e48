/** What a request asks of the mock server in `Prefer` (RFC 7240). */
export interface Preferences {
  /** The status to answer; `null` for the first success. */
  readonly code: number | null;
  /** Milliseconds to wait before the answer. */
  readonly delayMs: number;
  /** Where to break the connection. */
  readonly drop: "before-headers" | "mid-body" | null;
}

/** The longest delay, in milliseconds. */
const longestDelay = 600_000;

/** Reads `code=404, delay=500, drop=mid-body`. Other preferences are ignored, as RFC 7240 says. */
export function preferencesIn(header: string): Preferences {
  const value = (name: string) =>
    new RegExp(`(?:^|[,;\\s])${name}\\s*=\\s*"?([\\w-]+)`, "i").exec(header)?.[1];
  const code = Number(value("code"));
  const delay = Number(value("delay"));
  const drop = value("drop");
  return {
    code: code >= 100 && code <= 599 ? code : null,
    delayMs: delay > 0 ? Math.min(delay, longestDelay) : 0,
    drop: drop === "before-headers" || drop === "mid-body" ? drop : null,
  };
}
