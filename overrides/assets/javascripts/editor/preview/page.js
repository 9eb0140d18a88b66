// The page that a record will have, while it is written: laid out by its own template, with its own words.
// In: the form of a kind, the place for the page, what loads a file. Out: the page in that place, now and at each change.
// Never: HTML from text, a link that leaves what was written, or a page that stops the form when it cannot be made.

import { About } from "./about.js";
import { Library } from "./library.js";
import { VIEWS } from "./records.js";
import { now } from "./session.js";
import { Stencil } from "./stencil.js";

export class Preview {
  constructor({ form, checks, settings, place, around }) {
    Object.assign(this, { form, checks, settings, place, library: new Library(around, () => this.draw()) });
    const load = (name) => around.load(`paginas/${name}.json`);
    this.ready = Promise.all([load(form.kind), load("palabras")]).then(([page, words]) => {
      Object.assign(this, { stencil: new Stencil(page), facts: page.facts, words });
      this.draw();
    }, () => this.tell("No se pudo cargar la vista previa. El formulario sirve igual."));
  }

  // tree: what was written; id: under which address.
  show(tree, id) {
    Object.assign(this, { tree, id });
    this.draw();
  }

  draw() {
    if (!this.stencil || !this.tree) return;
    const { form, checks, settings, words, facts, library, tree, id, stencil } = this;
    const about = new About({ tree, id, form, words, checks, facts, library, settings, now: now() });
    this.place.replaceChildren(stencil.draw(VIEWS[form.kind](about)));
  }

  // When all that the page wants is here.
  async settled() {
    await this.ready;
    await this.library.settled();
  }

  tell(textContent) {
    this.place.textContent = textContent;
  }
}
