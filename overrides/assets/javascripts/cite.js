// Citing: of the page, with buttons to copy and files; of a selected passage, with its minute.
// In: the texts that the page brings, and what the reader selects in the transcript. Out: text on the clipboard, files.
// Never: changes a quoted word, hides that a machine wrote it, or sends anything anywhere.

import { element } from "./elements.js";
import { passageOf, inText, referenceTo } from "./passage.js";

const FILES = {
  bib: ["BibTeX", "application/x-bibtex"],
  ris: ["RIS", "application/x-research-info-systems"],
  json: ["CSL-JSON", "application/vnd.citationstyles.csl+json"],
};
const PAUSE = 150;
const COPIED = "Copiado.";
const BY_HAND = "El navegador no dejó copiar: seleccione el texto y cópielo.";

const box = document.querySelector(".cite");
const transcript = document.querySelector(".transcript");
const format = (name) => box.querySelector(`[data-format="${name}"]`);

// Copying, with the title in italics where the other program takes it.

async function copy(...parts) {
  const text = parts.map((one) => one.textContent).join("\n\n");
  const html = parts.map((one) => `<p>${one.innerHTML}</p>`).join("");
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": new Blob([text], { type: "text/plain" }),
        "text/html": new Blob([html], { type: "text/html" }),
      }),
    ]);
    return COPIED;
  } catch {
    // Some browsers only take plain text, some none without a secure connection.
  }
  try {
    await navigator.clipboard.writeText(text);
    return COPIED;
  } catch {
    return BY_HAND;
  }
}

function status() {
  return element("p", { className: "cite-status", role: "status" });
}

function copier(name, told, parts) {
  const button = element("button", { type: "button" }, "Copiar", element("span", { className: "hidden" }, ` ${name}`));
  button.addEventListener("click", async () => {
    told.textContent = "";
    told.textContent = `${name}: ${await copy(...parts())}`;
  });
  return button;
}

function download(name, [label, type]) {
  const button = element("button", { type: "button" }, `Descargar .${name}`);
  button.setAttribute("aria-label", `Descargar .${name} (${label})`);
  button.addEventListener("click", () => {
    const text = format(name).textContent;
    const file = new Blob([name === "ris" ? text.replaceAll("\n", "\r\n") : text], { type: `${type};charset=utf-8` });
    const link = element("a", { href: URL.createObjectURL(file), download: `${box.dataset.name}.${name}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  return button;
}

// The day of reading is the reader's own.
function consulted() {
  const day = new Intl.DateTimeFormat("es-MX", { day: "numeric", month: "long", year: "numeric" }).format(new Date());
  for (const slot of box.querySelectorAll(".consulted")) slot.textContent = day;
}

function dress() {
  const told = status();
  for (const part of box.querySelectorAll("[data-format]")) {
    const name = part.dataset.format;
    const tools = element("dd", { className: "tools" });
    tools.append(copier(part.previousElementSibling.textContent, told, () => [part]));
    if (name in FILES) tools.append(" ", download(name, FILES[name]));
    part.after(tools);
  }
  box.append(told);
}

// A passage. The button stands right after the last words of the selection, so that one Tab reaches it.

let passage = null;
const bar = element("div", { className: "cite-bar", hidden: true });
const call = element("button", { type: "button", className: "button" }, "Citar este pasaje");
const announced = element("p", { className: "hidden", role: "status" });

function look() {
  if (bar.contains(document.activeElement)) return;
  const found = passageOf(getSelection(), transcript);
  if (found && !passage) announced.textContent = "Pasaje seleccionado: después de él está el botón «Citar este pasaje».";
  if (!found) announced.textContent = "";
  passage = found;
  bar.hidden = !found;
  if (found && found.last.nextElementSibling !== bar) found.last.after(bar);
}

function show() {
  passage = passageOf(getSelection(), transcript) ?? passage;
  const { words, clock, anchor, state } = passage;
  const address = `${format("link").textContent}#${anchor}`;
  const told = status();
  const cited = element("p", {}, `${words} (${inText(box.dataset.inText, clock)}).`);
  const apa = referenceTo(format("apa"), address, "");
  const iso = referenceTo(format("iso690"), address, clock);
  const quoted = element("p", {}, words);
  const link = element("p", {}, element("a", { href: address }, address));
  const dialog = element("dialog", { className: "passage" });
  dialog.setAttribute("aria-labelledby", "passage-title");
  const close = element("button", { type: "button" }, "Cerrar");
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  const row = (name, parts) => [
    element("h3", {}, name),
    ...parts,
    element("p", { className: "tools" }, copier(name, told, () => parts)),
  ];
  dialog.append(
    // The reading starts at the top, not at the first button.
    element("h2", { id: "passage-title", tabIndex: -1, autofocus: true }, "Citar este pasaje"),
    element("p", { className: "note" }, `Min ${clock}. ${state}`),
    ...row("APA 7", [cited, apa]),
    ...row("ISO 690", [quoted, iso]),
    ...row("Enlace", [link]),
    told,
    element("p", {}, close),
  );
  document.body.append(dialog);
  dialog.showModal();
}

// Where nothing within reach of the selection has the focus, browsers would take Tab to the top of the page.
function reach(event) {
  if (event.key !== "Tab" || event.shiftKey || !passage || !document.activeElement?.contains(transcript)) return;
  event.preventDefault();
  call.focus();
}

function watch() {
  let timer = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  document.addEventListener("keydown", reach);
  // Pressing the button must not take the selection away.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  call.addEventListener("click", show);
  bar.append(call);
  transcript.append(bar, announced);
  look();
}

consulted();
dress();
if (transcript) watch();
