/** Strings by their format (JSON Schema 2020-12, Validation, 7.3; OpenAPI Format Registry). */
const byFormat: Readonly<Record<string, string>> = {
  "date-time": "2025-01-31T09:30:00Z",
  date: "2025-01-31",
  time: "09:30:00Z",
  duration: "P3D",
  email: "person@example.com",
  "idn-email": "person@example.com",
  hostname: "example.com",
  "idn-hostname": "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com",
  "uri-reference": "/path",
  url: "https://example.com",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  byte: "aGVsbG8=",
};

/** Strings by what they are called; the first row that matches decides. */
const byName: readonly (readonly [name: RegExp, value: string])[] = [
  [/e-?mail/i, "person@example.com"],
  [/ur[il]$|href$/i, "https://example.com"],
  [/phone/i, "+15555550100"],
  [/(^|_)(host(name)?|domain)$/i, "example.com"],
  [/(^|_)ip(_address)?$|ipAddress$/i, "192.0.2.1"],
  [/_at$|At$|(^|_)timestamp$/, "2025-01-31T09:30:00Z"],
  [/(^|_)date$|Date$/, "2025-01-31"],
  [/^id$/i, "12345"],
];

/** A string that might stand in a field; where nothing tells, a placeholder that names the field. */
export function plausibleText(name: string, format: string | null): string {
  const known = format !== null && Object.hasOwn(byFormat, format) ? byFormat[format] : undefined;
  if (known !== undefined) return known;
  const owner = /^(.+?)_?(id|Id|ID)$/.exec(name)?.[1];
  const isIdentifier = /_id$|[a-z](Id|ID)$/.test(name);
  if (isIdentifier && owner) return `${owner}_12345`;
  const [, value] = byName.find(([pattern]) => pattern.test(name)) ?? [];
  return value ?? `<${name === "" ? "value" : name}>`;
}

/** A number that might stand in a field, within what limits it: `minimum: 10`. */
export function plausibleNumber(name: string, constraints: readonly string[]): number {
  const least = limitIn(constraints, "minimum");
  const most = limitIn(constraints, "maximum");
  const wish = /limit|size/i.test(name) ? 10 : /offset|skip/i.test(name) ? 0 : 1;
  return Math.min(most ?? Infinity, Math.max(least ?? wish, wish));
}

function limitIn(constraints: readonly string[], keyword: string): number | null {
  const found = constraints.find((constraint) => constraint.startsWith(`${keyword}: `));
  const limit = Number(found?.slice(keyword.length + 2));
  return found === undefined || Number.isNaN(limit) ? null : limit;
}
