const key = "sdkwright-tab";

/** The groups whose choice is kept. */
const programs = ".vp-code-group.programs";

let chosen = stored();

/** Remembers the kind of program that the reader chooses, and shows it everywhere on the page. */
export function rememberTabs(): void {
  window.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest(programs)) return;
    chosen = target.nextElementSibling?.textContent ?? "";
    store(chosen);
    showChosenTabs();
  });
}

/** Shows the remembered tab of each group that has it. */
export function showChosenTabs(): void {
  for (const group of document.querySelectorAll(programs)) {
    const inputs = [...group.querySelectorAll("input")];
    const index = inputs.findIndex((each) => each.nextElementSibling?.textContent === chosen);
    const input = inputs[index];
    if (input === undefined) continue;
    input.checked = true;
    for (const [at, block] of [...(group.querySelector(".blocks")?.children ?? [])].entries()) {
      block.classList.toggle("active", at === index);
    }
  }
}

/** Browsers can refuse to store anything: the choice then lasts until the page is left. */
function store(tab: string): void {
  try {
    localStorage.setItem(key, tab);
  } catch {}
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
