// The parts of documents and networks: site/views/programme.py.
// In: what there is to look at, the words of the source. Out: views of the parts that there are. Never: forces a part.

import { number } from "./dates.js";
import { basis, sections, steps } from "./parts.js";
import { plan, swot } from "./plan.js";
import { prose } from "./prose.js";

export const count = (text) => (/^\d[\d,]*$/.test(text ?? "") ? number(text.replaceAll(",", "")) : "");
const rank = (path) => ["particulars", "practice", ""].indexOf(path.split(".")[0]);

// The headings of a page in their order: the path of the part, or "" for a section, and its words.
function headings(about) {
  const { tree, form, words } = about;
  const said = (value) => value && (!Array.isArray(value) || value.length);
  const own = (model, part, name, path) => words.within[part].filter((inner) => within(name, inner)).map((inner) => [`${path}.${inner}`, about.labels(model)[inner]]);
  const within = (part, inner) => {
    if (inner === "evaluation") return true;
    if (inner === "budget" || inner === "beneficiaries") return [part, ...(part.activities ?? [])].some((one) => said(one[inner]));
    return said(part[inner]) || said(part[`${inner}_note`]);
  };
  const found = [];
  for (const name of words.parts.filter((one) => said(tree[one]))) {
    const { label, part } = about.field(form.model, name);
    if (name !== "practice" || words.short.some((one) => said(tree.practice[one]))) found.push([name, label]);
    if (words.within[name]) found.push(...own(part, name, tree[name], name));
  }
  return [...found, ...(tree.sections ?? []).map((one) => ["", one.title])];
}

export function programme(about, original) {
  const { tree, dates } = about;
  const line = (text) => original.line(text);
  const text = (one) => original.text(one);
  const lines = (found) => (found ?? []).map(line);
  const found = headings(about).map(([path, title], place) => ({ id: path ? path.replace(".", "-") : `seccion-${place}`, title, path }));
  const figure = (one) => one && { number: count(one.number), html: text(one.text) };
  return {
    labels: about.labels(about.form.model),
    ids: Object.fromEntries(found.filter(({ path }) => path).map(({ path, id }) => [path, id])),
    contents: found.map((one) => [one, rank(one.path) < 0 ? 3 : rank(one.path)]).sort(([, one], [, other]) => one - other).map(([one]) => one),
    sections: sections(tree.sections, found.filter(({ path }) => !path)),
    objective: text(tree.objective),
    objectives: lines(tree.objectives),
    audience: text(tree.audience),
    eligible: lines(tree.eligible),
    groups: text(tree.groups?.text),
    universe: figure(tree.groups?.universe),
    goal: figure(tree.goal),
    duration: text(tree.duration),
    curriculum: (tree.curriculum ?? []).map((one) => ({
      title: line(one.title),
      html: text(one.text),
      shelves: about.records("topics", one.topics).map((topic) => ({ topic, holds: "lo que haya en el acervo", empty: false })),
    })),
    stages: (tree.stages ?? []).map((one, place) => ({
      id: `etapa-${place + 1}`,
      title: line(one.title),
      when: [dates.inWords(one.period), one.after].filter(Boolean),
      html: text(one.text),
      facts: about.facts("stage", "PlannedStage", one),
      steps: steps(one.steps, original),
    })),
    dated: (tree.stages ?? []).some((one) => one.period || one.after),
    surveys: (tree.surveys ?? []).map((one) => ({ moment: about.label("Survey", "moment", one.moment), html: line(one.text), asked: line(one.asked) })),
    review: tree.review && {
      html: text(tree.review.text),
      facts: about.facts("review", "Review", tree.review),
      introduction: text(tree.review.introduction),
      observations: (tree.review.observations ?? []).map((one) => ({ html: line(one.text), reply: line(one.reply) })),
    },
    good_practices: (tree.good_practices ?? []).map((one) => ({ title: line(one.title), html: text(one.text), place: about.place(one.place) })),
    swot: swot(tree.swot, about, original),
    plan: plan(tree.plan, about, original),
    agreements: (tree.agreements ?? []).map((one, place) => agreement(one, place, about, original)),
    basis: basis(tree.legal_basis, about, original),
    context: prose(tree.context),
    contact: about.facts("contact", "Contact", tree.contact),
  };
}

function agreement(one, place, about, original) {
  return {
    id: `acuerdo-${place + 1}`,
    kind: about.label("Agreement", "kind", one.kind),
    html: original.text(one.text),
    state: about.label("Agreement", "state", one.state),
    facts: about.facts("agreement", "Agreement", one),
    follow_up: (one.follow_up ?? []).map((step) => ({
      date: about.dates.inWords(step.date) || about.words.no_date,
      html: original.line(step.text),
      source: step.source,
      href: step.url,
    })),
  };
}
