// Keeps what a reader has seen, and the search once it is used, so that both work without a network.
// Asks the network first, so what is shown is never older than it need be. Keeps nothing about who asks.

const CACHE = "seen";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** The address something is kept under: a search is the same page whatever is asked. */
const place = (request) => {
  const url = new URL(request.url);
  if (!url.searchParams.has("v")) url.search = "";
  url.hash = "";
  return url.href;
};

async function answer(request) {
  const cache = await caches.open(CACHE);
  try {
    const found = await fetch(request);
    if (found.ok && found.type === "basic") await cache.put(place(request), found.clone());
    return found;
  } catch (error) {
    const kept = await cache.match(place(request));
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  event.respondWith(answer(request));
});
