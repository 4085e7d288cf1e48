import { nested, type Row } from "./nested-rows.js";
import type { Renderer, Token } from "./renderer.js";

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
    let table: Token | undefined;
    for (const [index, token] of state.tokens.entries()) {
      const next = state.tokens[index + 1];
      if (token.type === "heading_open") {
        const level = Number(token.tag.slice(1));
        headings = [...headings.slice(0, level - 1), next?.content ?? ""];
      }
      if (token.type === "table_open") labels = [];
      if (token.type === "th_open") labels.push(next?.content ?? "");
      if (token.type === "tbody_open") {
        table = shown.findLast(({ type }) => type === "table_open");
        const kind = labels.length > 3 && isNamed(labels) ? ' class="wide"' : "";
        if (table) Object.assign(table, html(`<div class="table" tabindex="0"><table${kind}>`));
        rows = [];
      }
      const isRow = token.type === "tr_open" && labels.length > 0 && isInBody(shown);
      if (isRow) row = { tokens: [], name: nameIn(state.tokens.slice(index, index + 3)) };
      if (token.type === "tbody_close") {
        for (const each of rows) label(each, labels);
        anchor(rows, headings, labels, anchors, html);
        const own = nested(rows, "", html);
        if (table && own.filter(isFolded).length > 1) table.content = expandAll + table.content;
        for (const each of own) shown.push(each);
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

/** Opens and closes the fields of all fields of the table below it. */
const expandAll = '<button type="button" class="expand-fields">Expand all</button>';

function isFolded({ content }: Token): boolean {
  return content.startsWith('<tr class="inner">');
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
