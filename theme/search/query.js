// What was typed and what it may mean, as generator/dalamodellen/outputs/search/query.py does it.
import { folded, isAlphabetic, wordsOf } from "./letters.js";
import { root, stem } from "./stems.js";
import { distance } from "./typos.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./store.js").Word} Word
 * @typedef {{key: number, role: "form" | "own" | "part", weight: number, form: string}} Asked
 * @typedef {{first: number, length: number, asked: Asked[], how: string, said: string[], parts: number[][]}} Unit
 * @typedef {{words: string[], isQuestion: boolean, whole: string, particles: string[]}} Query
 */

const WEIGHTS = {
  form: 0.35,
  own: 1,
  part: 0.6,
  ownPart: 0.2,
  unwritten: 0.7,
  link: 0.5,
  foreign: 0.9,
  joined: 2.5,
  particle: 2,
  begins: 0.15,
  completes: 0.7,
};
const NEAR = [1, 0.8, 0.6];
const STEM_SHARES = 3;
const LETTERS_BEFORE_TYPO = 4;
const LETTERS_BEFORE_TWO_TYPOS = 8;
const SHORTEST_PART = 4;
const SHORTEST_FIRST = 3;
const MOST_COMPLETIONS = 8;
const MOST_NEAR = 3;
const QUESTION_LENGTH = 4;
const PARTICLES = new Set(
  "av bort emot fram igen imot in inn med ned ner om opp på till til under upp ut åter över over".split(" "),
);
const PARTICLE_REACH = 2;

/** @param {string} text @param {Set<string>} stop @param {Set<string>} question @returns {Query} */
export function readQuery(text, stop, question) {
  const words = wordsOf(text);
  const isQuestion =
    words.length > 0 &&
    (text.trimEnd().endsWith("?") ||
      question.has(words[0]) ||
      (words.length >= QUESTION_LENGTH && words.some((word) => question.has(word))));
  let places = [...words.keys()].filter((place) => !stop.has(words[place]));
  if (isQuestion) {
    const told = places.filter((place) => !question.has(words[place]));
    if (told.length) places = told;
  }
  if (!places.length) places = [...words.keys()];
  return {
    words: places.map((place) => words[place]),
    isQuestion,
    whole: folded(words.join("")),
    particles: places.map((place) => particle(words, place)),
  };
}

/** What may belong to a word, among those that follow it. */
const particle = (words, place) =>
  words.slice(place + 1, place + 1 + PARTICLE_REACH).find((word) => PARTICLES.has(word)) ?? "";

/** @param {Store} store @param {Query} query @param {boolean} onlyMyWords @returns {Unit[]} */
export function unitsOf(store, { words, particles }, onlyMyWords) {
  const units = words.map((word, place) => {
    const made = unitOf(store, word, place, place === words.length - 1, onlyMyWords);
    return onlyMyWords || !particles[place] ? made : withParticle(store, made, particles[place] + word);
  });
  if (onlyMyWords) return units;
  for (let place = 0; place < words.length; place++) {
    for (const length of [2, 3]) {
      if (place + length > words.length) continue;
      const plain = folded(words.slice(place, place + length).join(""));
      const whole = same(store, plain);
      const found = whole.length || plain.length < 2 * SHORTEST_PART ? whole : bent(store, plain);
      if (found.length) units.push(unit(place, length, asked(store, found, WEIGHTS.joined), "joined", texts(found)));
    }
  }
  return units;
}

/** A verb and what follows it are answered by their noun too: säga upp by uppsägning. */
function withParticle(store, made, text) {
  const plain = folded(text);
  const whole = same(store, plain);
  const found = whole.length ? whole : bent(store, plain);
  if (!found.length) return made;
  const more = asked(store, found, WEIGHTS.particle);
  if (GUESSES.includes(made.how)) return unit(made.first, 1, more, "inflected", texts(found));
  return { ...made, asked: joined(made.asked, more) };
}

/** @returns {Unit} */
const unit = (first, length, ways, how, said = [], parts = []) => ({ first, length, asked: ways, how, said, parts });

