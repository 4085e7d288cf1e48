import { plain } from "./html.js";
import type { Token } from "./renderer.js";

export interface CodeTab {
  readonly label: string;
  readonly fence: Token;
}

export interface CodeGroup {
  /** Unique on the page among the groups of one kind. */
  readonly id: string;
  readonly kind: "programs" | "answers";
  /** The text before the tabs. */
  readonly title: string | null;
  readonly tabs: readonly CodeTab[];
}

/** Code with more lines scrolls by itself, until a reader expands it. */
const mostLines = 20;

const expand = '<button type="button" class="expand-code" aria-expanded="false">Expand</button>';

/** Tabs as VitePress makes them from a code group. None if there is no code. */
export function codeGroup(
  { id, kind, title, tabs }: CodeGroup,
  html: (content: string) => Token,
): Token[] {
  const [first] = tabs;
  if (first === undefined) return [];
  const buttons = tabs.map(({ label }, index) => {
    const own = `${kind}-${id}-${index}`;
    const checked = index === 0 ? "checked" : "";
    return `<input type="radio" name="${kind}-${id}" id="${own}" ${checked}><label data-title="${plain(label)}" for="${own}">${plain(label)}</label>`;
  });
  const isLong = tabs.some(({ fence }) => fence.content.split("\n").length > mostLines + 1);
  first.fence.info = `${first.fence.info} active`;
  const name = title === null ? "" : `<span class="tabs-title">${plain(title)}</span>`;
  return [
    html(
      `<div class="vp-code-group ${kind}"><div class="tabs">${name}${buttons.join("")}${isLong ? expand : ""}</div><div class="blocks">`,
    ),
    ...tabs.map(({ fence }) => fence),
    html("</div></div>"),
  ];
}
