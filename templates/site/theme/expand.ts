/** Handles the buttons that expand and collapse the fields of a table, and long code. */
export function expandOnRequest(): void {
  window.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    if (target.matches(".expand-fields")) toggleFields(target);
    if (target.matches(".expand-code")) toggleCode(target);
  });
}

function toggleFields(button: HTMLButtonElement): void {
  const fields = [...(button.nextElementSibling?.querySelectorAll("details") ?? [])];
  const isOpen = fields.every(({ open }) => open);
  for (const each of fields) each.open = !isOpen;
  button.textContent = isOpen ? "Expand all" : "Collapse all";
}

function toggleCode(button: HTMLButtonElement): void {
  const isExpanded = button.ariaExpanded === "true";
  button.ariaExpanded = String(!isExpanded);
  button.textContent = isExpanded ? "Expand" : "Collapse";
  // Expanded code is part of the page and no longer stays in view.
  button.closest(".vp-code-group")?.scrollIntoView({ block: "nearest" });
}