function unitOf(store, word, place, isLast, onlyMyWords) {
  const plain = folded(word);
  const waiting = store.missing.size;
  const found = same(store, plain);
  if (store.missing.size > waiting) {
    // What it may be instead stands nearby, and comes along.
    if (!onlyMyWords && plain.length > STEM_SHARES) store.startingWith(plain.slice(0, STEM_SHARES));
    return unit(place, 1, [], "nothing");
  }
  const exact = found.filter(({ text }) => text === word);
  const chosen = exact.length ? exact : found;
  if (onlyMyWords) return unit(place, 1, onlyForm(store, chosen), "exact");
  if (!chosen.length) return guessed(store, plain, place, isLast);
  let ways = asked(store, chosen, 1, word);
  if (isLast && plain.length >= SHORTEST_PART) ways = joined(ways, completions(store, plain, WEIGHTS.begins, exact.length ? word : ""));
  return unit(place, 1, ways, exact.length ? "exact" : "folded", exact.length ? [] : texts(chosen), unwritten(chosen));
}

/** The parts of a compound that the site does not use, each as a group of one key. */
const unwritten = (words) =>
  words.some(({ keys }) => keys.length) ? [] : words.slice(0, 1).flatMap(({ parts }) => parts.map((part) => [part]));


function guessed(store, plain, place, isLast) {
  const waiting = store.missing.size;
  const nothing = unit(place, 1, [], "nothing");
  const isWaiting = () => store.missing.size > waiting;
  const forms = bent(store, plain);
  if (isWaiting()) return nothing;
  if (forms.length) return unit(place, 1, asked(store, forms, 0.95), "inflected", texts(forms));
  const more = isLast ? completions(store, plain, WEIGHTS.completes) : [];
  for (const allowed of [1, 2]) {
    const close = near(store, plain, allowed);
    if (isWaiting()) return nothing;
    if (close.length) return unit(place, 1, joined(asked(store, close, NEAR[allowed]), more), "typo", texts(close));
    if (allowed === 2) break;
    const split = apart(store, plain);
    if (isWaiting()) return nothing;
    if (split.length) {
      const ways = split.flatMap((part) => asked(store, part, 1));
      const keys = split.map((part) => part.flatMap(keysOf));
      return unit(place, 1, joined([], ways), "part", split.map(([{ text }]) => text), keys);
    }
  }
  return more.length ? unit(place, 1, more, "begins") : nothing;
}

const keysOf = ({ keys, links }) => (keys.length ? keys : links.flat());

/** @returns {Word[]} */
function same(store, plain) {
  const found = [];
  for (const number of store.startingWith(plain)) {
    if (store.byFold[number] !== plain) break;
    found.push(store.words[number]);
  }
  return found;
}

function bent(store, plain) {
  if (plain.length <= STEM_SHARES || !isAlphabetic(plain)) return [];
  const languages = [...new Set(["sv", store.language])];
  const nearby = store.startingWith(plain.slice(0, STEM_SHARES));
  for (const cut of [(stemmed) => stemmed, root]) {
    const wanted = languages.map((language) => forms(plain, language, cut));
    const isForm = (number) =>
      languages.some((language, place) => forms(store.byFold[number], language, cut).some((one) => wanted[place].includes(one)));
    const found = nearby.filter(isForm).map((number) => store.words[number]);
    if (found.length) return found;
  }
  return [];
}

/** What a word may share with its other forms: itself, and its stem where that is not too short. */
function forms(text, language, cut) {
  const stemmed = cut(stem(text, language));
  return stemmed.length > STEM_SHARES ? [text, stemmed] : [text];
}

function near(store, plain, allowed) {
  const needed = allowed === 1 ? LETTERS_BEFORE_TYPO : LETTERS_BEFORE_TWO_TYPOS;
  if (plain.length < needed || !isAlphabetic(plain)) return [];
  const isNear = (text) => isSlip(plain, text, allowed);
  const numbers = new Set(store.startingWith(plain.slice(0, 2)).filter((number) => isNear(store.byFold[number])));
  for (const backwards of store.endingWith(plain.slice(-3))) {
    const text = [...backwards].reverse().join("");
    if (!isNear(text)) continue;
    for (const number of store.startingWith(text)) if (store.byFold[number] === text) numbers.add(number);
  }
  const isElse = (number) => Number(store.byFold[number][0] !== plain[0]);
  return [...numbers]
    .sort((one, other) => isElse(one) - isElse(other) || store.words[other].pages - store.words[one].pages || one - other)
    .slice(0, MOST_NEAR)
    .map((number) => store.words[number]);
}

