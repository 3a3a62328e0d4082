// Finds the section that answers, as generator/dalamodellen/outputs/search/snippets.py does it.
import { folded, wordsOf } from "./letters.js";

const LONGEST = 200;
const HEADING_WORTH = 3;
const SHORTEST_WITHIN = 4;
const LEAD = 60;

/**
 * @typedef {[anchor: string, heading: string, text: string]} Section
 * @typedef {{whole: Map<string, number>, within: Map<string, number>}} Wanted
 */

/** @param {import("./store.js").Store} store @param {import("./query.js").Unit[]} units @returns {Wanted} */
export function wantedOf(store, units) {
  const whole = new Map();
  const within = new Map();
  const raise = (map, text, weight) => map.set(text, Math.max(map.get(text) ?? 0, weight));
  for (const { asked } of units) {
    for (const { key: number, weight } of asked) {
      const key = store.key(number);
      for (const form of key.forms.size ? key.forms.keys() : [key.text]) raise(whole, folded(form), weight);
      if (key.text.length >= SHORTEST_WITHIN) raise(within, key.text, weight);
    }
  }
  return { whole, within };
}

/** What a word of a text is worth; 0 for one that does not answer. @param {Wanted} wanted @param {string} word */
export function worthOf({ whole, within }, word) {
  const plain = folded(word);
  if (whole.has(plain)) return whole.get(plain);
  let best = 0;
  for (const [text, worth] of within) if (worth > best && plain.includes(text)) best = worth;
  return best / 2;
}

/** @param {Section[]} sections @param {Wanted} wanted @returns {{anchor: string, heading: string, text: string}} */
export function snippetOf(sections, wanted) {
  let best;
  let most = 0;
  for (const section of sections) {
    const found = worth(section[2], wanted) + HEADING_WORTH * worth(section[1], wanted);
    if (found > most) [best, most] = [section, found];
  }
  if (!best) {
    const first = sections.find(([, , text]) => text);
    return { anchor: "", heading: "", text: first ? cut(first[2], 0) : "" };
  }
  return { anchor: best[0], heading: best[1], text: cut(best[2], start(best[2], wanted)) };
}

function worth(text, wanted) {
  let sum = 0;
  for (const word of new Set(wordsOf(text))) sum += worthOf(wanted, word);
  return sum;
}

function start(text, wanted) {
  const found = [];
  for (const match of text.matchAll(/\S+/g)) {
    let sum = 0;
    for (const word of wordsOf(match[0])) sum += worthOf(wanted, word);
    if (sum) found.push([match.index, sum]);
  }
  let best = 0;
  let most = 0;
  for (const [place] of found) {
    let inside = 0;
    for (const [other, sum] of found) if (place <= other && other < place + LONGEST - LEAD) inside += sum;
    if (inside > most) [best, most] = [place, inside];
  }
  return best;
}

function cut(text, from) {
  if (text.length <= LONGEST) return text;
  let begin = Math.max(0, from - LEAD);
  if (begin) {
    const sentence = text.slice(0, from).indexOf(". ", begin);
    begin = sentence >= 0 ? sentence + 2 : text.indexOf(" ", begin) + 1;
  }
  let end = begin + LONGEST;
  if (end < text.length) {
    const space = text.slice(0, end).lastIndexOf(" ");
    end = Math.max(space < begin ? -1 : space, begin + LONGEST / 2);
  }
  return `${begin ? "… " : ""}${text.slice(begin, end).trim()}${end < text.length ? " …" : ""}`;
}
