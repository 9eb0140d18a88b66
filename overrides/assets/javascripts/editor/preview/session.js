// Taking part in a conference, as of now: site/views/session.py and archive/life.py; what changes there changes here.
// In: the record, and the hour of central Mexico as text. Out: what the page tells of its session, or null.
// Never: tells an address that is private, or of which the hours are past.

import { number, sentence, together } from "./dates.js";
import { paragraphs } from "./plain.js";

const AFTER = { scheduled: "held", published: "published", not_recorded: "without", not_published: "without", lost: "without", unknown: "past" };
const QUIET = ["unknown", "past", "without", "published"];

const after = (day) => new Date(Date.parse(`${day}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);

// The first and the last day that a date may mean.
function bounds({ start, end }) {
  const last = ({ year, month, day }) => {
    const days = new Date(Date.UTC(year, month || 12, 0)).getUTCDate();
    return [year, String(month || 12).padStart(2, "0"), String(day || days).padStart(2, "0")].join("-");
  };
  const first = ({ year, month, day }) => [year, String(month || 1).padStart(2, "0"), String(day || 1).padStart(2, "0")].join("-");
  return [first(start), last(end)];
}

// When a session is over, and in which stages it is, the first first: [instant, stage].
function life(record, dates) {
  const state = record.recording?.state ?? "unknown";
  const ends = dates.ends(record.date);
  const [first, last] = ends ? bounds(ends) : [];
  const certain = ends && [ends.start, ends.end].every((one) => one.day && !one.doubt);
  const hours = record.start_time && record.end_time && (first !== last || record.start_time < record.end_time);
  const over = ends && (certain && hours ? `${last} ${record.end_time}` : `${after(last)} 00:00`);
  const end = { cancelled: "cancelled", postponed: "postponed" }[record.status] ?? AFTER[state] ?? "past";
  if (["cancelled", "postponed", "published"].includes(end)) return { over, turns: [["", end]] };
  const unsure = end === "without" ? end : "unknown";
  const announced = end === "held" ? "announced" : unsure;
  if (!ends) return { over, turns: [["", announced]] };
  const day = `${first} 00:00`;
  const turns = [["", "announced"]];
  const { opens, closes } = record.registration ?? {};
  if ((opens || closes) && (opens ?? "") < day) turns.push([opens ?? "", "open"]);
  if (closes && closes < day) turns.push([closes, "closed"]);
  if (!certain) turns.push([day, announced], [over, ends.start.doubt || ends.end.doubt ? unsure : end]);
  else {
    turns.push([day, "today"]);
    if (first === last && hours) turns.push([`${first} ${record.start_time}`, "live"]);
    turns.push([over, end]);
  }
  const ordered = turns.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  const latest = [...new Map(ordered)];
  return { over, turns: latest.filter(([, stage], place) => !place || latest[place - 1][1] !== stage) };
}

export function session(about) {
  const { tree: record, dates, words, now: moment } = about;
  const { over, turns } = life(record, dates);
  const tells = (record.status && record.status !== "scheduled") || record.registration || record.access || record.requirements || record.accessibility?.length;
  const last = (record.date ?? "").split("/").at(-1).replace(/[?~]$/, "");
  const settled = last && last < moment.slice(0, last.length);
  if (settled && !tells && record.recording?.state !== "scheduled") return null;
  const stage = turns.findLast(([at]) => at <= moment)[1];
  if (!tells && !(turns.length > 1 && !settled) && QUIET.includes(stage)) return null;
  const off = stage === "cancelled" || stage === "postponed";
  const ahead = words.ahead.includes(stage);
  return {
    badge: words.stages[stage],
    stage,
    ahead,
    leads: ahead || off,
    when: record.date ? sentence(dates.session(record.date, record.start_time, record.end_time)) : "",
    status: record.status && record.status !== "scheduled" ? about.label("Conference", "status", record.status) : "",
    reason: paragraphs(record.status_reason),
    previous: together((record.previous_dates ?? []).map((one) => dates.day(one))),
    registration: off || !record.registration ? null : registration(record.registration, over, about),
    access: off || !record.access ? null : access(record, over, about),
    requirements: paragraphs(record.requirements),
    accessibility: (record.accessibility ?? []).map((one) => about.label("Conference", "accessibility", one)),
  };
}

function registration(told, over, { now: moment, words, dates }) {
  const late = (told.closes && moment >= told.closes) || (over && moment >= over);
  return {
    href: late ? "" : told.url,
    sentence: late ? words.closed : "",
    words: dates.window(told.opens, told.closes),
    more: Number(told.places) ? `${number(told.places)} lugares` : "",
    note: told.note,
  };
}

function access({ access: told, date }, over, { now: moment, words, dates }) {
  const hidden = told.private === "true";
  const end = (hidden || !date ? "" : told.closes) || over;
  const late = Boolean(end && moment >= end);
  const shown = !hidden && told.url && !late;
  return {
    href: shown ? told.url : "",
    sentence: shown ? "" : words.no_link[Number(hidden)][Number(late)],
    words: told.opens || told.closes ? dates.window(told.opens, told.closes) : shown ? words.during : "",
    more: told.platform,
    note: told.note,
  };
}
