// Searches away from the page, so that typing never waits. Asks its own site and nobody else.
import { answer, nearest } from "./answers.js";
import { snippetOf, worthOf } from "./snippets.js";
import { wordsOf } from "./letters.js";
import { Store } from "./store.js";

/**
 * @typedef {{id: number, base: string, text: string, onlyMyWords?: boolean, limit: number, filters?: Record<string, string>}} Asked
 */

const FACETS = ["kind", "topic", "municipality", "minutes"];
const MINUTES = [5, 10, 15];
/** @type {Map<string, Promise<Store>>} */
const stores = new Map();

/**
 * @param {string} base the folder of an index
 * @param {[any, any]} [given] its directory and pages, where they are here already
 */
function opened(base, given) {
  if (!stores.has(base)) {
    let version = "";
    const read = async (name) => {
      const response = await fetch(`${base}${name}${version}`);
      if (!response.ok) throw new Error(`${response.status} ${name}`);
      return response.json();
    };
    const store = new Store(read);
    const ready = store.open(given).then(async () => {
      version = `?v=${store.directory.version}`;
      // The two may come from different builds; the directory decides.
      if (store.pages.version !== store.directory.version) store.pages = await read("pages.json");
      return store;
    });
    ready.catch(() => stores.delete(base));
    stores.set(base, ready);
  }
  return stores.get(base);
}

/** What is told of a page. @param {Store} store @param {number} page */
function told(store, page) {
  const { kinds, topics, municipalities, pages } = store.pages;
  const [title, url, kind, , topic = 0, municipality = 0, minutes = 0, language = ""] = pages[page];
  return {
    page,
    title,
    url,
    kind: kinds[kind][0],
    kindWord: kinds[kind][1],
    topic: topics[topic],
    municipality: municipalities[municipality],
    minutes,
    language,
  };
}

const facet = (row, name) =>
  name === "minutes" ? String((row.minutes && MINUTES.find((most) => row.minutes <= most)) || "") : row[name];
const passes = (row, filters, but = "") =>
  FACETS.every((name) => name === but || !filters[name] || facet(row, name) === filters[name]);

/** Counts what each choice would leave. */
function facetsOf(rows, filters) {
  const counts = {};
  for (const name of FACETS) {
    const found = new Map();
    for (const row of rows) {
      const value = facet(row, name);
      if (value && passes(row, filters, name)) found.set(value, [row.kindWord, (found.get(value)?.[1] ?? 0) + 1]);
    }
    counts[name] = [...found].map(([value, [word, count]]) => ({ value, word: name === "kind" ? word : value, count }));
  }
  return counts;
}

/** Cuts a text into what answers and what does not, by turns. */
function marked(text, wanted) {
  const parts = [""];
  for (const [piece] of text.matchAll(/[^\s]+|\s+/gu)) {
    const isHit = wordsOf(piece).some((word) => worthOf(wanted, word) >= 0.2);
    if (isHit === (parts.length % 2 === 0)) parts[parts.length - 1] += piece;
    else parts.push(piece);
  }
  return parts;
}

/** @param {Asked} asked */
async function search({ id, base, text, onlyMyWords = false, limit, filters = {} }) {
  const store = await opened(base);
  const found = await answer(store, text, onlyMyWords, self.lunr);
  const all = found.hits.map(({ page }) => told(store, page));
  const rows = all.filter((row) => passes(row, filters));
  const shown = rows.slice(0, limit);
  self.postMessage({
    id,
    base,
    text,
    total: rows.length,
    hits: shown,
    facets: facetsOf(all, filters),
    alsoMatching: found.alsoMatching,
    didYouMean: found.didYouMean,
    nearest: found.hits.length ? [] : await nearest(store, text),
    say: store.pages.say,
    version: store.directory.version,
    parts: store.names(),
  });
  await Promise.all(
    shown.map(async ({ page }) => {
      // Without a network the words around a hit may be missing; the hit is there all the same.
      const sections = await store.sections(page).catch(() => []);
      const snippet = snippetOf(sections, found.wanted);
      self.postMessage({ id, base, page, snippet: { ...snippet, parts: marked(snippet.text, found.wanted) } });
    }),
  );
}

/** Takes what the page has fetched of an index meanwhile. @param {{base: string, files: string[]}} given */
function take({ base, files }) {
  if (files.length) opened(base, files.map((text) => JSON.parse(text)));
}

self.onmessage = async ({ data }) => {
  try {
    if (data.files) take(data);
    else await search(data);
  } catch (error) {
    self.postMessage({ id: data.id, base: data.base, failed: String(error) });
  }
};
