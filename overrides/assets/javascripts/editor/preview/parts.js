// Parts that records of several kinds have: site/views/sections.py, practice.py, legal.py.
// In: what the record says of them, what there is to look at, the words of the source. Out: their views.
// Never: a question without an answer.

import { prose } from "./prose.js";

export const steps = (found, original) => (found ?? []).map((one) => ({ title: original.line(one.title), html: original.text(one.text) }));

export const sections = (found, named = []) =>
  (found ?? []).map((one, place) => ({ id: named[place]?.id ?? `seccion-${place}`, title: one.title ?? "", html: prose(one.text) }));

export function basis(found, about, original) {
  return (found ?? []).map((one) => {
    const document = about.record("documents", one.document);
    const title = document ? [one.title ?? ""] : original.line(one.title);
    return {
      title,
      article: original.line(one.article),
      document,
      other: document && document.text !== one.title ? document.text : "",
      quote: original.text(one.quote),
    };
  });
}

export function practice(told, about, original) {
  if (!told) return null;
  const fields = about.form.parts.Practice;
  const questions = fields.filter(({ name }) => told[name]?.length && !about.words.short.includes(name)).map(({ name, label }) => {
    const listed = Array.isArray(told[name]) ? told[name] : [];
    return {
      id: `practice-${name}`,
      title: label,
      html: listed.length ? [] : original.text(told[name]),
      items: listed.filter((one) => typeof one === "string").map((one) => original.line(one)),
      steps: steps(listed.filter((one) => typeof one !== "string"), original),
    };
  });
  return { id: "practice", facts: about.facts("practice", "Practice", told), questions };
}
