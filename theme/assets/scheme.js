// Light, dark or as the device says: kept on this device only, and set before anything is drawn.
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
