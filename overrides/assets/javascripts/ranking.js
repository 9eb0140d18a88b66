// Which terms of a question are looked up in the index of moments, and what the talks that say them are worth.
// In: shards, what is asked, the paragraphs that say each term. Out: terms, and talks with a score. Never: fetches anything.

// The terms that are looked up: those that nearly every paragraph says are not, beside rarer ones; of phrases, which are
// read to be sure, neither are frequent ones.
export function lookedUp(shards, asked) {
  const inPhrases = new Set(asked.phrases.flat());
  const isCommon = (term) => shards.some((shard) => (inPhrases.has(term) ? shard.frequent : shard.common).has(term));
  const rare = asked.terms.filter((term) => !isCommon(term));
  return rare.length ? rare : asked.terms;
}

// The talks of a shard that say every term, with their paragraphs, best first. begun: where phrases may begin, if known.
export function score(shard, lists, weights, asked, begun, allowed) {
  const said = new Uint32Array(shard.starts.at(-1) + 1);
  lists.forEach((found, place) => {
    for (const one of found) said[one] |= 1 << place;
  });
  const every = lists.reduce((sum, _, place) => sum | (1 << place), 0);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const worth = new Map();
  const value = (mask) => {
    if (!worth.has(mask)) worth.set(mask, weights.reduce((sum, weight, at) => (mask & (1 << at) ? sum + weight : sum), 0));
    return worth.get(mask);
  };
  const talks = [];
  for (let talk = 0; talk + 1 < shard.starts.length; talk++) {
    const [start, end] = [shard.starts[talk], shard.starts[talk + 1]];
    let together = 0;
    for (let one = start; one < end; one++) together |= said[one];
    if (together !== every || !allowed(shard.place, talk)) continue;
    const found = [];
    for (let one = start; one < end; one++) {
      const here = said[one];
      // A phrase may begin in one paragraph and end in the next.
      const next = asked.phrases.length && one + 1 < end ? said[one + 1] : 0;
      const counts = asked.phrases.length ? (here | next) === every && (begun?.has(one) ?? true) : here;
      if (counts) found.push([one - start, value(here)]);
    }
    if (!found.length) continue;
    found.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
    const best = found[0][1];
    const times = found.filter(([, it]) => it === best).length;
    talks.push({
      shard,
      talk,
      score: best + 0.15 * whole * Math.log2(times),
      paragraphs: found.map(([number]) => number),
    });
  }
  return talks;
}
