// Filters the titles of all pages, from one small file; both are fetched when the search is opened.

const MOST = 20;
const dialog = document.getElementById("frame--search");
const field = document.getElementById("frame--search-field");
const list = document.getElementById("frame--search-hits");
const count = document.getElementById("frame--search-count");
const words = dialog.dataset;
const source = new URL("titles.json", import.meta.url);
const numbers = new Intl.NumberFormat(document.documentElement.lang);

/** "Företag på nätet" → "foretag pa natet": letters as they are typed in a hurry. */
const fold = (text) =>
  text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/g, "o").replace(/æ/g, "ae");

/** @type {Promise<{text: string, row: [string, string, number, string?], kind: string}[]>} */
let pages;
const fetched = async () => {
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(answer.statusText);
  const titles = await answer.json();
  return titles.pages.map((row) => ({ text: fold(row[0]), row, kind: titles.kinds[row[2]] }));
};

function hit({ row: [title, address, , language], kind }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const name = document.createElement("span");
  const label = document.createElement("span");
  link.href = new URL(`../${address}`, source).href;
  name.textContent = title;
  if (language) name.lang = language;
  label.textContent = kind;
  label.className = "search-hits__kind";
  link.append(name, " ", label);
  item.append(link);
  return item;
}

/** How well a title answers: whole, from its beginning, from a word's beginning, or within. */
const rank = (text, wanted) =>
  text === wanted ? 0 : text.startsWith(wanted) ? 1 : text.includes(` ${wanted}`) ? 2 : 3;

export async function filter() {
  const wanted = fold(field.value.trim()).replace(/\s+/g, " ");
  let said = "";
  let hits = [];
  try {
    pages ??= fetched();
    const all = await pages;
    if (wanted !== fold(field.value.trim()).replace(/\s+/g, " ")) return;
    const parts = wanted.split(" ");
    hits = wanted ? all.filter(({ text }) => parts.every((part) => text.includes(part))) : [];
    hits.sort((one, other) => rank(one.text, wanted) - rank(other.text, wanted));
    const number = numbers.format(hits.length);
    if (hits.length > MOST) said = words.first.replace("{}", number).replace("{}", MOST);
    else if (hits.length > 1) said = words.many.replace("{}", number);
    else if (wanted) said = hits.length ? words.one : words.none;
  } catch {
    pages = undefined;
    said = words.fails;
  }
  list.replaceChildren(...hits.slice(0, MOST).map(hit));
  count.textContent = said;
}

field.oninput = filter;
field.onkeydown = (event) => {
  if (event.key === "Enter" && !event.isComposing) list.querySelector("a")?.click();
};
dialog.addEventListener("keydown", (event) => {
  const stops = [field, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (here < 0 || !step) return;
  event.preventDefault();
  stops[(here + step + stops.length) % stops.length].focus();
});
