// The search: words and filters live in the address, so that a search can be linked, kept and gone back to.
// In: the address. Out: results by Pagefind, loaded only on this page. Never: puts text of a page in as HTML.

const FILTERS = [
  ["tipo", "Tipo"],
  ["anio", "Año"],
  ["tema", "Tema"],
  ["persona", "Persona"],
  ["institucion", "Institución"],
];
// Sections that every page has say little as places to land.
const OWN = /#(?:datos|fuentes|recursos|contacto|lista-[a-z]+)$/;
const AT_ONCE = 10;
const PAUSE = 200;

const base = new URL(document.documentElement.dataset.base, location.href);
const part = (id) => document.getElementById(id);
const form = part("search-form");
const field = part("q");
const status = part("search-status");
const list = part("results");
const more = part("more");
const help = part("search-help");
const filterForm = part("filter-form");
const number = new Intl.NumberFormat("es-MX");

let pagefind;
let asked = 0;
let found = [];
let shown = 0;
const unfolded = new Set();

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// The state is the address.

function read() {
  const query = new URLSearchParams(location.search);
  const chosen = {};
  for (const [name] of FILTERS) {
    const values = query.getAll(name);
    if (values.length) chosen[name] = values;
  }
  return { words: query.get("q") ?? "", chosen };
}

function write(words, chosen, push) {
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  for (const [name] of FILTERS) for (const value of chosen[name] ?? []) query.append(name, value);
  const address = query.size ? `?${query}` : location.pathname;
  history[push ? "pushState" : "replaceState"](null, "", address);
}

// Asking Pagefind. Values of one filter widen the search, filters narrow it.

function asFilters(chosen, except) {
  const filters = {};
  for (const [name, values] of Object.entries(chosen)) if (name !== except) filters[name] = { any: values };
  return filters;
}

async function counts(words, chosen, answer) {
  const figures = { ...answer.filters };
  for (const name of Object.keys(chosen)) {
    const wider = await pagefind.search(words || null, { filters: asFilters(chosen, name) });
    figures[name] = wider.filters[name];
  }
  return figures;
}

async function search() {
  const turn = ++asked;
  list.setAttribute("aria-busy", "true");
  const { words, chosen } = read();
  const asking = words.trim() || Object.keys(chosen).length;
  if (!asking) {
    const figures = await pagefind.filters();
    if (turn !== asked) return;
    found = [];
    list.replaceChildren();
    more.hidden = true;
    help.hidden = false;
    status.textContent = "";
    drawFilters(figures, chosen);
    drawChosen(chosen);
    list.setAttribute("aria-busy", "false");
    return;
  }
  status.textContent = "Buscando…";
  const answer = await pagefind.search(words.trim() || null, { filters: asFilters(chosen) });
  const figures = await counts(words.trim(), chosen, answer);
  if (turn !== asked) return;
  found = answer.results;
  shown = 0;
  drawFilters(figures, chosen);
  drawChosen(chosen);
  const first = await Promise.all(found.slice(0, AT_ONCE).map((one) => one.data()));
  if (turn !== asked) return;
  list.replaceChildren(...first.map(result));
  shown = first.length;
  more.hidden = shown >= found.length;
  help.hidden = found.length > 0;
  status.textContent = summary(found.length, words.trim());
  list.setAttribute("aria-busy", "false");
}

function summary(count, words) {
  const about = words ? ` para «${words}»` : "";
  if (count === 0) return `Ningún resultado${about}. Pruebe con menos palabras, con un sinónimo o sin filtros.`;
  return `${number.format(count)} ${count === 1 ? "resultado" : "resultados"}${about}`;
}

// Drawing.

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

function drawFilters(figures, chosen) {
  const active = document.activeElement;
  const kept = filterForm.contains(active) ? [active.name, active.value] : null;
  const groups = FILTERS.map(([name, title]) => group(name, title, figures[name] ?? {}, chosen[name] ?? []));
  filterForm.replaceChildren(...groups.filter(Boolean));
  if (kept) {
    const same = [...filterForm.elements].find((one) => one.name === kept[0] && one.value === kept[1]);
    same?.focus();
  }
}

function group(name, title, figures, values) {
  const options = Object.entries(figures).filter(([value, count]) => count > 0 || values.includes(value));
  for (const value of values) if (!(value in figures)) options.push([value, 0]);
  if (!options.length) return null;
  const byName = (one, other) => one[0].localeCompare(other[0], "es");
  options.sort(name === "anio" ? (one, other) => byName(other, one) : (one, other) => other[1] - one[1] || byName(one, other));
  const box = element("fieldset", {}, element("legend", { textContent: title }));
  const whole = unfolded.has(name) || options.length <= AT_ONCE + 2;
  options.forEach(([value, count], place) => {
    const checked = values.includes(value);
    if (!whole && place >= AT_ONCE && !checked) return;
    const input = element("input", { type: "checkbox", name, value, checked });
    const label = element("label", {}, input, element("span", { textContent: value }));
    label.append(element("span", { textContent: number.format(count) }));
    box.append(label);
  });
  if (!whole) {
    const all = element("button", { type: "button", className: "all", name, value: "+" });
    all.textContent = `Ver todas las opciones (${number.format(options.length)})`;
    all.addEventListener("click", () => {
      unfolded.add(name);
      const next = box.querySelectorAll("input").length;
      const grown = group(name, title, figures, values);
      box.replaceWith(grown);
      grown.querySelectorAll("input")[next]?.focus();
    });
    box.append(all);
  }
  return box;
}

function drawChosen(chosen) {
  const box = part("active-filters");
  const pairs = FILTERS.flatMap(([name, title]) => (chosen[name] ?? []).map((value) => [name, title, value]));
  if (!pairs.length) return box.replaceChildren();
  const items = pairs.map(([name, title, value]) => {
    const button = element("button", { type: "button", textContent: `${title}: ${value} ✕` });
    button.setAttribute("aria-label", `Quitar el filtro ${title}: ${value}`);
    button.addEventListener("click", () => {
      const { words, chosen: now } = read();
      now[name] = (now[name] ?? []).filter((one) => one !== value);
      write(words, now, true);
      field.focus();
      search();
    });
    return element("li", {}, button);
  });
  return box.replaceChildren(element("ul", { className: "chips" }, ...items));
}

// Listening.

function chosenNow() {
  const chosen = {};
  for (const input of filterForm.querySelectorAll("input:checked")) (chosen[input.name] ??= []).push(input.value);
  return chosen;
}

async function showMore() {
  const turn = asked;
  const next = await Promise.all(found.slice(shown, shown + AT_ONCE).map((one) => one.data()));
  if (turn !== asked) return;
  const rows = next.map(result);
  list.append(...rows);
  shown += rows.length;
  more.hidden = shown >= found.length;
  rows[0]?.querySelector("a").focus();
}

async function start() {
  field.value = read().words;
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
  filterForm.addEventListener("change", () => {
    write(field.value.trim(), chosenNow(), true);
    search();
  });
  addEventListener("popstate", () => {
    field.value = read().words;
    search();
  });
  more.addEventListener("click", showMore);
  form.hidden = part("search-app").hidden = false;
  part("filters").open = matchMedia("(min-width: 56rem)").matches;
  try {
    pagefind = await import(new URL("pagefind/pagefind.js", base).href);
    await pagefind.options({ excerptLength: 28 });
    await pagefind.init();
    // Pagefind counts only the filters it has loaded.
    await pagefind.filters();
    await search();
  } catch (error) {
    status.textContent = "La búsqueda no está disponible ahora. Puede recorrer las listas del menú.";
    throw error;
  }
}

start();
