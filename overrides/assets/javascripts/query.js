// What is asked and where a text says it, as scripts/acervo/outputs/terms.py folds it: no accents, ñ as n.
// In: text of a reader or of a page. Out: terms, and texts cut where they say them. Never: HTML.

const LONGEST = 48;
const MOST = 24;
const EMPTY = new Set("a al con de del e el en la las lo los o para por que se su sus u un una y".split(" "));
const WORD = /[^\s\p{P}]+/gu;

export function fold(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]+/g, "").toLowerCase();
}

const clip = (term) => (term.length > LONGEST ? [...term].slice(0, LONGEST).join("") : term);

export function terms(text) {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(clip);
}

// What is between quotes is a phrase: its words, one after the other.
export function parse(asked) {
  const phrases = [...asked.matchAll(/["“”«]([^"“”«»]+)["“”»]/gu)].map((found) => terms(found[1]));
  const every = [...new Set(terms(asked))].slice(0, MOST);
  return { terms: every, phrases: phrases.filter((phrase) => phrase.length > 1), prefix: "" };
}

// What the search of records is asked: it knows a phrase only when that is all, and words that every page says, of
// which its index is largest, tell it nothing more. rough: what a record must also say to have the phrase, or "".
export function forRecords(asked) {
  const [, phrase] = asked.match(/^["“”«]([^"“”«»]+)["“”»]$/u) ?? [];
  const telling = (text) => text.split(/\s+/u).filter((word) => !terms(word).every((term) => EMPTY.has(term))).join(" ");
  if (phrase) return { words: `"${phrase}"`, rough: telling(phrase) };
  return { words: telling(asked) || asked, rough: "" };
}

// The words of a text: where each stands, and its terms.
function words(text) {
  return [...text.matchAll(WORD)].flatMap((found) =>
    terms(found[0]).map((term) => ({ term, start: found.index, end: found.index + found[0].length })),
  );
}

function spans(found, phrase) {
  const places = [];
  for (let at = 0; at + phrase.length <= found.length; at++)
    if (phrase.every((term, step) => found[at + step].term === term))
      places.push({ start: found[at].start, end: found[at + phrase.length - 1].end });
  return places;
}

// Where a text says each phrase; null when it lacks one of them.
export function phrasesIn(text, asked) {
  const found = words(text);
  const places = asked.phrases.map((phrase) => spans(found, phrase));
  return places.every((some) => some.length) ? places.flat() : null;
}

// Where a text says what is asked, in order, touching places joined.
export function places(text, asked) {
  const found = words(text);
  const inPhrases = new Set(asked.phrases.flat());
  const loose = new Set(asked.terms.filter((term) => !inPhrases.has(term)));
  const all = asked.phrases.flatMap((phrase) => spans(found, phrase));
  for (const word of found)
    if (loose.has(word.term) || (asked.prefix && word.term.startsWith(asked.prefix))) all.push(word);
  all.sort((one, other) => one.start - other.start || one.end - other.end);
  const joined = [];
  for (const { start, end } of all) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

// A stretch of a text around the places that count most, as [words, whether they are marked].
export function excerpt(text, marked, around = 130) {
  let [best, most] = [0, 0];
  marked.forEach((one, at) => {
    const near = marked.filter((other) => other.start >= one.start && other.end <= one.start + 2 * around);
    const weight = near.reduce((sum, other) => sum + other.end - other.start, 0);
    if (weight > most) [best, most] = [at, weight];
  });
  const middle = marked[best] ?? { start: 0, end: 0 };
  let from = Math.max(0, middle.start - around / 2);
  let to = Math.min(text.length, Math.max(middle.end, from + 2 * around));
  if (from > 0) from = Math.max(0, text.lastIndexOf(" ", from)) && text.lastIndexOf(" ", from) + 1;
  if (to < text.length) to = text.indexOf(" ", to) < 0 ? text.length : text.indexOf(" ", to);
  if (middle.start < from) from = middle.start;
  const parts = from > 0 ? [["… ", false]] : [];
  let at = from;
  for (const { start, end } of marked) {
    if (start < from || end > to) continue;
    if (start > at) parts.push([text.slice(at, start), false]);
    parts.push([text.slice(start, end), true]);
    at = end;
  }
  if (at < to) parts.push([text.slice(at, to), false]);
  if (to < text.length) parts.push([" …", false]);
  return parts;
}

// How many signs must change to make one term of another; more than `most` counts as that.
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [...Array(other.length + 1).keys()];
  let earlier = [];
  for (let row = 1; row <= one.length; row++) {
    const now = [row];
    for (let at = 1; at <= other.length; at++) {
      const same = one[row - 1] === other[at - 1];
      now[at] = Math.min(before[at] + 1, now[at - 1] + 1, before[at - 1] + (same ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        now[at] = Math.min(now[at], earlier[at - 2] + 1);
    }
    [earlier, before] = [before, now];
  }
  return before[other.length];
}
