// The search as a page: what is asked, its choices and its order are the address.
import { ask, counted, fill, fillIn, hit, made, remarks, written } from "./search.js";

const STEP = 10;
const place = document.getElementById("sok-har");
const part = (name) => place.querySelector(`.search-${name}`);
const [form, count, notes, filters, choices, list, further, others] = [
  "form",
  "count",
  "remarks",
  "filters",
  "choices",
  "hits",
  "further",
  "others",
].map(part);
const field = form.querySelector("input");
const root = new URL("../", import.meta.url);
const here = new URL("assets/search/", root).href;
const CHOICES = ["kind", "topic", "municipality", "minutes"];
let shown = 0;

/** The address of a search with some of its parts changed; what is empty is left out. */
function address(changes) {
  const params = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  return `?${params}`;
}

function go(changes) {
  history.pushState(null, "", address(changes));
  show();
}

/** A link that is followed without leaving the page. */
function way(words, changes) {
  const link = made("a", { href: address(changes), textContent: words });
  link.onclick = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(changes);
    count.focus();
  };
  return link;
}

/** The choices of one kind as links with counts; a chosen one is left by its link. */
function choicesOf(name, values, say) {
  const chosen = new URLSearchParams(location.search).get(name);
  if (!chosen && values.length < 2) return [];
  const items = values.map(({ value, word, count: number }) => {
    const words = name === "minutes" ? fill(say.atMost, value) : word;
    const link = way(`${words} (${written(number)})`, { [name]: value === chosen ? "" : value, n: "" });
    if (value === chosen) link.setAttribute("aria-current", "true");
    return made("li", { children: [link] });
  });
  if (chosen && !values.some(({ value }) => value === chosen)) {
    items.push(made("li", { children: [way(`${chosen} (0)`, { [name]: "", n: "" })] }));
  }
  const heading = made("p", { className: "search-filters__title", textContent: say[name] });
  return [made("div", { children: [heading, made("ul", { children: items })] })];
}

function show() {
  const params = new URLSearchParams(location.search);
  const text = (params.get("q") ?? "").trim();
  const onlyMyWords = params.get("mine") === "1";
  const limit = Math.max(STEP, Math.min(500, Number(params.get("n")) || STEP));
  field.value = text;
  for (const one of [notes, choices, list, further, others]) one.replaceChildren();
  count.textContent = "";
  filters.hidden = true;
  shown = 0;
  if (!text) return;
  const chosen = Object.fromEntries(CHOICES.map((name) => [name, params.get(name) ?? ""]));
  const mine = ask(
    { base: here, text, onlyMyWords, limit, filters: chosen },
    {
      found(answer) {
        if (mine !== shown) return;
        const { say } = answer;
        count.textContent = counted(answer);
        list.replaceChildren(...answer.hits.map((row) => hit(row, here, say)));
        const ways = { onlyMyWords, mine: (isOn) => go({ mine: isOn ? "1" : "" }), search: (q) => go({ q, n: "" }) };
        notes.replaceChildren(...remarks(answer, ways));
        choices.replaceChildren(...CHOICES.flatMap((name) => choicesOf(name, answer.facets[name], say)));
        filters.hidden = !choices.childElementCount;
        filters.open ||= CHOICES.some((name) => chosen[name]);
        if (answer.total > limit) further.append(way(say.more, { n: String(limit + STEP) }));
        askOthers(text, onlyMyWords, mine, say);
      },
      snippet: (answer) => mine === shown && fillIn(list, answer),
      failed() {
        count.textContent = document.getElementById("frame--search").dataset.fails;
      },
    },
  );
  shown = mine;
}

/** Offers what other languages have, below and marked. */
function askOthers(text, onlyMyWords, mine, say) {
  for (const [language, tree] of Object.entries({ ...others.dataset })) {
    const base = new URL("assets/search/", new URL(tree, root)).href;
    const hits = made("ol", { className: "search-hits", lang: language });
    const told = {
      found(answer) {
        if (mine !== shown || !answer.total) return;
        hits.append(...answer.hits.map((row) => hit(row, base, answer.say)));
        const link = made("a", { href: new URL(`sok/?q=${encodeURIComponent(text)}`, new URL(tree, root)).href });
        link.textContent = `${say.languages[language]} (${written(answer.total)})`;
        others.append(made("section", { children: [made("h2", { children: [link] }), hits] }));
      },
      snippet: (answer) => mine === shown && fillIn(hits, answer),
      failed() {},
    };
    ask({ base, text, onlyMyWords, limit: 3 }, told);
  }
}

form.onsubmit = (event) => {
  event.preventDefault();
  go({ q: field.value.trim(), n: "" });
};
count.tabIndex = -1;
addEventListener("popstate", show);
show();
