import type { Renderer } from "./markdown.js";

type Token = ReturnType<Renderer["parse"]>[number];

/** The sections of an operation whose programs become tabs. */
const programs: ReadonlyMap<string, string> = new Map([
  ["Example Usage", "Class"],
  ["Standalone function", "Function"],
]);

/**
 * Groups each operation of a resource's page: its head, its programs as tabs with the answers
 * below, and the rest. A wide screen shows the programs beside the text.
 */
export function showColumns(md: Renderer): void {
  md.renderer.rules["columns"] = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.push("columns", (state) => {
    if (!/(^|\/)sdks\//.test(state.env["relativePath"] ?? "")) return;
    const html = (content: string) =>
      Object.assign(new state.Token("columns", "", 0), { content, block: true });
    // An operation is a section of its resource's page, or a page.
    const isOwn = titlesIn(state.tokens, "h2").some((title) => programs.has(title));
    const [intro = [], ...sections] = split(state.tokens, isOwn ? "h1" : "h2");
    state.tokens = [
      ...intro,
      ...sections.flatMap((section, index) =>
        operationTokens(section, isOwn ? "h2" : "h3", `${index}`, html),
      ),
    ];
  });
}

/** @param level the headings of the operation's parts. */
function operationTokens(
  section: readonly Token[],
  level: "h2" | "h3",
  id: string,
  html: (content: string) => Token,
): readonly Token[] {
  const [head = [], ...parts] = split(section, level);
  if (!parts.some((part) => programs.has(titleOf(part)))) return section;
  const tabs: { readonly label: string; readonly fence: Token }[] = [];
  let above: readonly Token[] = [];
  const aside: Token[] = [];
  const rest: Token[] = [];
  for (const part of parts) {
    const label = programs.get(titleOf(part));
    if (label === undefined) {
      const [answers, text] = answersIn(part);
      for (const token of answers) aside.push(token);
      for (const token of text) rest.push(token);
      continue;
    }
    const found = tabsIn(part, label);
    for (const tab of found.tabs) tabs.push(tab);
    above = [...found.others, ...above];
  }
  const isCurl = ({ label }: { readonly label: string }) => label === "curl";
  const sorted = [...tabs.filter((tab) => !isCurl(tab)), ...tabs.filter(isCurl)];
  return [
    html('<section class="operation"><div class="head">'),
    ...head,
    html('</div><div class="code">'),
    ...tabTokens(sorted, id, html),
    ...above,
    ...aside,
    html('</div><div class="text">'),
    ...rest,
    html("</div></section>"),
  ];
}

/** The programs of a section, each with the title above it. */
function tabsIn(part: readonly Token[], usual: string) {
  const tabs: { readonly label: string; readonly fence: Token }[] = [];
  const others: Token[] = [];
  let label = usual;
  for (const [index, token] of part.slice(3).entries()) {
    if (token.type === "fence") {
      tabs.push({ label, fence: token });
      label = usual;
      continue;
    }
    const bold = /^\*\*(.+)\*\*$/.exec(token.content);
    if (token.type === "inline" && bold?.[1] !== undefined) {
      label = bold[1];
      others.splice(-1);
    } else if (!isEnd(part, index + 3) && token.type !== "html_block") {
      others.push(token);
    }
  }
  return { tabs, others };
}

/** Whether a token closes a title. */
function isEnd(part: readonly Token[], index: number): boolean {
  return (
    part[index]?.type === "paragraph_close" && /^\*\*.+\*\*$/.test(part[index - 1]?.content ?? "")
  );
}

/** JSON and the line above it, if that only names it, apart from the rest. */
function answersIn(part: readonly Token[]): [answers: Token[], rest: Token[]] {
  const answers: Token[] = [];
  const rest: Token[] = [];
  for (const token of part) {
    if (token.type !== "fence") {
      rest.push(token);
      continue;
    }
    const isNamed =
      rest.at(-1)?.type === "paragraph_close" && /:$/.test(rest.at(-2)?.content ?? "");
    if (isNamed) answers.push(...rest.splice(-3));
    answers.push(token);
  }
  return [answers, rest];
}

/** Tabs as VitePress makes them from a code group. */
function tabTokens(
  tabs: readonly { readonly label: string; readonly fence: Token }[],
  id: string,
  html: (content: string) => Token,
): Token[] {
  if (tabs.length === 0) return [];
  const buttons = tabs.map(({ label }, index) => {
    const own = `tab-${id}-${index}`;
    const text = label.replace(/[<>&"{}]/g, "");
    const checked = index === 0 ? "checked" : "";
    return `<input type="radio" name="tabs-${id}" id="${own}" ${checked}><label data-title="${text}" for="${own}">${text}</label>`;
  });
  for (const { fence } of tabs.slice(0, 1)) fence.info = `${fence.info} active`;
  return [
    html(
      `<div class="vp-code-group"><div class="tabs">${buttons.join("")}</div><div class="blocks">`,
    ),
    ...tabs.map(({ fence }) => fence),
    html("</div></div>"),
  ];
}

function titleOf(part: readonly Token[]): string {
  return part[1]?.content ?? "";
}

function titlesIn(tokens: readonly Token[], tag: string): string[] {
  return tokens.flatMap((token, index) =>
    token.type === "heading_open" && token.tag === tag ? [tokens[index + 1]?.content ?? ""] : [],
  );
}

/** The tokens before the first heading of a level, then those from each of them on. */
function split(tokens: readonly Token[], tag: string): Token[][] {
  const parts: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === "heading_open" && token.tag === tag) parts.push([]);
    parts.at(-1)?.push(token);
  }
  return parts;
}
