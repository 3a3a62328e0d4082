// Remembers ticks on this device only. The list works without it.
for (const list of document.querySelectorAll("ul.checklist[data-checklist]")) {
  const key = `checklist:${list.dataset.checklist}`;
  const boxes = [...list.querySelectorAll("input")];
  const clear = document.createElement("button");
  const save = () => {
    const ticked = boxes.filter((box) => box.checked).map((box) => box.id);
    clear.hidden = !ticked.length;
    try {
      if (ticked.length) localStorage.setItem(key, JSON.stringify(ticked));
      else localStorage.removeItem(key);
    } catch {}
  };
  try {
    const kept = JSON.parse(localStorage.getItem(key)) ?? [];
    for (const box of boxes) box.checked ||= kept.includes(box.id);
  } catch {}
  clear.type = "button";
  clear.className = "checklist-clear";
  clear.textContent = list.dataset.clear;
  clear.onclick = () => {
    for (const box of boxes) box.checked = false;
    save();
    boxes[0].focus();
  };
  list.onchange = save;
  list.after(clear);
  save();
}
