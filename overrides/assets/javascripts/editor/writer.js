// The canonical form of a record: records/writing/canonical.py, line by line; what changes there changes here.
// In: a tree, or groups of entries with their comments, and the form of their kind. Out: YAML as `acervo format` writes it.
// Never: touches the page.

import { STEP, clean, lines, scalar } from "./scalars.js";

const NOTHING = { order: new Map(), fields: {} };
const shapes = new WeakMap();

// A group is {keyed, entries, below}; an entry is {name, above, value, beside}.
export const group = (keyed, entries = [], below = []) => ({ keyed, entries, below });
export const entry = (name, value, above = [], beside = "") => ({ name, above, value, beside });
export const isGroup = (value) => typeof value !== "string";

// What the writer knows of a part: its fields, by name, in the order in which they are written.
function shape(form, part) {
  const fields = form.parts[part];
  if (!fields) return NOTHING;
  if (!shapes.has(fields)) {
    shapes.set(fields, {
      order: new Map(fields.map((field, place) => [field.name, place])),
      fields: Object.fromEntries(fields.map((field) => [field.name, field])),
    });
  }
  return shapes.get(fields);
}

export function write(tree, form) {
  return written(grouped(tree), form);
}

// page: a group, as the reader or the form gives it.
export function written(page, form) {
  const copy = copied(page);
  const head = form.kind === "topics" ? [] : takeHead(copy);
  return [...head, ...fieldLines(copy, form, form.kind === "topics" ? "" : form.model, "", form.kind === "topics"), ""].join("\n");
}

export function grouped(value) {
  const pairs = Array.isArray(value) ? value.map((item) => ["", item]) : Object.entries(value);
  return group(!Array.isArray(value), pairs.map(([name, inner]) => entry(clean(name), valueOf(inner))));
}

function valueOf(value) {
  if (value && typeof value === "object") return grouped(value);
  return clean(value === null || value === undefined ? "" : String(value));
}

export function treeOf(value) {
  if (!isGroup(value)) return value;
  if (!value.keyed) return value.entries.map((one) => treeOf(one.value));
  return Object.fromEntries(value.entries.filter((one) => one.value !== "").map((one) => [one.name, treeOf(one.value)]));
}

function copied(page) {
  const copy = (one) => ({ ...one, above: [...one.above], value: isGroup(one.value) ? copied(one.value) : one.value });
  return { keyed: page.keyed, entries: page.entries.map(copy), below: [...page.below] };
}

// Take from the first field what stands above it and apart from it: it is about the file.
function takeHead(page) {
  if (!page.entries.length) return [];
  const above = page.entries[0].above;
  const apart = above.lastIndexOf("");
  page.entries[0].above = above.slice(apart + 1);
  const head = tidy(above.slice(0, apart + 1), true);
  return head.some(Boolean) ? head : [];
}

const indented = (indent) => (line) => (line ? indent + line : "");

function fieldLines(page, form, part, indent, topics = false) {
  const known = shape(form, part);
  const [kept, left] = said(page);
  const place = (one) => known.order.get(one.name) ?? known.order.size;
  kept.sort((one, other) => place(one) - place(other));
  const out = [];
  for (const one of kept) {
    out.push(...tidy(one.above, !out.length).map(indented(indent)));
    const field = known.fields[one.name];
    out.push(...valued(`${indent}${scalar(one.name)}:`, one, form, topics ? form.model : field?.part, indent, field?.bare));
  }
  return [...out, ...tidy(left, !out.length, true).map(indented(indent))];
}

function itemLines(page, form, part, indent, bare) {
  const out = [];
  for (const one of page.entries) {
    let above = one.above;
    let body;
    const nested = isGroup(one.value) && one.value.entries.length;
    if (nested) {
      const [inner, first] = hoisted(one.value, form, part, indent + STEP, bare);
      above = [...above, ...first];
      body = [`${indent}- ${inner[0].replace(/^ +/, "")}`, ...inner.slice(1)];
    } else {
      body = valued(`${indent}-`, one, form, part, indent, bare);
    }
    out.push(...tidy(above, !out.length).map(indented(indent)));
    if (one.beside && nested) out.push(indent + one.beside);
    out.push(...body);
  }
  return [...out, ...tidy(page.below, !out.length, true).map(indented(indent))];
}

function hoisted(page, form, part, indent, bare) {
  const inner = page.keyed ? fieldLines(page, form, part, indent) : itemLines(page, form, part, indent, bare);
  const found = inner.findIndex((line) => line.trim() && !line.startsWith(`${indent}#`));
  const first = Math.max(found, 0);
  return [inner.slice(first), inner.slice(0, first).map((line) => line.trim())];
}

function valued(prefix, one, form, part, indent, bare) {
  if (!isGroup(one.value)) return lines(prefix, one.value, indent + STEP, bare, one.beside);
  const behind = one.beside ? `  ${one.beside}` : "";
  const { keyed } = one.value;
  const inner = keyed ? fieldLines(one.value, form, part, indent + STEP) : itemLines(one.value, form, part, indent + STEP, bare);
  if (inner.every((line) => !line || line.startsWith(`${indent}${STEP}#`))) return [...inner, `${prefix} ${keyed ? "{}" : "[]"}${behind}`];
  return [prefix + behind, ...inner];
}

// The entries that say something, and the comments after them; those of the others go to the next one.
function said(page) {
  const kept = [];
  let carried = [];
  for (const one of page.entries) {
    const bareList = isGroup(one.value) && !one.value.keyed && !one.value.entries.length;
    if (one.value === "" || bareList) {
      carried.push(...one.above, ...(one.beside ? [one.beside] : []), ...(bareList ? one.value.below : []));
    } else {
      one.above = [...carried, ...one.above];
      carried = [];
      kept.push(one);
    }
  }
  return [kept, [...carried, ...page.below]];
}

function tidy(margin, first = false, last = false) {
  const out = [];
  for (const line of margin) if (line !== "" || (out.length ? out.at(-1) !== "" : !first)) out.push(line);
  while (last && out.length && out.at(-1) === "") out.pop();
  return out;
}
