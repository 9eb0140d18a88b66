// Markdown within a paragraph: emphasis, code, links, line breaks (CommonMark, and what GitHub adds to it).
// In: text. Out: texts and elements. Never: HTML from text (a tag stays as it was typed), or a link to anything but the
// web and e-mail.

import { element } from "../../elements.js";
import { set } from "./stencil.js";

const PUNCTUATION = /[\p{P}\p{S}]/u;
const ESCAPED = /^\\([!-/:-@[-`{-~])/;
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
const ENTITY = /^&(amp|lt|gt|quot|nbsp);/;
const DESTINATION = /^\(\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/;
const ANGLED = /^<(?:([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)|([\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*))>/i;
const BARE = /^(?:https?:\/\/|www\.)[^\s<]*\.[^\s<]+|^https?:\/\/[^\s<]+/i;
const MAIL = /[\w.+-]+@[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.[a-z0-9]+/gi;
const PLAIN = /^[^\\`*_~[\]!<&\nhwHW]+/;

export function inline(text) {
  const parts = [];
  for (let at = 0; at < text.length; ) at += next(text, at, parts);
  return emphasised(parts).flatMap((part) => (typeof part === "string" ? mailed(part) : [part]));
}

// Take what stands at a place; return how long it was.
function next(text, at, parts) {
  const rest = text.slice(at);
  const say = (found, length) => (parts.push(found), length);
  let found;
  if ((found = PLAIN.exec(rest))) return say(found[0], found[0].length);
  if ((found = /^(?: {2,}|\\)\n */.exec(rest)) || (found = /^\n */.exec(rest))) {
    const broken = rest[0] === "\\" || /  $/.test(text.slice(0, at));
    return say(broken ? element("br") : "\n", found[0].length);
  }
  if ((found = ESCAPED.exec(rest))) return say(found[1], 2);
  if ((found = /^(`+)(?!`)([^]*?[^`])\1(?!`)/.exec(rest))) return say(coded(found[2]), found[0].length);
  if ((found = /^`+/.exec(rest))) return say(found[0], found[0].length);
  if ((found = ANGLED.exec(rest))) return say(anchor(found[2] ? `mailto:${found[2]}` : found[1], [found[1] ?? found[2]]), found[0].length);
  if (/[hw]/i.test(rest[0]) && /^$|[\s*_~(]/.test(text.slice(at - 1, at || 0)) && (found = BARE.exec(rest))) {
    const address = trimmed(found[0]);
    return say(anchor(/^www/i.test(address) ? `http://${address}` : address, [address]), address.length);
  }
  if ((found = ENTITY.exec(rest))) return say(ENTITIES[found[1]], found[0].length);
  if ((found = /^(?:\*+|_+|~+)/.exec(rest))) return say(delimiter(text, at, found[0]), found[0].length);
  if (rest.startsWith("![")) return say({ opens: "!" }, 2);
  if (rest[0] === "[") return say({ opens: "[" }, 1);
  if (rest[0] === "]") return closed(rest, parts);
  return say(rest[0], 1);
}

const coded = (text) => {
  const one = text.replace(/\n/g, " ");
  return element("code", { textContent: /^ .*[^ ].* $|^ [^ ] $/.test(one) ? one.slice(1, -1) : one });
};

function anchor(href, content) {
  const made = element("a", {}, ...content);
  if (/^(?:https?|mailto):/i.test(href)) set(made, "href", href);
  return made;
}

function trimmed(address) {
  let kept = address.replace(/[?!.,:*_~'"]+$/, "");
  while (kept.endsWith(")") && kept.split(")").length > kept.split("(").length) kept = kept.slice(0, -1).replace(/[?!.,:*_~'"]+$/, "");
  return kept;
}

function mailed(text) {
  const found = [];
  let end = 0;
  for (const match of text.matchAll(MAIL)) {
    found.push(text.slice(end, match.index), anchor(`mailto:${match[0]}`, [match[0]]));
    end = match.index + match[0].length;
  }
  return [...found, text.slice(end)];
}

// A closing bracket makes a link when a destination follows; of a picture nothing is shown.
function closed(rest, parts) {
  const open = parts.findLastIndex((part) => part.opens);
  const found = open < 0 ? null : DESTINATION.exec(rest.slice(1));
  if (!found) {
    if (open >= 0) parts[open] = parts[open].opens === "!" ? "![" : "[";
    parts.push("]");
    return 1;
  }
  const { opens } = parts[open];
  const content = emphasised(parts.splice(open).slice(1));
  const href = found[1] ?? found[2].replace(/\\([!-/:-@[-`{-~])/g, "$1");
  if (opens === "[") {
    parts.push(anchor(href, content));
    for (const [place, part] of parts.entries()) if (part.opens === "[") parts[place] = "[";
  }
  return found[0].length + 1;
}

function delimiter(text, at, run) {
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? " ";
  const after = [...text.slice(at + run.length, at + run.length + 2)][0] ?? " ";
  const [mark] = run;
  const left = !/\s/.test(after) && (!PUNCTUATION.test(after) || /\s/.test(before) || PUNCTUATION.test(before));
  const right = !/\s/.test(before) && (!PUNCTUATION.test(before) || /\s/.test(after) || PUNCTUATION.test(after));
  const within = mark === "_";
  return {
    mark,
    count: run.length,
    whole: run.length,
    begins: left && (!within || !right || PUNCTUATION.test(before)),
    ends: right && (!within || !left || PUNCTUATION.test(after)),
  };
}

const pairs = (one, other) =>
  one.mark === other.mark && one.begins &&
  (one.mark === "~" ? one.count === other.count && one.count < 3 : !((one.ends || other.begins) && (one.whole + other.whole) % 3 === 0 && (one.whole % 3 || other.whole % 3)));

function emphasised(parts) {
  for (let at = 0; at < parts.length; at += 1) {
    const closer = parts[at];
    if (!closer.ends) continue;
    const open = parts.findLastIndex((part, place) => place < at && part.mark && pairs(part, closer));
    if (open < 0) continue;
    const opener = parts[open];
    const used = opener.mark === "~" ? opener.count : Math.min(opener.count, closer.count, 2);
    const name = opener.mark === "~" ? "del" : used === 2 ? "strong" : "em";
    const made = element(name, {}, ...parts.slice(open + 1, at).map(asText));
    opener.count -= used;
    closer.count -= used;
    const kept = [opener.count && opener, made, closer.count && closer].filter(Boolean);
    parts.splice(open, at - open + 1, ...kept);
    at = open + kept.indexOf(made);
  }
  return parts.map(asText).filter((part) => part !== "");
}

const asText = (part) => (part.mark ? part.mark.repeat(part.count) : part.opens ? (part.opens === "!" ? "![" : "[") : part);
