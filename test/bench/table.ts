/** A table of Markdown; all columns but the first hold numbers. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = columns.map((_, index) => (index === 0 ? "---" : "--:"));
  return `${[columns, rule, ...rows].map(line).join("\n")}\n`;
}

export function heading(level: number, text: string): string {
  return `${"#".repeat(level)} ${text}\n\n`;
}

/** Nothing where there is no number. */
export function amount(number: number, decimals: number): string {
  if (Number.isNaN(number)) return "";
  return number.toLocaleString("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

/** Ours divided by theirs: below 1 is less for us; nothing where theirs is lost in the noise. */
export function ratio(own: number | null, other: number | null): string {
  return own === null || other === null || other <= 0 ? "" : amount(own / other, 2);
}
