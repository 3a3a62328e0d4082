// Puts the pages in order with lunr's scores, as generator/dalamodellen/outputs/search/ranking.py does it.
import { folded, wordsOf } from "./letters.js";
import { isOnlyGuessed } from "./query.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./query.js").Unit} Unit
 * @typedef {import("./query.js").Asked} Asked
 * @typedef {{page: number, score: number, keys: number[]}} Hit
 */

const FIELD = "page";
const KIND_WORTH = { lesson: 1.3, topic: 1.1 };
const TITLE_WORTH = 1.5;
const LONGEST = 3;
const WHOLE_LINK = 0.9;
const APART = 0.6;
const UNKNOWN_RARITY = 1;

/** @param {Store} store @param {import("./query.js").Query} query @param {Unit[]} units @param {any} lunr @returns {Hit[]} */
export function rank(store, query, units, lunr) {
  for (const { asked } of units) for (const { key } of asked) store.key(key);
  if (store.missing.size || isOnlyGuessed(units)) return [];
  const index = lunrIndex(store, units, lunr);
  const scores = units.map((unit) => unitScores(store, index, unit));
  const importance = importanceOf(store, query, units);
  let whole = 0;
  for (const each of importance) whole += each;
  const together = new Set();
  for (const { first, length } of units) {
    for (let place = first; length > 1 && place < first + length; place++) together.add(place);
  }
  const pages = [...new Set(scores.flatMap((found) => [...found.keys()]))].sort((one, other) => one - other);
  const hits = pages.map((page) => {
    let total = 0;
    const answered = query.words.map(() => 0);
    units.forEach((unit, number) => {
      const found = scores[number].get(page);
      if (!found) return;
      total += found.score;
      const isApart = unit.length === 1 && together.has(unit.first);
      const share = isApart ? found.share * APART : found.share;
      for (let place = unit.first; place < unit.first + unit.length; place++) {
        answered[place] = Math.max(answered[place], share);
      }
    });
    let covered = 0;
    answered.forEach((share, place) => (covered += importance[place] * share));
    covered /= whole;
    const share = query.isQuestion ? covered : covered * covered;
    const score = total * share * worth(store, page, query);
    const keys = new Set();
    for (const { asked } of units) for (const each of asked) if (has(store, each, page)) keys.add(each.key);
    return { page, score: Math.floor(score * 1e6 + 0.5) / 1e6, keys: [...keys] };
  });
  return hits.sort((one, other) => other.score - one.score || one.page - other.page);
}

function worth(store, page, query) {
  const [title, , kind, kept] = store.pages.pages[page];
  let ofKind = query.isQuestion ? (KIND_WORTH[store.pages.kinds[kind][0]] ?? 1) : 1;
  if (isTitle(title, query.whole)) ofKind *= TITLE_WORTH;
  return (ofKind * kept) / 100;
}

/** Whether the very name of a page was typed; dots, signs and spaces apart. */
const isTitle = (title, whole) =>
  [...title].length <= LONGEST * [...whole].length && folded(wordsOf(title).join("")) === whole;

function importanceOf(store, query, units) {
  const found = query.words.map(() => UNKNOWN_RARITY);
  for (const unit of units) {
    if (unit.length === 1 && unit.asked.length) found[unit.first] = Math.max(reference(store, unit), 0.1);
  }
  return found;
}

function reference(store, { asked }) {
  let first = asked[0];
  for (const each of asked) if (each.weight > first.weight) first = each;
  const key = store.key(first.key);
  return key.own.rarity || key.part.rarity;
}

/** @param {Store} store @param {Asked} asked */
function postingOf(store, { key, role, form }) {
  const found = store.key(key);
  if (role === "form") return found.forms.get(form) ?? { rarity: 0, weights: new Map() };
  return role === "own" ? found.own : found.part;
}

const has = (store, asked, page) => postingOf(store, asked).weights.has(page);

function unitScores(store, index, unit) {
  const found = new Map();
  if (!unit.asked.length) return found;
  const measure = reference(store, unit);
  const boosts = new Map();
  const results = index.query((query) => {
    for (const asked of unit.asked) {
      const posting = postingOf(store, asked);
      if (!posting.weights.size) continue;
      const boost = posting.rarity ? asked.weight * Math.min(1, measure / posting.rarity) : 0;
      const name = termName(asked);
      boosts.set(name, (boosts.get(name) ?? 0) + boost);
      query.term(name, { boost, usePipeline: false });
    }
  });
  let length = 0;
  for (const name of [...boosts.keys()].sort()) length += boosts.get(name) * boosts.get(name);
  length = Math.sqrt(length);
  for (const { ref, score } of results) {
    const page = Number(ref);
    found.set(page, { score: score * length, share: shareOf(store, unit, page) });
  }
  return found;
}

function shareOf(store, unit, page) {
  let best = 0;
  for (const asked of unit.asked) if (asked.weight > best && has(store, asked, page)) best = asked.weight;
  const share = Math.min(1, Math.sqrt(best));
  if (!unit.parts.length) return share;
  const parts = unit.parts.filter((keys) => keys.some((key) => standsIn(store, key, page))).length / unit.parts.length;
  return ["exact", "folded"].includes(unit.how) ? Math.max(parts, share * WHOLE_LINK) : parts;
}

const standsIn = (store, key, page) => store.key(key).own.weights.has(page) || store.key(key).part.weights.has(page);

const termName = ({ key, role, form }) => `${String(key).padStart(7, "0")}${role}${role === "form" ? form : ""}`;

function lunrIndex(store, units, lunr) {
  const terms = new Map();
  for (const { asked } of units) for (const each of asked) terms.set(termName(each), postingOf(store, each).weights);
  const names = [...terms.keys()].sort();
  const vectors = {};
  const inverted = {};
  names.forEach((name, number) => {
    const refs = {};
    for (const [page, weight] of terms.get(name)) {
      refs[page] = {};
      (vectors[`${FIELD}/${page}`] ??= []).push(number, weight / 10);
    }
    inverted[name] = { _index: number, [FIELD]: refs };
  });
  for (const place of Object.keys(vectors)) vectors[place] = new lunr.Vector(vectors[place]);
  return new lunr.Index({
    invertedIndex: inverted,
    fieldVectors: vectors,
    tokenSet: lunr.TokenSet.fromArray(names),
    fields: [FIELD],
    pipeline: new lunr.Pipeline(),
  });
}
