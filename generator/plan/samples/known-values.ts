import { momentOf, type Subject } from "./moments.js";

interface Row<Value> {
  /** Matches the name of the field. */
  readonly name: RegExp | null;
  /** Matches the description, for names that say nothing. */
  readonly description?: RegExp;
  readonly value: Value;
}

/** A description that starts by saying what the text is: "The user's primary e-mail address". */
function startsWith(what: string): RegExp {
  return new RegExp(`^(the |an? )?([\\w'’-]+ ){0,2}(${what})(?![\\w-])`, "i");
}

/** Texts by name or description. The first row that matches wins, names before descriptions. */
const texts: readonly Row<string>[] = [
  {
    name: /e-?mail/i,
    description: startsWith("e-?mail address(es)?"),
    value: "person@example.com",
  },
  {
    name: /ur[il]$|href$|(^|_)origin$/i,
    description: startsWith("ur[il]"),
    value: "https://example.com",
  },
  {
    name: /phone/i,
    description: /\bE\.?164\b|^(the |a )?(\w+ )?phone number/i,
    value: "+15555550100",
  },
  {
    name: /(^|_)(host(_?name)?|domain(_?name)?)$/i,
    description: startsWith("domain name|host ?name"),
    value: "example.com",
  },
  {
    name: /(^|_)ip(_address)?$|ipAddress$/i,
    description: startsWith("ip address"),
    value: "192.0.2.1",
  },
  { name: /^(first|given)_?name$/i, value: "Ada" },
  { name: /^((last|family)_?name|surname)$/i, value: "Lovelace" },
  { name: /^full_?name$/i, value: "Ada Lovelace" },
  { name: /^user_?name$/i, value: "ada" },
  {
    name: /(^|_)(locale|language_?tag)$/i,
    description: /\bBCP[ -]?47\b|IETF language tag/i,
    value: "en-US",
  },
  {
    name: /(^|_)(lang|language)(_?code)?$/i,
    description: /\bISO[ -]?639\b/i,
    value: "en",
  },
  { name: null, description: /currency code.*lower-?case/i, value: "usd" },
  {
    name: /(^|_)currency(_?code)?$/i,
    description: /\bISO[ -]?4217\b|currency code/i,
    value: "USD",
  },
  { name: /(^|_)currency_?symbol$/i, value: "$" },
  {
    name: null,
    description: /\bISO[ -]?3166\b.*(alpha|letter)[ -]?3|three-letter.*country/i,
    value: "USA",
  },
  {
    name: /(^|_)country(_?code)?$/i,
    description: /\bISO[ -]?3166\b|country code/i,
    value: "US",
  },
  {
    name: /(^|_)(time_?zone|tz)$/i,
    description: /IANA time ?zone|tz database/i,
    value: "Europe/London",
  },
  { name: /(^|_)city$/i, value: "London" },
  { name: /(^|_)(postal|zip|post)_?code$/i, value: "EC1A 1BB" },
  { name: /colou?r$/i, description: /\bhex(adecimal)? colou?r/i, value: "#3366ff" },
  { name: /(^|_)slug$/i, value: "example" },
  { name: /(^|_)version$/i, value: "1.0.0" },
  { name: /(^|_)(mime|media|content)_?type$/i, value: "text/plain" },
  { name: /(^|_)file_?name$/i, value: "example.txt" },
  { name: /^user_?agent$/i, value: "Mozilla/5.0" },
  { name: /^html$/i, value: "<p>Hello</p>" },
  { name: /^subject$/i, description: startsWith("e-?mail subject"), value: "Hello" },
  { name: /(^|_)(amount|price|cost|balance)$/i, value: "19.99" },
];

/** Numbers by name; of two, the first is an integer, such as an amount of cents. */
const numbers: readonly Row<number | readonly [integer: number, other: number]>[] = [
  { name: /(^|_)(file_?size|bytes)$/i, value: 1024 },
  { name: /limit|size/i, value: 10 },
  { name: /offset|skip/i, value: 0 },
  { name: /(^|_)(amount|price|cost|balance)$/i, value: [1999, 19.99] },
  { name: /(^|_)(ttl|time_?out|duration|life_?time|expires_?in)(_?seconds)?$/i, value: 3600 },
  { name: /(^|_)percent(age)?$/i, value: 50 },
  { name: /(^|_)port$/i, value: 443 },
  { name: /(^|_)year$/i, value: 2025 },
  { name: /(^|_)width$/i, value: 640 },
  { name: /(^|_)height$/i, value: 480 },
  { name: /^lat(itude)?$/i, value: [51, 51.5074] },
  { name: /^(lng|lon|longitude)$/i, value: [0, -0.1278] },
];

/** A realistic text for a field, or `null` if neither its name nor its description is known. */
export function knownText(subject: Subject): string | null {
  return momentOf(subject)?.text ?? rowFor(subject, texts) ?? null;
}

/** A realistic number for a field, before its constraints. */
export function knownNumber(subject: Subject, isInteger: boolean): number {
  const found = momentOf(subject)?.number ?? rowFor(subject, numbers) ?? 1;
  if (typeof found === "number") return found;
  return isInteger ? found[0] : found[1];
}

function rowFor<Value>({ name, description }: Subject, rows: readonly Row<Value>[]) {
  const named = rows.find((row) => row.name?.test(name));
  const text = description ?? "";
  return (named ?? rows.find((row) => row.description?.test(text)))?.value;
}
