// What a YAML text has between quotes, brackets and braces, wherever its lines end. The reader goes on from here.
// In: lines and a place in them. Out: texts and groups. Throws Unread. Never: guesses.

import { clean } from "./scalars.js";
import { entry, group } from "./writer.js";

const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };
const HEX = { x: 2, u: 4, U: 8 };

export class Unread extends Error {
  constructor(line) {
    super(`No se entiende el renglón ${line}.`);
    this.line = line;
  }
}

export class Flow {
  constructor(text) {
    this.lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
    this.row = 0;
    this.column = 0;
    this.pending = [];
  }

  fail() {
    throw new Unread(Math.min(this.row, this.lines.length - 1) + 1);
  }

  get line() {
    return this.lines[this.row];
  }

  take() {
    return this.pending.splice(0).map(([, text]) => text);
  }

  quotation() {
    const [text, row, column] = quotation(this.lines, this.row, this.column) ?? this.fail();
    [this.row, this.column] = [row, column];
    return text;
  }

  flow(owner) {
    const keyed = this.line[this.column] === "{";
    const page = group(keyed);
    this.column += 1;
    let last = owner;
    let row = this.row;
    for (;;) {
      row = this.blank(last, row);
      const sign = this.line[this.column];
      if (sign === (keyed ? "}" : "]")) break;
      if (sign === undefined || ",}]".includes(sign)) this.fail();
      const one = entry("", "", this.take());
      if (keyed) {
        one.name = this.word(true);
        row = this.blank(one, this.row);
        if (this.line[this.column] !== ":") this.fail();
        this.column += 1;
        row = this.blank(one, row);
      }
      const start = this.line[this.column];
      if (start === "[" || start === "{") one.value = this.flow(one);
      else if (start !== "," && start !== "}" && start !== "]") one.value = this.word(false);
      page.entries.push(one);
      last = one;
      row = this.blank(one, this.row);
      if (this.line[this.column] === ",") this.column += 1;
      else if (this.line[this.column] !== (keyed ? "}" : "]")) this.fail();
    }
    this.column += 1;
    page.below.push(...this.take());
    return page;
  }

  // Skip blanks, line ends and comments between the pieces of a flow; return the line of the last piece.
  blank(last, row) {
    for (let first = true; ; first = false) {
      const rest = this.line.slice(this.column);
      const said = rest.search(/[^ \t]/);
      if (said >= 0 && rest[said] !== "#") {
        this.column += said;
        return row;
      }
      if (said >= 0) {
        if (this.row === row && !last.beside) last.beside = rest.slice(said).trimEnd();
        else this.pending.push([this.column + said, rest.slice(said).trimEnd()]);
      }
      if (said < 0 && !first) this.pending.push([0, ""]);
      this.row += 1;
      this.column = 0;
      if (this.row >= this.lines.length) this.fail();
    }
  }

  piece() {
    const found = /^(?:[^,[\]{}:#]|:(?![\s,[\]{}]|$)|(?<=\S)#)+/.exec(this.line.slice(this.column));
    if (!found) return undefined;
    this.column += found[0].length;
    return found[0].trim();
  }

  word(key) {
    const sign = this.line[this.column];
    if (sign === '"' || sign === "'") return clean(this.quotation());
    if ("&*!%@`|>".includes(sign)) this.fail();
    const parts = [this.piece() ?? this.fail()];
    while (this.column >= this.line.length && this.row + 1 < this.lines.length) {
      const said = this.lines[this.row + 1].search(/[^ \t]/);
      if (said >= 0 && ",[]{}:#".includes(this.lines[this.row + 1][said])) break;
      [this.row, this.column] = [this.row + 1, Math.max(said, 0)];
      parts.push(said < 0 ? "" : (this.piece() ?? this.fail()));
    }
    const text = clean(folded(parts));
    if (!key && (text === "~" || text === "null")) this.fail();
    return text;
  }
}

// Return a quoted text that begins at a place, and the place behind it; nothing when it does not end.
function quotation(lines, row, column) {
  const mark = lines[row][column];
  let out = "";
  column += 1;
  for (;;) {
    const sign = lines[row][column];
    if (sign === undefined) {
      let breaks = 0;
      out = out.replace(/[ \t]+$/, "");
      do {
        [row, column] = [row + 1, 0];
        if (row >= lines.length) return null;
        breaks += 1;
      } while (!lines[row].trim());
      column = lines[row].search(/[^ \t]/);
      out += breaks > 1 ? "\n".repeat(breaks - 1) : " ";
    } else if (sign === mark && mark === "'" && lines[row][column + 1] === "'") {
      out += "'";
      column += 2;
    } else if (sign === mark) {
      return [out, row, column + 1];
    } else if (sign === "\\" && mark === '"') {
      const after = lines[row][column + 1];
      if (after === undefined) {
        [row, column] = [row + 1, Math.max((lines[row + 1] ?? "").search(/[^ \t]/), 0)];
        if (row >= lines.length) return null;
        continue;
      }
      const size = HEX[after];
      const code = size ? lines[row].slice(column + 2, column + 2 + size) : "";
      if (size ? !/^[\da-f]+$/i.test(code) || code.length < size || parseInt(code, 16) > 0x10ffff : ESCAPES[after] === undefined) return null;
      out += size ? String.fromCodePoint(parseInt(code, 16)) : ESCAPES[after];
      column += 2 + (size ?? 0);
    } else {
      out += sign;
      column += 1;
    }
  }
}

// Lines folded as YAML folds them: one break is a space, each further one a break; deeper lines stay.
export function folded(lines) {
  let out = "";
  let breaks = "";
  let deeper = true;
  for (const [place, line] of lines.entries()) {
    if (!line && place) {
      breaks += "\n";
      continue;
    }
    const deep = /^[ \t]/.test(line);
    if (place) out += deeper || deep ? `\n${breaks}` : breaks || " ";
    out += line;
    [breaks, deeper] = ["", deep];
  }
  return out;
}
