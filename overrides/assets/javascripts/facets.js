// The facets of the search, drawn with their counts. In: counts and what is chosen. Out: fieldsets, and the chosen ones
// as buttons that take them back. Never: searches.

import { element, number, part } from "./elements.js";

// Name in the address and in the index, title, and how its values are put in order.
export const FACETS = [
  ["tipo", "Tipo"],
  ["anio", "Año", "newest"],
  ["ciclo", "Ciclo"],
  ["tema", "Tema"],
  ["persona", "Persona"],
  ["institucion", "Institución"],
  ["estado", "Estado de la República"],
  ["duracion", "Duración de la grabación", "shortest"],
  ["tiene", "Con"],
];
// Facets whose values narrow the search together; those of the others widen it.
const NARROWING = new Set(["tiene"]);
const AT_ONCE = 10;

const unfolded = new Set();
const box = part("filter-form");

// What Pagefind is asked for; except: a facet left out.
export function asFilters(chosen, except) {
  const filters = {};
  for (const [name, values] of Object.entries(chosen))
    if (name !== except) filters[name] = { [NARROWING.has(name) ? "all" : "any"]: values };
  return filters;
}

// Facets whose counts must be asked for apart: choosing another value of theirs would widen the search.
export const widening = (chosen) => Object.keys(chosen).filter((name) => !NARROWING.has(name));

// What is chosen once a value is checked, or no longer.
export function toggled(chosen, { name, value, checked }) {
  const others = (chosen[name] ?? []).filter((one) => one !== value);
  return { ...chosen, [name]: checked ? [...others, value] : others };
}

export function drawFacets(figures, chosen) {
  const active = document.activeElement;
  const kept = box.contains(active) ? [active.name, active.value] : null;
  const groups = FACETS.map((facet) => group(facet, figures[facet[0]] ?? {}, chosen[facet[0]] ?? []));
  box.replaceChildren(...groups.filter(Boolean));
  if (kept) [...box.elements].find((one) => one.name === kept[0] && one.value === kept[1])?.focus();
}

const byName = (one, other) => one[0].localeCompare(other[0], "es", { numeric: true });
const minutes = ([words]) => Number(words.match(/\d+/)?.[0] ?? 0);
const ORDERS = {
  newest: (one, other) => byName(other, one),
  shortest: (one, other) => minutes(one) - minutes(other),
  most: (one, other) => other[1] - one[1] || byName(one, other),
};

function group([name, title, order = "most"], figures, values) {
  const options = Object.entries(figures).filter(([value, count]) => count > 0 || values.includes(value));
  for (const value of values) if (!(value in figures)) options.push([value, 0]);
  if (!options.length) return null;
  options.sort(ORDERS[order]);
  const made = element("fieldset", {}, element("legend", { textContent: title }));
  const whole = unfolded.has(name) || options.length <= AT_ONCE + 2;
  options.forEach(([value, count], place) => {
    const checked = values.includes(value);
    if (!whole && place >= AT_ONCE && !checked) return;
    const input = element("input", { type: "checkbox", name, value, checked });
    const label = element("label", {}, input, element("span", { textContent: value }));
    label.append(element("span", { textContent: number.format(count) }));
    made.append(label);
  });
  if (!whole) {
    const all = element("button", { type: "button", className: "all", name, value: "+" });
    all.textContent = `Ver todas las opciones (${number.format(options.length)})`;
    all.addEventListener("click", () => {
      unfolded.add(name);
      const next = made.querySelectorAll("input").length;
      const grown = group([name, title, order], figures, values);
      made.replaceWith(grown);
      grown.querySelectorAll("input")[next]?.focus();
    });
    made.append(all);
  }
  return made;
}

// drop: what to do when a chosen value is taken back.
export function drawChosen(chosen, drop) {
  const place = part("active-filters");
  const pairs = FACETS.flatMap(([name, title]) => (chosen[name] ?? []).map((value) => [name, title, value]));
  if (!pairs.length) return place.replaceChildren();
  const items = pairs.map(([name, title, value]) => {
    const button = element("button", { type: "button", textContent: `${title}: ${value} ✕` });
    button.setAttribute("aria-label", `Quitar el filtro ${title}: ${value}`);
    button.addEventListener("click", () => drop(name, value));
    return element("li", {}, button);
  });
  return place.replaceChildren(element("ul", { className: "chips" }, ...items));
}
