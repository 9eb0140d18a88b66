// The page of a conference: site/views/conference.py, recording.py, passages.py.
// In: what there is to look at. Out: its view. Never: what YouTube says, or what comes of other conferences.

import { article } from "./article.js";
import { clock, seconds } from "./dates.js";
import { participants } from "./people.js";
import { paragraphs } from "./plain.js";
import { prose } from "./prose.js";
import { session } from "./session.js";

const WIDTH = 1000;
const LANE = 16;
const LAST = 60; // seconds of a passage that does not say its end

// What a conference takes from its series where it says nothing itself (archive/inheritance.py).
function inherit(record, { defaults = {} } = {}) {
  const taken = (own, names) => Object.fromEntries(names.filter((name) => defaults[name] && !own?.[name]).map((name) => [name, defaults[name]]));
  return {
    ...record,
    ...taken(record, ["institution", "modality", "audience"]),
    recording: { ...record.recording, ...taken(record.recording, ["language", "license", "captions_permission"]) },
  };
}

export function conferences(about) {
  about.tree = inherit(about.tree, about.opened("series", about.tree.series) ?? {});
  const { tree, words, dates } = about;
  const date = dates.inWords(tree.date) || words.no_date;
  return {
    article: article(about, about.facts("record", "Conference", tree), { date, machine: dates.machine(tree.date) }),
    people: participants(tree.people, about),
    recording: recording(tree, about),
    passages: passages(tree.recording, about),
    description: prose(tree.description),
    session: session(about),
    questions: questions(tree, about),
  };
}

function recording({ recording: own, status }, about) {
  const { words } = about;
  const copies = (own.copies ?? []).map((one) => {
    const [family] = (one.media_type ?? "").split("/");
    return { title: one.title, href: one.url, media_type: one.media_type, player: ["video", "audio"].includes(family) ? family : "" };
  });
  return {
    sentence: words.called_off[status] ?? words.recordings[own.state ?? "unknown"],
    video: own.youtube,
    watch: own.youtube ? words.watch + own.youtube : "",
    copies,
    facts: about.facts("recording", "Recording", own),
    chapters: (own.chapters ?? []).map((one) => {
      const second = seconds(one.start) ?? 0;
      return { title: one.title, clock: clock(second), href: heard(second, own, words) };
    }),
  };
}

// Where a second can be seen: in the video, or in a copy.
function heard(second, own, { watch }) {
  if (own.youtube) return `${watch}${own.youtube}&t=${second}s`;
  const played = (own.copies ?? []).find((one) => /^(?:video|audio)\//.test(one.media_type ?? ""));
  return played?.url ? `${played.url}#t=${second}` : "";
}

function passages({ passages: told = [], ...own }, about) {
  const found = told.filter((one) => seconds(one.start) !== null).sort((one, other) => seconds(one.start) - seconds(other.start));
  if (!found.length) return null;
  const { colours } = about.words;
  const topics = [...new Set(found.map((one) => one.topics?.[0]).filter(Boolean))];
  const starts = [...new Set(found.map((one) => seconds(one.start)))];
  const whole = Math.max(...found.map((one) => seconds(one.end) ?? seconds(one.start) + LAST));
  const ends = [];
  const list = found.map((one, place) => {
    const start = seconds(one.start);
    const end = Math.max(seconds(one.end) ?? starts[starts.indexOf(start) + 1] ?? whole, start + 1);
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    const topic = topics.indexOf(one.topics?.[0]);
    return {
      anchor: place && seconds(found[place - 1].start) === start ? "" : `pasaje-${start}`,
      start: clock(start),
      end: seconds(one.end) ? clock(seconds(one.end)) : "",
      href: heard(start, own, about.words),
      colour: topic < 0 ? colours.at(-1) : colours[topic % (colours.length - 1)],
      topics: about.records("topics", one.topics),
      document: about.record("documents", one.document),
      article: one.article,
      conference: about.record("conferences", one.conference),
      note: one.note,
      drawn: [start, end, lane],
    };
  });
  const total = Math.max(...list.map((one) => one.drawn[1]));
  const bar = list.map(({ drawn: [start, end, lane], colour, start: said }) => {
    const [x, to] = [start, end].map((second) => Math.floor((second * WIDTH) / total));
    const width = Math.max(to - x - 1, 4);
    return { x: Math.min(x, WIDTH - width), y: lane * LANE, width, colour, title: said };
  });
  return { width: WIDTH, height: ends.length * LANE, lane: LANE, bar, list };
}

function questions({ questions: asked = [], moderation, consent, recording: own }, about) {
  if (!asked.length && !moderation && !consent) return null;
  return {
    questions: asked.map((one) => {
      const second = seconds(one.at);
      return {
        question: paragraphs(one.question),
        answer: prose(one.answer),
        clock: second === null ? "" : clock(second),
        seconds: second,
        href: second === null ? "" : heard(second, own, about.words),
      };
    }),
    about: asked.length ? about.words.answered : "",
    moderation: paragraphs(moderation),
    consent: paragraphs(consent),
  };
}
