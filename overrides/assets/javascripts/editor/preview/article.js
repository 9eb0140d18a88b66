// What the pages of all records have in common: site/views/article.py and provenance.py.
// In: what there is to look at, and the facts of the record. Out: the frame of its page. Never: anything of one kind only.

import { linked, paragraphs, version } from "./plain.js";

export function article(about, facts, { date = "", machine = "", names = [] } = {}) {
  const { tree, form, words } = about;
  const kinds = about.field(form.model, "kind")?.choices ? about.label(form.model, "kind", tree.kind) : "";
  return {
    kind: words.kinds[form.kind][1],
    label: kinds || words.kinds[form.kind][1],
    title: tree.title ?? "Sin título todavía",
    lead: paragraphs(tree.summary),
    names,
    date,
    machine,
    topics: about.records("topics", tree.topics),
    facts,
    first: true,
    provenance: provenance(about),
  };
}

function provenance(about) {
  const { tree, form, id, words, dates, settings } = about;
  const [segment] = words.kinds[form.kind];
  const sure = (value = about.field("Source", "confidence").default) => `${words.sure[value]}: ${about.label("Source", "confidence", value)}`;
  return {
    resources: (tree.resources ?? []).map((one) => ({
      title: one.title,
      href: one.url,
      language: about.language(one.language),
      note: linked(one.note ?? ""),
    })),
    discrepancies: (tree.discrepancies ?? []).map((one) => ({ about: one.about, versions: (one.versions ?? []).map(version) })),
    oddities: tree.oddities ?? [],
    unknowns: tree.unknowns ?? [],
    sources: (tree.sources ?? []).map((one) => ({
      title: one.title,
      href: one.url,
      publisher: one.publisher,
      date: dates.inWords(one.date),
      accessed: dates.inWords(one.accessed),
      supports: one.supports,
      confidence: sure(one.confidence),
    })),
    updated: dates.inWords(tree.updated),
    updated_machine: tree.updated ?? "",
    formerly: (tree.formerly ?? []).map((former) => ({ text: `${segment}/${former}/`, href: `../${segment}/${former}/` })),
    file: `${settings.data}/${form.kind === "topics" ? "topics.yml" : `${form.kind}/${id}.yml`}`,
  };
}
