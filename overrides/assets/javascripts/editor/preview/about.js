// What the views of a record look at: its values, the words of the site, and the other records that it names.
// In: the form, the words, the settings, what was loaded. Out: links, labels, places, amounts in words.
// Never: loads anything: it says what is wanted, and is asked again when that is here.

import { tell } from "./facts.js";
import { Dates, number } from "./dates.js";

// From the page of the form to the root of the site.
export const UP = "../";

export class About {
  constructor({ tree, id, form, words, checks, facts, library, settings, now }) {
    Object.assign(this, { tree, id, form, words, library, settings, now, tables: facts });
    this.dates = new Dates(words, checks);
  }

  // The link to another record, by its title; null while it has no page.
  record(kind, id) {
    const title = id ? this.library.title(kind, id) : undefined;
    return title === undefined ? null : { text: title, href: `${UP}${this.words.kinds[kind][0]}/${id}/` };
  }

  records(kind, ids) {
    return (ids ?? []).map((id) => this.record(kind, id)).filter(Boolean);
  }

  // What another record says, as far as the site gives its text.
  opened(kind, id) {
    return this.record(kind, id) && this.library.tree(kind, id);
  }

  field(model, name) {
    return this.form.parts[model]?.find((field) => field.name === name);
  }

  // The words of a choice; without one, those of what is so by default.
  label(model, name, value) {
    const field = this.field(model, name);
    return field?.choices?.find(([choice]) => choice === (value ?? field.default))?.[1] ?? "";
  }

  labels(model) {
    return Object.fromEntries((this.form.parts[model] ?? []).map((field) => [field.name, field.label]));
  }

  facts(table, model, record) {
    return tell(this.tables[table], model, record, this);
  }

  place(place) {
    if (!place) return "";
    const { states, countries } = this.words;
    const country = place.country ?? this.field("Place", "country")?.default ?? "";
    return [...new Set([place.name, states[place.state] ?? place.state, countries[country] ?? country])].filter(Boolean).join(", ");
  }

  onMap(place) {
    const state = this.words.states[place?.state];
    const folded = state?.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll(" ", "-");
    return folded ? `${UP}entidades/${folded}/` : "";
  }

  language(code) {
    return code ? (this.words.languages[code.split("-")[0].toLowerCase()] ?? code) : "";
  }

  money(money) {
    if (!money?.amount && !money?.text) return "";
    const text = money.text || amount(cents(money));
    const currency = money.currency && this.label("Money", "currency", money.currency);
    return currency ? `${text} (${currency})` : text;
  }
}

// Money as a whole number of cents, null while it is none.
export function cents(money) {
  const found = /^([\d,]+)(?:\.(\d{1,2}))?$/.exec(money?.amount ?? "");
  return found ? Number(found[1].replaceAll(",", "")) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : null;
}

export const amount = (sum) => (sum === null ? "" : `${number(Math.floor(sum / 100))}.${String(sum % 100).padStart(2, "0")}`);
