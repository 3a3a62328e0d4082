// The search in its dialog: asks a worker, and shows what it finds. Comes with the first opening.

const MOST = 8;
const PAUSE = 20;
const dialog = document.getElementById("frame--search");
const field = document.getElementById("frame--search-field");
const list = document.getElementById("frame--search-hits");
const count = document.getElementById("frame--search-count");
const more = document.getElementById("frame--search-more");
const here = new URL("search/", import.meta.url).href;
const numbers = new Intl.NumberFormat(document.documentElement.lang);

const QUIET = 10_000;
const FEW_PARTS = 120;

let worker;
let primed;
let last = 0;
let kept;
let quiet;
let asked;
const waiting = new Map();

/**
 * Asks the worker; what it tells comes in pieces.
 * @param {{text: string, base?: string, onlyMyWords?: boolean, limit: number, filters?: Record<string, string>}} asked
 * @param {{found: (answer: any) => void, snippet: (answer: any) => void, failed: () => void}} told
 */
export function ask(question, told) {
  worker ??= started();
  last += 1;
  waiting.set(last, told);
  asked = performance.now();
  const message = { base: here, ...question, id: last };
  const to = worker;
  primed.then(() => to.postMessage(message));
  return last;
}

/** Hands the worker what was fetched while it was on its way itself; it fetches what it is not given. */
async function prime(made, files) {
  try {
    const texts = files.map(async (file) => {
      const response = await file;
      return response.ok ? response.text() : Promise.reject(new Error(response.statusText));
    });
    made.postMessage({ base: here, files: await Promise.all(texts) });
  } catch {}
}

function started() {
  const made = dialog.ready?.worker ?? new Worker(new URL("search/worker.js", import.meta.url));
  primed = prime(made, dialog.ready?.files ?? []);
  made.onmessage = ({ data }) => {
    const told = waiting.get(data.id);
    if (data.failed) told?.failed();
    else if (data.snippet) told?.snippet(data);
    else {
      told?.found(data);
      if (data.base === here) keepLater(data);
    }
  };
  made.onerror = () => {
    for (const { failed } of waiting.values()) failed();
    worker = undefined;
    delete dialog.ready;
  };
  return made;
}

/** Keeps the search on the device; where that is much, once nobody has asked for a while. Who searches waits for nothing. */
function keepLater({ version, parts }) {
  clearTimeout(quiet);
  const isMuch = parts.length > FEW_PARTS;
  const calm = async () => {
    while (isMuch && performance.now() - asked < QUIET) await new Promise((go) => setTimeout(go, QUIET));
  };
  const keep = async () => (await import("./search-offline.js")).keep({ here, version, parts, calm });
  quiet = setTimeout(() => (kept ??= keep().catch(() => {})), isMuch ? QUIET : 0);
}

/** Says a sentence with its gaps filled in. */
export const fill = (sentence, ...values) => values.reduce((said, value) => said.replace("{}", value), sentence);
/** @param {number} number */
export const written = (number) => numbers.format(number);

/** Makes an element with words or other elements in it. */
export function made(name, { children = [], ...rest } = {}) {
  const element = Object.assign(document.createElement(name), rest);
  element.append(...children);
  return element;
}

/** One hit as a list item with a link; the words around the answer come later. */
export function hit(row, base, say) {
  const name = made("span", { className: "search-hits__title", textContent: row.title });
  if (row.language) name.lang = row.language;
  const about = [row.kindWord, row.topic, row.municipality, row.minutes && fill(say.minutes, row.minutes)];
  const label = made("span", { className: "search-hits__kind", textContent: about.filter(Boolean).join(" · ") });
  const text = made("span", { className: "search-hits__text" });
  const link = made("a", { href: new URL(`../../${row.url}`, base).href, children: [name, label, text] });
  const item = made("li", { children: [link] });
  item.dataset.page = row.page;
  return item;
}

/** Fills in the words around the answer, and leads to their section. */
export function fillIn(place, { page, snippet }) {
  const link = place.querySelector(`[data-page="${page}"] a`);
  if (!link) return;
  if (snippet.anchor) link.hash = snippet.anchor;
  const parts = snippet.parts.map((part, at) => (at % 2 ? made("mark", { textContent: part }) : part));
  const heading = snippet.heading && made("strong", { textContent: `${snippet.heading}: ` });
  link.querySelector(".search-hits__text").replaceChildren(...(heading ? [heading] : []), ...parts);
}

/**
 * What may be said of a search beside its hits: what was added, what may have been meant.
 * @param {any} answer
 * @param {{onlyMyWords: boolean, mine: (isOn: boolean) => void, search: (text: string) => void}} ways
 */
export function remarks({ alsoMatching, didYouMean, nearest, say }, { onlyMyWords, mine, search }) {
  const button = (words, act) => {
    const made_ = made("button", { type: "button", className: "search-way", textContent: words });
    made_.onclick = act;
    return made_;
  };
  const line = (...children) => made("p", { children: children.flatMap((child) => [child, " "]) });
  const found = [];
  if (didYouMean.length) found.push(line(say.meant, ...didYouMean.map((text) => button(text, () => search(text)))));
  if (nearest.length) found.push(line(say.nearest, ...nearest.map((text) => button(text, () => search(text)))));
  if (alsoMatching.length) found.push(line(fill(say.also, alsoMatching.join(", ")), button(say.mine, () => mine(true))));
  if (onlyMyWords) found.push(line(button(say.wide, () => mine(false))));
  return found;
}

/** Says how many pages were found. */
export const counted = ({ total, say }) =>
  total === 0 ? say.none : total === 1 ? say.one : fill(say.many, written(total));

let onlyMyWords = false;
let timer;
let shown;

export function filter() {
  clearTimeout(timer);
  const text = field.value.trim();
  if (!text) {
    shown = 0;
    list.replaceChildren();
    more.replaceChildren();
    count.textContent = "";
    worker ??= started();
    return;
  }
  timer = setTimeout(() => search(text), PAUSE);
}

function search(text) {
  const mine = ask(
    { text, onlyMyWords, limit: MOST },
    {
      found(answer) {
        if (mine !== shown) return;
        const focused = document.activeElement;
        const at = [...list.children].findIndex((item) => item.contains(focused));
        list.replaceChildren(...answer.hits.map((row) => hit(row, here, answer.say)));
        count.textContent = counted(answer);
        const all = new URL("../../sok/", here);
        all.search = new URLSearchParams({ q: text });
        const link = made("a", { href: all.href, textContent: fill(answer.say.all, written(answer.total)) });
        const ways = {
          onlyMyWords,
          mine(isOn) {
            onlyMyWords = isOn;
            search(text);
            field.focus();
          },
          search(other) {
            field.value = other;
            search(other);
            field.focus();
          },
        };
        more.replaceChildren(...remarks(answer, ways), ...(answer.total > MOST ? [made("p", { children: [link] })] : []));
        // Who has gone on to what is replaced goes on from there.
        if (!focused.isConnected) (list.children[at]?.querySelector("a") ?? field).focus();
      },
      snippet: (answer) => mine === shown && fillIn(list, answer),
      failed() {
        if (mine === shown) count.textContent = dialog.dataset.fails;
      },
    },
  );
  shown = mine;
}

field.oninput = () => {
  onlyMyWords = false;
  filter();
};
field.onkeydown = (event) => {
  if (event.key === "Enter" && !event.isComposing) list.querySelector("a")?.click();
};
dialog.addEventListener("keydown", (event) => {
  const stops = [field, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (at < 0 || !step) return;
  event.preventDefault();
  stops[(at + step + stops.length) % stops.length].focus();
});
