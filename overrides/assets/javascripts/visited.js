// What changed in a record since it was last read in this browser.
// In: the list of its changes (`.changes`, newest first) and what this browser keeps, once its reader asked for it.
// Out: a sentence, marks beside what is new, a button that begins or forgets. Never: keeps anything before being asked,
// sends anything, or complains where nothing may be kept.

const KEY = "acervo-visits";
const MOST = 300;
const section = document.querySelector(".changes");
const items = [...section.querySelectorAll("[data-commit]")];
const { record } = section.dataset;
const sentence = section.querySelector(".changed");
const tools = section.querySelector(".remember");
const button = tools.querySelector("button");
const words = tools.querySelector("span");
const day = new Intl.DateTimeFormat("es-MX", { dateStyle: "long" });

// Null when nothing was asked for, or what is kept is not ours: [record, commit, milliseconds], the oldest first.
function kept() {
  const found = JSON.parse(localStorage.getItem(KEY));
  return Array.isArray(found) ? found.filter((one) => Array.isArray(one) && one.length === 3) : null;
}

function keep(visits) {
  const others = visits.filter(([name]) => name !== record).slice(1 - MOST);
  localStorage.setItem(KEY, JSON.stringify([...others, [record, items[0].dataset.commit, Date.now()]]));
}

function compare(visits) {
  const [, commit, at] = visits.find(([name]) => name === record) ?? [];
  const place = items.findIndex((item) => item.dataset.commit === commit);
  if (!commit || place === 0 || !Number.isFinite(at)) return;
  for (const item of place < 0 ? items : items.slice(0, place)) {
    const mark = document.createElement("span");
    mark.className = "badge";
    mark.textContent = "Nuevo para usted";
    item.prepend(mark, " ");
  }
  sentence.textContent = `Esta ficha cambió desde su última visita, el ${day.format(at)}.`;
  sentence.hidden = false;
}

function show(on) {
  button.textContent = on ? "Olvidar mis visitas" : "Decirme qué cambió cuando vuelva";
  words.textContent = on
    ? "Este navegador recuerda qué fichas abrió y cuándo. No se envía a nadie."
    : "Se recordará en este navegador qué fichas abre; no se envía a nadie y puede borrarse aquí mismo.";
  button.onclick = () => {
    try {
      if (on) localStorage.removeItem(KEY);
      else keep([]);
    } catch {
      tools.hidden = true;
      return;
    }
    if (on) {
      sentence.hidden = true;
      for (const mark of section.querySelectorAll(".badge")) mark.remove();
    }
    show(!on);
  };
  tools.hidden = false;
}

try {
  const visits = kept();
  if (visits) {
    compare(visits);
    keep(visits);
  }
  show(visits !== null);
} catch {
  // Storage is forbidden or spoilt: what is ours is dropped, and the page is as it was.
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing can be kept here.
  }
}
