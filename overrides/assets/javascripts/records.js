// The search of records, which Pagefind answers.
// In: words, filters, an order. Out: how many records there are, and what is told of some of them.
// Never: draws anything, or needs a page: it works as well in a worker (records-worker.js).

import { forRecords } from "./query.js";

export class Records {
  #pagefind;
  #loaded;
  #asked = 0;
  #found = [];

  // base: the address of the site.
  async open(base) {
    const place = new URL("pagefind/", base);
    this.#pagefind = await import(new URL("pagefind.js", place).href);
    await this.#pagefind.options({ basePath: place.pathname, excerptLength: 28 });
    await this.#pagefind.init();
  }

  // How many records there are, and what is told of the first; the others follow when they are asked for.
  async ask(words, filters, { byDate, atOnce, first }) {
    const turn = ++this.#asked;
    const answer = await this.#search(words, { filters });
    const found = byDate ? await this.#newestFirst(words, filters, answer) : answer.results;
    if (turn !== this.#asked) return { count: found.length, rows: [] }; // nobody waits for them any more
    this.#found = found;
    const coming = found.slice(0, atOnce).map((one) => one.data());
    return { count: found.length, rows: await Promise.all(coming.slice(0, first)) };
  }

  // What is told of some of the records that were found last.
  rows(from, to) {
    return Promise.all(this.#found.slice(from, to).map((one) => one.data()));
  }

  // How many records have each value of each filter. wider: filters by the name of a facet that would widen the search.
  // Pagefind counts only the filters it has loaded, and they may be large.
  async figures(words, filters, wider) {
    await (this.#loaded ??= this.#pagefind.filters());
    if (!words && !Object.keys(filters).length) return this.#loaded;
    const figures = { ...(await this.#search(words, { filters })).filters };
    for (const [name, others] of Object.entries(wider))
      figures[name] = (await this.#search(words, { filters: others })).filters[name];
    return figures;
  }

  // The names of the pages that filters let through.
  async passing(filters) {
    return (await this.#pagefind.search(null, { filters })).results.map((one) => one.id);
  }

  // A phrase is looked for only when some record says its telling words: the others weigh more than all the rest.
  async #search(words, options) {
    const asked = forRecords(words);
    if (asked.rough) {
      const rough = await this.#pagefind.search(asked.rough, options);
      if (!rough.results.length) return rough;
    }
    return this.#pagefind.search(asked.words || null, options);
  }

  // Newest first. Pagefind leaves out what has no date: it follows, in its own order.
  async #newestFirst(words, filters, answer) {
    const sorted = (await this.#search(words, { filters, sort: { date: "desc" } })).results;
    const dated = new Set(sorted.map((one) => one.id));
    return [...sorted, ...answer.results.filter((one) => !dated.has(one.id))];
  }
}
