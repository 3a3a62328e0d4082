// SPDX-License-Identifier: EUPL-1.2
// Remembers the ticks of a checklist on this device. The list works without it.
for (const list of document.querySelectorAll("ul.checklist[data-checklist]")) {
  const key = `checklist:${list.dataset.checklist}`;
  const boxes = [...list.querySelectorAll("input[type=checkbox]")];
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.id);
  const save = () => {
    try {
      if (ticked().length) localStorage.setItem(key, JSON.stringify(ticked()));
      else localStorage.removeItem(key);
    } catch {}
    clear.hidden = !ticked().length;
  };
  const clear = document.createElement("button");
  clear.type = "button";
  clear.className = "checklist-clear";
  clear.textContent = list.dataset.clear;
  clear.onclick = () => {
    for (const box of boxes) box.checked = false;
    boxes[0]?.focus();
    save();
  };
  try {
    const kept = JSON.parse(localStorage.getItem(key)) ?? [];
    for (const box of boxes) box.checked ||= kept.includes(box.id);
  } catch {}
  list.after(clear);
  list.onchange = save;
  save();
}
