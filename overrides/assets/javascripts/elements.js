// Elements made by script. In: names, properties and children. Out: elements. Never: HTML from text.

export const part = (id) => document.getElementById(id);
export const number = new Intl.NumberFormat("es-MX");

export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export function count(many, one, several) {
  return `${number.format(many)} ${many === 1 ? one : several}`;
}

// Words, some of them marked: [text, whether it is].
export function marked(parts) {
  return parts.map(([text, is]) => (is ? element("mark", { textContent: text }) : text));
}
