// The desk on which one record is written: the form, its draft, its problems, its text and where that goes.
// In: the form of a kind, the words and settings of the site. Out: what the page shows. Never: changes another record.

import { element, part as byId } from "../elements.js";
import { part, references } from "./fields.js";
import { attributes, input } from "./inputs.js";
import { drafts } from "./keeping.js";
import { Preview } from "./preview/page.js";
import { clear, labels, reveal, sentence, tell } from "./problems.js";
import { read } from "./reader.js";
import { index } from "./references.js";
import { advice, byMail, copy, onGitHub } from "./sending.js";
import { asId } from "./suggestions.js";
import { problemsOf, told, verdict } from "./verdict.js";
import { entry, group, treeOf, written } from "./writer.js";

const PAUSE = 400;
const ID = { name: "id", label: "Id de la ficha", hint: "El nombre de su archivo y su dirección: minúsculas sin acentos, números y guiones.", required: true, checks: [] };

function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((piece) => String(piece).padStart(2, "0")).join("-");
}

export class Desk {
  constructor({ form, words, settings, say, load, id, field }) {
    Object.assign(this, { form, words, settings, say, id, field, existing: Boolean(id), dirty: false, strange: false });
    this.drafts = drafts(form.kind, id);
    const around = {
      form,
      load,
      left: (node) => this.left(node),
      said: (text) => this.say(text),
      strange: () => (this.strange = true),
    };
    this.around = around;
    this.preview = new Preview({ form, checks: words, settings, place: byId("editor-preview"), around });
    this.sheet = part(form.model, around);
    this.sheet.root.append(this.folded());
    this.idField = input({ ...ID, example: form.kind === "conferences" ? "2026-titulo-de-la-conferencia" : "nombre-de-la-ficha" }, around);
    this.box = byId("editor-form");
    if (!this.existing) this.sheet.at(["title"]).root.after(this.idField.root);
    this.box.replaceChildren(this.sheet.root);
    this.box.addEventListener("input", () => this.later());
    this.box.addEventListener("change", () => this.later());
    byId("editor-check").addEventListener("click", () => this.check());
    byId("editor-erase").addEventListener("click", () => this.erase());
    byId("editor-copy").addEventListener("click", () => this.copied());
    byId("editor-paste").addEventListener("click", () => this.pasted());
  }

  // What every kind has and few fill in stands folded at the end.
  folded() {
    const rest = element("details", { className: "rest" }, element("summary", { textContent: "Otros datos de la ficha" }));
    rest.append(...this.form.last.map((name) => this.sheet.at([name]).root));
    return rest;
  }

  // text: of the record as published, or "". place: the field to go to, like `recording.license`.
  async open(text) {
    const draft = this.drafts.kept();
    const blank = !text && !draft;
    if (draft) this.take(draft.text) && this.idField.fill(draft.id);
    else if (text) this.take(text);
    const away = this.existing && !text;
    byId("editor-away").hidden = !away || Boolean(draft);
    byId("editor-file").href = this.github({ text: "" })?.href ?? "";
    byId("editor-file").parentElement.hidden = !byId("editor-file").getAttribute("href");
    if (!away || draft) {
      this.sheet.at(["updated"])?.fill(today());
      if (blank) this.sheet.at(["sources"])?.first();
    }
    byId("editor-work").hidden = away && !draft;
    this.say(draft ? `Aquí está lo que dejó escrito el ${new Date(draft.at).toLocaleString("es-MX", { dateStyle: "long", timeStyle: "short" })}, guardado solo en este navegador.` : "");
    byId("editor-erase").hidden = !draft;
    this.update();
    this.go(this.field);
  }

  go(place) {
    const path = place ? place.split(".").filter(Boolean) : [];
    const node = path.length && !byId("editor-work").hidden ? this.sheet.at(path, true) : null;
    if (!node) return;
    reveal(node.root);
    node.focus();
    node.root.scrollIntoView({ block: "center" });
  }

  // Fill the form from a text; tell whether it could be read.
  take(text) {
    let page;
    try {
      page = read(text);
    } catch (error) {
      this.say(`${error.message} Corríjalo en el archivo; este formulario no puede leerlo así.`);
      return false;
    }
    if (this.form.kind === "topics") {
      page = page.entries.find((one) => one.name === (this.id || page.entries[0].name))?.value;
      if (!page?.keyed) return false;
    }
    this.strange = !this.sheet.fill(page);
    if (this.strange) this.say("La ficha tiene algo que este formulario no conoce; se queda como está.");
    return true;
  }

  get name() {
    return this.existing ? this.id : this.idField.value();
  }

  page() {
    const own = this.sheet.value();
    return this.form.kind === "topics" ? group(true, [entry(this.name || "id-del-tema", own)]) : own;
  }

  text() {
    return written(this.page(), this.form);
  }

  tree() {
    return treeOf(this.sheet.value());
  }

