// The fields of a part: one control each, parts within parts, lists whose items are added, moved and removed.
// In: the form of a kind. Out: a node with the whole: {root, value, fill, at}. Never: checks, keeps or sends anything.

import { element } from "../elements.js";
import { attributes, fresh, hintOf, input, show } from "./inputs.js";
import { entry, group, isGroup } from "./writer.js";

const NO_MARGIN = { above: [], beside: "" };
const isEmpty = (value) => value === "" || (isGroup(value) && !value.entries.length && !value.below.length);

// around: {form, load, left(node), said(text)}. Return the node of a part with all its fields.
export function part(name, around) {
  const root = element("div", { className: "part" });
  const fields = around.form.parts[name];
  const nodes = new Map();
  let margins = {};
  let foreign = [];
  let below = [];
  for (const field of fields) {
    const made = fieldOf(field, { ...around, item: false, name: undefined });
    nodes.set(field.name, made);
    root.append(made.root);
  }
  const self = {
    root,
    nodes: () => [...nodes],
    value: () => {
      const said = [...nodes].map(([key, made]) => {
        const { above, beside } = margins[key] ?? NO_MARGIN;
        return entry(key, made.value(), above, beside);
      });
      return group(true, [...said.filter((one) => !isEmpty(one.value) || one.above.length || one.beside), ...foreign], below);
    },
    fill: (page) => {
      [margins, foreign, below] = [{}, [], page.below];
      for (const one of page.entries) {
        const made = nodes.get(one.name);
        if (!made || !made.takes(one.value)) {
          foreign.push(one);
        } else {
          margins[one.name] = { above: one.above, beside: one.beside };
          made.fill(one.value);
        }
      }
      return foreign.length === 0;
    },
    at: ([first, ...rest], open = false) => nodes.get(first)?.at(rest, open) ?? null,
    focus: () => [...nodes.values()][0].focus(),
    show: () => {},
  };
  return self;
}

function fieldOf(field, around) {
  if (field.many) return list(field, around);
  return single(field, around);
}

function single(field, around) {
  if (field.part) return inner(field, around);
  const made = input(field, around);
  made.takes = (value) => !isGroup(value);
  return made;
}

// What stands over a part or a list: its name, its hint, the place of its problem.
function heading(field, around) {
  const id = fresh();
  const error = element("p", { className: "error", id: `${id}-error`, hidden: true });
  const legend = element("legend", {}, around.name ?? field.label);
  if (field.required && !around.item) legend.append(" ", element("span", { className: "needed", textContent: "(necesario)" }));
  const hint = element("p", { className: "hint", id: `${id}-hint` }, ...(field.part ? [field.hint] : hintOf(field)));
  const box = element("fieldset", { className: "group", id, tabIndex: -1 }, legend, ...(around.item ? [] : [hint]), error);
  attributes(box, { "aria-describedby": around.item ? `${id}-error` : `${id}-hint ${id}-error` });
  return { box, error, legend };
}

function button(text, spoken, act, className = "quiet") {
  const made = element("button", { type: "button", className, textContent: text });
  if (spoken) made.setAttribute("aria-label", spoken);
  made.addEventListener("click", act);
  return made;
}

// A part that may be missing: its fields are made when it is added.
function inner(field, around) {
  const { box, error, legend } = heading(field, around);
  let held = null;
  const bar = element("p", { className: "bar" });
  const put = (focus) => {
    held = part(field.part, around);
    bar.before(held.root);
    bar.replaceChildren(...(around.item || field.required ? [] : [remove]));
    if (focus) held.focus();
  };
  const add = button(`Agregar`, `Agregar: ${field.label}`, () => put(true), "add");
  const remove = button("Quitar", `Quitar: ${field.label}`, () => {
    held.root.remove();
    held = null;
    bar.replaceChildren(add);
    add.focus();
    around.said(`Se quitó: ${field.label}.`);
    around.left(self);
  });
  bar.append(add);
  box.append(bar);
  const self = {
    root: box,
    field,
    label: (text) => (legend.firstChild.data = text),
    takes: (value) => isGroup(value) && value.keyed,
    value: () => (held ? some(held.value()) : ""),
    fill: (page) => {
      if (!held) put(false);
      if (!held.fill(page)) around.strange();
    },
    at: (path, open) => {
      if (path.length && !held && open) put(false);
      return path.length ? (held?.at(path, open) ?? self) : self;
    },
    focus: () => (held ? held.focus() : (box.querySelector("button") ?? box).focus()),
    show: (messages) => show(error, box, messages),
    nodes: () => (held ? held.nodes() : []),
  };
  if (around.item || field.required) put(false);
  return self;
}

