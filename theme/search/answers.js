// One search from beginning to end, as generator/dalamodellen/outputs/search/answers.py does it.
import { folded } from "./letters.js";
import { readQuery, unitsOf } from "./query.js";
import { rank } from "./ranking.js";
import { wantedOf } from "./snippets.js";
import { distance } from "./typos.js";

const MOST_ADDED = 6;

/**
 * @param {import("./store.js").Store} store an open one
 * @param {string} text what was typed
 * @param {boolean} onlyMyWords whether nothing is added to it
 * @param {any} lunr
 */
export async function answer(store, text, onlyMyWords, lunr) {
  const query = readQuery(text, store.stop, store.question);
  const { units, hits } = await store.with(() => {
    const found = unitsOf(store, query, onlyMyWords);
    return { units: found, hits: query.words.length ? rank(store, query, found, lunr) : [] };
  });
  return {
    hits,
    wanted: wantedOf(store, units),
    alsoMatching: onlyMyWords ? [] : alsoMatching(store, query, units, hits),
    didYouMean: didYouMean(query, units),
  };
}

const MOST_NEAREST = 4;

/** Words of the site that look like those typed, where nothing was found. @returns {Promise<string[]>} */
export async function nearest(store, text) {
  const plain = readQuery(text, store.stop, store.question).words.map(folded).filter((word) => word.length > 2);
  return store.with(() =>
    [...new Set(plain.flatMap((word) => lookalikes(store, word)))].slice(0, MOST_NEAREST),
  );
}

function lookalikes(store, plain) {
  const far = (number) => distance(plain, store.byFold[number], 3);
  return store
    .startingWith(plain.slice(0, 2))
    .filter((number) => store.words[number].keys.length && far(number) <= 3)
    .sort((one, other) => far(one) - far(other) || store.words[other].pages - store.words[one].pages || one - other)
    .map((number) => store.words[number].text);
}

function alsoMatching(store, query, units, hits) {
  const found = new Set(hits.flatMap(({ keys }) => keys));
  const added = new Set();
  for (const { how, said, asked } of units) {
    if (!["exact", "folded", "begins"].includes(how)) said.forEach((word) => added.add(word));
    for (const { key, role } of asked) {
      if (found.has(key) && role !== "form") for (const form of store.key(key).forms.keys()) added.add(form);
    }
  }
  return [...added].filter((word) => !query.words.includes(word)).slice(0, MOST_ADDED);
}

function didYouMean(query, units) {
  const words = [...query.words];
  for (const { how, said, first } of units) if (how === "typo" && said.length) words[first] = said[0];
  return words.join(" ") === query.words.join(" ") ? [] : [words.join(" ")];
}
