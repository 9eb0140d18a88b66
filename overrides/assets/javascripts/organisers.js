// Announcing: a button to copy each text of the section for organisers.
// In: the texts that the page brings. Out: text on the clipboard. Never: changes a text, or sends it anywhere.

import { element } from "./elements.js";

const box = document.querySelector(".organisers");
const told = element("p", { className: "cite-status", role: "status" });

for (const text of box.querySelectorAll("[data-copy]")) {
  const name = text.dataset.copy;
  const button = element("button", { type: "button" }, "Copiar", element("span", { className: "hidden" }, ` ${name}`));
  button.addEventListener("click", async () => {
    told.textContent = "";
    try {
      await navigator.clipboard.writeText(text.textContent);
      told.textContent = `${name}: Copiado.`;
    } catch {
      told.textContent = `${name}: El navegador no dejó copiar: seleccione el texto y cópielo.`;
    }
  });
  text.after(element("p", { className: "copy" }, button));
}
box.append(told);
