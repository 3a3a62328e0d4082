// On narrow screens the navigation and the choices lie in a dialog; they are moved, never copied.
import { joined } from "./dialog.js";

const dialog = document.getElementById("menu");
const place = dialog.querySelector(".dialog__place");
const parts = [...document.querySelectorAll("[data-menu]")].map((part) => {
  const mark = document.createComment("");
  part.before(mark);
  return { part, mark, order: Number(part.dataset.menu) };
});
joined(dialog, document.getElementById("menu-open"));
dialog.addEventListener("opening", () => {
  const sorted = [...parts].sort((one, other) => one.order - other.order);
  place.append(...sorted.map(({ part }) => part));
});
dialog.addEventListener("close", () => {
  for (const { part, mark } of parts) mark.after(part);
});
matchMedia("(min-width: 60em)").addEventListener("change", () => dialog.close());
