// The client of the index of moments (scripts/acervo/outputs/moments.py says what its files hold).
// In: the index's address, and what is asked. Out: talks, best first, and the moments of each when wanted.
// Never: fetches a file twice, or more of a talk than the pieces that are shown.

import { Block, Places, begins, placeOf } from "./postings.js";
import { distance, excerpt, phrasesIn, places } from "./query.js";
import { lookedUp, score } from "./ranking.js";

const TALKS = 16;
const EACH = 3;
// Paragraphs of a talk that are read in search of a phrase.
const TRIES = 30;
// Letters that begin words which sound alike.
const ALIKE = { b: "v", v: "b", c: "sk", s: "cz", z: "sc", g: "j", j: "g", y: "i", i: "y", k: "c" };

async function inflated(data) {
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

async function json(data) {
  return JSON.parse(new TextDecoder().decode(await inflated(data)));
}

export class Moments {
  #base;
  #kept = new Map();
  #shards;

  constructor(base) {
    this.#base = new URL("momentos/", base);
  }

  // One promise per file; what failed may be asked for again.
  #once(path, make) {
    if (!this.#kept.has(path)) {
      const made = make();
      made.catch(() => this.#kept.delete(path));
      this.#kept.set(path, made);
    }
    return this.#kept.get(path);
  }

  async #fetch(path, options) {
    const response = await fetch(new URL(path, this.#base), options);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }

  async #bytes(path) {
    return (await this.#fetch(path)).arrayBuffer();
  }

  // The shards of the index; none when the site has no transcripts.
  open() {
    this.#shards ??= fetch(new URL("shards.bin", this.#base)).then(async (response) => {
      if (!response.ok) return [];
      const { shards } = await json(await response.arrayBuffer());
      return shards.map(({ name, blocks, common, frequent, paragraphs }, place) => {
        const starts = [0];
        for (const count of paragraphs) starts.push(starts.at(-1) + count);
        return { name, place, blocks, common: new Set(common), frequent: new Set(frequent), starts };
      });
    });
    this.#shards.catch(() => (this.#shards = undefined));
    return this.#shards;
  }

  #block(shard, number) {
    const path = `${shard.name}/${number}.bin`;
    return this.#once(path, async () => new Block(await inflated(await this.#bytes(path))));
  }

  async #postings(shard, term) {
    const number = placeOf(shard.blocks, term);
    return number < 0 ? [] : (await this.#block(shard, number)).exactly(term);
  }

  #places(shard, number) {
    const path = `${shard.name}/${number}-places.bin`;
    return this.#once(path, async () => {
      const [block, data] = await Promise.all([this.#block(shard, number), this.#bytes(path)]);
      return new Places(await inflated(data), block);
    });
  }

  // The paragraphs of a shard where all phrases may begin; null when only reading can tell.
  async #phrases(shard, phrases) {
    const told = async (term) => {
      const number = placeOf(shard.blocks, term);
      if (number < 0) return new Map();
      if (shard.frequent.has(term)) return null;
      return (await this.#places(shard, number)).of(term);
    };
    const found = await Promise.all(phrases.map(async (phrase) => begins(await Promise.all(phrase.map(told)))));
    const certain = found.filter(Boolean);
    return certain.length ? new Set([...certain[0]].filter((one) => certain.every((some) => some.has(one)))) : null;
  }

  async #beginning(shard, start) {
    return (await this.#block(shard, Math.max(0, placeOf(shard.blocks, start)))).beginning(start);
  }

  // Talks that say all that is asked, best first, or newest first. allowed: tells of a shard and a talk whether it counts.
  async search(asked, { byDate = false, allowed = () => true } = {}) {
    if (!asked.terms.length) return { talks: [], asked };
    const shards = await this.open();
    const looked = lookedUp(shards, asked);
    const [lists, begun] = await Promise.all([
      Promise.all(shards.map((shard) => Promise.all(looked.map((term) => this.#postings(shard, term))))),
      Promise.all(shards.map((shard) => this.#phrases(shard, asked.phrases))),
    ]);
    const last = asked.terms.at(-1);
    const at = looked.indexOf(last);
    if (!asked.phrases.length && at >= 0 && last.length > 2 && lists.every((found) => !found[at].length)) {
      asked = { ...asked, prefix: last };
      await Promise.all(shards.map(async (shard, place) => (lists[place][at] = await this.#beginning(shard, last))));
    }
    const said = shards.reduce((sum, shard) => sum + shard.starts.at(-1), 0);
    const weights = looked.map((_, place) => {
      const count = lists.reduce((sum, found) => sum + found[place].length, 0);
      return Math.log(1 + said / (count + 1));
    });
    const talks = shards.flatMap((shard, place) => score(shard, lists[place], weights, asked, begun[place], allowed));
    const newest = (one, other) => one.shard.place - other.shard.place || one.talk - other.talk;
    talks.sort(byDate ? newest : (one, other) => other.score - one.score || newest(one, other));
    return { talks, asked };
  }

  // What is told of a talk that was found, and its best moments in the order of time; null when its words lack a phrase.
  async load({ shard, talk, paragraphs }, asked) {
    const path = `${shard.name}/talks-${Math.floor(talk / TALKS)}.bin`;
    const rows = await this.#once(path, async () => json(await this.#bytes(path)));
    const [id, title, label, date, byMachine, language, text, ends] = rows[talk % TALKS];
    const count = shard.starts[talk + 1] - shard.starts[talk];
    const found = [];
    for (const number of paragraphs.slice(0, asked.phrases.length ? TRIES : EACH)) {
      const [start, speaker, words] = await this.#passage(text, ends, number);
      let here = places(words, asked);
      let shown = words;
      if (asked.phrases.length && !phrasesIn(words, asked)) {
        // A phrase may go on in the next paragraph.
        if (number + 1 >= count) continue;
        shown = `${words} ${(await this.#passage(text, ends, number + 1))[2]}`;
        const across = phrasesIn(shown, asked);
        if (!across || across.every((one) => one.start > words.length)) continue;
        here = places(shown, asked);
      }
      found.push({ start, speaker, parts: excerpt(shown, here) });
      if (found.length === EACH) break;
    }
    if (!found.length) return null;
    found.sort((one, other) => one.start - other.start);
    return { id, title, label, date, byMachine: byMachine === 1, language, moments: found };
  }

  async #passage(text, ends, number) {
    let piece = 0;
    while (ends[2 * piece] <= number) piece++;
    const [first, from] = piece ? ends.slice(2 * piece - 2, 2 * piece) : [0, 0];
    const to = ends[2 * piece + 1];
    const rows = await this.#once(`${text} ${from}`, async () => {
      const headers = { Range: `bytes=${from}-${to - 1}` };
      const response = await this.#fetch(`textos/${text}.bin`, { headers });
      const data = await response.arrayBuffer();
      // A server that knows no ranges sends the whole file.
      return json(response.status === 206 ? data : data.slice(from, to));
    });
    return rows[number - first];
  }

  // Words of the transcripts that are written nearly like this one, the most said first; none when it is said itself.
  async near(term, most = 3) {
    const shards = await this.open();
    const far = term.length < 5 ? 1 : 2;
    const [first, rest] = [term[0], term.slice(1)];
    const starts = [term, ...[...(ALIKE[first] ?? "")].map((letter) => letter + rest), `h${term}`];
    if (first === "h") starts.push(rest);
    const found = new Map();
    await Promise.all(
      shards.map(async (shard) => {
        const numbers = new Set(starts.map((start) => Math.max(0, placeOf(shard.blocks, start))));
        for (const number of numbers) {
          const block = await this.#block(shard, number);
          block.terms.forEach((other, place) => {
            const steps = distance(term, other, far);
            if (steps > far) return;
            const weight = block.paragraphs(place).length / 20 ** steps;
            found.set(other, (found.get(other) ?? 0) + weight);
          });
        }
      }),
    );
    if (found.has(term)) return [];
    const best = [...found].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    return best.slice(0, most).map(([other]) => other);
  }

  // The names that Pagefind gives to the pages of the talks, by shard and talk.
  pages() {
    return this.#once("pages", async () => json(await this.#bytes("pages.bin")));
  }
}
