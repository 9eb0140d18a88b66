// The search: words, facets and order live in the address, so that a search can be linked, kept and gone back to.
// In: the address. Out: records by Pagefind, then moments of recordings, both loaded only on this page.
// Never: puts text of a page in as HTML.

import { count, element, part } from "./elements.js";
import { FACETS, asFilters, drawChosen, drawFacets, toggled, widening } from "./facets.js";
import { MomentList } from "./moment-list.js";
import { parse } from "./query.js";
import { Records } from "./records.js";

// Sections that every page has say little as places to land.
const OWN = /#(?:datos|fuentes|recursos|contacto|t-\d+|lista-[a-z]+)$/;
const AT_ONCE = 10;
// Of those, how many are shown without waiting for the rest.
const FIRST = 3;
const PAUSE = 200;
const BY_DATE = "fecha";

const base = new URL(document.documentElement.dataset.base, location.href);
const form = part("search-form");
const field = part("q");
const order = part("order");
const status = part("search-status");
const list = part("results");
const more = part("more");
const help = part("search-help");
const tries = part("search-tries");
const panel = part("filters");
const filterForm = part("filter-form");
const moments = new MomentList(base);

// The search of records comes once; what is asked before it is here waits for it.
const records = new Records();
const opened = records.open(base);
opened.catch(() => {}); // every question tells of it
let asked = 0;
// How many records there are, and how many of them are shown.
let found = 0;
let shown = 0;

// The state is the address.

function read() {
  const query = new URLSearchParams(location.search);
  const chosen = {};
  for (const [name] of FACETS) {
    const values = query.getAll(name);
    if (values.length) chosen[name] = values;
  }
  return { words: query.get("q") ?? "", chosen, byDate: query.get("orden") === BY_DATE };
}

function addressOf(words, chosen, byDate) {
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  for (const [name] of FACETS) for (const value of chosen[name] ?? []) query.append(name, value);
  if (byDate) query.set("orden", BY_DATE);
  return query.size ? `?${query}` : location.pathname;
}

function write(words, chosen, push) {
  const address = addressOf(words, chosen, order.value === BY_DATE);
  history[push ? "pushState" : "replaceState"](null, "", address);
}

async function ask(method, ...args) {
  await opened;
  return records[method](...args);
}

// The counts of the filters come after the first results, and on a phone, where they are folded, when somebody opens them.

async function drawFilters(turn, words, chosen) {
  if (turn !== asked || !panel.open) return;
  const wider = Object.fromEntries(widening(chosen).map((name) => [name, asFilters(chosen, name)]));
  const figures = await ask("figures", words, asFilters(chosen), wider);
  if (turn === asked) drawFacets(figures, chosen);
}

async function search() {
  const turn = ++asked;
  list.setAttribute("aria-busy", "true");
  const { words: written, chosen, byDate } = read();
  const words = written.trim();
  tries.replaceChildren();
  drawChosen(chosen, drop);
  // Few records have a phrase: where it was said is looked for at once, and else when the records are there.
  const early = parse(words).phrases.length ? said(turn, words, chosen, byDate) : null;
  early?.catch(() => {}); // it is waited for in its turn, and may fail before
  try {
    await (words || Object.keys(chosen).length ? answer(turn, words, chosen, byDate) : begin());
    await drawFilters(turn, words, chosen);
  } catch (error) {
    if (turn === asked) fail();
    throw error;
  }
  if (turn !== asked) return;
  list.setAttribute("aria-busy", "false");
  const talks = await (early ?? said(turn, words, chosen, byDate));
  if (turn === asked && words && !found) await drawNone(turn, words, chosen, talks);
}

// Nothing is asked: the page shows the way to begin.
async function begin() {
  found = 0;
  list.replaceChildren();
  moments.clear();
  more.hidden = true;
  help.hidden = false;
  status.textContent = "";
  await opened;
}

function fail() {
  moments.clear();
  list.setAttribute("aria-busy", "false");
  status.textContent = "La búsqueda no está disponible ahora. Puede recorrer las listas del menú.";
}

async function answer(turn, words, chosen, byDate) {
  status.textContent = "Buscando…";
  if (words) moments.begin();
  const many = await ask("ask", words, asFilters(chosen), byDate);
  if (turn !== asked) return;
  const coming = [ask("rows", 0, FIRST), ask("rows", FIRST, AT_ONCE)];
  Promise.all(coming).catch(() => {}); // each is waited for in its turn, and may fail before
  const best = await coming[0];
  if (turn !== asked) return;
  found = many;
  shown = Math.min(AT_ONCE, found);
  list.replaceChildren(...best.map(result));
  help.hidden = found > 0;
  status.textContent = summary(found, words);
  const rest = await coming[1];
  if (turn !== asked) return;
  list.append(...rest.map(result));
  more.hidden = shown >= found;
}

