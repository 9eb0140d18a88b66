// A passage of the transcript: what is selected, who says it, and from which moment to which.
// In: a selection, the transcript, a reference of the page. Out: a passage, its references. Never: changes a word.

const UNCHECKED = "[transcripción automática, sin revisar]";

const clockOf = (moment) => moment.querySelector(".clock").textContent.trim();

const LETTER = /[\p{L}\p{M}\p{N}]/u;

// Return the part of a paragraph's words that is selected, no word of it cut in two.
function selected(range, words) {
  if (!range.intersectsNode(words)) return "";
  const [text, before, after] = [words.textContent, document.createRange(), document.createRange()];
  before.selectNodeContents(words);
  after.selectNodeContents(words);
  let [start, end] = [0, text.length];
  if (range.compareBoundaryPoints(Range.START_TO_START, before) > 0) {
    before.setEnd(range.startContainer, range.startOffset);
    start = before.toString().length;
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, after) < 0) {
    after.setStart(range.endContainer, range.endOffset);
    end = text.length - after.toString().length;
  }
  if (!text.slice(start, end).trim()) return "";
  while (start && LETTER.test(text[start]) && LETTER.test(text[start - 1])) start -= 1;
  while (end < text.length && LETTER.test(text[end - 1]) && LETTER.test(text[end])) end += 1;
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}

// Return the turns of a passage, [speaker or "", words]: the voice is told only where it changes.
function turns(moments, said) {
  const found = [];
  let voice = "";
  moments.forEach((moment, place) => {
    const told = moment.querySelector(".voice")?.textContent.replace(/:\s*$/, "").trim();
    const changes = told && told !== voice;
    voice = told || voice;
    if (!said[place]) return;
    if (changes || !found.length) found.push([voice, said[place]]);
    else found.at(-1)[1] += ` ${said[place]}`;
  });
  return found;
}

// Within the quotation marks that this adds, those of the text are of the second kind.
function quoted([voice, words]) {
  return `${voice ? `${voice}: ` : ""}«${words.replaceAll("«", "“").replaceAll("»", "”")}»`;
}

// Return the passage that is selected in the transcript, or null.
export function passageOf(selection, transcript) {
  if (!selection || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(transcript)) return null;
  const moments = [...transcript.querySelectorAll(".moment")];
  const said = moments.map((one) => (range.intersectsNode(one) ? selected(range, one.querySelector(".words")) : ""));
  const first = said.findIndex(Boolean);
  if (first < 0) return null;
  const last = said.findLastIndex(Boolean);
  const [from, to] = [clockOf(moments[first]), clockOf(moments[last])];
  const state = transcript.querySelector(".state");
  const mark = state.classList.contains("machine") ? ` ${UNCHECKED}` : "";
  return {
    words: turns(moments, said).map(quoted).join(" ") + mark,
    clock: from === to ? from : `${from}–${to}`,
    anchor: moments[first].id,
    last: moments[last].querySelector("p"),
    state: state.textContent.trim(),
  };
}

// Return what stands in the text, without parentheses (APA 7, 8.28: the moment in place of the page).
export function inText(author, clock) {
  return `${author}, min ${clock}`;
}

// Return a reference of the page as that of one moment: its address ends in the anchor; clock goes before [consulta].
export function referenceTo(format, address, clock) {
  const made = document.createElement("p");
  made.append(...format.cloneNode(true).childNodes);
  const page = address.replace(/#.*/, "");
  for (const node of [...made.childNodes].reverse()) {
    const at = node.nodeType === Node.TEXT_NODE ? node.data.lastIndexOf(page) : -1;
    if (at < 0) continue;
    node.data = node.data.slice(0, at) + address + node.data.slice(at + page.length);
    break;
  }
  const slot = made.querySelector(".consulted");
  if (clock && slot) slot.previousSibling.data = slot.previousSibling.data.replace(/ \[consulta: $/, `, min ${clock}$&`);
  return made;
}