// A group without anything in it says nothing.
function some(page) {
  return page.entries.some((one) => !isEmpty(one.value)) || page.below.length ? page : "";
}

function list(field, around) {
  const { box, error } = heading(field, around);
  const rows = element("ol", { className: "items" });
  const items = [];
  let below = [];
  const name = (place) => `${field.label} ${place + 1}`;

  const renumber = () => {
    rows.hidden = !items.length;
    for (const [place, one] of items.entries()) {
      one.node.label(name(place));
      one.up.hidden = one.down.hidden = items.length === 1;
      one.up.disabled = place === 0;
      one.down.disabled = place === items.length - 1;
      const words = [[one.up, "Subir"], [one.down, "Bajar"], [one.out, "Quitar"]];
      for (const [made, word] of words) made.setAttribute("aria-label", `${word}: ${name(place)}`);
    }
  };
  const move = (one, step) => {
    const from = items.indexOf(one);
    items.splice(from, 1);
    items.splice(from + step, 0, one);
    rows.insertBefore(one.row, rows.children[step > 0 ? from + 2 : from - 1] ?? null);
    renumber();
    const pressed = step > 0 ? one.down : one.up;
    (pressed.disabled ? (step > 0 ? one.up : one.down) : pressed).focus();
    around.said(`${field.label}: ahora en el lugar ${from + step + 1} de ${items.length}.`);
    around.left(self);
  };
  const drop = (one) => {
    const from = items.indexOf(one);
    items.splice(from, 1);
    one.row.remove();
    renumber();
    (items[Math.min(from, items.length - 1)]?.out ?? add).focus();
    around.said(`Se quitó: ${name(from)}.`);
    around.left(self);
  };
  const put = () => {
    const one = { margin: NO_MARGIN };
    one.node = single({ ...field, many: false }, { ...around, item: true, name: name(items.length) });
    one.up = button("↑", "", () => move(one, -1));
    one.down = button("↓", "", () => move(one, 1));
    one.out = button("Quitar", "", () => drop(one));
    one.row = element("li", {}, one.node.root, element("p", { className: "bar" }, one.up, one.down, one.out));
    items.push(one);
    rows.append(one.row);
    renumber();
    return one;
  };
  const add = button("Agregar", `Agregar: ${field.label}`, () => put().node.focus(), "add");
  box.append(rows, element("p", { className: "bar" }, add));
  rows.hidden = true;
  const self = {
    root: box,
    field,
    takes: (value) => isGroup(value) && !value.keyed && value.entries.every((one) => isGroup(one.value) === Boolean(field.part)),
    value: () => {
      const said = items.map(({ node, margin }) => entry("", node.value(), margin.above, margin.beside)).filter((one) => !isEmpty(one.value));
      return said.length || below.length ? group(false, said, below) : "";
    },
    fill: (page) => {
      for (const one of items.splice(0)) one.row.remove();
      below = page.below;
      for (const one of page.entries) {
        const made = put();
        made.margin = { above: one.above, beside: one.beside };
        made.node.fill(one.value);
      }
    },
    at: ([place, ...rest], open) => {
      if (place === undefined) return self;
      if (/^\d+$/.test(place)) return said()[Number(place)]?.at(rest, open) ?? self;
      return open ? (items[0] ?? put()).node.at([place, ...rest], open) : self;
    },
    focus: () => (items[0] ? items[0].node.focus() : add.focus()),
    show: (messages) => show(error, box, messages),
    nodes: () => items.map(({ node }, place) => [String(place), node]),
    first: () => items.length || put(),
  };
  // A place counts what is written: items left empty are not in the text.
  const said = () => items.map(({ node }) => node).filter((node) => !isEmpty(node.value()));
  return self;
}

// Every field that names another record, with its path.
export function* references(node, path) {
  for (const [name, one] of node.nodes()) {
    if (one.field?.refers && one.control) yield [[...path, name], one];
    yield* references(one, [...path, name]);
  }
}
