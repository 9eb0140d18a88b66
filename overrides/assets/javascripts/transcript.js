// The transcript: the paragraph that is heard is marked and kept in sight, and each has a link to copy.
// In: the section of the transcript. Out: Words, which the recording moves. Never: puts text of captions in as HTML.

const SCROLLING = ["ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", " "];
const SHOWN = 2500;

export class Words {
  #moments;
  #starts;
  #now = null;
  #following = false;
  #heard = false;
  #button;
  #announce;
  #finder;

  constructor(section, button, announce) {
    this.#moments = [...section.querySelectorAll(".moment")];
    this.#starts = this.#moments.map((one) => Number(one.querySelector(".clock").dataset.seconds));
    this.#button = button;
    this.#announce = announce;
    button.addEventListener("click", () => this.follow());
    for (const name of ["wheel", "touchmove"]) addEventListener(name, () => this.leave(), { passive: true });
    addEventListener("keydown", (event) => {
      if (SCROLLING.includes(event.key) && !event.target.closest("input, button, video, audio")) this.leave();
    });
    addEventListener("pointerdown", (event) => {
      if (event.target === document.documentElement) this.leave(); // the bar of the window
    });
    this.#offerLinks(section.querySelector("template"));
    this.#offerSearch(section);
  }

  // Mark what is said at a second; the first paragraph also stands for what precedes it.
  mark(second, heard = false) {
    this.#heard = heard;
    let place = 0;
    for (let far = this.#starts.length; far - place > 1; ) {
      const middle = (place + far) >> 1;
      if (this.#starts[middle] <= second) place = middle;
      else far = middle;
    }
    const found = this.#moments[place];
    this.#button.hidden = this.#following || !heard;
    if (found === this.#now) return;
    this.#now?.removeAttribute("aria-current");
    this.#now = found;
    found.setAttribute("aria-current", "true");
    if (this.#following && !this.#seen()) this.show();
  }

  // Keep what is heard in sight from now on.
  follow() {
    this.#following = true;
    this.#button.hidden = true;
    if (this.#now && !this.#seen()) this.show();
  }

  // Let the reader look elsewhere.
  leave() {
    this.#following = false;
    this.#button.hidden = !this.#heard;
  }

  show() {
    this.#now?.scrollIntoView({ block: "start" });
  }

  #seen() {
    const box = this.#now.getBoundingClientRect();
    const top = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    return box.top >= top - 1 && Math.min(box.bottom, box.top + innerHeight / 3) <= innerHeight;
  }

  #offerLinks(template) {
    for (const one of this.#moments) {
      const button = template.content.firstElementChild.cloneNode(true);
      const time = one.querySelector(".clock").textContent;
      button.querySelector("span").textContent = ` a ${time}`;
      button.addEventListener("click", () => this.#copy(button, one.id, time));
      one.querySelector(".tools").append(button);
    }
  }

  async #copy(button, id, time) {
    const address = `${location.origin}${location.pathname}#${id}`;
    try {
      await navigator.clipboard.writeText(address);
      this.#announce(`Se copió el enlace a ${time}.`);
      button.dataset.told = "Copiado";
    } catch {
      history.replaceState(null, "", `#${id}`);
      this.#announce("No se pudo copiar: el enlace está en la barra de direcciones.");
      button.dataset.told = "En la barra de direcciones";
    }
    setTimeout(() => delete button.dataset.told, SHOWN);
  }

  // Show the words of the search that led here.
  async light(words) {
    (await this.#finder()).light(words);
  }

  #offerSearch(section) {
    let finder = null;
    this.#finder = async () => {
      const { Finder } = await import("./finder.js");
      return (finder ??= new Finder(section, () => this.leave()));
    };
    const open = async () => (await this.#finder()).open();
    section.querySelector(".finder-open").addEventListener("click", open);
    section.addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input")) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    });
    section.querySelector(".finder").hidden = false;
  }
}
