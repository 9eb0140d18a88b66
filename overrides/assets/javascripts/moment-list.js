// The list of moments on the search page: what was said in the recordings, by talk.
// In: what is asked. Out: rows that lead to the second. Never: shows a machine's words without saying so.

import { count, element, marked, part } from "./elements.js";
import { Moments } from "./moments.js";
import { parse } from "./query.js";

// Talks shown at a time, and how many are read in search of a phrase before the reader is asked.
const AT_ONCE = 5;
const TRIES = 40;

const box = part("moments");
const status = part("moments-status");
const list = part("moment-list");
const more = part("more-moments");

export class MomentList {
  #base;
  #index;
  #words = "";
  #found = [];
  #asked;
  #next = 0;
  #turn = 0;

  constructor(base) {
    this.#base = base;
    this.#index = new Moments(base);
    more.addEventListener("click", () => this.#showMore());
  }

  // Somebody is about to ask: what there is to ask is brought.
  warm() {
    this.#index.open().catch(() => {});
  }

  // Somebody asks: what there is to ask is brought while the search of records works.
  begin() {
    list.setAttribute("aria-busy", "true");
    this.warm();
  }

  clear() {
    this.#turn++;
    this.#found = [];
    list.replaceChildren();
    list.setAttribute("aria-busy", "false");
    status.textContent = "";
    more.hidden = box.hidden = true;
  }

  // Search and show; returns how many talks say it. pages: names of the pages that filters let through, or null for all.
  async search(words, pages, byDate) {
    const turn = ++this.#turn;
    list.setAttribute("aria-busy", "true");
    more.hidden = true;
    try {
      const named = pages && (await this.#index.open()).length ? await this.#index.pages() : null;
      const allowed = named ? (shard, talk) => pages.has(named[shard][talk]) : () => true;
      const { talks, asked } = await this.#index.search(parse(words), { byDate, allowed });
      if (turn !== this.#turn) return 0;
      [this.#words, this.#found, this.#asked, this.#next] = [words, talks, asked, 0];
      status.textContent = "";
      const rows = await this.#show(turn, [...list.children]);
      if (turn !== this.#turn) return 0;
      box.hidden = !rows.length && more.hidden;
      status.textContent = this.#summary();
      list.setAttribute("aria-busy", "false");
      return rows.length && talks.length;
    } catch (error) {
      if (turn === this.#turn) {
        this.clear();
        box.hidden = false;
        status.textContent = "Lo que se dijo en las grabaciones no se puede buscar ahora.";
      }
      reportError(error);
      return 0;
    }
  }

  near(words) {
    return Promise.all(parse(words).terms.map(async (term) => [term, await this.#index.near(term)]));
  }

  #summary() {
    if (!this.#found.length) return "";
    if (this.#asked.phrases.length)
      return list.children.length
        ? "Grabaciones en que se dijo la frase exacta:"
        : `La frase exacta no está en las primeras ${count(this.#next, "grabación", "grabaciones")} que dicen sus palabras.`;
    const start = this.#asked.prefix ? `Palabras que empiezan con «${this.#asked.prefix}»: se` : "Se";
    return `${start} dijo en ${count(this.#found.length, "grabación", "grabaciones")}.`;
  }

  // Show the next talks, each as soon as it is there and in their order; those that lack a phrase are passed over.
  // before: rows of an earlier question, which go when there are others or none.
  async #show(turn, before = []) {
    const rows = [];
    const last = Math.min(this.#next + TRIES, this.#found.length);
    while (rows.length < AT_ONCE && this.#next < last) {
      const some = this.#found.slice(this.#next, this.#next + AT_ONCE - rows.length);
      this.#next += some.length;
      const coming = some.map((one) => this.#index.load(one, this.#asked));
      Promise.all(coming).catch(() => {}); // each is waited for in its turn, and may fail before
      for (const one of coming) {
        const told = await one;
        if (turn !== this.#turn) return rows;
        if (!told) continue;
        rows.push(this.#row(told));
        for (const row of before.splice(0)) row.remove();
        list.append(rows.at(-1));
        box.hidden = false;
      }
    }
    for (const row of before) row.remove();
    more.hidden = this.#next >= this.#found.length;
    return rows;
  }

  #row(talk) {
    const page = new URL(`conferencias/${talk.id}/?q=${encodeURIComponent(this.#words)}`, this.#base);
    const kicker = element("p", { className: "kicker" }, element("span", { textContent: talk.label }));
    if (talk.date) kicker.append(element("span", { textContent: talk.date }));
    if (talk.byMachine) kicker.append(element("span", { className: "badge", textContent: "texto automático" }));
    const title = element("h3", {}, element("a", { href: page.href, textContent: talk.title }));
    const items = talk.moments.map(({ start, speaker, parts }) => {
      const clock = element("span", { className: "clock" }, element("span", { className: "hidden", textContent: "Minuto " }));
      clock.append(told(start));
      const words = element("span", { lang: talk.language }, ...marked(parts));
      const link = element("a", { href: `${page.href}#t-${start}` }, clock, " ");
      if (speaker) link.append(element("strong", { textContent: `${speaker}: ` }));
      link.append(words);
      return element("li", {}, link);
    });
    return element("li", { className: "row" }, kicker, title, element("ol", { className: "moments" }, ...items));
  }

  async #showMore() {
    const turn = this.#turn;
    more.disabled = true;
    try {
      const rows = await this.#show(turn);
      if (turn !== this.#turn) return;
      status.textContent = this.#summary();
      rows[0]?.querySelector("a").focus();
    } finally {
      more.disabled = false;
    }
  }
}

function told(seconds) {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (one) => String(one).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
