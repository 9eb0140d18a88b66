// The people of a conference or a document, with the office each held then: site/views/people.py.
// In: participations, what there is to look at. Out: their views. Never: the name of who has no page.

export function participants(people, about) {
  return (people ?? []).map((one) => {
    const link = about.record("speakers", one.person);
    return {
      name: link?.text ?? about.words.unnamed,
      href: link?.href ?? "",
      role: about.label("Participation", "role", one.role),
      office: link ? one.office : "",
      institution: link ? about.record("institutions", one.institution) : null,
      written: link ? one.name_as_written : "",
    };
  });
}
