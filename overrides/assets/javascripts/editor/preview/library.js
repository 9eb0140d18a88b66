// What the preview knows of other records: the titles of a kind, the text of one. Loaded when it is first wanted.
// In: what loads a file, whom to tell that something came. Out: titles and trees, undefined until then.
// Never: loads anything twice, or fails: what cannot be loaded is as if it were not there.

import { index } from "../references.js";
import { read } from "../reader.js";
import { textOf } from "../texts.js";
import { treeOf } from "../writer.js";

export class Library {
  constructor(around, came) {
    Object.assign(this, { around, came, kept: new Map(), coming: new Set() });
  }

  title(kind, id) {
    return this.get(kind, () => index(kind, this.around).then((rows) => new Map(rows.map((row) => [row.id, row.title]))))?.get(id);
  }

  tree(kind, id) {
    return this.get(`${kind}/${id}`, () => textOf(kind, id, this.around.load).then((text) => text && treeOf(read(text)))) || null;
  }

  get(name, load) {
    if (!this.kept.has(name)) {
      this.kept.set(name, undefined);
      const coming = load().then((found) => this.kept.set(name, found), () => this.kept.set(name, null)).then(this.came);
      this.coming.add(coming);
      coming.then(() => this.coming.delete(coming));
    }
    return this.kept.get(name);
  }

  // When nothing is on its way.
  async settled() {
    while (this.coming.size) await Promise.all(this.coming);
  }
}
