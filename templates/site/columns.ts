import { type CodeGroup, type CodeTab, codeGroup } from "./code-group.js";
import type { Renderer, Token } from "./renderer.js";

/** JSON, and its statuses if it has any. */
type SampleTab = Omit<CodeTab, "label"> & { readonly label: string | null };

/** How the pages of a folder are divided. */
interface Layout {
  /** The sections whose programs become tabs, and the names of the tabs. */
  readonly programs: ReadonlyMap<string, string>;
  /** The sections whose JSON is shown below the programs; `null` for all. */
  readonly samples: readonly string[] | null;
  /** The name of the JSON. */
  readonly sample: string;
}

const layouts: Readonly<Record<string, Layout>> = {
  sdks: {
    programs: new Map([
      ["Example Usage", "Class"],
      ["Standalone function", "Function"],
    ]),
    samples: null,
    sample: "Response",
  },
  models: { programs: new Map([["Example Usage", "Example"]]), samples: [], sample: "" },
  errors: {
    programs: new Map([["Example Usage", "Example"]]),
    samples: ["Payload"],
    sample: "Payload",
  },
  webhooks: {
    programs: new Map([["Example Usage", "Handler"]]),
    samples: ["Example"],
    sample: "Payload",
  },
};

/**
 * Groups the parts of an operation, a model, an error or an event: its head, its programs as tabs
 * with sample JSON below, and the rest. A wide screen shows the programs next to the text.
 */
export function showColumns(md: Renderer): void {
  md.renderer.rules["columns"] = (tokens, index) => tokens[index]?.content ?? "";
  md.core.ruler.push("columns", (state) => {
    const [, folder = ""] = /(?:^|\/)docs\/(\w+)\//.exec(state.env["relativePath"] ?? "") ?? [];
    const layout = layouts[folder];
    if (layout === undefined) return;
    const html = (content: string) =>
      Object.assign(new state.Token("columns", "", 0), { content, block: true });
    // An operation is a section of its resource's page, or a page.
    const isOwn = titlesIn(state.tokens, "h2").some((title) => layout.programs.has(title));
    const [intro = [], ...sections] = split(state.tokens, isOwn ? "h1" : "h2");
    state.tokens = [
      ...intro,
      ...sections.flatMap((section, index) =>
        divided(section, layout, isOwn ? "h2" : "h3", `${index}`, html),
      ),
    ];
  });
}

/** Tabs named by their statuses after the name of the samples, or by the name alone. */
function sampleGroup(samples: readonly SampleTab[], name: string, id: string): CodeGroup {
  const hasStatuses = samples.some(({ label }) => label !== null);
  const tabs = samples.map(({ label, fence }) => ({ label: label ?? name, fence }));
  return { id, kind: "answers", title: hasStatuses ? name : null, tabs };
}

/** @param level the headings of the section's parts. */
function divided(
  section: readonly Token[],
  { programs, samples, sample }: Layout,
  level: "h2" | "h3",
  id: string,
  html: (content: string) => Token,
): readonly Token[] {
  const [head = [], ...parts] = split(section, level);
  if (!parts.some((part) => programs.has(titleOf(part)))) return section;
  const tabs: CodeTab[] = [];
  const answers: SampleTab[] = [];
  const rest: Token[] = [];
  for (const part of parts) {
    const label = programs.get(titleOf(part));
    if (label === undefined) {
      const isSample = samples === null || samples.includes(titleOf(part));
      const found = isSample ? answersIn(part) : { tabs: [], others: part };
      for (const tab of found.tabs) answers.push(tab);
      // A heading alone takes three tokens.
      if (found.others.length > 3) for (const token of found.others) rest.push(token);
      continue;
    }
    const found = tabsIn(part, label);
    for (const tab of found.tabs) tabs.push(tab);
    for (const token of found.others) rest.push(token);
  }
  const isCurl = ({ label }: CodeTab) => label === "curl";
  const sorted = [...tabs.filter((tab) => !isCurl(tab)), ...tabs.filter(isCurl)];
  return [
    html('<section class="operation"><div class="head">'),
    ...head,
    html('</div><div class="code">'),
    ...codeGroup({ id, kind: "programs", title: null, tabs: sorted }, html),
    ...codeGroup(sampleGroup(answers, sample, id), html),
    html('</div><div class="text">'),
    ...rest,
    html("</div></section>"),
  ];
}

/** The programs of a section, each with the title above it. */
function tabsIn(part: readonly Token[], usual: string) {
  const tabs: CodeTab[] = [];
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

/** The JSON of a section, each with its statuses, and the rest without lines that only name JSON. */
function answersIn(part: readonly Token[]) {
  const tabs: SampleTab[] = [];
  const others: Token[] = [];
  for (const token of part) {
    if (token.type !== "fence") {
      others.push(token);
      continue;
    }
    const above = others.at(-1)?.type === "paragraph_close" ? (others.at(-2)?.content ?? "") : "";
    // `Domain (200): The domain.` and `ClerkErrors (400, 404):`
    const statuses = /\((\d\w\w(?:, \d\w\w)*|default)\b[^()]*\)/.exec(above)?.[1] ?? null;
    if (/:$/.test(above)) others.splice(-3);
    tabs.push({ label: statuses, fence: token });
  }
  return { tabs, others };
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
