// What every page can do with JavaScript: colours, and "/" to search.
// Without JavaScript each of these is a plain link or is not there.

const THEMES = ["auto", "light", "dark"];
const NAMES = { auto: "automático", light: "claro", dark: "oscuro" };

function themeSwitch(button) {
  const root = document.documentElement;
  const name = button.querySelector(".theme-name");
  const show = () => {
    const now = root.dataset.theme ?? "auto";
    const next = THEMES[(THEMES.indexOf(now) + 1) % THEMES.length];
    name.textContent = NAMES[now];
    button.setAttribute("aria-label", `Colores: ${NAMES[now]}. Cambiar a ${NAMES[next]}`);
    return next;
  };
  button.addEventListener("click", () => {
    const next = show();
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "auto") localStorage.removeItem("acervo-theme");
      else localStorage.setItem("acervo-theme", next);
    } catch {
      // Storage may be forbidden: the choice then lasts as long as the page.
    }
    show();
  });
  show();
  button.hidden = false;
}

function slashToSearch(event) {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const visible = [...document.querySelectorAll('input[type="search"]')].filter((input) => input.offsetParent);
  const field = visible.at(-1);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
}

document.querySelectorAll("button.theme").forEach(themeSwitch);
document.addEventListener("keydown", slashToSearch);

// Citing is loaded when it is first wanted: the box opened, or words of a transcript selected.
function citing(box) {
  const load = () => import("./cite.js");
  if (box.open) load();
  box.addEventListener("toggle", load, { once: true });
  if (document.querySelector(".transcript")) document.addEventListener("selectionchange", load, { once: true });
  // What is folded is not printed everywhere.
  let wasOpen = box.open;
  addEventListener("beforeprint", () => {
    wasOpen = box.open;
    box.open = true;
  });
  addEventListener("afterprint", () => {
    box.open = wasOpen;
  });
}

document.querySelectorAll(".cite").forEach(citing);

// What depends on the day and the hour is corrected only where a page says something of it.
if (document.querySelector("[data-life], [data-opens], [data-closes], [data-until], .until, .elsewhere")) import("./life.js");

// What changed since the last visit is told only where a page tells what changed.
if (document.querySelector(".changes")) import("./visited.js");
