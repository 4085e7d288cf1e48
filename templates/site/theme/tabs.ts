const key = "sdkwright-tab";

/** Remembers the kind of program that the reader chooses, and shows it everywhere on the page. */
export function rememberTabs(): void {
  window.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.closest(".vp-code-group")) return;
    localStorage.setItem(key, target.nextElementSibling?.textContent ?? "");
    showChosenTabs();
  });
}

/** Shows the remembered tab of each group that has it. */
export function showChosenTabs(): void {
  const chosen = localStorage.getItem(key);
  for (const group of document.querySelectorAll(".vp-code-group")) {
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
