// Filters the courses. What is chosen stands in the address.

import { read, sift } from "./course-counts.js";
import { element, item, locale } from "./course-rows.js";

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
const fold = form.querySelector("details");
const choices = near ? [...fields, near] : fields;
const told = (number) => (number === 1 ? words.countOne : words.countMany.replace("{}", numbers.format(number)));

let rows;
let data;
let shown;

const chosen = (field) => (field.type === "checkbox" ? (field.checked ? "ja" : "") : field.value);
const place = fields.findIndex((field) => field.name === "kommun");

function tell({ hits, counts, without }) {
  fields.forEach((field, index) => {
    const beside = (number) => `(${numbers.format((number ? counts[index][number] : without[index]) ?? 0)})`;
    for (const [number, option] of [...(field.options ?? [])].entries()) {
      option.dataset.words ??= option.textContent;
      const words = `${option.dataset.words} ${beside(number)}`;
      if (option.textContent !== words) option.textContent = words;
    }
    if (!field.options) field.parentElement.querySelector("[data-count]").textContent = beside(1);
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
  const wanted = fields.map((field) => (field.options ? field.selectedIndex : Number(field.checked)));
  const county = near?.checked && data.places.find(([id]) => id === fields[place].value)?.[2];
  tell(sift(rows, wanted, place, county));
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
  const values = fields.map((field) => (field.options ? [...field.options].map((one) => one.value) : ["", "ja"]));
  rows = read(data, fields.map((field) => field.name), values);
  box.dataset.filtered = "";
  form.inert = list.hidden = false;
  fromAddress();
  fold.open = matchMedia("(min-width: 40em)").matches || choices.some(chosen);
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
  form.hidden = true;
  count.textContent = words.fails;
}
