// The search of records: its shards (scripts/acervo/publishing/search.py) are asked at once, and their answers made one.
// In: words, filters, an order. Out: how many records there are, and what is told of some of them.
// Never: draws anything, or mixes answers to two questions.

import { Remote } from "./remote.js";

// A shard is asked in a worker. A browser that knows no workers of modules, old as it is, asks it here.
async function opened(place, program) {
  try {
    const remote = new Remote(new URL("shard-worker.js", import.meta.url));
    await remote.ask("open", place, program);
    return remote;
  } catch {
    const { Shard } = await import("./shard.js");
    const here = new Shard();
    await here.open(place);
    return { ask: (method, ...args) => here[method](...args) };
  }
}

// All that some shards, newest first, have found, in order: in which of them each is, and where in its answer.
function merged(shards, answers) {
  const found = answers.flatMap(({ scores, dated }, at) =>
    Array.from(scores, (worth, place) => ({ shard: shards[at], place, worth, isDated: place < dated })),
  );
  const others = found.filter((one) => !one.isDated).sort((one, other) => other.worth - one.worth);
  return [...found.filter((one) => one.isDated), ...others];
}

function sum(figures) {
  const whole = {};
  for (const [name, values] of figures.flatMap(Object.entries))
    for (const [value, count] of Object.entries(values ?? {})) {
      whole[name] ??= {};
      whole[name][value] = (whole[name][value] ?? 0) + count;
    }
  return whole;
}

export class Records {
  #shards;
  #told;
  #asked = 0;
  #found = [];

  // base: the address of the site.
  async open(base) {
    const folder = new URL("pagefind/", base);
    const response = await fetch(new URL("shards.json", folder));
    if (!response.ok) throw new Error(`shards.json: ${response.status}`);
    const places = (await response.json()).map((name) => new URL(`${name}/`, folder).href);
    // The oldest is always there, so that the page can ask for its program beforehand.
    this.#shards = await Promise.all(places.map((place) => opened(place, places.at(-1))));
  }

  // The shards that may answer for these words: those that say all that any says.
  async #telling(words) {
    if (this.#shards.length === 1 || !words) return this.#shards;
    if (this.#told?.words !== words) {
      const told = { words, shards: this.#knowing(words) };
      told.shards.catch(() => (this.#told = undefined));
      this.#told = told;
    }
    return this.#told.shards;
  }

  async #knowing(words) {
    const known = await Promise.all(this.#shards.map((shard) => shard.ask("knows", words)));
    const said = known[0].map((_, word) => known.some((some) => some[word]));
    return this.#shards.filter((_, shard) => said.every((any, word) => !any || known[shard][word]));
  }

  // How many records there are; what is told of them follows when it is asked for.
  async ask(words, filters, byDate) {
    const turn = ++this.#asked;
    const shards = await this.#telling(words);
    const answers = await Promise.all(shards.map((shard) => shard.ask("ask", words, filters, byDate)));
    const found = merged(shards, answers);
    if (turn === this.#asked) this.#found = found;
    return found.length;
  }

  // What is told of some of the records that were found last.
  async rows(from, to) {
    const wanted = this.#found.slice(from, to);
    const shards = [...new Set(wanted.map((one) => one.shard))];
    const places = (shard) => wanted.filter((one) => one.shard === shard).map((one) => one.place);
    const told = await Promise.all(shards.map(async (shard) => [shard, await shard.ask("rows", places(shard))]));
    const rows = new Map(told);
    return wanted.map(({ shard }) => rows.get(shard).shift()).filter(Boolean);
  }

  // How many records have each value of each filter (see Shard).
  async figures(words, filters, wider) {
    const shards = await this.#telling(words);
    return sum(await Promise.all(shards.map((shard) => shard.ask("figures", words, filters, wider))));
  }

  // The names of the pages that filters let through.
  async passing(filters) {
    return (await Promise.all(this.#shards.map((shard) => shard.ask("passing", filters)))).flat();
  }
}
