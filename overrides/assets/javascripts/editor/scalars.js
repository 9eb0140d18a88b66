// How one text is written in YAML: records/text/scalars.py and signs.py, line by line; what changes there changes here.
// In: texts. Out: clean texts, lines. Never: touches the page.

const WIDTH = 120;
export const STEP = "  ";

const INDICATOR = "-?:,[]{}#&*!|>'\"%@`=";
const SPLIT = /: |:$| #|[\t\r\n]/;
const NUMBER = /^(?:[-+]?(?:\.\d|\d)[\d_]*(?:\.\d*)?(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|[-+]?\.inf|\.nan)$/i;
const SIXTIES = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?$/;
const WORDS = new Set(["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<"]);
const BOOLEANS = new Set(["true", "false"]);
const ESCAPES = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const GAP = /(?<=\S) (?=\S)/;

const PLANES = Array.from({ length: 17 }, (_, plane) => `\\u{${(plane * 65536 + 65534).toString(16)}}\\u{${(plane * 65536 + 65535).toString(16)}}`);
export const CONTROL = new RegExp(
  "[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufdd0-\\ufdef" +
    `\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}${PLANES.join("")}]`,
  "gu",
);
const BLANK = /[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /[\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff]/g;

export function clean(text) {
  return visible(text.replace(/\r\n?/g, "\n").replace(CONTROL, " "));
}

export function visible(text) {
  return text.replace(INVISIBLE, "").replace(BLANK, " ").normalize("NFC").trim();
}

export function oneLine(text, longest) {
  const line = visible(text.replace(CONTROL, " ")).split(/\s+/).filter(Boolean).join(" ");
  const signs = [...line];
  return signs.length <= longest ? line : `${signs.slice(0, longest - 1).join("")}…`;
}

export function length(text) {
  let signs = 0;
  for (const _ of text) signs += 1;
  return signs;
}

export function scalar(text, bare = false) {
  return isPlain(text, bare) ? text : quoted(text);
}

function isPlain(text, bare) {
  if (!text || INDICATOR.includes(text[0]) || text !== text.trim() || SPLIT.test(text)) return false;
  if (WORDS.has(text.toLowerCase())) return bare && BOOLEANS.has(text);
  if (NUMBER.test(text)) return bare;
  return !SIXTIES.test(text);
}

function quoted(text) {
  return `"${text.replace(/["\\\n\r\t]/g, (sign) => ESCAPES[sign])}"`;
}

// prefix: the key or the dash, with its indentation. indent: that of the lines that follow. remark: a comment, or "".
export function lines(prefix, text, indent, bare = false, remark = "") {
  const behind = remark ? `  ${remark}` : "";
  if (text.includes("\n") && !text.includes("\r")) {
    return [`${prefix} |${behind}`, ...text.split("\n").map((line) => (line ? indent + line : ""))];
  }
  const line = `${prefix} ${remark ? quoted(text) : scalar(text, bare)}`;
  if (length(line) > WIDTH && !/[\t\r\n]/.test(text)) {
    const folded = fold(text, WIDTH - indent.length);
    if (folded.length > 1) return [`${prefix} >-${behind}`, ...folded.map((part) => indent + part)];
  }
  return [line + behind];
}

function fold(text, width) {
  const cut = [];
  let last = 0;
  for (const piece of text.split(GAP)) {
    const size = length(piece);
    if (cut.length && last + 1 + size <= width) {
      cut[cut.length - 1] += ` ${piece}`;
      last += 1 + size;
    } else {
      cut.push(piece);
      last = size;
    }
  }
  return cut;
}
