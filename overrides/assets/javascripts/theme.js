// Sets the colours that the reader chose, before anything is drawn. Nothing is kept unless the reader chooses.
(function () {
  try {
    var chosen = localStorage.getItem("acervo-theme");
    if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  } catch (error) {
    // Storage may be forbidden: the system's colours then stay.
  }
})();
