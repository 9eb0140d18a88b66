"""What a browser would run or load in a page, found by a real HTML parser."""

import re

import html5lib

SAFE_LINK = re.compile(
    r"(https?://|mailto:|#).*|/?[\w.-][\w./-]*(#.*)?", re.DOTALL | re.ASCII | re.IGNORECASE
)
OWN_SCRIPTS = ("application/ld+json",)
EMBEDDING = {"iframe", "object", "embed", "frame", "base", "form", "style", "svg", "math", "applet", "portal"}


def dangers(page: str) -> list[str]:
    """Return everything in the HTML that could run, load or send, beyond what templates write."""
    found = []
    for node in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if not isinstance(node.tag, str):
            continue
        tag = node.tag.rpartition("}")[2]
        if tag in EMBEDDING or (tag == "script" and node.get("type") not in OWN_SCRIPTS):
            found.append(f"<{tag}>")
        if tag == "meta" and node.get("http-equiv"):
            found.append("<meta http-equiv>")
        for name, value in node.attrib.items():
            plain = str(name).lower()
            if plain.startswith("on") or plain in ("style", "srcdoc", "formaction"):
                found.append(f"{tag} {plain}")
            if plain in ("href", "src", "action", "poster") and not SAFE_LINK.fullmatch(str(value)):
                found.append(f"{tag} {plain}={value!r}")
    return found
