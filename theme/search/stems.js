// Cuts endings by rule, as generator/dalamodellen/outputs/search/stems.py does it.

const NORDIC_ENDINGS = "orna arna erna ande ende aste ade are ast ene ets ens ers or ar er en et na ad at de te ne a e n t r".split(" ");
const ENGLISH_ENDINGS = ["ing", "ied", "ies", "ed", "es", "s"];
const ENDS_IN_S = ["ss", "us", "is", "os"];
const DERIVED_ENDINGS = ["ning", "ing", "het", "else", "els"];
const SHORTEST = 3;
const VOWEL = /[aeiouyåäöøæáéü]/;

const isStem = (rest) => rest.length >= SHORTEST && VOWEL.test(rest);
const endsInS = (word) => ENDS_IN_S.some((ending) => word.endsWith(ending));
const without = (word, ending) => (word.endsWith(ending) ? word.slice(0, word.length - ending.length) : word);

/** @param {string} word @param {string} language @returns {string} what forms of a word have in common */
export function stem(word, language) {
  if (language === "en") return englishStem(word);
  if (word.endsWith("s") && !endsInS(word) && isStem(word.slice(0, -1))) word = word.slice(0, -1);
  for (const ending of NORDIC_ENDINGS) {
    const rest = without(word, ending);
    if (rest !== word && isStem(rest)) return single(rest);
  }
  return single(word);
}

/** What is left of a stem without what makes a noun of a verb or an adjective. @param {string} stemmed */
export function root(stemmed) {
  for (const ending of DERIVED_ENDINGS) {
    const rest = without(stemmed, ending);
    if (rest !== stemmed && rest.length > SHORTEST) return rest;
  }
  return stemmed;
}

function englishStem(word) {
  for (const ending of ENGLISH_ENDINGS) {
    const rest = without(word, ending);
    if (rest === word || !isStem(rest)) continue;
    if (ending === "s" && endsInS(word)) return word;
    return ending === "ied" || ending === "ies" ? `${rest}y` : without(rest, "e");
  }
  const rest = without(word, "e");
  return isStem(rest) ? rest : word;
}

const single = (rest) => (/(?:mm|nn)$/.test(rest) && rest.length > SHORTEST ? rest.slice(0, -1) : rest);
