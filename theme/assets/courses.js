// Filters the courses. What is chosen stands in the address.

import { DAY, element, item, locale } from "./course-rows.js";

const form = document.querySelector(".course-filters");
const box = document.querySelector(".course-hits");
const list = box.querySelector(".occasions");
const count = box.querySelector("[role=status]");
const none = box.querySelector(".course-none");
const more = box.querySelector(".course-more");
const interest = box.querySelector(".course-interest");
const asked = interest?.getAttribute("href");
const words = form.dataset;
const numbers = new Intl.NumberFormat(locale);
const STEP = 30;
const source = new URL(words.source, location.href);
const fields = [...form.querySelectorAll("select"), ...form.querySelectorAll("[name=natet]")];
const near = form.elements.nara;
const choices = near ? [...fields, near] : fields;
const told = (number) => (number === 1 ? words.countOne : words.countMany.replace("{}", numbers.format(number)));

/** @type {{values: string[][], day: number, county: string}[]} Each course instance ahead. */
let rows = [];
let data;
let shown;

function read() {
  const { kurs, dag, dagar, kommun, natet } = data.rows;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
  let day = 0;
  rows = [];
  kurs.forEach((number, row) => {
    const course = data.courses[number];
    const isDated = row < dag.length;
    if (isDated) day += dag[row];
    if (isDated && day + dagar[row] < today) return;
    const place = isDated ? data.places[kommun[row]] : ["", "", ""];
    const period = isDated ? [new Date(day * DAY).toISOString().slice(0, 7)] : [];
    if (isDated && day <= today + 30) period.push("30");
    const values = {
      amne: [course[3]],
      kommun: [place[0]],
      period,
      typ: [course[4]],
      bransch: course[9],
      sprak: course[8],
      pris: [course[6]],
      niva: [course[5]],
      natet: natet[row] ? ["ja"] : [],
    };
    rows.push({ values: fields.map((field) => values[field.name]), row, course, place, day: isDated ? day : 0 });
  });
}

const chosen = (field) => (field.type === "checkbox" ? (field.checked ? "ja" : "") : field.value);

/** One walk through the rows: who passes all, and for each field who fails in that one only. */
function sift() {
  const wanted = fields.map(chosen);
  const at = fields.findIndex((field) => field.name === "kommun");
  const county = near?.checked && wanted[at] ? data.places.find((place) => place[0] === wanted[at])?.[2] : "";
  const counts = fields.map(() => new Map());
  const without = fields.map(() => 0);
  const hits = [];
  for (const one of rows) {
    let failed = -1;
    let fails = 0;
    for (let index = 0; index < wanted.length && fails < 2; index++) {
      if (!wanted[index] || one.values[index].includes(wanted[index])) continue;
      if (index === at && county && one.place[2] === county) continue;
      failed = index;
      fails++;
    }
    if (fails > 1) continue;
    if (!fails) hits.push(one);
    for (let index = fails ? failed : 0; index < (fails ? failed + 1 : wanted.length); index++) {
      without[index]++;
      for (const value of one.values[index]) counts[index].set(value, (counts[index].get(value) ?? 0) + 1);
    }
  }
  return { hits, counts, without };
}

function tell({ hits, counts, without }) {
  fields.forEach((field, index) => {
    const of = (value) => counts[index].get(value) ?? 0;
    for (const option of field.options ?? []) {
      option.dataset.words ??= option.textContent;
      option.textContent = `${option.dataset.words} (${numbers.format(option.value ? of(option.value) : without[index])})`;
    }
    if (!field.options) field.parentElement.querySelector("[data-count]").textContent = `(${numbers.format(of("ja"))})`;
  });
  list.replaceChildren(...hits.slice(0, shown).map((one) => item(one, data, words, source)));
  count.textContent = told(hits.length);
  more.hidden = hits.length <= shown;
  none.hidden = hits.length > 0;
  const ways = fields
    .map((field, index) => [without[index], field])
    .filter(([number, field]) => number && chosen(field))
    .sort(([one], [other]) => other - one);
  none.querySelector("ul").replaceChildren(
    ...(hits.length ? [] : ways).map(([number, field]) => {
      const name = nameOf(field);
      const [before, between, after] = words.drop.split("{}");
      const button = element("button", "", before + name + between + numbers.format(number) + after);
      button.type = "button";
      button.onclick = () => {
        clear(field);
        changed();
        box.focus();
      };
      const way = element("li");
      way.append(button);
      return way;
    }),
  );
  if (asked) {
    const wishes = fields.filter(chosen).map(nameOf).join(", ");
    interest.href = asked + (wishes && encodeURIComponent(` ${wishes}`));
  }
}

const label = (field) => field.labels[0].textContent.replace(/\(.*/, "").trim();
const nameOf = (field) => label(field) + (field.options ? `: ${field.selectedOptions[0].dataset.words}` : "");

function clear(field) {
  if (field.options) field.value = "";
  else field.checked = false;
}

function show(most) {
  shown = most;
  tell(sift());
}

/** What is chosen → the address; each choice is a step back. */
function changed() {
  const query = new URLSearchParams();
  for (const field of choices) if (chosen(field)) query.set(field.name, chosen(field));
  history.pushState(null, "", `${query}` ? `?${query}` : location.pathname);
  show(STEP);
}

function fromAddress() {
  const query = new URLSearchParams(location.search);
  for (const field of choices) {
    const value = query.get(field.name) ?? "";
    if (field.options) field.value = [...field.options].some((option) => option.value === value) ? value : "";
    else field.checked = value === "ja";
  }
  show(STEP);
}

try {
  const answer = await fetch(source);
  if (!answer.ok) throw new Error(answer.statusText);
  data = await answer.json();
  read();
  box.dataset.filtered = "";
  form.hidden = list.hidden = false;
  fromAddress();
  form.onchange = changed;
  form.onsubmit = (event) => {
    event.preventDefault();
    box.focus();
  };
  form.onreset = (event) => {
    event.preventDefault();
    choices.forEach(clear);
    changed();
  };
  more.firstElementChild.onclick = () => {
    const first = shown;
    show(first + STEP);
    list.children[first]?.querySelector("a").focus();
  };
  addEventListener("popstate", fromAddress);
} catch {
  count.textContent = words.fails;
}
