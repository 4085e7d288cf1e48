/** The method of an operation; `DELETE` is longer than a list has room for. */
export function badge(method: string, length = Number.POSITIVE_INFINITY): string {
  const name = method.toUpperCase();
  const text = name.length > length ? name.slice(0, 3) : name;
  return `<span class="method ${method.toLowerCase()}">${text}</span>`;
}

/** Text as HTML that Vue finds nothing in. */
export function plain(text: string): string {
  return withoutBraces(
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;"),
  );
}

/** HTML whose braces Vue doesn't take for an expression. */
export function withoutBraces(html: string): string {
  return html.replaceAll("{", "&#123;");
}

/** Text for a title, which VitePress writes between tags as it is. */
export function untagged(text: string): string {
  return text.replaceAll("<", "‹").replaceAll(">", "›");
}
