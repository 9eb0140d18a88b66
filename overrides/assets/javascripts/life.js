// The life of conferences, corrected by the visitor's clock and kept right while the page is open.
// In: what the page says: `data-life` (instant, stage, words; …), `data-opens`, `data-closes`, `data-until`, `data-starts`.
// Out: badges, links inside their window, what is left, the visitor's own hour. Never: asks anyone what time it is.

const ZONE = "America/Mexico_City";
const AHEAD = new Set(["announced", "open", "closed", "today", "live"]);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LONGEST = 12 * HOUR;

const all = (query, within = document) => [...within.querySelectorAll(query)];
const put = (element, text) => {
  if (element.textContent !== text) element.textContent = text;
};
const counted = (many, one, several) => `${many} ${many === 1 ? one : several}`;

function turns(text) {
  return text.split(";").map((turn) => {
    const [at, stage, ...words] = turn.split(" ");
    return { at: Date.parse(at), stage, words: words.join(" ") };
  });
}

function current(found, now) {
  return found.findLast((turn) => turn.at <= now) ?? found[0];
}

// The day of an instant in central Mexico, as `2026-05-25`.
const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });

function daysUntil(day, now) {
  return Math.round((Date.parse(day) - Date.parse(calendar.format(now))) / DAY);
}

function left(element, now) {
  const { starts, day } = element.dataset;
  const days = daysUntil(day, now);
  if (days > 0) return days === 1 ? "Es mañana" : `Faltan ${days} días`;
  const rest = starts ? Date.parse(starts) - now : 0;
  if (days < 0 || rest <= 0) return "";
  const minutes = Math.ceil(rest / MINUTE);
  if (minutes < 60) return `Empieza en ${counted(minutes, "minuto", "minutos")}`;
  return `Empieza en ${counted(Math.floor(minutes / 60), "hora", "horas")}${minutes % 60 ? ` y ${minutes % 60} min` : ""}`;
}

// The same hours by the visitor's clock, unless it agrees with that of central Mexico.
function elsewhere(element) {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const form = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const [start, end] = [element.dataset.starts, element.dataset.ends].map((at) => (at ? new Date(at) : null));
  const said = (zone) => {
    const words = new Intl.DateTimeFormat("es-MX", { ...form, timeZone: zone });
    return end ? words.formatRange(start, end) : words.format(start);
  };
  if (said(own) === said(ZONE)) return;
  put(element, `En la hora de su dispositivo: ${said(own)} h`);
  element.hidden = false;
}

const badges = all("[data-life]").map((element) => ({ element, found: turns(element.dataset.life) }));
const windows = all("[data-opens], [data-closes]");
const ending = all("[data-until]");
const counters = all(".until");
const status = document.querySelector(".session [role=status]");
const heading = document.querySelector(".session > h2");
let told = null;

function correct() {
  const now = Date.now();
  const next = [now + LONGEST];
  for (const { element, found } of badges) {
    const { stage, words } = current(found, now);
    element.dataset.stage = stage;
    element.hidden = !words;
    put(element, words);
    next.push(...found.map((turn) => turn.at));
    if (element.matches(".session .stage")) tell(stage, words);
  }
  for (const element of windows) {
    const opens = Date.parse(element.dataset.opens || "1900-01-01");
    const closes = Date.parse(element.dataset.closes || "2999-01-01");
    const open = opens <= now && now < closes;
    element.querySelector(".window-link").hidden = !open;
    const shut = element.querySelector(".window-shut");
    shut.hidden = open;
    put(shut, now < opens ? shut.dataset.before : shut.dataset.after);
    next.push(opens, closes);
  }
  for (const element of ending) {
    const until = Date.parse(element.dataset.until);
    element.hidden = now >= until;
    next.push(until);
  }
  for (const element of counters) {
    put(element, left(element, now));
    element.hidden = !element.textContent;
    if (!element.hidden) next.push(now + MINUTE - (now % MINUTE));
  }
  for (const list of all("[data-coming]")) comingOf(list);
  // Timers count the time awake: what was missed while asleep is caught up when the page is seen again.
  clearTimeout(correct.timer);
  correct.timer = setTimeout(correct, Math.min(...next.filter((at) => at > now)) - now + 50);
}

function tell(stage, words) {
  put(heading, AHEAD.has(stage) ? "Cómo participar" : "La sesión");
  if (told !== null && told !== stage && words) put(status, `Ahora: ${words}`);
  told = stage;
}

// What is over leaves the list of what comes, and a list or a month without anything left leaves the page.
function comingOf(list) {
  for (const row of all(".row", list)) {
    const badge = row.querySelector("[data-life]");
    if (badge) row.hidden = !AHEAD.has(badge.dataset.stage);
  }
  for (const part of list.matches("section") ? [list] : all("section", list)) {
    part.hidden = all(".row", part).every((row) => row.hidden);
  }
}

all(".elsewhere").forEach(elsewhere);
correct();
document.addEventListener("visibilitychange", correct);
addEventListener("pageshow", correct);
