// One row of the catalogue: when, what, where, and whether one can come.

const DAY = 864e5;
const language = document.documentElement.lang;
export const locale = language === "en" ? "en-GB" : language;
const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
const weekday = format({ weekday: "short" });
const date = format({ day: "numeric", month: "long", year: "numeric" });
const told = (number) => `${weekday.format(number * DAY)} ${date.format(number * DAY)}`;

export function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function when({ row, day }, data, words) {
  if (!day) return words.noDay;
  const hours = data.hours[data.rows.tid[row]];
  if (hours.startsWith("=")) return hours.slice(1);
  const length = data.rows.dagar[row];
  if (length) return `${told(day)} – ${told(day + length)}`;
  const made = element("time", "", told(day));
  made.dateTime = new Date(day * DAY).toISOString().slice(0, 10);
  if (hours) made.append(" ", element("span", "occasion-hours", words.clock.replace("{}", hours)));
  return made;
}

export function item(one, data, words, source) {
  const { course, place, row, day } = one;
  const made = element("li");
  const link = element("a", "", course[1]);
  link.href = new URL(`../${course[0]}`, source).href + (day ? `#tillfalle-${data.rows.namn[row]}` : "");
  if (course[2]) link.lang = course[2];
  const status = day ? data.statuses[data.rows.status[row]] : "";
  const where = [place[1], data.rows.natet[row] && words.online].filter(Boolean).join(", ");
  const about = element("div");
  const what = element("p", "occasion-what");
  what.append(link);
  about.append(what, element("p", "occasion-meta", [where, course[7], status].filter(Boolean).join(" · ")));
  const moment = element("p", "occasion-when");
  moment.append(when(one, data, words));
  made.append(moment, about);
  if (day && data.rows.status[row] === data.cancelled) made.className = "is-cancelled";
  return made;
}
