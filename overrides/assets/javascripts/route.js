// The check list of a route, and the button that prints a sheet.
// In: the page. Out: what was done, kept in this browser under the route's own key, until the person erases it.
// Never: sends it anywhere, or needs storage to work: without it the list lasts as long as the page.

const route = document.querySelector("[data-route]");
const boxes = [...document.querySelectorAll("[data-step]")];

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(route.dataset.route) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.map(String) : []);
  } catch {
    // Storage may be forbidden, or hold what is not ours: nothing is done yet then.
    return new Set();
  }
}

// Returns whether it could be kept.
function keep(done) {
  try {
    if (done.size) localStorage.setItem(route.dataset.route, JSON.stringify([...done]));
    else localStorage.removeItem(route.dataset.route);
    return true;
  } catch {
    return false;
  }
}

function show(kept = true) {
  const done = boxes.filter((box) => box.checked).length;
  const all = done === boxes.length;
  const words = all ? `Terminó los ${done} pasos.` : `Lleva ${done} de ${boxes.length} pasos.`;
  const lost = " Este navegador no permite guardarlo: durará mientras la página esté abierta.";
  route.querySelector('[role="status"]').textContent = words + (kept ? "" : lost);
  route.querySelector('[data-do="forget"]').hidden = !done;
}

function restore() {
  const done = read();
  for (const box of boxes) box.checked = done.has(box.dataset.step);
  show();
}

function forget(event) {
  for (const box of boxes) box.checked = false;
  show(keep(new Set()));
  boxes[0].focus();
  event.preventDefault();
}

function connect() {
  for (const box of boxes) {
    box.closest("label").hidden = false;
    box.addEventListener("change", () => {
      show(keep(new Set(boxes.filter((one) => one.checked).map((one) => one.dataset.step))));
    });
  }
  route.querySelector('[data-do="forget"]').addEventListener("click", forget);
  // The same route in another window.
  addEventListener("storage", (event) => {
    if (event.key === route.dataset.route || event.key === null) restore();
  });
  restore();
}

for (const tools of document.querySelectorAll(".route-tools")) tools.hidden = false;
for (const button of document.querySelectorAll('[data-do="print"]')) {
  button.addEventListener("click", () => print());
}
if (route && boxes.length) connect();
