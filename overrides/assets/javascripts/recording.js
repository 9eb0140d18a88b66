// The recording's page: one remote, keys and addresses for whatever plays it, and the transcript beside it.
// In: the page and its address (`#t-754`, `?t=754`, `?t=12m34s`; `?q=` brings the words of a search). Out: what is heard and what is read go together.
// Never: plays or asks another host for anything before a click; keeps more than one second of this talk, here.

import { Media, YouTube } from "./players.js";

const STEPS = { j: -10, l: 10, ArrowLeft: -5, ArrowRight: 5 };
const FIELDS = "input, textarea, select, [contenteditable], video, audio, iframe, dialog";
const KEPT_EVERY = 5;
const EDGE = 5;

const stage = document.querySelector(".recording");
const said = document.querySelector(".transcript");
const length = Number(stage.dataset.length ?? 0);
const part = (name) => stage.querySelector(name);
const announce = (text) => {
  part(".recording-status").textContent = text;
};

function clock(second) {
  const whole = Math.floor(second);
  const [hours, minutes, seconds] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

// "754", "754s", "12m34s", "1h2m3s"; null when it is no moment.
function moment(text) {
  const found = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text ?? "");
  if (!found || !text) return null;
  const [hours, minutes, seconds] = found.slice(1).map((number) => Number(number ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}

function asked() {
  const hash = /^#t[-=](.+)$/.exec(location.hash);
  return moment(hash ? hash[1] : new URLSearchParams(location.search).get("t"));
}

// The players; the last one that played is the one that everything moves.

const players = [
  ...[...document.querySelectorAll("[data-player]")].map((box) => new YouTube(box)),
  ...[...stage.querySelectorAll("video, audio")].map((element) => new Media(element)),
];
let active = players[0];
let words = null;
let heard = false;
// Whether the reader has gone to some moment of the talk.
let gone = false;

function go(second) {
  gone = true;
  words?.follow();
  active.start(second);
}

function arrive() {
  const second = asked();
  if (second === null) return;
  for (const player of players) player.prepare(second, second ? ` desde ${clock(second)}` : "");
  words?.mark(second);
  words?.show();
  showTime(second);
}

// The transcript comes after the players: it takes up what was done meanwhile, or what the address says.
async function bring() {
  const { Words } = await import("./transcript.js");
  words = new Words(said, part('[data-do="follow"]'), announce);
  const second = gone ? active.time : asked();
  if (second === null) return;
  words.mark(second, heard);
  if (gone) words.follow();
  else words.show();
}

function showTime(second) {
  part(".now-clock").textContent = length ? `${clock(second)} de ${clock(length)}` : clock(second);
  const now = part(".timeline .now");
  if (now) now.setAttribute("x", `${Math.min(100, (100 * second) / length)}%`);
}

function changed(player) {
  if (player.playing && player !== active) {
    active.pause();
    active = player;
  }
  if (player !== active) return;
  heard ||= active.playing;
  part(".remote").hidden = !active.opened;
  part('[data-do="toggle"]').textContent = active.playing ? "Pausa" : "Reproducir";
  showTime(active.time);
  words?.mark(active.time, heard);
  float();
  keep(active.playing ? KEPT_EVERY : 0);
}

// On a phone the player stays in sight while it plays and its place is above.

function float() {
  const place = active.element?.closest(".frame");
  const above = Boolean(said && place && active.playing && place.getBoundingClientRect().bottom < 0);
  for (const one of stage.querySelectorAll(".frame")) one.classList.toggle("afloat", above && one === place);
  document.documentElement.classList.toggle("player-afloat", above);
}

// Where I was: one number, in this browser, for this page.

const KEY = `acervo-second:${location.pathname}`;
const resume = part(".resume");
let kept = 0;

function keep(every) {
  const second = Math.floor(active.time);
  if (!heard || second < EDGE || Math.abs(second - kept) <= every) return;
  kept = second;
  try {
    if (length && second > length - EDGE) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, String(second));
  } catch {
    // Storage may be forbidden: nothing is remembered then.
  }
}

function forget() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage may be forbidden: there is nothing to forget then.
  }
  resume.hidden = true;
  announce("Se olvidó dónde se quedó.");
}

function offer() {
  let second = null;
  try {
    second = moment(localStorage.getItem(KEY));
  } catch {
    // Storage may be forbidden: there is nothing to offer then.
  }
  if (!second || asked() !== null) return;
  const link = resume.querySelector("a");
  link.dataset.seconds = second;
  link.href = `?t=${second}`;
  link.querySelector("span").textContent = clock(second);
  resume.querySelector("button").addEventListener("click", forget);
  resume.hidden = false;
}

function click(event) {
  const link = event.target.closest("[data-seconds]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.matches(".clock")) history.replaceState(null, "", link.hash);
  resume.hidden = true;
  go(Number(link.dataset.seconds));
}

function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!active.opened || event.target.closest(FIELDS) || !part(".keys input").checked) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "k") active.toggle();
  else if (key in STEPS) active.seek(Math.max(0, active.time + STEPS[key]));
  else return;
  event.preventDefault();
}

function connect() {
  for (const player of players) player.addEventListener("change", () => changed(player));
  part('[data-do="back"]').addEventListener("click", () => active.seek(Math.max(0, active.time - 10)));
  part('[data-do="forward"]').addEventListener("click", () => active.seek(active.time + 10));
  part('[data-do="toggle"]').addEventListener("click", () => active.toggle());
  part(".timeline")?.addEventListener("click", (event) => {
    const box = event.currentTarget.getBoundingClientRect();
    go((length * (event.clientX - box.left)) / box.width);
  });
  part(".remote").hidden = !active.opened;
  showTime(0);
  document.addEventListener("click", click);
  document.addEventListener("keydown", press);
  addEventListener("scroll", float, { passive: true });
  offer();
}

if (active) connect();
addEventListener("hashchange", arrive);
arrive();
if (said) await bring();
const searched = new URLSearchParams(location.search).get("q");
if (searched) words?.light(searched);
