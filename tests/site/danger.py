"""What a browser would run or load in a page, found by a real HTML parser."""

import re

import html5lib

SAFE_LINK = re.compile(
    r"(https?://|mailto:|#).*"
    r"|/?[\w.-][\w./-]*(\?(t=\d+|tipo=[a-z]+(&id=[a-z0-9-]+(&campo=[\w.]+)?)?))?(#.*)?",
    re.DOTALL | re.ASCII | re.IGNORECASE,
)
OWN_SCRIPTS = ("application/ld+json",)
OWN_MODULE = re.compile(r"(\.\./)*assets/javascripts/[a-z-]+\.js")
OWN_DRAWINGS = (
    "alone", "bar", "key", "passages-bar", "picture", "range", "stacked", "swatch", "time-chart", "timeline",
)  # fmt: skip
"""Classes of the drawings that templates write."""
EMBEDDING = {"iframe", "object", "embed", "frame", "base", "form", "style", "svg", "math", "applet", "portal"}


def dangers(page: str) -> list[str]:
    """Return everything in the HTML that could run, load or send, beyond what templates write."""
    found = []
    for node in html5lib.parse(page, namespaceHTMLElements=False).iter():
        if not isinstance(node.tag, str):
            continue
        tag = node.tag.rpartition("}")[2]
        drawn = tag == "svg" and node.get("class") in OWN_DRAWINGS
        own = node.get("type") in OWN_SCRIPTS or (OWN_MODULE.fullmatch(node.get("src", "")) and not node.text)
        if (tag in EMBEDDING and not drawn) or (tag == "script" and not own):
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
