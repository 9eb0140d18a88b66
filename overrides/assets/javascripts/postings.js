// The blocks of the index of moments (scripts/acervo/outputs/postings.py says what their bytes hold).
// In: bytes. Out: the paragraphs that say a term, and the places of a term in them. Never: fetches anything.

const [STEP, MORE] = [127, 128];

// The last of some sorted texts that is not after this one.
export function placeOf(sorted, text) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

class Numbers {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let [value, scale, byte] = [0, 1, 0];
    do {
      byte = this.bytes[this.at++];
      value += (byte & 127) * scale;
      scale *= 128;
    } while (byte > 127);
    return value;
  }

  // Where each of so many stretches ends, of which the lengths come first.
  stretches(count) {
    const lengths = Array.from({ length: count }, () => this.number());
    this.begin = this.at;
    this.ends = [];
    for (const each of lengths) this.ends.push((this.ends.at(-1) ?? this.at) + each);
  }

  enter(place) {
    this.at = place ? this.ends[place - 1] : this.begin;
    return this.ends[place];
  }
}

export class Block extends Numbers {
  constructor(bytes) {
    super(bytes);
    const length = this.number();
    this.terms = new TextDecoder().decode(bytes.subarray(this.at, this.at + length)).split(" ");
    this.at += length;
    this.stretches(this.terms.length);
  }

  paragraphs(place) {
    const found = [];
    const end = this.enter(place);
    let last = 0;
    while (this.at < end) found.push((last += this.number()));
    return found;
  }

  // The place of a term in the block, or -1.
  place(term) {
    const place = placeOf(this.terms, term);
    return this.terms[place] === term ? place : -1;
  }

  exactly(term) {
    const place = this.place(term);
    return place < 0 ? [] : this.paragraphs(place);
  }

  beginning(start) {
    const found = new Set();
    for (let place = placeOf(this.terms, start) + 1; this.terms[place]?.startsWith(start); place++)
      for (const one of this.paragraphs(place)) found.add(one);
    return [...found].sort((one, other) => one - other);
  }
}

// Where the terms of a block stand in the paragraphs that say them.
export class Places extends Numbers {
  constructor(bytes, block) {
    super(bytes);
    this.block = block;
    this.stretches(block.terms.length);
  }

  // The places of a term by paragraph; null for one so common that nobody wrote them down.
  of(term) {
    const found = new Map();
    const place = this.block.place(term);
    if (place < 0) return found;
    const end = this.enter(place);
    if (this.at === end) return null;
    for (const paragraph of this.block.paragraphs(place)) {
      const here = [];
      let [at, more] = [0, true];
      while (more) {
        const byte = this.bytes[this.at++];
        at += byte & STEP;
        if (byte === STEP) continue;
        here.push(at);
        more = byte >= MORE;
      }
      found.set(paragraph, here);
    }
    return found;
  }
}

// The paragraphs where a phrase may begin. told: for each of its terms the places by paragraph, or null when unknown.
// Those of unknown terms, and of phrases that go on in the next paragraph, must still be read to be sure.
export function begins(told) {
  const known = told.flatMap((places, step) => (places ? [{ places, step }] : []));
  if (!known.length) return null;
  const aligned = (some, paragraph) => {
    const [first, ...others] = some;
    return (first.places.get(paragraph) ?? []).some(
      (at) =>
        at >= first.step &&
        others.every(({ places, step }) => places.get(paragraph)?.includes(at + step - first.step)),
    );
  };
  const found = new Set();
  for (const paragraph of known[0].places.keys()) if (aligned(known, paragraph)) found.add(paragraph);
  for (let cut = 1; cut <= known.at(-1).step; cut++) {
    const before = known.filter(({ step }) => step < cut);
    const after = known.filter(({ step }) => step >= cut);
    for (const next of after[0].places.keys()) {
      const goesOn = after.every(({ places, step }) => places.get(next)?.includes(step - cut));
      if (next && goesOn && (!before.length || aligned(before, next - 1))) found.add(next - 1);
    }
  }
  return found;
}
