// One small script a page. The scheme is set before anything is drawn; the rest waits for the page.
const assets = document.currentScript.src;
(() => {
  const root = document.documentElement;
  root.dataset.script = "";
  const show = (scheme) => {
    if (scheme) root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
    for (const meta of document.querySelectorAll("meta[data-scheme]")) {
      const own = meta.dataset.scheme;
      const chosen = own === scheme ? "all" : "not all";
      meta.media = scheme ? chosen : `(prefers-color-scheme: ${own})`;
    }
  };
  let kept = "";
  try {
    const found = localStorage.getItem("scheme");
    kept = found === "light" || found === "dark" ? found : "";
  } catch {}
  show(kept);
  document.addEventListener("DOMContentLoaded", () => {
    show(kept);
    for (const box of document.querySelectorAll("input[name=scheme]")) {
      box.checked = box.value === kept;
      box.onchange = () => {
        show(box.value);
        try {
          if (box.value) localStorage.setItem("scheme", box.value);
          else localStorage.removeItem("scheme");
        } catch {}
      };
    }
  });
})();

/**
 * Lets a button open a dialog, and keeps the walk with Tab inside it.
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement} button
 */
function joined(dialog, button) {
  const open = () => {
    if (dialog.open) return;
    for (const other of document.querySelectorAll("dialog[open]")) other.close();
    dialog.dispatchEvent(new Event("opening"));
    dialog.showModal();
    // What was asked before stands there, and is written over.
    dialog.querySelector("[type=search]")?.select();
    button.setAttribute("aria-expanded", "true");
  };
  button.onclick = open;
  // Told a moment later, when it may be open again.
  dialog.addEventListener("close", () => button.setAttribute("aria-expanded", dialog.open));
  dialog.addEventListener("click", (event) => {
    const isLink = event.target.closest("a[href]") && !(event.ctrlKey || event.metaKey || event.shiftKey);
    if (event.target === dialog || isLink || event.target.closest("[data-close]")) dialog.close();
  });
  // Heard on the page: after a press on what is no control, nothing in the dialog has the focus.
  document.addEventListener("keydown", (event) => {
    if (!dialog.open || event.isComposing) return;
    if (event.key === "Escape") {
      // A browser may only empty the search field.
      event.preventDefault();
      dialog.close();
    }
    if (event.key !== "Tab") return;
    const stops = [...dialog.querySelectorAll("a[href], button, input")].filter(
      (one) => one.checkVisibility() && (one.type !== "radio" || one.checked),
    );
    const here = stops.indexOf(document.activeElement);
    const [last, to] = event.shiftKey ? [0, stops.at(-1)] : [stops.length - 1, stops[0]];
    if (here >= 0 && here !== last) return;
    event.preventDefault();
    to.focus();
  });
  return open;
}

function prepareMenu() {
  // On narrow screens the navigation and the choices lie in a dialog; they are moved, never copied.
  const menu = document.getElementById("frame--menu");
  const place = menu.querySelector(".dialog__place");
  const parts = [...document.querySelectorAll("[data-menu]")].map((part) => {
    const mark = document.createComment("");
    part.before(mark);
    return { part, mark, order: Number(part.dataset.menu) };
  });
  joined(menu, document.getElementById("frame--menu-open"));
  menu.addEventListener("opening", () => {
    const sorted = [...parts].sort((one, other) => one.order - other.order);
    place.append(...sorted.map(({ part }) => part));
  });
  menu.addEventListener("close", () => {
    if (menu.open) return;
    for (const { part, mark } of parts) mark.after(part);
  });
  matchMedia("(min-width: 60em)").addEventListener("change", () => menu.close());
}

/** What the search does comes with its first opening; only its button and keys are here. */
function prepareSearch() {
  const search = document.getElementById("frame--search");
  const slash = document.getElementById("frame--search-slash");
  const openSearch = joined(search, document.getElementById("frame--search-open"));
  for (const button of document.querySelectorAll("[data-opens=search]")) button.onclick = openSearch;
  search.addEventListener("opening", async () => {
    try {
      // All that the first search needs is asked for at once; search.js takes it over.
      if (!search.ready) {
        const at = (name) => new URL(`search/${name}`, assets);
        const worker = new Worker(at("worker.js"));
        worker.onerror = () => delete search.ready;
        search.ready = { worker, files: ["directory.json", "pages.json"].map((name) => fetch(at(name))) };
      }
      (await import("./search.js")).filter();
    } catch {
      document.getElementById("frame--search-count").textContent = search.dataset.fails;
    }
  });
  try {
    slash.checked = localStorage.getItem("slash") !== "off";
    slash.onchange = () => {
      if (slash.checked) localStorage.removeItem("slash");
      else localStorage.setItem("slash", "off");
    };
  } catch {}
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !isTyping && slash.checked;
    if (!isChord && !isSlash) return;
    event.preventDefault();
    openSearch();
    document.getElementById("frame--search-field").focus();
  });
}

/** Remembers ticks on this device only. The list works without it. */
function prepareChecklists() {
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
}

function prepareSharing() {
  for (const place of document.querySelectorAll(".share")) {
    const [copy, send, told] = place.children;
    const published = document.querySelector("[property='og:url']");
    const address = published?.content ?? location.href.split("#")[0];
    if (send.hidden) send.href += encodeURIComponent(address);
    send.hidden = false;
    copy.hidden = !navigator.clipboard;
    copy.onclick = async () => {
      told.textContent = "";
      try {
        await navigator.clipboard.writeText(address);
        told.textContent = copy.dataset.done;
      } catch {
        told.textContent = copy.dataset.fails;
      }
    };
  }
}

document.addEventListener("DOMContentLoaded", () => {
  prepareMenu();
  prepareSearch();
  prepareChecklists();
  prepareSharing();
});
