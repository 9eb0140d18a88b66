// What a person probably meant: records/checks/suggestions.py, line by line; what changes there changes here.
// In: the text of a value. Out: a suggestion, or "". Never: changes what was written.

import { CHECKS } from "./checks.js";

const NAMES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const MONTHS = { ...Object.fromEntries(NAMES.flatMap((name, place) => [[name, place + 1], [name.slice(0, 3), place + 1]])), setiembre: 9, sept: 9, set: 9 };
const WEEKDAY = /^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)\b,?\s*/;
const NUMBERS = /^(\d{1,2})\s*[/.–-]\s*(\d{1,2})\s*[/.–-]\s*(\d{4})$/;
const YEAR_FIRST = /^(\d{4})\s*[/.–-]\s*(\d{1,2})(?:\s*[/.–-]\s*(\d{1,2}))?$/;
const IN_WORDS = /^(?:(\d{1,2})(?:o|º|°|ro)?(?:\s+de\s+|[\s/-]+))?([a-z]+)\.?,?(?:\s+de\s+|\s+del\s+|[\s/-]+)(\d{4})$/;
const MONTH_FIRST = /^([a-z]+)\.?\s+(\d{1,2}),?\s+(?:de\s+|del\s+)?(\d{4})$/;
const DAYS = /^(?:del?\s+)?(\d{1,2})(?:\s+(?:y|al?|e)\s+|\s*[-–]\s*)(?:el\s+)?(\d{1,2})\s+de\s+([a-z]+)\.?\s+(?:de\s+|del\s+)?(\d{4})$/;
const ABOUT = /^(?:hacia|circa|ca\.|c\.|alrededor de|aproximadamente)\s+(\d{4})$/;
const TIME = /^(?:a\s+las?\s+)?(\d{1,2})(?:[:.h]\s?(\d{2}))?(?::\d{2})?\s*(hrs?\.?|horas|h|a\.?\s?m\.?|p\.?\s?m\.?|de la (?:manana|tarde|noche))?\.?$/;
const VIDEO = /(?:v=|youtu\.be\/|\/shorts\/|\/live\/|\/embed\/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])/;
const FILE = /.*\/|\.ya?ml$/gs;
const HOST = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[a-z]{2,}(?:\/\S*)?$/iu;
const FLAGS = { si: "true", yes: "true", verdadero: "true", no: "false", falso: "false", true: "true", false: "false" };

export function fold(text) {
  return text.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/[\u0300-\u0302\u0304-\u036f]/g, "");
}

// A text as an id could be: records/checks/filing.py, `suggest`.
export function asId(text, most = 80) {
  const trim = (one) => one.replace(/^-+|-+$/g, "");
  const plain = fold(text).replace(/[^\0-\x7f]/g, "");
  return trim(trim(plain.replace(/[^a-z0-9]+/g, "-")).slice(0, most));
}

function date(text, words) {
  const plain = fold(text).split(/\s+/).filter(Boolean).join(" ").replace(/\.+$/, "").replace(WEEKDAY, "");
  const whole = (year, month, day) => valid(`${year}-${String(month ?? 0).padStart(2, "0")}${day ? `-${String(Number(day)).padStart(2, "0")}` : ""}`, words);
  let found;
  if ((found = ABOUT.exec(plain))) return valid(`${found[1]}~`, words);
  if ((found = NUMBERS.exec(plain))) return whole(found[3], Number(found[2]), found[1]);
  if ((found = YEAR_FIRST.exec(plain))) return whole(found[1], Number(found[2]), found[3]);
  if ((found = IN_WORDS.exec(plain))) return whole(found[3], MONTHS[found[2]], found[1]);
  if ((found = MONTH_FIRST.exec(plain))) return whole(found[3], MONTHS[found[1]], found[2]);
  if ((found = DAYS.exec(plain))) {
    const ends = [found[1], found[2]].map((day) => whole(found[4], MONTHS[found[3]], day));
    return ends.every(Boolean) ? valid(ends.join("/"), words) : "";
  }
  return "";
}

function valid(text, words) {
  return CHECKS.date(text, null, words) ? "" : text;
}

function day(text, words) {
  const found = date(text, words);
  return found.length === 10 ? found : "";
}

function time(text, words) {
  const found = TIME.exec(fold(text).split(/\s+/).filter(Boolean).join(" "));
  if (!found) return "";
  let hour = Number(found[1]);
  const half = (found[3] ?? "").replace(/[\s.]/g, "");
  if (["pm", "delatarde", "delanoche"].includes(half) && hour < 12) hour += 12;
  else if (["am", "delamanana"].includes(half) && hour === 12) hour = 0;
  if (!half && !found[2]) return "";
  const told = `${String(hour).padStart(2, "0")}:${found[2] ?? "00"}`;
  return CHECKS.time(told, null, words) ? "" : told;
}

function address(text) {
  const bare = text.trim().replace(/^[<>]+|[<>]+$/g, "");
  if (/^https?:\/\/[^\s/]+\.[^\s/]+\//i.test(bare)) {
    const whole = bare.replace(/[^A-Za-z0-9_.\-~/:?#[\]@!$&'()*+,;=%]/gu, (sign) =>
      [...new TextEncoder().encode(sign)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
    );
    return whole === text || bare.slice(4).includes("http") ? "" : whole;
  }
  return HOST.test(bare) && !bare.includes("@") ? `https://${bare}` : "";
}

export const SUGGESTIONS = {
  date_shape: date,
  date_whole: day,
  time_shape: time,
  video_shape: (text) => VIDEO.exec(text)?.[1] ?? "",
  url_shape: address,
  id_shape: (text) => asId(text.replace(FILE, "")),
  flag_shape: (text) => FLAGS[fold(text)] ?? "",
};
