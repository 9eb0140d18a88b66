// What a field takes: records/models/fields.py, dates.py, moments.py and patterns.py, check by check; what changes there changes here.
// In: a text, the limit of the check, and the words of the site. Out: the code of the problem, or "". Never: words it.

import { length } from "./scalars.js";

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~])?$/;
const ZONE = /\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)\S*$/i;
const COUNT = /^(?:0|[1-9]\d{0,6})$/;
const AMOUNT = /^(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,12})(?:\.\d{1,2})?$/;
const URL_FORBIDDEN = /[\s\\<>"`{}|^]/;
const PLACES = ["title", "people", "date", "number", "anything"];

const matches = (pattern, text) => new RegExp(`^(?:${pattern})$`).test(text);

export const CHECKS = {
  max: (text, limit) => (length(text) > limit ? "text_long" : ""),
  pattern: (text, limit) => (new RegExp(limit, "u").test(text) ? "" : "text_shape"),
  line: (text) => (text.includes("\n") ? "line_break" : ""),
  id: (text, _, { patterns, id_length: [least, most] }) =>
    text.length >= least && text.length <= most && matches(patterns.id, text) ? "" : "id_shape",
  url: (text) => address(text),
  time: (text, _, { patterns }) => (matches(patterns.time, text) ? "" : zoned(text) ? "time_zone" : "time_shape"),
  day_time: (text, _, words) => dayTime(text, words),
  count: (text) => (COUNT.test(text) ? "" : "count_shape"),
  amount: (text) => (AMOUNT.test(text) ? "" : "amount_shape"),
  moment: (text, _, { patterns }) => (matches(patterns.moment, text) ? "" : "moment_shape"),
  video: (text, _, { patterns }) => (matches(patterns.video, text) ? "" : "video_shape"),
  channel: (text, _, { patterns }) => (matches(patterns.channel, text) ? "" : "channel_shape"),
  title_pattern: (text) => titlePattern(text),
  flag: (text) => (text === "true" || text === "false" ? "" : "flag_shape"),
  date: (text, _, words) => period(text, words),
  whole_day: (text) => (/^\d{4}-\d{2}-\d{2}[?~]?$/.test(text) && !/[?~]/.test(text) ? "" : "date_whole"),
};

// The checks of texts that are not told as such when they are lists or groups.
export const OWN_SHAPE = { count: "count_shape", amount: "amount_shape", flag: "flag_shape" };

function zoned(text) {
  return ZONE.test(text);
}

function dayTime(text, words) {
  if (zoned(text)) return "time_zone";
  const [day, gap, hour] = [text.slice(0, 10), text.slice(10, 11), text.slice(11)];
  if (!["T", " "].includes(gap) || !matches(words.patterns.time, hour) || !DAY.test(day)) return "day_time_shape";
  return period(day, words);
}

function period(text, words) {
  const ends = [];
  for (const part of text.split("/")) {
    const day = oneDay(part, words.years);
    if (typeof day === "string") return day;
    ends.push(day);
  }
  if (ends.length > 2) return "date_shape";
  return ends.at(-1).last < ends[0].first ? "date_order" : "";
}

function oneDay(text, [earliest, latest]) {
  const found = DAY.exec(text);
  if (!found) return "date_shape";
  const [year, month, day] = found.slice(1, 4).map((piece) => (piece === undefined ? null : Number(piece)));
  if (year < earliest || year > latest) return "date_year";
  if (month !== null && (month < 1 || month > 12)) return "date_impossible";
  const days = (one) => new Date(Date.UTC(year, one, 0)).getUTCDate();
  if (day !== null && (day < 1 || day > days(month))) return "date_impossible";
  const iso = (one, other) => year * 10000 + one * 100 + other;
  return { first: iso(month ?? 1, day ?? 1), last: iso(month ?? 12, day ?? days(month ?? 12)) };
}

// Python's urlsplit, for what matters here: scheme, what stands before the path, its host and port.
function address(text) {
  const found = /^(https?):\/\/([^/?#]*)/i.exec(text);
  if (!found) return "url_shape";
  const place = found[2].slice(found[2].lastIndexOf("@") + 1);
  const host = /^([^:[\]]*)(?::(\d*))?$/.exec(place);
  if (!host || !host[1].includes(".") || Number(host[2] ?? 0) > 65535 || URL_FORBIDDEN.test(text)) return "url_shape";
  return found[2].includes("@") ? "url_userinfo" : "";
}

function titlePattern(text) {
  const pieces = text.split(/\{([^{}]*)\}/);
  const texts = pieces.filter((_, place) => place % 2 === 0);
  const places = pieces.filter((_, place) => place % 2);
  if (texts.some((one) => /[{}]/.test(one))) return "pattern_brace";
  if (places.some((one) => !PLACES.includes(one))) return "pattern_place";
  if (!places.includes("title")) return "pattern_title";
  if (places.some((one, at) => one !== "anything" && places.indexOf(one) !== at)) return "pattern_twice";
  return texts.slice(1, -1).some((one) => !one.normalize("NFKC").trim()) ? "pattern_glued" : "";
}
