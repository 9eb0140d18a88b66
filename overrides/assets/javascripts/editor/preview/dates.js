// Dates, hours and moments as a Spanish reader says them: site/dates.py and site/clock.py; what changes there changes here.
// In: texts as people type them, and the words of the site. Out: text. Never: fails; what is no date yet is said as it is.

import { CHECKS } from "../checks.js";

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~])?$/;
const DOUBT = { "?": " (fecha dudosa)", "~": " (fecha aproximada)" };

export const number = (count) => Number(count).toLocaleString("en");
export const sentence = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

export function together(texts) {
  if (texts.length < 2) return texts.join("");
  const last = texts.at(-1);
  return `${texts.slice(0, -1).join(", ")} ${/^[«¿¡"(]*(?:[ií]|hi(?!e))/i.test(last) ? "e" : "y"} ${last}`;
}

export class Dates {
  constructor(words, checks) {
    Object.assign(this, { words, checks });
  }

  // A date as its two ends, or null while it is none.
  ends(text) {
    if (!text || CHECKS.date(text, null, this.checks)) return null;
    const [start, end = start] = text.split("/").map((one) => {
      const [, year, month, day, doubt = ""] = DAY.exec(one);
      return { year, month: Number(month ?? 0), day: Number(day ?? 0), doubt, text: one };
    });
    return { start, end, several: text.includes("/") };
  }

  inWords(text) {
    const ends = this.ends(text);
    if (!ends) return text ?? "";
    const { start, end, several } = ends;
    const months = this.words.months;
    if (!several) return this.one(start);
    if (!start.doubt && !end.doubt) {
      if (start.day && end.day) {
        const alike = start.year === end.year && start.month === end.month;
        if (alike) return start.day === end.day ? this.one(start) : `del ${start.day} al ${this.one(end)}`;
        return `del ${start.year === end.year ? `${start.day} de ${months[start.month - 1]}` : this.one(start)} al ${this.one(end)}`;
      }
      if (start.month && end.month && start.year === end.year && !start.day && !end.day) {
        return `de ${months[start.month - 1]} a ${this.one(end)}`;
      }
    }
    return `de ${this.one(start)} a ${this.one(end)}`;
  }

  one({ year, month, day, doubt }) {
    const name = month ? `${this.words.months[month - 1]} de ` : "";
    return `${day ? `${day} de ` : ""}${name}${Number(year)}${DOUBT[doubt] ?? ""}`;
  }

  machine(text) {
    const start = this.ends(text)?.start;
    return start && !start.doubt ? start.text : "";
  }

  // A whole day with its weekday.
  day(text) {
    const ends = this.ends(text);
    if (!ends || ends.several || text.length !== 10) return this.inWords(text);
    return `${this.words.weekdays[(new Date(`${text}T00:00:00Z`).getUTCDay() + 6) % 7]} ${this.inWords(text)}`;
  }

  hours(start, end) {
    if (start && end) return `de ${start} a ${end} h (${this.words.zone})`;
    if (start) return `${start} h (${this.words.zone})`;
    return end ? `hasta las ${end} h (${this.words.zone})` : "";
  }

  span(start, end) {
    if (start && end) return `${this.inWords(start)} – ${this.inWords(end)}`;
    if (start) return `desde ${this.article(start)}`;
    return end ? `hasta ${this.article(end)}` : "";
  }

  article(text) {
    const words = this.inWords(text);
    return this.ends(text)?.start.day && !words.startsWith("del ") ? `el ${words}` : words;
  }

  session(date, start, end) {
    return [this.day(date), this.hours(start, end)].filter(Boolean).join(", ");
  }

  moment(text) {
    const [day, hour = ""] = [text.slice(0, 10), text.slice(11)];
    return `${this.day(day)} a la${hour.startsWith("01") ? "" : "s"} ${hour.replace(/^0/, "")} h`;
  }

  window(opens, closes) {
    const { zone } = this.words;
    if (opens && opens.slice(0, 10) === closes?.slice(0, 10)) return `El ${this.day(opens.slice(0, 10))}, de ${opens.slice(11)} a ${closes.slice(11)} h (${zone}).`;
    if (opens && closes) return `Del ${this.moment(opens)} al ${this.moment(closes)} (${zone}).`;
    if (opens) return `Desde el ${this.moment(opens)} (${zone}).`;
    return closes ? `Hasta el ${this.moment(closes)} (${zone}).` : "";
  }
}

// The seconds of a moment of a recording, null while it is none; and how it is written.
export function seconds(text) {
  if (!/^(?:(?:\d{1,2}:[0-5]\d|\d{1,3}):[0-5]\d)$/.test(text ?? "")) return null;
  return text.split(":").reduce((total, part) => total * 60 + Number(part), 0);
}

export function clock(second) {
  const two = (part) => String(part).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

export function duration(total) {
  const [hours, minutes, rest] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  if (hours) return minutes ? `${hours} h ${minutes} min` : `${hours} h`;
  return minutes ? `${minutes} min` : `${rest} s`;
}

// `2026-05-20 09:00` in central Mexico.
export function now(date = new Date()) {
  return date.toLocaleString("sv-SE", { timeZone: "America/Mexico_City" }).slice(0, 16);
}
