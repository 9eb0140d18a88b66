// The controls of a form that hold one text: a line, several lines, a choice, a yes, the id of another record.
// In: a field and the form's surroundings. Out: nodes: {root, value, fill, at, show}. Never: checks a value.

import { element } from "../elements.js";
import { reference } from "./references.js";

let made = 0;
export const fresh = () => `campo-${(made += 1)}`;

export function attributes(made_, values) {
  for (const [name, value] of Object.entries(values)) if (value) made_.setAttribute(name, value);
  return made_;
}

// A hint has words in backticks, as the messages of the program do.
export function hinted(text) {
  return text.split(/`([^`]+)`/).map((piece, place) => (place % 2 ? element("code", { textContent: piece }) : piece));
}

// A record is found by its name: an id would be no example of what to type.
export function hintOf(field) {
  const shown = field.example && !field.choices && field.example !== "true";
  const example = field.refers ? " Escriba parte del nombre y elija de la lista." : shown ? ` Ejemplo: ${field.example}` : "";
  const hint = field.choices ? field.hint.replace(/`(\w+)`/g, (_, code) => `«${labelOf(field, code)}»`) : field.hint;
  return [...hinted(hint), ...(example ? [element("span", { className: "example", textContent: example })] : [])];
}

const labelOf = (field, code) => field.choices.find(([value]) => value === code)?.[1] ?? code;

// A field with its label, its hint and the place of its problem, around a control.
function framed(field, control, around, extra = []) {
  const id = fresh();
  const error = element("p", { className: "error", id: `${id}-error`, hidden: true });
  const hint = element("p", { className: "hint", id: `${id}-hint` }, ...hintOf(field));
  control.id = id;
  attributes(control, { "aria-describedby": `${id}-hint ${id}-error`, "aria-required": field.required && !around.item ? "true" : "" });
  const label = element("label", { htmlFor: id }, around.name ?? field.label);
  if (field.required && !around.item) label.append(" ", element("span", { className: "needed", textContent: "(necesario)" }));
  const root = element("div", { className: "field" }, label, ...(around.item ? [] : [hint]), control, ...extra, error);
  if (around.item) attributes(control, { "aria-describedby": `${id}-error` });
  return { root, label, error };
}

export function show(error, control, messages) {
  error.hidden = !messages.length;
  error.replaceChildren(...messages.flatMap((one, place) => [...(place ? [element("br")] : []), ...hinted(one)]));
  if (messages.length) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

function node(field, control, around, extra) {
  const { root, label, error } = framed(field, control, around, extra);
  const made_ = {
    root,
    field,
    control,
    label: (text) => (label.firstChild.data = text),
    value: () => control.value.trim(),
    fill: (text) => {
      control.value = text;
    },
    at: (path) => (path.length ? null : made_),
    focus: () => control.focus(),
    show: (messages) => show(error, control, messages),
    nodes: () => [],
  };
  control.addEventListener("change", () => around.left(made_));
  return made_;
}

export function input(field, around) {
  if (field.refers) return referred(field, around);
  if (field.choices) return choice(field, around);
  if ((field.checks ?? []).some(([check]) => check === "flag")) return flag(field, around);
  return field.long ? long(field, around) : line(field, around);
}

function line(field, around) {
  const checks = (field.checks ?? []).map(([check]) => check);
  const control = attributes(element("input", { type: "text", autocomplete: "off" }), {
    inputmode: checks.includes("url") ? "url" : checks.includes("count") ? "numeric" : "",
    spellcheck: checks.includes("line") ? "" : "false",
    autocapitalize: checks.includes("line") ? "" : "none",
  });
  const short = checks.some((one) => ["date", "time", "day_time", "count", "amount", "moment", "video"].includes(one));
  if (short) control.className = "short";
  return node(field, control, around);
}

function long(field, around) {
  const most = field.checks.find(([check]) => check === "max")[1];
  return node(field, element("textarea", { rows: most > 3000 ? 6 : 2 }), around);
}

function choice(field, around) {
  const nothing = field.default ? `${labelOf(field, field.default)} (si no se elige otra cosa)` : "Elija una opción";
  const control = element("select", {}, element("option", { value: "", textContent: nothing }));
  control.append(...field.choices.map(([value, text]) => element("option", { value, textContent: text })));
  return node(field, control, around);
}

function flag(field, around) {
  const control = element("select", {});
  for (const [value, textContent] of [["", "No se dice"], ["true", "Sí"], ["false", "No"]]) {
    control.append(element("option", { value, textContent }));
  }
  return node(field, control, around);
}

function referred(field, around) {
  const control = attributes(element("input", { type: "text", autocomplete: "off" }), { spellcheck: "false", autocapitalize: "none" });
  const { list, title, refresh } = reference(control, field, around);
  const made_ = node(field, control, around, [list, title]);
  control.setAttribute("aria-controls", list.id);
  const fill = made_.fill;
  made_.fill = (text) => {
    fill(text);
    refresh();
  };
  return made_;
}
