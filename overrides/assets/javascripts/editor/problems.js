// Problems shown: beside their field, and together at the top with links to each.
// In: the problems of a record and the nodes of its form. Out: what the page shows. Never: looks for problems.

import { element } from "../elements.js";
import { hinted } from "./inputs.js";

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export function sentence({ message, fix }) {
  return [capital(message), fix].filter(Boolean).map((one) => (/[.!?:`»]$/.test(one) ? one : `${one}.`)).join(" ");
}

// Return the labels on the way to a field, outermost first.
export function labels(path, form) {
  const out = [];
  let fields = form.parts[form.model];
  for (const name of path) {
    if (/^\d+$/.test(name)) {
      out[out.length - 1] += ` ${Number(name) + 1}`;
      continue;
    }
    const field = fields.find((one) => one.name === name);
    if (!field) return [...out, name].join(" › ");
    out.push(field.label);
    fields = form.parts[field.part] ?? [];
  }
  return out.join(" › ");
}

export function clear(node) {
  node.show([]);
  for (const [, one] of node.nodes()) clear(one);
}

// Open what is folded around an element.
export function reveal(inside) {
  for (let box = inside.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
}

// found: [{node, about, text}]. Show them beside their fields, and all of them in a box that takes the focus.
export function tell(found, box) {
  const beside = new Map();
  for (const { node, text } of found) if (node) beside.set(node, [...(beside.get(node) ?? []), text]);
  for (const [node, texts] of beside) node.show(texts);
  box.hidden = !found.length;
  const title = element("h2", { id: "editor-problems-title", textContent: found.length === 1 ? "Hay algo que corregir" : `Hay ${found.length} cosas que corregir` });
  const list = found.map(({ node, about, text }) => {
    const link = element("a", { href: "#editor-form" }, about);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (!node) return;
      reveal(node.root);
      node.focus();
      node.root.scrollIntoView({ block: "center" });
    });
    return element("li", {}, link, ": ", ...hinted(text));
  });
  box.replaceChildren(title, element("ul", {}, ...list));
  if (found.length) box.focus();
}
