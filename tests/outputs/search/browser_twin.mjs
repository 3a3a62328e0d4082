// Asks the browser's search, in Node, the queries that come in, and tells what it found.
// Arguments: the folder of the search's scripts, the folder of an index. In: JSON, [query, onlyMyWords] …
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";

const [scripts, folder] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(join(scripts, name)).href);
// As in a worker, where it is no module.
runInThisContext(readFileSync(join(scripts, "lunr.min.js"), "utf8"));
const { lunr } = globalThis;
const { Store } = await load("store.js");
const { answer } = await load("answers.js");
const { snippetOf } = await load("snippets.js");
const reads = [];
const read = async (name) => {
  reads.push(name);
  return JSON.parse(await readFile(join(folder, name), "utf8"));
};
const store = new Store(read);
await store.open();
const found = [];
for (const [text, onlyMyWords] of JSON.parse(readFileSync(0, "utf8"))) {
  const { hits, wanted, alsoMatching, didYouMean } = await answer(store, text, onlyMyWords, lunr);
  const shown = [];
  for (const { page } of hits.slice(0, 3)) shown.push(snippetOf(await read(`t${page}.json`), wanted));
  found.push({ hits: hits.map(({ page, score }) => [page, score]), shown, alsoMatching, didYouMean });
}
process.stdout.write(JSON.stringify({ found, reads: reads.length }));
