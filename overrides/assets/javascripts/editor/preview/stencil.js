// Lays out a page from the plain values of its template (site/stencil.py): each sign there has its deed here.
// In: a stencil and a view. Out: elements, with texts as texts. Never: HTML from text, or an address that a browser runs.

const SVG = "http://www.w3.org/2000/svg";
const SAFE = /^(?:https?:|mailto:|\.{1,2}\/|#)/i;
const LOWER = 2; // how much lower its headings stand than on the page itself
const LINKED = ["href", "id", "aria-labelledby"];

const full = (value) => (Array.isArray(value) ? value.length > 0 : value instanceof Object ? Object.keys(value).length > 0 : Boolean(value));

export class Stencil {
  constructor({ body, macros }) {
    Object.assign(this, { body, macros });
  }

  draw(view) {
    const page = document.createDocumentFragment();
    this.put(this.body, { view }, page);
    return page;
  }

  // Put what some nodes say at the end of a parent.
  put(nodes, scope, parent) {
    for (const node of nodes) {
      if (typeof node === "string") parent.append(node);
      else this[NODES[node[0]]](node, scope, parent);
    }
  }

  element([, name, attributes, content], scope, parent) {
    const tag = typeof name === "string" ? name : name.map((part) => this.text(part, scope)).join("");
    const made = tag === "svg" || parent.namespaceURI === SVG ? document.createElementNS(SVG, tag) : document.createElement(tag);
    this.attributes(attributes, scope, made);
    if (/^h[1-6]$/.test(tag)) lower(made);
    this.put(content, scope, made);
    parent.append(made);
  }

  attributes(found, scope, made) {
    for (const [name, value, ...more] of found) {
      if (name === "?") this.attributes(full(this.value(value, scope)) ? more[0] : (more[1] ?? []), scope, made);
      else set(made, name, (value ?? []).map((part) => this.text(part, scope)).join(""));
    }
  }

  // A piece of an attribute: a text, a value, or a choice of them.
  text(part, scope) {
    if (typeof part === "string") return part;
    if (part[0] === "=") return String(this.value(part[1], scope) ?? "");
    return ((full(this.value(part[1], scope)) ? part[2] : part[3]) ?? []).map((one) => this.text(one, scope)).join("");
  }

  shown([, expression], scope, parent) {
    const value = this.value(expression, scope);
    if (Array.isArray(value)) parent.append(...value.map((one) => (one instanceof Node ? one.cloneNode(true) : one)));
    else parent.append(String(value ?? ""));
  }

  chosen([, test, then, otherwise], scope, parent) {
    const nodes = full(this.value(test, scope)) ? then : otherwise;
    if (nodes) this.put(nodes, scope, parent);
  }

  repeated([, names, list, test, content, otherwise], scope, parent) {
    const inner = (item) => {
      const own = Object.create(scope);
      if (names.length === 1) own[names[0]] = item;
      else for (const [place, value] of Object.values(item).entries()) own[names[place]] = value;
      return own;
    };
    const scopes = [...(this.value(list, scope) ?? [])].map(inner).filter((own) => !test || full(this.value(test, own)));
    for (const [place, own] of scopes.entries()) {
      own.loop = { index: place + 1, first: !place, last: place === scopes.length - 1 };
      this.put(content, own, parent);
    }
    if (otherwise && !scopes.length) this.put(otherwise, scope, parent);
  }

  kept([, name, expression], scope) {
    scope[name] = this.value(expression, scope);
  }

  called([, name, given, content], scope, parent) {
    const [names, defaults, body] = this.macros[name];
    const own = { view: scope.view, caller: [content, scope] };
    for (const [place, one] of names.entries()) {
      const expression = given[place] ?? defaults[place - names.length + defaults.length];
      own[one] = this.value(expression, place < given.length ? scope : own);
    }
    this.put(body, own, parent);
  }

  caller(_, scope, parent) {
    this.put(...scope.caller, parent);
  }

  value(expression, scope) {
    if (typeof expression === "string") return expression.split(".").reduce((inner, name) => inner?.[name], scope);
    const [sign, ...parts] = expression;
    return VALUES[sign]((one) => this.value(one, scope), ...parts);
  }
}

const NODES = { "<": "element", "=": "shown", "?": "chosen", "*": "repeated", set: "kept", call: "called", caller: "caller" };

const VALUES = {
  k: (_, value) => value,
  of: (value, whole, name) => value(whole)?.[value(name)],
  "!": (value, one) => !full(value(one)),
  "&": (value, one, other) => (full(value(one)) ? value(other) : value(one)),
  "|": (value, one, other) => (full(value(one)) ? value(one) : value(other)),
  "?": (value, test, then, otherwise) => value(full(value(test)) ? then : otherwise),
  "==": (value, one, other) => value(one) === value(other),
  ">": (value, one, other) => value(one) > value(other),
  "+": (value, one, other) => value(one) + value(other),
  "-": (value, one, other) => value(one) - value(other),
  "*": (value, one, other) => value(one) * value(other),
  in: (value, name, whole) => value(name) in value(whole),
  some: (value, one) => (value(one) ?? null) !== null,
  "~": (value, ...parts) => parts.map((one) => value(one) ?? "").join(""),
  "()": (value, ...parts) => parts.map(value),
  join: (value, list, between) => value(list).join(value(between)),
  length: (value, list) => value(list).length,
  "{:,}": (value, number) => Number(value(number)).toLocaleString("en"),
};

// Its places are apart from those of the page around it; its links open beside it, so that what was written stays.
export function set(made, name, value) {
  if (!LINKED.includes(name)) return made.setAttribute(name, value);
  if (name !== "href") return value && made.setAttribute(name, `vista-${value}`);
  if (!SAFE.test(value)) return undefined;
  if (!value.startsWith("#")) for (const [one, said] of [["target", "_blank"], ["rel", "noopener"]]) made.setAttribute(one, said);
  return made.setAttribute("href", value.startsWith("#") ? `#vista-${value.slice(1)}` : value);
}

export function lower(heading) {
  heading.setAttribute("aria-level", Math.min(Number(heading.tagName[1]) + LOWER, 6));
  return heading;
}
