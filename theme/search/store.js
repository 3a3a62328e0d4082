import { folded } from "./letters.js";

// The index in parts: what is here is told at once, what is not is noted, fetched, and asked for again.
// The files are written by generator/dalamodellen/outputs/search/index_files.py.

/**
 * @typedef {{text: string, keys: number[], pages: number, parts: number[], links: number[][]}} Word
 * @typedef {{rarity: number, weights: Map<number, number>}} Posting
 * @typedef {{text: string, own: Posting, part: Posting, forms: Map<string, Posting>}} Key
 * @typedef {(name: string) => Promise<any>} Read reads a file of the index
 */

const NOWHERE = { rarity: 0, weights: new Map() };

/** One language's index. It is filled bit by bit, and never asks for the same part twice. */
export class Store {
  /** @param {Read} read */
  constructor(read) {
    this.read = read;
    this.parts = new Map();
    this.missing = new Set();
    /** @type {Word[]} */ this.words = [];
    /** @type {string[]} */ this.byFold = [];
    /** @type {Key[]} */ this.keys = [];
  }

  /** Takes or reads what every search needs: where the parts begin, and the pages. @param {[any, any]} [given] */
  async open(given) {
    const files = ["directory.json", "pages.json"];
    const [directory, pages] = given ?? (await Promise.all(files.map((name) => this.read(name))));
    this.directory = directory;
    this.language = directory.language;
    this.stop = new Set(directory.stop);
    this.question = new Set(directory.question);
    this.pages = pages;
  }

  /** The files that a whole search may need, texts apart. @returns {string[]} */
  names() {
    const numbered = (letter) => this.starts(letter).map((_, part) => `${letter}${part}.json`);
    return ["directory.json", "pages.json", ...numbered("w"), ...numbered("e"), ...numbered("k")];
  }

  /** Runs something until all the parts it asks for are here. @template T @param {() => T} work @returns {Promise<T>} */
  async with(work) {
    for (;;) {
      this.missing.clear();
      const found = work();
      if (!this.missing.size) return found;
      await Promise.all([...this.missing].map((name) => this.fetch(name)));
    }
  }

  /** The sections of a page. @param {number} page @returns {Promise<[string, string, string][]>} */
  async sections(page) {
    const name = `t${page}`;
    if (!this.parts.has(name)) this.parts.set(name, await this.read(`${name}.json`));
    return this.parts.get(name);
  }

  async fetch(name) {
    const rows = await this.read(`${name}.json`);
    const first = this.starts(name[0])[Number(name.slice(1))];
    if (name[0] === "w") this.keepWords(rows, first[1]);
    if (name[0] === "k") this.keepKeys(rows, first);
    this.parts.set(name, rows);
  }

  starts(letter) {
    return this.directory[{ w: "words", e: "ends", k: "keys" }[letter]];
  }

  has(name) {
    if (this.parts.has(name)) return true;
    this.missing.add(name);
    return false;
  }

  keepWords(rows, first) {
    rows.forEach(([text, keys, pages, parts = [], links = []], row) => {
      this.byFold[first + row] = folded(text);
      this.words[first + row] = { text, keys, pages, parts, links: links.map((link) => [link].flat()) };
    });
  }

  keepKeys(rows, first) {
    rows.forEach(([text, own, part, forms], row) => {
      const postings = new Map();
      for (let place = 0; place < forms.length; place += 2) postings.set(forms[place], posting(forms[place + 1]));
      this.keys[first + row] = { text, own: posting(own), part: posting(part), forms: postings };
    });
  }

  /** The key with a number; an empty one until it is here. */
  key(number) {
    const starts = this.directory.keys;
    const part = before(starts, (start) => start <= number);
    return this.has(`k${part}`) ? this.keys[number] : { text: "", own: NOWHERE, part: NOWHERE, forms: new Map() };
  }

  /** The numbers of the words whose folded text begins so, in order. */
  startingWith(beginning) {
    const starts = this.directory.words;
    const end = `${beginning}\uffff`;
    const from = Math.max(0, before(starts, ([text]) => text < beginning));
    const found = [];
    for (let part = from; part < starts.length && starts[part][0] < end; part++) {
      if (!this.has(`w${part}`)) continue;
      const last = starts[part + 1]?.[1] ?? this.directory.wordCount;
      for (let number = starts[part][1]; number < last; number++) {
        if (this.byFold[number].startsWith(beginning)) found.push(number);
      }
    }
    return found;
  }

  /** The folded texts, backwards, of the words that end so. */
  endingWith(ending) {
    const backwards = [...ending].reverse().join("");
    const starts = this.directory.ends;
    const end = `${backwards}\uffff`;
    const from = Math.max(0, before(starts, ([text]) => text < backwards));
    const found = [];
    for (let part = from; part < starts.length && starts[part][0] < end; part++) {
      if (this.has(`e${part}`)) found.push(...this.parts.get(`e${part}`).filter((text) => text.startsWith(backwards)));
    }
    return found;
  }
}

function posting(row) {
  if (!row.length) return NOWHERE;
  const weights = new Map();
  for (let place = 1, page = 0; place < row.length; place += 2) {
    page += row[place];
    weights.set(page, row[place + 1]);
  }
  return { rarity: row[0] / 1000, weights };
}

/** The place of the last thing in a sorted list that something holds for; -1 for none. */
function before(list, holds) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
