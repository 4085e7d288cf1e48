import { plain } from "./html.js";
import type { Token } from "./renderer.js";

/** A row of a table, from its start to its end. */
export interface Row {
  readonly tokens: Token[];
  /** The code in its first cell: `address.street`. */
  readonly name: string;
}

/** The rows, those of the fields of a field below it. */
export function nested(
  rows: readonly Row[],
  owner: string,
  html: (content: string) => Token,
): readonly Token[] {
  const tokens: Token[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    const { name } = row;
    shorten(row, owner);
    tokens.push(...row.tokens);
    const rest = rows.slice(index + 1);
    const end = rest.findIndex((each) => name === "" || !isWithin(each.name, name));
    const inner = end === -1 ? rest : rest.slice(0, end);
    if (inner.length === 0 || name === "options") continue;
    const start = /^(?:\[\])*\./.exec(inner[0]?.name.slice(name.length) ?? "")?.[0] ?? "";
    tokens.push(
      html(
        `<tr class="inner"><td colspan="5"><details><summary>Fields of <code>${plain(name)}</code></summary><table><tbody>`,
      ),
    );
    for (const token of nested(inner, name + start, html)) tokens.push(token);
    tokens.push(html("</tbody></table></details></td></tr>"));
    index += inner.length;
  }
  return tokens;
}

function isWithin(name: string, owner: string): boolean {
  return name.startsWith(owner) && /^(?:\[\])*\./.test(name.slice(owner.length));
}

/** Leaves the names of the owners out, which the row is below. */
function shorten({ tokens }: Row, owner: string): void {
  const children = tokens[2]?.children ?? [];
  const code = children.find(({ type }) => type === "code_inline");
  if (code?.content.startsWith(owner)) code.content = code.content.slice(owner.length);
}
