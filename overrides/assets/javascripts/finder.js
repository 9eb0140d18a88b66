// The search inside a talk: words with or without accents, one place after another.
// In: the section of the transcript. Out: marks that the browser paints over the text (CSS Custom Highlight API).
// Never: changes the text, or asks the server for anything.

const ALL = "found";
const ONE = "found-now";
// Letters of a word that is looked for on its own.
const SHORTEST = 3;
const LOWER = 0.65;

// Text as it is compared, and for each of its letters the place of the one it comes from. A tilde that was typed
// on an ñ is a letter's own; accents and capitals are not.
function folded(text, keepTilde) {
  let letters = "";
  const places = [];
  for (let at = 0; at < text.length; at += 1) {
    const plain = text[at].toLowerCase();
    const fold = keepTilde && plain === "ñ" ? plain : plain.normalize("NFD").replace(/\p{M}/gu, "");
    for (const letter of fold) {
      letters += letter;
      for (let unit = 0; unit < letter.length; unit += 1) places.push(at);
    }
  }
  return { letters, places };
}

export class Finder {
  #form;
  #field;
  #count;
  #button;
  #texts;
  #looked;
  #found = [];
  #at = -1;
  #asked = "";
  #loose = false;

  constructor(section, looked) {
    this.#form = section.querySelector(".finder form");
    this.#field = this.#form.querySelector("input");
    this.#count = this.#form.querySelector(".finder-count");
    this.#button = section.querySelector(".finder-open");
    this.#texts = [...section.querySelectorAll(".words")].map((one) => one.firstChild).filter(Boolean);
    this.#looked = looked;
    this.#field.addEventListener("input", () => this.#search());
    this.#field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#step(Number(event.submitter?.value ?? 1));
    });
    this.#form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    this.#form.querySelector(".finder-close").addEventListener("click", () => this.close());
  }

  open() {
    this.#form.hidden = false;
    this.#button.setAttribute("aria-expanded", "true");
    this.#field.focus();
    this.#field.select();
    this.#look();
    this.#paint();
    this.#tell();
  }

  close() {
    this.#form.hidden = true;
    this.#button.setAttribute("aria-expanded", "false");
    this.#button.focus();
    this.#asked = "";
    this.#found = [];
    this.#paint();
  }

  // Paint the places of some words without asking anything of the reader: those of the search that led here.
  light(words) {
    this.#field.value = words;
    this.#look();
    this.#paint();
  }

  #search() {
    if (this.#look()) {
      this.#paint();
      this.#tell();
    }
  }

  // Find what the field asks for: as it is written, else its words one by one. Tells whether it asks for something new.
  #look() {
    const asked = this.#field.value.normalize("NFC").replace(/["«»“”]/g, " ").trim().replace(/\s+/g, " ");
    if (asked === this.#asked) return false;
    this.#asked = asked;
    this.#found = this.#places([asked], false);
    this.#loose = !this.#found.length && asked.includes(" ");
    if (this.#loose) this.#found = this.#places(asked.split(" ").filter((word) => word.length >= SHORTEST), true);
    this.#at = this.#found.length ? 0 : -1;
    return true;
  }

  // Every place of some texts, in order; whole: only where a word begins.
  #places(texts, whole) {
    const found = [];
    for (const node of this.#texts) {
      const here = [];
      for (const text of texts) {
        const tilde = /ñ/i.test(text);
        const { letters: wanted } = folded(text, tilde);
        const { letters, places } = folded(node.data, tilde);
        for (let at = letters.indexOf(wanted); wanted && at >= 0; at = letters.indexOf(wanted, at + wanted.length)) {
          if (!whole || !/[\p{L}\p{N}]/u.test(letters[at - 1] ?? "")) here.push([places[at], places[at + wanted.length - 1] + 1]);
        }
      }
      for (const [start, end] of here.sort(([one], [other]) => one - other)) {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        found.push(range);
      }
    }
    return found;
  }

  #step(by) {
    const total = this.#found.length;
    if (!total) return;
    this.#at = (this.#at + by + total) % total;
    this.#paint();
    this.#tell();
  }

  #tell() {
    const total = this.#found.length;
    if (!this.#asked) this.#count.textContent = "";
    else if (!total) this.#count.textContent = "No está en la transcripción.";
    else {
      const now = this.#found[this.#at];
      const moment = now.startContainer.parentElement.closest(".moment");
      const place = `${this.#at + 1} de ${total}, en ${moment.querySelector(".clock").textContent}`;
      this.#count.textContent = this.#loose ? `${place} (no está así; se muestran sus palabras)` : place;
      this.#looked();
      // In the lower half: above it are the field and, on a phone, the player.
      const { top, bottom } = now.getBoundingClientRect();
      if (top < innerHeight / 2 || bottom > innerHeight) scrollBy({ top: top - innerHeight * LOWER });
    }
  }

  #paint() {
    if (!("highlights" in CSS)) return;
    CSS.highlights.set(ALL, new Highlight(...this.#found));
    const now = new Highlight(...this.#found.slice(this.#at, this.#at + 1));
    now.priority = 1;
    CSS.highlights.set(ONE, now);
  }
}
