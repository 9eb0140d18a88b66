// The page that writes a record: from its address to the form, and from the form to a proposal.
// In: the address of the page, the files that the build wrote beside it. Out: a text, and where to take it.
// Never: sends anything: the person does, on GitHub's own page or by e-mail.

import { part as byId } from "./elements.js";
import { Desk } from "./editor/desk.js";
import { textOf } from "./editor/texts.js";

const root = byId("editor");
const settings = root.dataset;
const status = byId("editor-status");

async function load(path) {
  const answer = await fetch(new URL(path, document.baseURI));
  if (!answer.ok) throw new Error(path);
  return answer.json();
}

function say(text) {
  status.textContent = text;
}

async function start() {
  const asked = new URLSearchParams(location.search);
  const kind = asked.get("tipo") ?? "";
  const id = asked.get("id") ?? "";
  const links = [...root.querySelectorAll("#editor-kinds a")];
  const chosen = links.find((link) => link.dataset.kind === kind);
  root.hidden = false;
  if (!chosen) return;
  chosen.setAttribute("aria-current", "page");
  byId("editor-kinds").open = false;
  say("Cargando el formulario…");
  let form;
  let words;
  try {
    [form, words] = await Promise.all([load(`formas/${kind}.json`), load("formas/palabras.json")]);
  } catch {
    say("No se pudo cargar el formulario. Revise su conexión y vuelva a cargar la página, o use los textos de ejemplo que están abajo.");
    return;
  }
  document.querySelector("h1").textContent = id ? `Corregir: ${form.label}` : `Proponer: ${form.label}`;
  document.title = `${document.querySelector("h1").textContent} · ${settings.name}`;
  const desk = new Desk({ form, words, settings, say, load, id, field: asked.get("campo") ?? "" });
  const text = id ? await textOf(kind, id, load) : "";
  await desk.open(text);
  root.dispatchEvent(new CustomEvent("acervo:listo", { bubbles: true, detail: desk }));
}

start();
