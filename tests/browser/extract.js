// What a record's page says of the record itself, from the page and from its preview alike.
// In: where the article is, the tree of the record. Out: plain values. Left out: what comes of other records and of YouTube.

const ELSEWHERE = `.tombstone, .player, #ya-no-en-youtube, p:has(a[href="#ya-no-en-youtube"]), .remote, .resume, details, .transcript,
  .jump, .related, [aria-labelledby^="lista-"], .surveys, .organisers, .agenda, .neighbours, .own, .cited, .pager, .shelves > li > em,
  .route-time, .route-tools, .sheet-address, .step p.note, .step-check, [aria-labelledby="rutas"], .recording ul.plain, img, button, [hidden], template`;
const FROM_YOUTUBE = ["Duración", "Canal", "Publicado en YouTube", "Subtítulos en YouTube"];
const APART = /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BR|CAPTION|DD|DIV|DL|DT|FIGCAPTION|FIGURE|H[1-6]|HR|LI|NAV|OL|P|PRE|SECTION|TABLE|TD|TH|TR|UL)$/;
const words = (node) => (node?.textContent ?? "").replace(/\s+/g, " ").trim();

function said(place, tree) {
  const article = place.querySelector("article.record").cloneNode(true);
  const one = (selector) => article.querySelector(selector);
  const all = (selector) => [...article.querySelectorAll(selector)];
  const plain = (id) => `:is(#${id}, #vista-${id})`;
  const about = all("section").find((section) => words(section.querySelector("h2")) === "Sobre la grabación");
  if (about) {
    one(".recording").append(about.querySelector("dl.facts:not(.tombstone *)"));
    about.remove();
  }
  for (const node of all(ELSEWHERE)) node.remove();
  for (const row of all(".recording dl.facts > div")) if (FROM_YOUTUBE.includes(words(row.querySelector("dt")))) row.remove();
  if (tree.recording && !tree.recording.chapters) for (const node of all(`.recording h3, .recording .chapters, .recording .chapters + .note`)) node.remove();
  if (tree.steps) for (const row of all(".record-aside dl.facts > div")) if (words(row.querySelector("dt")) === "Duración") row.remove();
  for (const node of all(".question > p.note")) node.textContent = /[\d:]+/.exec(words(node))[0];
  for (const node of all(".shelves > li")) node.textContent = words(node.querySelector("a"));
  // Of the offices of a person, those that the record tells have their source; of an institution, nobody's are its own.
  const titles = (tree.offices ?? []).map((office) => office.title);
  for (const section of all("section").filter((section) => section.querySelector(".offices") && /cargos$/.test(section.getAttribute("aria-labelledby")))) {
    for (const item of section.querySelectorAll(".offices > li")) if (!titles.includes(words(item.querySelector("strong")))) item.remove();
    if (!section.querySelector(".offices > li")) section.remove();
  }
  return {
    kicker: words(one("header .kicker")),
    title: words(one("h1")),
    names: words(one("header .names")),
    lead: all("header .lead p").map(words),
    facts: all(".record-aside dl.facts > div").map((row) => [words(row.querySelector("dt")), [...row.querySelectorAll("dd")].map((dd) => [words(dd), Boolean(dd.querySelector("a"))])]),
    topics: all(".record-aside .chips li").map(words),
    main: [...lines(one(".record-opening")), ...lines(one(".record-main"))],
    updated: words(one(".record-foot p")),
    file: words(one(".record-foot code")),
  };
}

// The texts of a part in order, each on its line; a heading begins with as many signs as its level.
function lines(part) {
  const found = [];
  let line = "";
  const flush = (mark = "") => {
    if (line.trim()) found.push(mark + line.replace(/\s+/g, " ").trim());
    line = "";
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) line += node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.localName === "svg") return;
    const apart = APART.test(node.tagName);
    if (apart) flush();
    for (const child of node.childNodes) walk(child);
    if (apart) flush(/^H\d$/.test(node.tagName) ? `${"#".repeat(Number(node.tagName[1]))} ` : "");
  };
  if (part) walk(part);
  return found;
}
