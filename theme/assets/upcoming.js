// Hides what is over on the reader's own clock: the page may have been made long ago.

const now = new Date();
const two = (number) => String(number).padStart(2, "0");
const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;

for (const one of document.querySelectorAll("[data-last]")) one.hidden = one.dataset.last < today;

// A list with nothing left says so, or goes with its heading.
for (const list of new Set([...document.querySelectorAll("[data-last]")].map((one) => one.parentElement))) {
  if (list.querySelector(":scope > :not([hidden])")) continue;
  list.hidden = true;
  const told = list.parentElement.querySelector(".no-upcoming");
  const heading = list.previousElementSibling;
  if (told) told.hidden = false;
  else if (heading?.matches("h2, h3")) heading.hidden = true;
}
