// From text to words, as generator/dalamodellen/outputs/search/letters.py does it.

const WORD = /[\p{L}\p{N}]+(?:[-/.:'’&+][\p{L}\p{N}]+)*/gu;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const INNER = /[^\p{L}\p{N}]/gu;
const LETTERS = { ø: "o", æ: "ae", ß: "ss", ð: "d", þ: "th", đ: "d", ł: "l" };

/** @param {string} text @returns {string[]} its words in order, in small letters */
export const wordsOf = (text) =>
  text.replace(UNSEEN, "").normalize("NFKC").toLowerCase().match(WORD) ?? [];

/** @param {string} word @returns {string} as it is typed without dots, rings, strokes and signs */
export const folded = (word) =>
  word
    .replace(/[øæßðþđł]/g, (letter) => LETTERS[letter])
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(INNER, "");

/** @param {string} word */
export const isAlphabetic = (word) => /^\p{L}+$/u.test(word);
