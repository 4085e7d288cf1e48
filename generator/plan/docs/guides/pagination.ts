import { callFrom } from "../../call/call.js";
import type { TemplateFile } from "../../file.js";
import { rawCode } from "../../samples/raw-code.js";
import { sampleArguments } from "../../samples/sample-arguments.js";
import { spellValue } from "../../samples/spell-value.js";
import { calleeOf, type DocsContext, type Placed } from "../docs-context.js";
import { linkFrom } from "../pages.js";
import { type Paging, pagingParameters } from "../paging.js";
import { snippetScope, snippetView } from "../snippets.js";
import type { PagedView, PagingStyleView } from "./guide-views.js";

/** The pagination styles and their texts. */
const styles: readonly {
  readonly kind: Paging["kind"];
  readonly title: string;
  readonly about: string;
}[] = [
  {
    kind: "cursor",
    title: "By cursor",
    about: "Each page has a cursor for the next one. The last page has none.",
  },
  {
    kind: "offset",
    title: "By limit and offset",
    about: "Request a number of items and how many to skip. A page with fewer items is the last.",
  },
  {
    kind: "page",
    title: "By number",
    about: "Request pages by number. An empty page marks the end.",
  },
];

export function paginationGuide(page: string, reference: DocsContext): TemplateFile {
  const paged = [...reference.paging.values()];
  const views = styles.flatMap((style): PagingStyleView[] => {
    const own = paged.filter(({ paging }) => paging.kind === style.kind);
    const current = own.filter(({ operation }) => operation.deprecated === null);
    const [first = undefined] = [...current.filter(isFree(reference)), ...current, ...own];
    if (first === undefined) return [];
    const { title, about } = style;
    const example = pagedView(first, first.paging, reference);
    const operations = own.map((placed) => ({
      label: calleeOf(placed, reference),
      href: linkFrom(page, reference.pages.operation(placed.operation)),
      parameters: pagingParameters(placed.paging),
      items: `result${placed.paging.items}`,
    }));
    return [{ title, about, example, operations }];
  });
  return {
    path: page,
    from: "template",
    template: "docs/guide-pagination",
    view: { styles: views },
  };
}

/** Whether an operation can be called with only its pagination parameters. */
function isFree({ api }: DocsContext): (placed: Placed) => boolean {
  return ({ operation }) => callFrom(operation, api).arguments.isOptional;
}

function pagedView(placed: Placed, paging: Paging, reference: DocsContext): PagedView {
  const { callee, argument, result, ...snippet } = snippetView(placed, reference);
  return { ...snippet, lines: linesFor(placed, paging, callee, reference) };
}

/** The lines of a program after those that create its client. */
function linesFor(
  { operation }: Placed,
  paging: Paging,
  callee: string,
  reference: DocsContext,
): string[] {
  const scope = snippetScope(reference);
  const [all, result, items] = [scope.allot("all"), scope.allot("result"), scope.allot("items")];
  const sample = sampleArguments(callFrom(operation, reference.api), reference.find);
  const called = (step: Readonly<Record<string, string>>, before: string, margin = "") => {
    const own = new Set<string>(pagingParameters(paging));
    const rest = Object.entries(sample).filter(([key]) => !own.has(key));
    const size = paging.size === null ? [] : [[paging.size, paging.most]];
    const steps = Object.entries(step).map(([key, text]) => [key, rawCode(text)]);
    const argument = Object.fromEntries([...rest, ...size, ...steps]);
    const start = `${before}await ${callee}(`;
    return `${margin}${start}${spellValue(argument, [start, ");"], margin)});`;
  };
  const itemsOf = (value: string) => `${value}${paging.items}${paging.isSure ? "" : " ?? []"}`;
  const end = `console.log(${all}.length);`;
  if (paging.kind === "cursor") {
    const added = paging.isSure ? `...${itemsOf(result)}` : `...(${itemsOf(result)})`;
    return [
      called({}, `let ${result} = `),
      `const ${all} = [${added}];`,
      `while (${result}${paging.next}) {`,
      called(
        { [paging.cursor]: `${result}${paging.next.replaceAll("?.", ".")}` },
        `${result} = `,
        "  ",
      ),
      `  ${all}.push(${added});`,
      "}",
      end,
    ];
  }
  const [key, first, step] =
    paging.kind === "offset"
      ? [paging.offset, 0, String(paging.most)]
      : [paging.page, paging.first, "1"];
  const variable = scope.allot(key);
  const last =
    paging.kind === "offset" ? `${items}.length < ${paging.most}` : `${items}.length === 0`;
  const isList = paging.items === "";
  return [
    `const ${all} = [];`,
    `for (let ${variable} = ${first}; ; ${variable} += ${step}) {`,
    called({ [key]: variable }, `const ${isList ? items : result} = `, "  "),
    ...(isList ? [] : [`  const ${items} = ${itemsOf(result)};`]),
    `  ${all}.push(...${items});`,
    `  if (${last}) break;`,
    "}",
    end,
  ];
}
