// The text of a published record, from the file in which the build put it (outputs/editing.py).
// In: a kind, an id, and what loads a file. Out: the text, or "". Never: asks another site.

// The same place in 256 as the build puts a record in (the last byte of its CRC-32).
export function shard(id) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(id)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum & 255).toString(16).padStart(2, "0");
}

// Return the text of a published record; "" when it is not here.
export async function textOf(kind, id, load) {
  try {
    const texts = await load(`fichas/${kind}/${kind === "topics" ? "00" : shard(id)}.json`);
    return texts[kind === "topics" ? "topics" : id] ?? "";
  } catch {
    return "";
  }
}
