// What every page can do with JavaScript: colours, the player after a click, and "/" to search.
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

// YouTube is asked for nothing until the reader presses the button.
function player(box) {
  const link = box.querySelector("a");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Ver en YouTube aquí";
  let frame = null;
  const open = (seconds) => {
    const address = `${box.dataset.player}?autoplay=1${seconds ? `&start=${seconds}` : ""}`;
    if (frame) {
      frame.src = address;
      return;
    }
    frame = document.createElement("iframe");
    frame.src = address;
    frame.title = box.dataset.title;
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    const place = document.createElement("div");
    place.className = "frame";
    place.append(frame);
    box.before(place);
    button.remove();
    box.classList.add("open");
    frame.focus();
  };
  button.addEventListener("click", () => open(0));
  link.before(button, " ");
  for (const chapter of document.querySelectorAll("[data-seconds]")) {
    chapter.addEventListener("click", (event) => {
      if (!frame) return;
      event.preventDefault();
      open(Number(chapter.dataset.seconds));
      frame.scrollIntoView({ block: "nearest" });
    });
  }
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
document.querySelectorAll("[data-player]").forEach(player);
document.addEventListener("keydown", slashToSearch);
