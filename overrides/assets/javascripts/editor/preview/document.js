// The pages of documents and networks: site/views/document.py, network.py, meeting.py.
// In: what there is to look at. Out: the view of its kind. Never: who cites it, or what other records say.

import { article } from "./article.js";
import { practice, steps } from "./parts.js";
import { participants } from "./people.js";
import { Original } from "./plain.js";
import { count, programme } from "./programme.js";

export function documents(about) {
  const { tree, dates, words } = about;
  const original = new Original(tree);
  const particulars = (tree.particulars ?? []).map((one) => ({ label: one.label, html: original.line(one.text) }));
  const parts = programme(about, original);
  const time = tree.date || tree.period;
  return {
    article: article(about, about.facts("record", "Document", tree), { date: dates.inWords(time) || words.no_date, machine: dates.machine(time) }),
    people: participants(tree.people, about),
    particulars,
    practice: practice(tree.practice, about, original),
    meeting: meeting(tree.meeting, about, original),
    programme: parts,
    file: tree.file,
  };
}

export function networks(about) {
  const { tree } = about;
  return {
    article: article(about, about.facts("record", "Network", tree), { names: tree.acronym ? [tree.acronym] : [] }),
    members_title: about.labels("Network").members,
    members: about.records("institutions", tree.members),
    programme: programme(about, new Original(tree)),
  };
}

function meeting(told, about, original) {
  if (!told) return null;
  const { dates, words } = about;
  const text = (one) => original.text(one);
  return {
    labels: about.labels("Meeting"),
    title: original.line(told.title),
    facts: about.facts("meeting", "Meeting", told),
    html: text(told.text),
    objective: text(told.objective),
    attendance: told.attendance && {
      number: count(told.attendance.number),
      html: original.line(told.attendance.text),
      rivals: original.rivals(told.attendance.text),
    },
    agenda: (told.agenda ?? []).map((one) => ({
      day: dates.inWords(one.date) || words.no_date,
      machine: dates.machine(one.date),
      time: one.start_time ? `${one.start_time} h` : "",
      title: original.line(one.title),
      html: text(one.text),
    })),
    timed: (told.agenda ?? []).some((one) => one.start_time),
    highlights: (told.highlights ?? []).map(text),
    tables_note: text(told.tables_note),
    tables: steps(told.tables, original),
    themes_note: text(told.themes_note),
    themes: (told.themes ?? []).map(text),
  };
}
