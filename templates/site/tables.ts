import { plain } from "./html.js";
import type { Renderer, Token } from "./renderer.js";

/** A row of a table, from its start to its end. */
interface Row {
  readonly tokens: Token[];
  /** The code in its first cell: `address.street`. */
  readonly name: string;
}

/**
 * Makes tables readable on every screen: a wide one scrolls instead of the page, and on phones,
 * cells are stacked below their labels. Each field and status has an anchor, and the fields of a
 * field open on request.
 */
export function showTables(md: Renderer): void {
  md.renderer.rules["table_close"] = () => "</table></div>";
  md.renderer.rules["rows"] = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.push("tables", (state) => {
    const html = (content: string) =>
      Object.assign(new state.Token("rows", "", 0), { content, block: true });
    const anchors = new Set<string>();
    const shown: Token[] = [];
    let headings: string[] = [];
    let rows: Row[] = [];
    let labels: string[] = [];
    let row: Row | null = null;
    for (const [index, token] of state.tokens.entries()) {
      const next = state.tokens[index + 1];
      if (token.type === "heading_open") {
        const level = Number(token.tag.slice(1));
        headings = [...headings.slice(0, level - 1), next?.content ?? ""];
      }
      if (token.type === "table_open") labels = [];
      if (token.type === "th_open") labels.push(next?.content ?? "");
      if (token.type === "tbody_open") {
        const open = shown.findLast(({ type }) => type === "table_open");
        const kind = labels.length > 3 && isNamed(labels) ? ' class="wide"' : "";
        if (open) Object.assign(open, html(`<div class="table" tabindex="0"><table${kind}>`));
        rows = [];
      }
      const isRow = token.type === "tr_open" && labels.length > 0 && isInBody(shown);
      if (isRow) row = { tokens: [], name: nameIn(state.tokens.slice(index, index + 3)) };
      if (token.type === "tbody_close") {
        for (const each of rows) label(each, labels);
        anchor(rows, headings, labels, anchors, html);
        for (const each of nested(rows, "", html)) shown.push(each);
      }
      (row?.tokens ?? shown).push(token);
      if (token.type === "tr_close" && row) {
        rows.push(row);
        row = null;
      }
    }
    state.tokens = shown;
  });
}

function isInBody(tokens: readonly Token[]): boolean {
  return (
    tokens.findLast(({ type }) => /^(tbody_open|thead_open)$/.test(type))?.type === "tbody_open"
  );
}

function nameIn([, , cell]: readonly Token[]): string {
  const [first, second] = cell?.children ?? [];
  return (first?.type === "s_open" ? second : first)?.content ?? "";
}

function label({ tokens }: Row, labels: readonly string[]): void {
  const cells = tokens.filter(({ type }) => type === "td_open");
  for (const [index, cell] of cells.entries()) {
    cell.attrSet("data-label", (labels[index] ?? "").replaceAll("`", ""));
  }
}

/** Whether the rows describe parameters, fields, headers or errors: each becomes a paragraph. */
function isNamed([first = ""]: readonly string[]): boolean {
  return ["Parameter", "Field", "Header", "Error Type"].includes(first);
}

/** Anchors such as `update.proxy_url` and `update.422`: the operation, and the field or status. */
function anchor(
  rows: readonly Row[],
  headings: readonly string[],
  [first = ""]: readonly string[],
  anchors: Set<string>,
  html: (content: string) => Token,
): void {
  if (!isNamed([first])) return;
  const isError = first === "Error Type";
  const owner = headings[1] === undefined || headings[2] === undefined ? [] : [headings[1]];
  const part = first === "Parameter" || isError ? [] : [first];
  const known = (what: string) => {
    const id = [...owner, ...part, what]
      .join(".")
      .replace(/[^\w.$-]+/g, "-")
      .toLowerCase();
    if (what === "" || anchors.has(id)) return [];
    anchors.add(id);
    return [id];
  };
  for (const { tokens, name } of rows) {
    const statuses = tokens.filter(({ type }) => type === "inline")[1]?.content ?? "";
    const names = isError ? (statuses.match(/\d\w\w/g) ?? []) : [name];
    const [id, ...others] = names.flatMap(known);
    if (id !== undefined) tokens[0]?.attrSet("id", id);
    if (id !== undefined && !isError) linkName(tokens[2], id, html);
    // Further statuses of a row have their anchors in its first cell.
    tokens.splice(2, 0, ...others.map((each) => html(`<span id="${each}"></span>`)));
  }
}

/** Links the name of a field to its own anchor, so that a reader can copy the address. */
function linkName(cell: Token | undefined, id: string, html: (content: string) => Token): void {
  const children = cell?.children ?? [];
  children.unshift(html(`<a class="field" href="#${id}">`));
  children.push(html("</a>"));
}

/** The rows, those of the fields of a field below it. */
function nested(
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
