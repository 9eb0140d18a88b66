// A table of facts from its declaration: the ways of site/views/facts.py, by the same names.
// In: the rows declared, what the record says, what is around it. Out: facts with their lines. Never: a label of its own.

import { number } from "./dates.js";

const one = (text, href = "") => (text ? [{ text, href }] : []);

const WAYS = {
  text: (value) => one(value),
  date: (value, _, { dates }) => one(dates.inWords(value)),
  date_at_all: (value, _, { dates, words }) => one(dates.inWords(value) || words.no_date),
  date_or: (value, { detail, record }, { dates, words }) => one(dates.inWords(value) || (record[detail] ? "" : words.no_date)),
  hours: (value, { record }, { dates }) => one(dates.hours(record.start_time, value)),
  label: (value, { label }) => one(label(value)),
  label_if_said: (value, { label, record, field }) => (field in record ? one(label(value)) : []),
  label_if_known: (value, { label }) => (value && value !== "unknown" ? one(label(value)) : []),
  place: (value, _, about) => one(about.place(value)),
  place_on_map: (value, _, about) => one(about.place(value), about.onMap(value)),
  record: (value, { detail }, about) => (about.record(detail, value) ? [about.record(detail, value)] : []),
  records: (value, { detail }, about) => about.records(detail, value),
  list: (value) => (value ?? []).flatMap((text) => one(text)),
  count: (value) => (Number(value) ? one(number(value)) : []),
  language: (value, _, about) => one(about.language(value)),
  link: (value, { detail }) => (value ? one(detail || value, value) : []),
  below: (value, { detail }) => one(value, detail + value),
  web: (value) => one(value, /^https?:\/\//.test(value ?? "") ? value : ""),
  figure: (_, { detail, field, record }) => one(record[detail]?.[field]?.text),
  money: (value, _, about) => one(about.money(value)),
};

// model: the name of what the record is, for its labels and what it says by default.
export function tell(rows, model, record, about) {
  if (!record) return [];
  const facts = rows.map(([label, field, way, detail = ""]) => {
    const value = record[field] ?? about.field(model, field)?.default;
    const told = { detail, field, record, label: (choice) => about.label(model, field, choice) };
    return { label, values: WAYS[way](value, told, about) };
  });
  return facts.filter(({ values }) => values.length);
}
