/** The badge of an operation's method, shortened for lists: `DELETE` doesn't fit there. */
export function badge(method: string, length = Number.POSITIVE_INFINITY): string {
  const name = method.toUpperCase();
  const text = name.length > length ? name.slice(0, 3) : name;
  return `<span class="method ${method.toLowerCase()}">${text}</span>`;
}

/** Text as HTML without Vue syntax. */
export function plain(text: string): string {
  return withoutBraces(
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;"),
  );
}

/** HTML whose braces Vue doesn't evaluate. */
export function withoutBraces(html: string): string {
  return html.replaceAll("{", "&#123;");
}

/** Text for a title, which VitePress inserts unescaped. */
export function untagged(text: string): string {
  return text.replaceAll("<", "‹").replaceAll(">", "›");
}
