// Editors' Markdown as elements: what site/markdown.py makes of it, block by block.
// In: text, and the level of its highest heading. Out: elements. Never: HTML from text.

import { element } from "../../elements.js";
import { inline } from "./inline.js";
import { lower } from "./stencil.js";

const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-+*]|(\d{1,9})[.)])(?:( {1,4})(?=\S)|( +)|$)/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const ALIGNMENT = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

export function prose(text, level = 3) {
  const found = blocks((text ?? "").replace(/\t/g, "    ").split("\n"));
  const whole = element("div", {}, ...found);
  const headings = [...whole.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const highest = Math.min(...headings.map((one) => Number(one.tagName[1])));
  for (const one of headings) {
    one.replaceWith(lower(element(`h${Math.min(6, Number(one.tagName[1]) - highest + level)}`, {}, ...one.childNodes)));
  }
  return [...whole.childNodes];
}

const begins = (line) => FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line);
// An item interrupts a paragraph only when it says something and, numbered, is the first.
const interrupts = (line) => begins(line) || (/^ {0,3}(?:[-+*]|1[.)]) +\S/.test(line));

function blocks(lines, tight = false) {
  const made = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (!line.trim()) at += 1;
    else if (FENCE.test(line)) at = fenced(lines, at, made);
    else if (/^ {4}/.test(line)) at = indented(lines, at, made);
    else if (HEADING.test(line)) {
      const [, marks, said = ""] = HEADING.exec(line);
      made.push(element(`h${marks.length}`, {}, ...inline(said.trim())));
      at += 1;
    } else if (RULE.test(line)) {
      made.push(element("hr"));
      at += 1;
    } else if (QUOTE.test(line)) at = quoted(lines, at, made);
    else if (ITEM.test(line)) at = listed(lines, at, made);
    else if (line.includes("|") && ALIGNMENT.test(lines[at + 1] ?? "") && cells(line).length === cells(lines[at + 1]).length) at = tabled(lines, at, made);
    else at = paragraph(lines, at, made, tight);
  }
  return made;
}

function fenced(lines, at, made) {
  const [, fence] = FENCE.exec(lines[at]);
  const end = lines.findIndex((line, place) => place > at && new RegExp(`^ {0,3}\\${fence[0]}{${fence.length},} *$`).test(line));
  const last = end < 0 ? lines.length : end;
  made.push(element("pre", {}, element("code", { textContent: lines.slice(at + 1, last).map((line) => `${line}\n`).join("") })));
  return last + 1;
}

function indented(lines, at, made) {
  let end = at;
  while (end < lines.length && (/^ {4}/.test(lines[end]) || !lines[end].trim())) end += 1;
  const said = lines.slice(at, end).map((line) => line.slice(4)).join("\n").replace(/\n+$/, "");
  made.push(element("pre", {}, element("code", { textContent: `${said}\n` })));
  return end;
}

function quoted(lines, at, made) {
  const inner = [];
  for (; at < lines.length; at += 1) {
    if (QUOTE.test(lines[at])) inner.push(lines[at].replace(QUOTE, ""));
    else if (lines[at].trim() && inner.at(-1)?.trim() && !interrupts(lines[at]) && !begins(inner.at(-1))) inner.push(lines[at]);
    else break;
  }
  made.push(element("blockquote", {}, ...blocks(inner)));
  return at;
}

function listed(lines, at, made) {
  const [, , mark, start] = ITEM.exec(lines[at]);
  const items = [];
  let loose = false;
  while (at < lines.length) {
    const found = ITEM.exec(lines[at]);
    if (!found || found[2].at(-1) !== mark.at(-1) || RULE.test(lines[at])) break;
    const width = found[1].length + found[2].length + (found[4]?.length ?? 1);
    const inner = [lines[at].slice(width)];
    let blank = false;
    for (at += 1; at < lines.length; at += 1) {
      const line = lines[at];
      if (!line.trim()) {
        blank = true;
        inner.push("");
      } else if (line.search(/\S/) >= width) {
        inner.push(line.slice(width));
        blank = false;
      } else if (!blank && inner.at(-1).trim() && !interrupts(line) && !ITEM.test(line)) inner.push(line.trim());
      else break;
    }
    const more = at < lines.length && ITEM.test(lines[at]);
    const said = inner.join("\n").replace(/\n+$/, "");
    if ((blank && more) || apart(said)) loose = true;
    items.push(said.split("\n"));
  }
  const list = element(start === undefined ? "ul" : "ol", {});
  if (start !== undefined && Number(start) !== 1) list.setAttribute("start", Number(start));
  list.append(...items.map((inner) => element("li", {}, ...blocks(inner, !loose))));
  made.push(list);
  return at;
}

// Tell whether blocks of an item stand apart: a blank line between them, and not within one of them.
function apart(said) {
  const lines = said.split("\n");
  return lines.some((line, place) => !line.trim() && lines[place + 1]?.trim() && !/^ {2,}/.test(lines[place + 1]) && !inFence(lines, place));
}

const inFence = (lines, place) => lines.slice(0, place).filter((line) => FENCE.test(line)).length % 2 === 1;

const cells = (line) =>
  line.trim().replace(/^\||(?<!\\)\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));

function tabled(lines, at, made) {
  const sides = cells(lines[at + 1]).map((cell) => (/^:-+:$/.test(cell) ? "center" : /-:$/.test(cell) ? "right" : /^:-/.test(cell) ? "left" : ""));
  const row = (line, name) => element("tr", {}, ...sides.map((className, place) => element(name, { className }, ...inline(cells(line)[place] ?? ""))));
  const head = row(lines[at], "th");
  const rows = [];
  for (at += 2; at < lines.length && lines[at].trim() && !begins(lines[at]); at += 1) rows.push(row(lines[at], "td"));
  const table = element("table", {}, element("thead", {}, head), ...(rows.length ? [element("tbody", {}, ...rows)] : []));
  const scroll = element("div", { className: "scroll", tabIndex: 0, role: "group", ariaLabel: "Tabla" }, table);
  made.push(scroll);
  return at;
}

function paragraph(lines, at, made, tight) {
  const said = [lines[at].trimStart()];
  for (at += 1; at < lines.length && lines[at].trim(); at += 1) {
    const under = UNDERLINE.exec(lines[at]);
    if (under) {
      made.push(element(under[1][0] === "=" ? "h1" : "h2", {}, ...inline(said.join("\n").trim())));
      return at + 1;
    }
    if (interrupts(lines[at])) break;
    said.push(lines[at].trimStart());
  }
  const content = inline(said.join("\n").trimEnd());
  if (tight) made.push(...content);
  else made.push(element("p", {}, ...content));
  return at;
}
