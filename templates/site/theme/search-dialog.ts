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
    }
  });
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: gone });
}

function describe(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const name of gone) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