  later() {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(true), PAUSE);
  }

  update(keep = false) {
    const text = this.text();
    const tree = this.tree();
    if (!this.existing && !this.idTouched) this.idField.fill(this.suggested(tree));
    if (keep) {
      const kept = this.drafts.keep({ id: this.name, text });
      byId("editor-kept").textContent = kept ? "Borrador guardado en este navegador." : "Este navegador no guarda borradores: no cierre la página sin copiar el texto.";
      byId("editor-erase").hidden = !kept;
    }
    byId("editor-text").textContent = text;
    this.preview.show(tree, this.name);
    if (!byId("editor-send").hidden) this.ways(text, tree);
  }

  suggested(tree) {
    const year = this.form.kind === "conferences" ? (/^\d{4}/.exec(tree.date ?? "")?.[0] ?? "") : "";
    return asId([year, tree.title ?? ""].filter(Boolean).join(" "), 60);
  }

  // A field was left: what is wrong in it is said, what is missing is not.
  async left(node) {
    if (node === this.idField) this.idTouched = Boolean(node.value());
    else if (node.field.part || node.nodes().length) return this.later();
    const value = node.value();
    const field = { ...node.field, many: false };
    let found = value && node !== this.idField ? problemsOf(value, field, this.form, this.words) : [];
    if (node === this.idField && value) found = await this.idProblems();
    else if (value && field.refers && !found.length) found = await this.unknown(value, field);
    node.show(found.map(sentence));
    return this.later();
  }

  async unknown(id, field) {
    const rows = await index(field.refers, this.around).catch(() => null);
    if (!rows || rows.some((row) => row.id === id)) return [];
    return [told("unknown_reference", [field.name], { id, where: field.refers === "topics" ? "data/topics.yml" : `data/${field.refers}` }, field, this.words)];
  }

  async idProblems() {
    const id = this.idField.value();
    const [least, most] = this.words.id_length;
    const problem = (code, details) => [told(code, ["id"], { id, ...details }, ID, this.words)];
    if (!id) return problem("missing", {});
    if (!new RegExp(`^(?:${this.words.patterns.id})$`).test(id)) return problem("id_name", { suggestion: asId(id) });
    if (id.length < least || id.length > most) return problem("id_length", { shortest: least, longest: most });
    if (this.words.reserved.includes(id) || /^\d{4}$/.test(id)) return problem("id_reserved", {});
    const rows = await index(this.form.kind, this.around).catch(() => []);
    return rows.some((row) => row.id === id) ? [{ path: ["id"], code: "taken", message: `ya hay una ficha con el id «${id}»`, fix: "Elija otro, o corrija esa ficha." }] : [];
  }

  // Check the whole record; when nothing is wrong, offer where to take it.
  async check() {
    clearTimeout(this.timer);
    this.update(this.dirty);
    clear(this.sheet);
    const tree = this.tree();
    const found = verdict(tree, this.form, this.words).map((one) => ({
      node: this.sheet.at(one.path),
      about: labels(one.path, this.form),
      text: sentence(one),
    }));
    if (!this.existing) {
      this.idField.show([]);
      for (const one of await this.idProblems()) found.splice(1, 0, { node: this.idField, about: ID.label, text: sentence(one) });
    }
    for (const [path, node] of references(this.sheet, [])) {
      for (const one of node.value() ? await this.unknown(node.value(), node.field) : []) found.push({ node, about: labels(path, this.form), text: sentence(one) });
    }
    tell(found, byId("editor-problems"));
    byId("editor-send").hidden = found.length > 0;
    if (found.length) return this.say("");
    this.update();
    this.ways(this.text(), tree);
    byId("editor-send").focus();
    return this.say("Todo está en orden. Falta enviarlo.");
  }

  github(more) {
    return onGitHub({ kind: this.form.kind, id: this.name, existing: this.existing, ...more }, this.settings);
  }

  ways(text, tree) {
    const github = this.github({ text });
    const mail = byMail({ kind: this.form.kind, id: this.name, text, title: tree.title, existing: this.existing }, this.settings);
    const steps = byId("editor-steps");
    byId("editor-github").hidden = !github;
    byId("editor-mail").hidden = !mail;
    if (github) attributes(byId("editor-github"), { href: github.href, target: "_blank", rel: "noopener" });
    if (mail) attributes(byId("editor-mail"), { href: mail.href });
    const said = advice({ github, mail, kind: this.form.kind, existing: this.existing });
    byId("editor-copy").className = github?.filled ? "add" : "button";
    steps.replaceChildren(...said.map((textContent) => element("li", { textContent })));
  }

  async copied() {
    const done = await copy(this.text());
    if (!done) {
      byId("editor-source").open = true;
      getSelection().selectAllChildren(byId("editor-text"));
    }
    this.say(done ? "Texto copiado." : "Este navegador no deja copiar solo: el texto quedó elegido, cópielo con Ctrl+C.");
  }

  pasted() {
    const text = byId("editor-pasted").value;
    if (!text.trim() || !this.take(text)) return;
    byId("editor-away").hidden = true;
    byId("editor-work").hidden = false;
    this.sheet.at(["updated"])?.fill(today());
    this.update(true);
    this.say("El formulario tiene ya los datos de la ficha.");
    this.go(this.field || "title");
  }

  erase() {
    this.drafts.erase();
    clearTimeout(this.timer);
    location.reload();
  }
}
