// The id of another record, found by its title: a combobox over the small index of each kind.
// In: an input, its field and where the indexes are. Out: the list and the title beside. Never: loads an index unasked.

import { element } from "../elements.js";
import { fold } from "./suggestions.js";

const SHOWN = 8;
const indexes = new Map();
let lists = 0;

// The ids and titles of a kind, folded for the search; loaded once.
export function index(kind, around) {
  if (!indexes.has(kind)) {
    const loading = around.load(`fichas/${kind}.json`).then((rows) => rows.map(([id, title]) => ({ id, title, words: fold(`${title} ${id}`) })));
    loading.catch(() => indexes.delete(kind));
    indexes.set(kind, loading);
  }
  return indexes.get(kind);
}

export function reference(input, field, around) {
  const list = element("ul", { className: "found-ids", id: `fichas-${(lists += 1)}`, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.label);
  const title = element("p", { className: "hint titled" });
  title.setAttribute("role", "status");
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-autocomplete", "list"]]) input.setAttribute(name, value);
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const refresh = async () => {
    const id = input.value.trim();
    if (!id) return title.replaceChildren();
    const rows = await index(field.refers, around).catch(() => []);
    const found = rows.find((row) => row.id === id);
    title.textContent = found ? found.title : "";
  };
  const take = (id) => {
    input.value = id;
    close();
    refresh();
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const search = async () => {
    const wanted = fold(input.value).split(/[\s-]+/).filter(Boolean);
    const rows = await index(field.refers, around).catch(() => null);
    if (!rows) title.textContent = "No se pudo cargar la lista. Puede escribir el id.";
    if (!rows || document.activeElement !== input) return;
    const found = rows.filter((row) => wanted.every((word) => row.words.includes(word))).slice(0, SHOWN);
    const exact = found.length === 1 && found[0].id === input.value.trim();
    list.replaceChildren(...found.map((row, place) => option(row, place, list.id, () => take(row.id))));
    chosen = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = !found.length || exact;
    input.setAttribute("aria-expanded", String(!list.hidden));
    title.textContent = found.length ? (exact ? found[0].title : "") : "Ninguna ficha tiene esas palabras.";
  };
  const move = (step) => {
    const options = [...list.children];
    if (list.hidden || !options.length) return search();
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = (chosen + step + options.length) % options.length;
    options[chosen].setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", options[chosen].id);
    return options[chosen].scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("focus", search);
  input.addEventListener("input", (event) => event.isTrusted && search());
  input.addEventListener("blur", () => {
    close();
    refresh();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      list.children[chosen].dispatchEvent(new Event("pick"));
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  return { list, title, refresh };
}

function option(row, place, list, pick) {
  const made = element("li", { id: `${list}-${place}` }, element("span", { textContent: row.title }), " ", element("code", { textContent: row.id }));
  made.setAttribute("role", "option");
  made.setAttribute("aria-selected", "false");
  made.addEventListener("pick", pick);
  made.addEventListener("mousedown", (event) => {
    event.preventDefault();
    pick();
  });
  return made;
}
