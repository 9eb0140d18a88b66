"""The gates of the built site: its links and its HTML.

In: the folder `site/` of the repository. Out: verdicts.
Never: changes the site or touches the network; never passes a site that it could not read.
"""

import json
import re
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from audit import packages
from audit.programs import run, tool
from audit.verdict import Verdict, of_findings

VNU = "vnu-jar/build/dist/vnu.jar"
KNOWN_BAD = '<!DOCTYPE html><html lang="es"><title>x</title><body><p><div id="a" id="a"></b></body></html>'
_CANONICAL = re.compile(r"""<link\b(?=[^>]*\brel=["']?canonical\b)[^>]*\bhref=["']?([^"'\s>]+)""")


def links(root: Path) -> Verdict:
    """Check that every internal link and fragment of the built site leads somewhere."""
    return dead_links(root / "site")


def dead_links(site: Path) -> Verdict:
    """Check the links of one built site.

    The home page's canonical address says under which address the site will live: links that begin with it,
    or with its path (as the 404 page's do), are looked up in the folder.
    """
    home = site / "index.html"
    if not home.is_file():
        return Verdict(False, "falta el sitio: make build")
    canonical = _CANONICAL.search(home.read_text(encoding="utf-8"))
    base = canonical[1].rstrip("/") + "/" if canonical else ""
    here = site.resolve().as_uri() + "/"
    command = [tool("lychee"), "--offline", "--include-fragments", "--no-progress", "--no-ignore", "--hidden"]
    command += ["--index-files", "index.html", "--root-dir", str(site.resolve()), "--format", "json"]
    path = urlsplit(base).path.lstrip("/")
    for start in filter(None, (base, path and here + path)):
        command += ["--remap", f"^{re.escape(start)}(.*) {here}$1"]
        command += ["--remap", f"^{re.escape(start[:-1])}([?#].*)?$ {here}$1"]
    done = run([*command, str(site.resolve() / "**/*.html")], site)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return Verdict(False, "lychee no pudo leer el sitio", done.stderr.strip())
    findings = sorted(
        f"{Path(page).relative_to(site.resolve())}:{found.get('span', {}).get('line', 1)}: "
        f"{found.get('url', '').replace(here, '/')}: {found['status']['text']}"
        for kind in ("error_map", "timeout_map")
        for page, several in report[kind].items()
        for found in several
    )
    if not report["total"] or (done.returncode and not findings):
        return Verdict(False, "lychee no encontró enlaces que revisar", done.stderr.strip())
    return of_findings(findings, f"enlaces que responden: {report['successful']}")


def html(root: Path) -> Verdict:
    """Check that every page is valid HTML, after showing that the validator still finds errors."""
    if lacking := packages.lacking(VNU, ("java", "npm")):
        return lacking
    jar = packages.place(VNU)
    if not (root / "site" / "index.html").is_file():
        return Verdict(False, "falta el sitio: make build")
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "index.html").write_text(KNOWN_BAD, encoding="utf-8")
        if len(invalid(jar, Path(folder))) < 2:
            return Verdict(False, "el validador no vio los errores de una página hecha para fallar")
    pages = sum(1 for _ in (root / "site").rglob("*.html"))
    return of_findings(invalid(jar, root / "site"), f"páginas válidas: {pages}")


def invalid(jar: Path, folder: Path) -> list[str]:
    """List the HTML errors of a folder as `path:line:column: message`, in the validator's own words."""
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(jar),
        "--stdout",
        "--errors-only",
        "--skip-non-html",
        "--format",
        "json",
    ]
    done = run([*command, str(folder.resolve())], folder)
    try:
        messages = json.loads(done.stdout)["messages"]
    except (ValueError, KeyError):
        return [f"vnu: {done.returncode}: {done.stderr.strip()[-2000:]}"]
    here = "file:" + str(folder.resolve()) + "/"
    places = (
        f"{found.get('url', '').removeprefix(here)}:{found.get('lastLine', 1)}:{found.get('lastColumn', 1)}"
        for found in messages
    )
    return [f"{place}: {found['message']}" for place, found in zip(places, messages, strict=True)]