/** Whether a word may be a slip for another; of four letters, only two that have changed places. */
function isSlip(plain, text, allowed) {
  const isShort = Math.min(plain.length, text.length) <= LETTERS_BEFORE_TYPO;
  if (isShort && [...plain].sort().join("") !== [...text].sort().join("")) return false;
  return distance(plain, text, allowed) <= allowed;
}

const GUESSES = ["typo", "begins", "nothing"];

/** Whether nothing of a query is known and some of it is not even like anything. @param {Unit[]} units */
export const isOnlyGuessed = (units) =>
  units.every(({ how }) => GUESSES.includes(how)) && units.some(({ how }) => how === "nothing");

function apart(store, plain) {
  if (plain.length < 2 * SHORTEST_PART || !isAlphabetic(plain)) return [];
  for (let cut = plain.length - SHORTEST_PART; cut >= SHORTEST_FIRST; cut--) {
    const first = firstPart(store, plain.slice(0, cut));
    if (!first.length) continue;
    const rest = plain.slice(cut);
    const whole = used(same(store, rest));
    const last = whole.length ? whole : used(bent(store, rest));
    if (last.length) return [first, last];
    const more = apart(store, rest);
    if (more.length) return [first, ...more];
  }
  return [];
}

function firstPart(store, text) {
  const forms = [text];
  if (text.endsWith("s")) forms.push(text.slice(0, -1));
  forms.push(`${text}a`, `${text}e`);
  if (/[oue]$/.test(text)) forms.push(`${text.slice(0, -1)}a`);
  for (const form of forms) {
    const found = form.length >= SHORTEST_FIRST ? used(same(store, form)) : [];
    if (found.length) return found;
  }
  return [];
}

const used = (words) => words.filter(({ keys, links }) => keys.length || links.length);

/** @returns {Asked[]} */
function completions(store, plain, weight, typed = "") {
  if (plain.length < 2) return [];
  const numbers = store
    .startingWith(plain)
    .filter(
      (number) =>
        store.words[number].keys.length && store.byFold[number] !== plain && store.words[number].text.startsWith(typed),
    )
    .sort((one, other) => store.words[other].pages - store.words[one].pages || one - other);
  const found = new Map();
  for (const number of numbers) {
    for (const key of store.words[number].keys) if (!found.has(key)) found.set(key, { key, role: "own", weight, form: "" });
    if (found.size >= MOST_COMPLETIONS) break;
  }
  return [...found.values()];
}

/** @returns {Asked[]} */
function asked(store, words, worth, typed = "") {
  const found = [];
  const ask = (key, role, weight, form = "") => found.push({ key, role, weight, form });
  for (const { text, keys } of words) {
    for (const key of keys) {
      ask(key, "own", WEIGHTS.own * worth);
      ask(key, "part", WEIGHTS.part * worth);
      if (text === typed && store.key(key).forms.get(text)?.weights.size) ask(key, "form", WEIGHTS.form * worth, text);
    }
  }
  for (const { keys, parts, links } of words) {
    const ofParts = keys.length ? (WEIGHTS.ownPart * worth) / Math.max(1, parts.length) : WEIGHTS.unwritten * worth;
    for (const part of parts) {
      ask(part, "own", ofParts);
      ask(part, "part", ofParts * WEIGHTS.part);
    }
    const ofLinks = (keys.length ? WEIGHTS.link : WEIGHTS.foreign) * worth;
    for (const link of links) {
      for (const key of link) {
        ask(key, "own", ofLinks / link.length);
        ask(key, "part", (ofLinks / link.length) * WEIGHTS.part);
      }
    }
  }
  return joined([], found);
}

const onlyForm = (store, words) =>
  words.flatMap(({ text, keys }) =>
    keys.map((key) => {
      const role = store.key(key).forms.get(text)?.weights.size ? "form" : "own";
      return { key, role, weight: 1, form: role === "form" ? text : "" };
    }),
  );

/** The same key in the same role counts once, at its best. */
function joined(ways, more) {
  const best = new Map();
  for (const each of [...ways, ...more]) {
    const place = `${each.key} ${each.role} ${each.form}`;
    if (!best.has(place) || best.get(place).weight < each.weight) best.set(place, each);
  }
  return [...best.values()];
}

const texts = (words) => [...new Set(words.map(({ text }) => text))];
