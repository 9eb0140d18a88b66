// Plain text as elements: site/plain.py and site/views/original.py; what changes there changes here.
// In: text as a person wrote it. Out: texts, links, line breaks, paragraphs. Never: reads Markdown or HTML in it.

import { element } from "../../elements.js";
import { set } from "./stencil.js";

const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/g;
const TAIL = /[.,;:!?)\]»”’…]+$/;
const PARAGRAPHS = /\n\s*\n/;

export function link(href, ...content) {
  const made = element("a", {}, ...content);
  set(made, "href", href);
  return made;
}

export function linked(text) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TAIL, "");
    if (!address.split("://")[1]) continue;
    found.push(...broken(text.slice(end, match.index)), link(address, address));
    end = match.index + address.length;
  }
  return [...found, ...broken(text.slice(end))];
}

function broken(text) {
  return text.split("\n").flatMap((line, place) => (place ? [element("br"), "\n", line] : [line])).filter((one) => one !== "");
}

function inParagraphs(text, line) {
  return (text ?? "").split(PARAGRAPHS).map((part) => part.trim()).filter(Boolean).map((part) => element("p", {}, ...line(part)));
}

export const paragraphs = (text) => inParagraphs(text, linked);

// The texts of one record, in the order of its page: what an oddity quotes is marked where it stands first.
export class Original {
  constructor({ oddities = [], discrepancies = [] }) {
    this.places = new Map(oddities.map((one, place) => [one.quote, place + 1]).reverse().filter(([quote]) => quote));
    this.points = discrepancies;
    const quotes = [...this.places.keys()].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
    this.quotes = quotes.length ? new RegExp(`(${quotes.map((one) => one.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|")})`) : null;
  }

  line(text) {
    if (!text) return [];
    return this.quotes ? text.split(this.quotes).flatMap((piece) => this.piece(piece)) : linked(text);
  }

  text(text) {
    return inParagraphs(text, (part) => this.line(part));
  }

  piece(piece) {
    const place = this.places.get(piece);
    this.places.delete(piece);
    if (!place) return linked(piece);
    const mark = link(`#rareza-${place}`, "(", element("i", { lang: "la", textContent: "sic" }), ")");
    mark.className = "sic";
    return [...linked(piece), " ", mark];
  }

  // What other sources say of a point for which one version says this text.
  rivals(text) {
    const point = this.points.find(({ versions = [] }) => text && versions.some((one) => one.says?.includes(text)));
    return (point?.versions ?? []).filter((one) => !one.says?.includes(text)).map(version);
  }
}

export const version = ({ says = "", source = "", url = "" }) => ({ says, source, href: url });
