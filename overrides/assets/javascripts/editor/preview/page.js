// The page that a record will have, while it is written: laid out by its own template, with its own words.
// In: the form of a kind, the place for the page, what loads a file. Out: the page in that place, now and at each change.
// Never: HTML from text, a link that leaves what was written, or a page that stops the form when it cannot be made.

import { element } from "../../elements.js";
import { About, UP } from "./about.js";
import { now } from "./dates.js";
import { Library } from "./library.js";
import { Stencil } from "./stencil.js";

// The view of a kind is in a module with those of the kinds that resemble it.
const VIEWS = {
  conferences: () => import("./conference.js"),
  documents: () => import("./document.js"),
  networks: () => import("./document.js"),
};
const viewOf = (kind) => (VIEWS[kind] ?? (() => import("./records.js")))().then((module) => module[kind]);

export class Preview {
  constructor({ form, checks, settings, place, around }) {
    Object.assign(this, { form, checks, settings, place, library: new Library(around, () => this.draw()) });
    const load = (name) => around.load(`paginas/${name}.json`);
    this.ready = Promise.all([load(form.kind), load("palabras"), viewOf(form.kind)]).then(([page, words, view]) => {
      for (const sheet of page.sheets) document.head.append(element("link", { rel: "stylesheet", href: `${UP}${sheet}` }));
      Object.assign(this, { stencil: new Stencil(page), facts: page.facts, words, view });
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
    const { form, checks, settings, words, facts, library, tree, id, stencil, view } = this;
    try {
      const about = new About({ tree, id, form, words, checks, facts, library, settings, now: now() });
      this.place.replaceChildren(stencil.draw(view(about)));
    } catch (error) {
      console.error(error);
      this.tell("La vista previa no puede mostrar lo que está escrito. El formulario sirve igual.");
    }
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
