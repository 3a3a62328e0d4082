// What the menu and the search have in common. The browser's own dialog does most of it.

/**
 * Lets a button open a dialog, and keeps the walk with Tab inside it.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} button
 */
export function joined(dialog, button) {
  const open = () => {
    if (dialog.open) return;
    for (const other of document.querySelectorAll("dialog[open]")) other.close();
    dialog.dispatchEvent(new Event("opening"));
    dialog.showModal();
    button.setAttribute("aria-expanded", "true");
  };
  button.onclick = open;
  dialog.addEventListener("close", () => button.setAttribute("aria-expanded", "false"));
  dialog.addEventListener("click", (event) => {
    const isLink = event.target.closest("a[href]") && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (event.target === dialog || isLink || event.target.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const stops = [...dialog.querySelectorAll("a[href], button, input")].filter(
      (one) => one.checkVisibility() && (one.type !== "radio" || one.checked),
    );
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (document.activeElement !== from) return;
    event.preventDefault();
    to.focus();
  });
  return open;
}
