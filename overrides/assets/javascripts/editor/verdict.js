// What is wrong with a record, in the words of `acervo check`: records/checks/validation.py and messages.py.
// In: a tree, the form of its kind, the words of the site. Out: problems with their place. Never: touches the page.

import { CHECKS, OWN_SHAPE } from "./checks.js";
import { length, oneLine } from "./scalars.js";
import { SUGGESTIONS } from "./suggestions.js";

const LONGEST_VALUE = 60;
const LONGEST_DETAIL = 400;
const number = new Intl.NumberFormat("en-US");

const isPart = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// Return every problem: {path, code, message, fix, hint, field}.
export function verdict(tree, form, words) {
  const found = [...partOf(tree, form.model, [], form, words)];
  if (!found.length) found.push(...together(tree, words));
  return found;
}

// The problems of one value: of what a person has just written.
export function problemsOf(value, field, form, words) {
  return [...valueOf(value, field, [field.name], form, words)];
}

function* partOf(value, name, path, form, words) {
  if (!isPart(value)) {
    yield told("not_fields", path, { shape: shapeOf(value) }, null, words);
    return;
  }
  const fields = form.parts[name];
  for (const field of fields) {
    const place = [...path, field.name];
    if (!Object.hasOwn(value, field.name)) {
      if (field.required) yield told("missing", place, {}, field, words);
    } else {
      yield* valueOf(value[field.name], field, place, form, words);
    }
  }
  const names = fields.map((field) => field.name);
  const possible = name === form.model ? form.names : names;
  for (const other of Object.keys(value)) {
    if (other === "<<") {
      yield told("merge_key", [...path, other], {}, null, words);
    } else if (!names.includes(other)) {
      yield told("unknown_field", [...path, other], { name: oneLine(other, LONGEST_VALUE), fields: possible.join(", ") }, null, words);
    }
  }
}

function* valueOf(value, field, path, form, words) {
  if (!field.many) {
    yield* itemOf(value, field, path, form, words);
  } else if (!Array.isArray(value)) {
    yield told("not_list", path, {}, field, words);
  } else if (value.length > field.most) {
    yield told("list_long", path, { length: number.format(value.length), limit: number.format(field.most) }, field, words);
  } else if (!value.length) {
    if (field.least) yield told("list_empty", path, {}, field, words);
  } else {
    for (const [place, one] of value.entries()) yield* itemOf(one, field, [...path, String(place)], form, words);
  }
}

function* itemOf(value, field, path, form, words) {
  if (field.part) {
    yield* within(partOf(value, field.part, path, form, words), path, field, words);
  } else if (field.choices) {
    if (!field.choices.some(([choice]) => choice === value)) {
      const choices = field.choices.map(([choice, label]) => `\`${choice}\` (${label})`).join("; ");
      yield told("choice", path, { value: oneLine(String(value), LONGEST_VALUE), choices }, field, words);
    }
  } else if (typeof value !== "string") {
    const own = (field.checks ?? []).map(([check]) => OWN_SHAPE[check]).find(Boolean);
    yield told(own ?? "not_text", path, { value: "", shape: shapeOf(value) }, field, words);
  } else {
    const wrong = textProblem(value, field, words);
    if (wrong) yield told(wrong.code, path, wrong.details, field, words);
  }
}

// A part that is no part is told with the hint of the field that holds it.
function* within(problems, path, field, words) {
  for (const one of problems) {
    const own = one.code === "not_fields" && one.path.length === path.length;
    yield own ? told("not_fields", path, one.details, field, words) : one;
  }
}

function textProblem(value, field, words) {
  for (const [check, limit] of field.checks ?? []) {
    const code = CHECKS[check](value, limit, words);
    if (code === "text_long") {
      return { code, details: { length: number.format(length(value)), limit: number.format(limit) } };
    }
    if (code) return { code, details: { value: oneLine(value, LONGEST_VALUE), suggestion: SUGGESTIONS[code]?.(value, words) ?? "" } };
  }
  return null;
}

// What a record says against itself: the rules of records/checks/coherence.py that any record may break while it is written.
function* together(tree, words) {
  const draft = tree.draft === "true";
  if (!tree.sources?.length && !draft && !tree.withdrawn) yield told("no_source", ["sources"], {}, null, words);
  for (const [place, one] of (tree.discrepancies ?? []).entries()) {
    if (one.versions.length < 2) yield told("one_version", ["discrepancies", String(place), "versions"], {}, null, words);
  }
  if (draft && tree.withdrawn) yield told("withdrawn_draft", ["draft"], {}, null, words);
  const { start_time: start, end_time: end, recording } = tree;
  if (end && !start) yield told("end_without_start", ["end_time"], {}, null, words);
  else if (end && end <= start && !tree.date?.includes("/")) yield told("end_before_start", ["end_time"], { start, end }, null, words);
  if (recording?.state === "published" && !recording.youtube && !recording.copies?.length) {
    yield told("published_nowhere", ["recording", "state"], {}, null, words);
  }
}

// Put a problem into words; a suggestion, when there is one, ends the message.
export function told(code, path, details, field, words) {
  const [message, fix, hinted] = words.sentences[code];
  const fill = (text) =>
    text.replace(/\{\{|\}\}|\{(\w+)\}/g, (whole, name) => (name ? oneLine(String(details[name] ?? ""), LONGEST_DETAIL) : whole[0]));
  const meant = details.suggestion && !fix.includes("{suggestion}") ? `; ¿quiso decir «${oneLine(details.suggestion, LONGEST_DETAIL)}»?` : "";
  const hint = hinted && field ? `${field.hint}${field.example ? ` Ejemplo: ${field.example}` : ""}` : "";
  return { path, code, details, message: fill(message) + meant, fix: fill(fix), hint };
}

function shapeOf(value) {
  return isPart(value) ? "varios campos" : Array.isArray(value) ? "una lista" : "un texto suelto";
}
