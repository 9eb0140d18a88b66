// The pages of the kinds that are short: the views of site/views/ of the same names.
// In: what there is to look at. Out: the view of its kind. Never: what comes of other records.

import { article } from "./article.js";
import { clock, duration, number, seconds, sentence } from "./dates.js";
import { Original, paragraphs } from "./plain.js";
import { basis, practice, sections } from "./parts.js";
import { prose } from "./prose.js";

export function speakers(about) {
  const { tree, dates } = about;
  const newest = (one) => [one.start, one.end, one.seen].map((text) => dates.ends(text)?.end.text ?? "").reduce((most, text) => (text > most ? text : most), "");
  const offices = [...(tree.offices ?? [])].sort((one, other) => (newest(one) < newest(other) ? 1 : newest(one) > newest(other) ? -1 : 0));
  return {
    article: article(about, about.facts("record", "Speaker", tree), { names: tree.variants }),
    offices: offices.map((one) => ({
      title: one.title,
      institution: about.record("institutions", one.institution),
      span: dates.span(one.start, one.end),
      seen: dates.inWords(one.seen),
      note: one.note,
      source: one.source,
      href: /^https?:\/\//.test(one.source ?? "") ? one.source : "",
    })),
  };
}

export function institutions(about) {
  const { tree, dates } = about;
  const former = tree.former_names ?? [];
  return {
    article: article(about, about.facts("record", "Institution", tree), {
      names: [tree.acronym, ...(tree.aliases ?? []), ...former.map((one) => one.name)].filter(Boolean),
    }),
    former_names: former.map((one) => ({ name: one.name, span: dates.span(one.start, one.end), note: one.note })),
    successor: about.record("institutions", tree.successor),
    basis: basis(tree.legal_basis, about, new Original(tree)),
    contact: about.facts("contact", "Contact", tree.contact),
  };
}

export function series(about) {
  const { tree, dates } = about;
  const rule = tree.schedule;
  const schedule = {
    rule: about.facts("schedule", "Schedule", rule),
    deviations: (rule?.exceptions ?? []).map((one) => ({ on: dates.day(one.on), moved: dates.day(one.moved_to), reason: one.reason })),
    plans: (tree.plans ?? []).map((one) => ({ year: one.year, planned: Number(one.planned) ? number(one.planned) : one.planned, source: one.source })),
    calendar: "../calendario/",
  };
  return {
    article: article(about, about.facts("record", "Series", tree)),
    description: prose(tree.description),
    practice: practice(tree.practice, about, new Original(tree)),
    sections: sections(tree.sections),
    schedule: rule || tree.plans?.length ? schedule : null,
    contact: about.facts("contact", "Contact", tree.contact),
    handed_down: about.facts("handed_down", "Defaults", tree.defaults),
    partial: (tree.coverage ?? about.field("Series", "coverage").default) === "partial",
    take_part: "../participar/",
  };
}

export function routes(about) {
  const { tree } = about;
  const labels = about.labels("Route");
  const found = tree.steps ?? [];
  const tasks = found.filter(leads).length;
  const gaps = found.length - tasks;
  const times = found.filter(leads).map(length);
  const total = times.reduce((sum, one) => sum + one, 0);
  const time = times.length && times.every(Boolean) ? duration(total) : "";
  const done = `${tasks === 1 ? "1 paso" : `${number(tasks)} pasos`}${gaps ? `; falta material para ${number(gaps)} más` : ""}`;
  return {
    article: article(about, [
      ...about.facts("audience", "Route", tree),
      ...(time ? [{ label: "Duración", values: [{ text: sentence(time) }] }] : []),
      { label: labels.steps, values: [{ text: done }] },
      ...about.facts("record", "Route", tree),
    ]),
    labels,
    goals: tree.goals ?? [],
    parts: parts(found, about),
    time,
    gaps,
  };
}

const leads = (step) => Boolean(step.conference || step.document || step.topic);

// How long a step takes by itself: the rest is known of the recording.
function length(step) {
  const [start, end] = [seconds(step.start) ?? 0, seconds(step.end)];
  return step.conference && end > start ? end - start : 0;
}

function parts(found, about) {
  const made = [];
  let count = 0;
  for (const step of found) {
    if (step.part || !made.length) made.push({ title: step.part ?? "", steps: [] });
    if (leads(step)) count += 1;
    made.at(-1).steps.push({
      number: leads(step) ? count : 0,
      title: step.title,
      targets: targets(step, about),
      gap: paragraphs(step.gap),
      note: paragraphs(step.note),
      time: length(step) ? duration(length(step)) : "",
    });
  }
  return made;
}

function targets(step, about) {
  const { verbs, not_seen: notSeen, no_page: noPage } = about.words;
  const target = (verb, kind, id, detail) => {
    const link = about.record(kind, id);
    return { verb, title: link?.text ?? noPage, href: link?.href ?? "", detail };
  };
  const [start, end] = [step.start, step.end].map((text) => (seconds(text) === null ? "" : clock(seconds(text))));
  const stretch = start && end ? `de ${start} a ${end}` : start ? `desde ${start}` : end ? `hasta ${end}` : "";
  const found = [];
  if (step.conference) {
    const state = about.opened("conferences", step.conference)?.recording?.state ?? "unknown";
    const shown = !about.record("conferences", step.conference) || ["published", "scheduled"].includes(state);
    found.push(target(shown ? verbs.see : verbs.consult, "conferences", step.conference, stretch || (shown ? "" : notSeen)));
  }
  if (step.document) found.push(target(verbs.read, "documents", step.document, step.section ? `sección «${step.section}»` : ""));
  if (step.topic) found.push(target(verbs.explore, "topics", step.topic, ""));
  return found;
}

export function evaluations(about) {
  const { tree, dates, words } = about;
  const labels = about.labels("Evaluation");
  const { title, version, url } = tree.instrument ?? {};
  const instrument = version ? `${title}, versión ${version}` : title;
  return {
    article: article(
      about,
      [...about.facts("record", "Evaluation", tree), ...(instrument ? [{ label: labels.instrument, values: [{ text: instrument, href: url }] }] : [])],
      { date: dates.inWords(tree.date) || words.no_date, machine: dates.machine(tree.date) },
    ),
    method: paragraphs(tree.method),
    all: "../evaluaciones/",
  };
}

export function topics(about) {
  const { tree } = about;
  return {
    article: article(about, about.facts("record", "Topic", tree), { names: tree.aliases }),
    basis: basis(tree.legal_basis, about, new Original(tree)),
  };
}
