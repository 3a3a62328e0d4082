// Counts the courses: who passes every choice, and how many each other choice would give.

const DAY = 864e5;

/**
 * Gives each course instance that is not over on the reader's clock, with its values as numbers.
 * @param {string[][]} options Of each field: the values it has, the empty one first.
 */
export function read(data, names, options) {
  const { kurs, dag, dagar, kommun, natet } = data.rows;
  const now = new Date();
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
  const places = options.map((values) => new Map(values.map((value, number) => [value, number])));
  const rows = [];
  let day = 0;
  kurs.forEach((number, row) => {
    const course = data.courses[number];
    const isDated = row < dag.length;
    if (isDated) day += dag[row];
    if (isDated && day + dagar[row] < today) return;
    const place = isDated ? data.places[kommun[row]] : ["", "", ""];
    const period = isDated ? [new Date(day * DAY).toISOString().slice(0, 7)] : [];
    if (isDated && day <= today + 30) period.push("30");
    const told = {
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
    const values = names.map((name, field) =>
      told[name].map((value) => places[field].get(value) ?? 0).filter(Boolean),
    );
    rows.push({ values, row, course, place, day: isDated ? day : 0 });
  });
  return rows;
}

/**
 * One walk through the rows: who passes all, and for each field who fails in that one only.
 * @param {number[]} wanted Of each field: the number of the chosen value, 0 for none.
 * @param {number} placed Which field is the municipality.
 * @param {string} county Whose other municipalities pass too; "" for none.
 */
export function sift(rows, wanted, placed, county) {
  const counts = wanted.map(() => []);
  const without = wanted.map(() => 0);
  const chosen = wanted.map((_, field) => field).filter((field) => wanted[field]);
  const all = wanted.map((_, field) => field);
  const hits = [];
  for (const one of rows) {
    let failed = -1;
    let fails = 0;
    for (const field of chosen) {
      if (one.values[field].includes(wanted[field])) continue;
      if (field === placed && county && one.place[2] === county) continue;
      failed = field;
      if (++fails > 1) break;
    }
    if (fails > 1) continue;
    if (!fails) hits.push(one);
    for (const field of fails ? [failed] : all) {
      without[field]++;
      for (const value of one.values[field]) counts[field][value] = (counts[field][value] ?? 0) + 1;
    }
  }
  return { hits, counts, without };
}
