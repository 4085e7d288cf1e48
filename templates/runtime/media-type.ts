/**
 * The first of some documented media types that includes another one: the same with its
 * parameters, else the same without them, else a range such as `image/*`. The longest range wins.
 */
export function matchingType(documented: readonly string[], mediaType: string): string | undefined {
  const whole = normal(mediaType);
  const essence = essenceOf(whole);
  const ranges = documented.filter((type) => type.includes("*"));
  return (
    documented.find((type) => normal(type) === whole) ??
    documented.find((type) => essenceOf(normal(type)) === essence) ??
    ranges.sort((a, b) => b.length - a.length).find((range) => includes(range, essence))
  );
}

function normal(mediaType: string): string {
  return mediaType.toLowerCase().replace(/\s/g, "");
}

/** The media type without its parameters (RFC 9110, 8.3.1). */
function essenceOf(mediaType: string): string {
  return mediaType.split(";")[0] ?? "";
}

function includes(range: string, essence: string): boolean {
  const [start = "", ...rest] = essenceOf(normal(range)).split("*");
  return essence.includes("/") && essence.startsWith(start) && essence.endsWith(rest.at(-1) ?? "");
}
