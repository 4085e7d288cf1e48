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
  first.fence.info = `${first.fence.info} active`;
  const name = title === null ? "" : `<span class="tabs-title">${plain(title)}</span>`;
  return [
    html(
      `<div class="vp-code-group ${kind}"><div class="tabs">${name}${buttons.join("")}</div><div class="blocks">`,
    ),
    ...tabs.map(({ fence }) => fence),
    html("</div></div>"),
  ];
}