// What was said in the recordings, in how many of them.
async function said(turn, words, chosen, byDate) {
  if (!words) return moments.clear();
  let pages = null;
  if (Object.keys(chosen).length) pages = new Set(await ask("passing", asFilters(chosen)));
  return turn === asked ? moments.search(words, pages, byDate) : 0;
}

// No record says it: perhaps a recording does.
async function drawNone(turn, words, chosen, talks) {
  if (!talks) return drawTries(turn, words, chosen);
  help.hidden = true;
  status.textContent = `Ninguna ficha dice «${words}»; sí se dijo en las grabaciones.`;
}

// Ways out of an empty answer: without the filters, and words that are written nearly like these.
async function drawTries(turn, words, chosen) {
  const { byDate } = read();
  const offers = [];
  if (Object.keys(chosen).length) offers.push(["Buscar sin filtros", addressOf(words, {}, byDate)]);
  for (const [term, others] of await moments.near(words))
    for (const other of others) {
      const instead = words.length === term.length ? other : words.toLowerCase().replace(term, other);
      offers.push([`¿Quiso decir «${other}»?`, addressOf(instead, chosen, byDate)]);
    }
  if (turn !== asked || !offers.length) return;
  const items = offers.map(([text, href]) => element("li", {}, element("a", { textContent: text, href })));
  tries.replaceChildren(element("ul", { className: "chips" }, ...items));
}

function summary(many, words) {
  const about = words ? ` para «${words}»` : "";
  if (many === 0) return `Ningún resultado${about}. Pruebe con menos palabras, con un sinónimo o sin filtros.`;
  return `${count(many, "resultado", "resultados")}${about}`;
}

// Pagefind marks the words it found: only its marks pass, everything else stays text.
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", { textContent: node.textContent }) : node.textContent,
  );
}

function result(data) {
  const row = element("li", { className: "row" });
  const kicker = element("p", { className: "kicker" }, element("span", { textContent: data.meta.kind ?? "Página" }));
  if (data.meta.date) kicker.append(element("span", { textContent: data.meta.date }));
  const title = element("h2", {}, element("a", { href: data.url, textContent: data.meta.title ?? data.url }));
  row.append(kicker, title, element("p", { className: "summary" }, ...excerpt(data.excerpt)));
  const places = (data.sub_results ?? []).filter((one) => one.url.includes("#") && !OWN.test(one.url)).slice(0, 3);
  if (places.length) {
    const inside = places.map((one) => element("li", {}, element("a", { href: one.url, textContent: one.title })));
    row.append(element("ul", {}, ...inside));
  }
  return row;
}

// Listening.

function drop(name, value) {
  const { words, chosen } = read();
  write(words, toggled(chosen, { name, value, checked: false }), true);
  field.focus();
  search();
}

async function showMore() {
  const turn = asked;
  more.disabled = true;
  try {
    const next = await ask("rows", shown, shown + AT_ONCE);
    if (turn !== asked) return;
    const rows = next.map(result);
    list.append(...rows);
    shown += rows.length;
    more.hidden = shown >= found;
    rows[0]?.querySelector("a").focus();
  } finally {
    more.disabled = false;
  }
}

function show() {
  const { words, byDate } = read();
  field.value = words;
  order.value = byDate ? BY_DATE : "";
}

function start() {
  show();
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      write(field.value.trim(), read().chosen, false);
      search();
    }, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    write(field.value.trim(), read().chosen, true);
    search();
  });
  filterForm.addEventListener("submit", (event) => event.preventDefault());
  filterForm.addEventListener("change", ({ target }) => {
    write(field.value.trim(), toggled(read().chosen, target), true);
    search();
  });
  order.addEventListener("change", () => {
    write(field.value.trim(), read().chosen, true);
    search();
  });
  addEventListener("popstate", () => {
    show();
    search();
  });
  field.addEventListener("focus", () => moments.warm(), { once: true });
  more.addEventListener("click", showMore);
  // A search that goes on draws them itself.
  panel.addEventListener("toggle", () => {
    const { words: now, chosen } = read();
    if (list.getAttribute("aria-busy") === "false") drawFilters(asked, now.trim(), chosen);
  });
  form.hidden = part("search-app").hidden = false;
  panel.open = matchMedia("(min-width: 56rem)").matches;
  search();
}

start();
