const gone = ["aria-expanded", "aria-haspopup", "aria-owns", "aria-labelledby", "aria-selected"];

/** The parts of the search, and the attributes that describe each. */
const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ".VPLocalSearchBox": { role: "dialog", "aria-modal": "true", "aria-label": "Search" },
  ".VPLocalSearchBox .results": { role: "list" },
  ".VPLocalSearchBox .results > li": { role: "listitem" },
  ".VPLocalSearchBox kbd": { role: "img" },
};

/**
 * Describes the search as what it is to assistive technology: a dialog with a list of links.
 * VitePress calls the dialog a button, and its links options.
 */
export function describeSearch(): void {
  const observer = new MutationObserver(() => {
    for (const [selector, attributes] of Object.entries(parts)) {
      for (const element of document.querySelectorAll(selector)) describe(element, attributes);
    }
    // Its text names a link.
    for (const link of document.querySelectorAll(".VPLocalSearchBox .result")) {
      link.removeAttribute("aria-label");
      for (const title of link.querySelectorAll(".main .text")) showParts(title);
    }
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: gone });
}

/** Shows the parts of a title apart: the name, the method and path, and the summary on its own line. */
function showParts(title: Element): void {
  const [name = "", ...others] = (title.textContent ?? "").split(" — ");
  if (title.childElementCount > 0 || others.length === 0) return;
  const [, method, path] = /^([A-Z]+) (\/.*)$/.exec(others[0] ?? "") ?? [];
  const summary = others.slice(path === undefined ? 0 : 1).join(" — ");
  const parts = [
    part("name", name),
    ...(method === undefined || path === undefined
      ? []
      : [part(`method ${method.toLowerCase()}`, method), part("path", path)]),
    ...(summary === "" ? [] : [part("summary", summary)]),
  ];
  // Spaces, because the text is also the name of the link.
  title.replaceChildren(...parts.flatMap((each) => [each, " "]));
}

function part(className: string, text: string): HTMLElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

function describe(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const name of gone) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
