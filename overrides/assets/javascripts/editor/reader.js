// A record's YAML as groups of entries with their comments: what records/writing/margins.py gives for a text without errors.
// In: text. Out: a group. Throws Unread, with the line, where it meets what records do not use. Never: guesses.

import { Flow, folded } from "./flow.js";
import { clean } from "./scalars.js";
import { entry, group } from "./writer.js";

export function read(text) {
  return new Reader(text).root();
}

class Reader extends Flow {
  root() {
    if (/^---\s*$/.test(this.lines[0] ?? "")) this.row = 1;
    if (!this.next()) this.fail();
    const page = this.line[this.column] === "{" ? this.whole() : this.block(0);
    if (!page.keyed || this.next()) this.fail();
    page.below.push(...this.take());
    return page;
  }

  // A record written between braces.
  whole() {
    const one = entry("", "");
    one.value = this.flow(one);
    this.end(one);
    if (one.beside) one.value.below.push(one.beside);
    return one.value;
  }

  // Go to the next line that says something, and keep the comments and blank lines on the way.
  next() {
    for (; this.row < this.lines.length; this.row += 1) {
      const said = this.line.search(/[^ ]/);
      if (said < 0 || !this.line.trim()) {
        if (this.row < this.lines.length - 1) this.pending.push([0, ""]);
      } else if (this.line[said] === "#") {
        this.pending.push([said, this.line.slice(said).trimEnd()]);
      } else {
        if (this.line[said] === "\t" || /^(---|\.\.\.|%)/.test(this.line)) this.fail();
        this.column = said;
        return true;
      }
    }
    return false;
  }

  block(outer) {
    return /^-(\s|$)/.test(this.line.slice(this.column)) ? this.list(outer) : this.mapping(outer);
  }

  mapping(outer) {
    const at = this.column;
    const page = group(true);
    while (this.next() && this.column === at) {
      const above = this.take();
      const name = this.key();
      if (page.entries.some((one) => one.name === name)) this.fail();
      const one = entry(name, "", above);
      page.entries.push(one);
      this.value(one, at, true);
    }
    return this.closed(page, at, outer);
  }

  list(outer) {
    const at = this.column;
    const page = group(false);
    while (this.next() && this.column === at && /^-(\s|$)/.test(this.line.slice(at))) {
      const one = entry("", "", this.take());
      page.entries.push(one);
      this.lines[this.row] = `${this.line.slice(0, at)} ${this.line.slice(at + 1)}`;
      this.column = at + 1;
      this.value(one, at, false);
      if (one.value === "") this.fail();
    }
    return this.closed(page, at, outer);
  }

  // The comments that stand at the column of a group or deeper are its own.
  closed(page, at, outer) {
    if (this.row < this.lines.length && this.column > at) this.fail();
    if (at > outer || outer === 0) {
      let own = 0;
      for (const [place, [column, text]] of this.pending.entries()) {
        if (text && column < at) break;
        if (text) own = place + 1;
      }
      if (at > outer) page.below.push(...this.pending.splice(0, own).map(([, text]) => text));
    }
    return page;
  }

  key() {
    const rest = this.line.slice(this.column);
    const found = /^(?:"((?:[^"\\]|\\["\\])*)"|'((?:[^']|'')*)'|([^\s\-?:,[\]{}#&*!|>'"%@`][^:#]*?|[-?:][^\s:#][^:#]*?))[ ]*:(?=\s|$)/.exec(rest);
    if (!found) this.fail();
    this.column += found[0].length;
    const [, double, single, plain] = found;
    return clean(double?.replace(/\\(.)/g, "$1") ?? single?.replace(/''/g, "'") ?? plain);
  }

  // Read what follows a key or a dash that stands at a column.
  value(one, at, keyed) {
    const rest = this.line.slice(this.column);
    const shift = rest.search(/[^ \t]/);
    const sign = shift < 0 ? "" : rest[shift];
    this.column += Math.max(shift, 0);
    if (!sign || sign === "#") this.below(one, at, keyed, sign ? rest.slice(shift).trimEnd() : "");
    else if (sign === "|" || sign === ">") this.text(one, at);
    else if ("&*!%@`?".includes(sign) && !(sign === "?" && /^\?\S/.test(rest.slice(shift)))) this.fail();
    else if (sign === '"' || sign === "'" || sign === "[" || sign === "{") {
      if (!keyed && (sign === '"' || sign === "'") && this.isKey()) one.value = this.block(at);
      else {
        one.value = "[{".includes(sign) ? this.flow(one) : clean(this.quotation());
        this.end(one);
      }
    } else if (!keyed && (this.isKey() || /^-(\s|$)/.test(this.line.slice(this.column)))) one.value = this.block(at);
    else this.plain(one, at);
  }

  isKey() {
    return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^"'[{#\s][^#]*?)[ ]*:(?:\s|$)/.test(this.line.slice(this.column).split(" #")[0]);
  }

  below(one, at, keyed, remark) {
    if (keyed) one.beside = remark;
    else if (remark) this.pending.push([this.column, remark]);
    this.row += 1;
    if (!this.next()) return;
    const same = keyed && this.column === at && /^-(\s|$)/.test(this.line.slice(at));
    if (this.column > at || same) {
      if (same || this.isKey() || /^-(\s|$)/.test(this.line.slice(this.column))) one.value = this.block(at);
      else {
        one.above.push(...this.take());
        this.value(one, at, true);
      }
    }
  }

  text(one, at) {
    const found = /^([|>])(?:([+-])|([1-9]))*\s*(#.*)?$/.exec(this.line.slice(this.column));
    if (!found) this.fail();
    const told = /[1-9]/.exec(found[0].split("#")[0]);
    if (found[4]) one.beside = found[4].trimEnd();
    let from = this.row + 1;
    let to = from;
    let indent = told ? at + Number(told[0]) : 0;
    for (; to < this.lines.length; to += 1) {
      const said = this.lines[to].search(/[^ ]/);
      if (said < 0) continue;
      if (!indent) indent = Math.max(said, at + 1);
      if (said < indent) break;
    }
    while (to > from && !this.lines[to - 1].trim()) to -= 1;
    const cut = this.lines.slice(from, to).map((line) => line.slice(indent));
    one.value = clean(found[1] === "|" ? cut.join("\n") : folded(cut));
    this.row = to;
    this.column = 0;
  }

  plain(one, at) {
    const parts = [this.cut(one, this.line.slice(this.column))];
    this.row += 1;
    while (!one.beside) {
      let row = this.row;
      while (row < this.lines.length && !this.lines[row].trim()) row += 1;
      const said = (this.lines[row] ?? "").search(/[^ \t]/);
      if (said <= at || this.lines[row][said] === "#") break;
      for (; this.row < row; this.row += 1) parts.push("");
      parts.push(this.cut(one, this.lines[row].slice(said)));
      this.row = row + 1;
    }
    one.value = clean(folded(parts));
    if (one.value === "~" || one.value === "null") this.fail();
  }

  cut(one, text) {
    const mark = text.search(/\s#/);
    const said = (mark < 0 ? text : text.slice(0, mark)).trim();
    if (mark >= 0) one.beside = text.slice(mark).trim();
    if (/:(\s|$)/.test(said)) this.fail();
    return said;
  }

  end(one) {
    const rest = this.line.slice(this.column).trim();
    if (rest && !/^\s+#/.test(this.line.slice(this.column))) this.fail();
    if (rest) one.beside = rest;
    this.row += 1;
    this.column = 0;
  }
}
