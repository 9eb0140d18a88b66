// Where a finished text goes: GitHub's own page, the clipboard, an e-mail. The person sends it; this site never does.
// In: the record, its text and the settings of the site. Out: addresses. Never: opens one, or holds a token.

const LONGEST_ADDRESS = 8000;
const LONGEST_MAIL = 1800;

// Return {href, filled}: GitHub's page for this record, and whether the text is already in it.
export function onGitHub({ kind, id, text, existing }, { edit, data }) {
  if (!edit) return null;
  if (kind === "topics") return { href: `${edit}${data}/topics.yml`, filled: false };
  if (existing) return { href: `${edit}${data}/${kind}/${id}.yml`, filled: false };
  const href = `${edit.replace(/\/edit\//, "/new/")}${data}/${kind}?${new URLSearchParams({ filename: `${id}.yml` })}`;
  const whole = `${href}&value=${encodeURIComponent(text)}`;
  return whole.length > LONGEST_ADDRESS ? { href, filled: false } : { href: whole, filled: true };
}

// Return {href, filled}: an e-mail to the editors.
export function byMail({ kind, id, text, title, existing }, { contact, data, name }) {
  if (!contact) return null;
  const path = kind === "topics" ? `${data}/topics.yml` : `${data}/${kind}/${id}.yml`;
  const subject = encodeURIComponent(`${existing ? "Corrección" : "Ficha nueva"} para ${name}: ${title || id}`);
  const letter = (content) => encodeURIComponent(`Propongo este texto para ${path}:\n\n${content}`.replace(/\n/g, "\r\n"));
  const whole = `mailto:${contact}?subject=${subject}&body=${letter(text)}`;
  const filled = whole.length <= LONGEST_MAIL;
  return { href: filled ? whole : `mailto:${contact}?subject=${subject}&body=${letter("(Pegue aquí el texto que copió.)\n")}`, filled };
}

// Say, step by step, what to do with the text.
export function advice({ github, mail, kind, existing }) {
  const topic = kind === "topics";
  const end = "Al terminar elija «Commit changes» y «Propose changes».";
  const where = topic
    ? existing ? "sustituya en él los renglones de este tema" : "péguelo al final del archivo"
    : existing ? "sustituya con él todo el contenido del archivo" : "péguelo en el archivo nuevo";
  const reason = existing || topic ? "" : ", porque es largo";
  const out = [];
  if (github?.filled) out.push(`En GitHub se abre el archivo nuevo con el texto ya puesto. ${end}`);
  else if (github) out.push(`GitHub no deja llevar ahí el texto ya puesto${reason}: primero cópielo, después abra GitHub y ${where}. ${end}`);
  if (mail) out.push(mail.filled ? "Sin cuenta de GitHub, el correo lleva el mismo texto a quienes editan." : "Sin cuenta de GitHub, copie el texto y péguelo en el correo.");
  return out.length ? out : ["Copie el texto y envíelo a quienes editan este acervo."];
}

// Tell whether the browser put a text on the clipboard.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
