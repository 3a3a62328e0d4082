// Keeps the search on the device. Comes after the first answer.

const MOST_PARTS = 1500;

/**
 * Once the search is used, keeps it on the device, so that it works without a network as well; of a very large
 * one, what has been used. Nothing is kept about what is asked. Not done where somebody has asked to save data.
 * @param {{here: string, version: string, parts: string[], calm: () => Promise<void>}} index
 */
export async function keep({ here, version, parts, calm }) {
  const { serviceWorker, connection } = navigator;
  if (!serviceWorker || connection?.saveData || sessionStorage.getItem("search") === version) return;
  await serviceWorker.register(new URL("../sw.js", import.meta.url));
  await serviceWorker.ready;
  if (!serviceWorker.controller) {
    await new Promise((done) => serviceWorker.addEventListener("controllerchange", done, { once: true }));
  }
  const root = new URL("../../", here);
  const wanted = parts.length > MOST_PARTS ? parts.filter((name) => /^[dp]/.test(name)) : parts;
  const files = wanted.map((name) => `${here}${name}${/^[dp]/.test(name) ? "" : `?v=${version}`}`);
  const frame = ["sok/", "assets/site.css", "assets/site.js", "assets/search.js", "assets/search-page.js", "assets/search-offline.js", "assets/icon.svg"];
  for (const file of [...frame.map((name) => new URL(name, root).href), `${here}worker.js`, ...files]) {
    // Whoever asks again goes first.
    await calm();
    await (await fetch(file)).arrayBuffer();
  }
  const cache = await caches.open("seen");
  for (const { url } of await cache.keys()) {
    if (url.startsWith(here) && url.includes("?v=") && !url.endsWith(version)) await cache.delete(url);
  }
  sessionStorage.setItem("search", version);
}
