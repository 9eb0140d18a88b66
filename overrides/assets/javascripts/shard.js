// A shard of the search of records, which Pagefind answers.
// In: words, filters, an order. Out: what each record that was found is worth, and what is told of some of them.
// Never: draws anything, or needs a page: it works as well in a worker (shard-worker.js).

import { forRecords, terms } from "./query.js";

// A filter that nothing passes: with it an answer only counts, and costs nothing.
const COUNTING = { nowhere: "" };
// Letters that a word may end with and still be the same: those of its plurals and other forms.
const ENDING = 4;
const SHORTEST = 3;

export class Shard {
  #pagefind;
  #loaded;
  #asked = 0;
  #found = [];

  // place: the address of the shard's folder. program: of that of the shard whose program is used.
  async open(place, program = place) {
    this.#pagefind = await import(new URL("pagefind.js", program).href);
    await this.#pagefind.options({ basePath: new URL(place).pathname, excerptLength: 28 });
    await this.#pagefind.init();
  }

  // Whether the records of this shard say each of the words, or a form of it, or one that begins with it. Pagefind takes
  // a shorter word for one that an index lacks, or passes it over: a shard must not, when others have it.
  async knows(words) {
    const { words: asked, rough } = forRecords(words);
    const each = (rough || asked).replaceAll('"', " ").split(/\s+/u).filter(Boolean);
    return Promise.all(each.map((word) => this.#says(word)));
  }

  async #says(word) {
    const exactly = await this.#pagefind.search(`"${word}"`, { filters: COUNTING });
    if (exactly.unfilteredResultCount) return true;
    const [best] = (await this.#pagefind.search(word)).results;
    if (!best) return false;
    const [, mark] = (await best.data()).excerpt.match(/<mark>(.*?)<\/mark>/u) ?? [];
    return mark === undefined || alike(terms(word).join(""), terms(mark).join(""));
  }

  // What each record that was found is worth, and how many of them, the first, are in the order of their dates.
  async ask(words, filters, byDate) {
    const turn = ++this.#asked;
    const answer = await this.#search(words, { filters });
    const dated = byDate ? (await this.#search(words, { filters, sort: { date: "desc" } })).results : [];
    const known = new Set(dated.map((one) => one.id));
    // Pagefind leaves out of an order by date what has none: it follows, the best first.
    const found = [...dated, ...answer.results.filter((one) => !known.has(one.id))];
    if (turn === this.#asked) this.#found = found;
    return { scores: Float64Array.from(found, (one) => one.score), dated: dated.length };
  }

  // What is told of some of the records that were found last, by their places.
  rows(places) {
    return Promise.all(places.map((place) => this.#found[place]?.data()));
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
}

// Whether one word begins like another, but for an ending.
function alike(word, other) {
  const least = Math.min(word.length, Math.max(SHORTEST, word.length - ENDING));
  return other.startsWith(word.slice(0, least));
}
