// A summary of the page that a record will have: its title and what its fields say, in the words of the site.
// In: the tree of a record and the form of its kind. Out: elements. Never: HTML from text, or the page itself.

import { element } from "../elements.js";

const LONGEST = 600;
const months = new Intl.DateTimeFormat("es-MX", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

export function preview(tree, form) {
  const rows = [];
  for (const field of form.parts[form.model]) {
    const value = tree[field.name];
    if (value === undefined || ["title", "summary", "updated", "draft", "notes", "formerly"].includes(field.name)) continue;
    rows.push(element("div", {}, element("dt", { textContent: field.label }), element("dd", {}, said(value, field, form))));
  }
  return [
    element("p", { className: "kicker" }, element("span", { textContent: form.label })),
    element("p", { className: "preview-title", textContent: tree.title ?? "Sin título todavía" }),
    ...(tree.summary ? [element("p", { className: "lead", textContent: tree.summary })] : []),
    element("dl", {}, ...rows),
    ...(tree.updated ? [element("p", { className: "note", textContent: `Última actualización: ${inWords(tree.updated)}` })] : []),
  ];
}

function said(value, field, form) {
  if (Array.isArray(value)) {
    return element("ul", { className: "plain" }, ...value.map((one) => element("li", {}, said(one, { ...field, many: false }, form))));
  }
  if (typeof value === "object") {
    const known = form.parts[field.part] ?? [];
    const told = known.filter((one) => value[one.name] !== undefined).map((one) => brief(value[one.name], one, form));
    return told.join(" · ");
  }
  return brief(value, field, form);
}

function brief(value, field, form) {
  if (Array.isArray(value)) return value.map((one) => brief(one, field, form)).join(", ");
  if (typeof value === "object") return said(value, field, form);
  const label = field.choices?.find(([choice]) => choice === value)?.[1] ?? (field.checks?.some(([check]) => check === "flag") ? { true: "sí", false: "no" }[value] : undefined);
  const text = label ?? (/^\d{4}-\d{2}-\d{2}$/.test(value) ? inWords(value) : value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function inWords(text) {
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? text : months.format(day);
}
