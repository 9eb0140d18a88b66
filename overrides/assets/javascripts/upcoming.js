// What comes next, on the page of another portal (scripts/acervo/outputs/upcoming.py writes what it reads).
// In: every element with data-acervo-proximas, the address of a proximas.json; data-cuantas, how many at most.
// Out: a list in it, before the link that was there; what has passed by the visitor's clock is left out.
// Never: sends anything of the page or of who visits it, keeps anything, or takes a text of the file for HTML.
// It is no module: those can only be loaded from hosts that allow it, and it must run on pages of any age.

(() => {
  const ZONE = "America/Mexico_City";
  const WHERE = "hora del centro de México";
  const FEW = 5;
  const STATUS = { EventCancelled: "Cancelada", EventPostponed: "Pospuesta", EventRescheduled: "Con fecha nueva" };

  const words = (options, timeZone) => new Intl.DateTimeFormat("es-MX", { ...options, timeZone });
  const DAY = { weekday: "long", day: "numeric", month: "long", year: "numeric" };
  const day = words(DAY, ZONE);
  const wholeDay = words(DAY, "UTC");
  const hour = words({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, ZONE);

  const isDay = (text) => text.length === 10;

  // The instant from which an event is past: its end, or that of its last day.
  function over({ startDate, endDate = startDate }) {
    if (!isDay(endDate) && endDate !== startDate) return Date.parse(endDate);
    const offset = isDay(endDate) ? "-06:00" : endDate.slice(19);
    return Date.parse(`${endDate.slice(0, 10)}T23:59:59.999${offset}`) + 1;
  }

  function when({ startDate, endDate = "" }) {
    if (isDay(startDate)) {
      const first = wholeDay.format(new Date(startDate));
      return endDate ? `${first} a ${wholeDay.format(new Date(endDate))}` : first;
    }
    const start = new Date(startDate);
    const hours = endDate ? `de ${hour.format(start)} a ${hour.format(new Date(endDate))}` : hour.format(start);
    return `${day.format(start)}, ${hours} h (${WHERE})`;
  }

  function element(name, text, className) {
    const made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function item(event) {
    const made = document.createElement("li");
    const link = element("a", event.name);
    if (/^https?:\/\//.test(event.url)) link.href = event.url;
    const time = element("time", when(event));
    time.dateTime = event.startDate;
    made.append(link, document.createElement("br"), time);
    const status = STATUS[String(event.eventStatus).split("/").at(-1)];
    if (status) made.append(" ", element("strong", `${status}.`));
    return made;
  }

  async function fill(place) {
    const answer = await fetch(place.dataset.acervoProximas, { credentials: "omit", referrerPolicy: "no-referrer" });
    if (!answer.ok) return;
    const { dataFeedElement: events } = await answer.json();
    const now = Date.now();
    const coming = events.filter((event) => over(event) > now).slice(0, Number(place.dataset.cuantas) || FEW);
    if (!coming.length) {
      place.prepend(element("p", "Por ahora no hay conferencias anunciadas."));
      return;
    }
    const list = element("ul", "", "acervo-proximas");
    list.append(...coming.map(item));
    place.prepend(list);
  }

  function start() {
    for (const place of document.querySelectorAll("[data-acervo-proximas]:not([data-acervo-listo])")) {
      place.dataset.acervoListo = "";
      place.ariaBusy = "true";
      fill(place)
        .catch(() => {
          // Without an answer the link that was there stays.
        })
        .finally(() => {
          place.ariaBusy = "false";
        });
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
