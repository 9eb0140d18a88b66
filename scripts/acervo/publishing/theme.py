"""The theme, through one thin edge: MkDocs renders the editorial pages and the shell, once per content.

In: mkdocs.yml and what it names. Out: a `Theme`: finished files of the theme, and the site's settings.
Never: sees a record. MkDocs runs in a process of its own, so the program does not carry it, and its result is kept
under a key of everything it depends on.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import Any

import yaml

from acervo import files
from acervo.errors import Failure
from acervo.records.checks.disclosure import MINIMUM
from acervo.site.page import Settings

SHELL_PAGE = "acervo-shell/index.html"
HISTORIES = ("none", "dates", "names")
"""What pages may tell of the changes of a record: nothing, when and why, or who too."""
_ENVIRONMENT = re.compile(r"!ENV\s+\[?\s*([\w, ]+)")
_UNUSED = re.compile(
    r"\.map$|\.gz$|^sitemap\.xml$|^assets/javascripts/(bundle|lunr|workers)|^assets/images/favicon\.png$"
)


@dataclass(frozen=True, slots=True)
class Project:
    """Where things are, as mkdocs.yml says."""

    config: Path
    content: Path
    overrides: Path
    data: Path
    site: Path
    cache: Path
    minimum: int = MINIMUM
    """People that a figure of an evaluation stands for at the least."""


@dataclass(frozen=True, slots=True)
class Theme:
    """What MkDocs made of everything but the records."""

    settings: Settings
    key: str
    shell: str
    """HTML of the page with empty slots."""
    files: Mapping[str, bytes]
    """Every other file of the theme, editorial pages included, by path."""


def project(config: Path, site: Path | None = None, cache: Path | None = None) -> Project:
    """Read from mkdocs.yml where the project keeps its things."""
    config = config.resolve()
    if not config.is_file():
        raise Failure(f"No existe «{config}»: ejecute la orden en la carpeta del acervo o indique --config.")
    values = _read(config)
    root = config.parent
    extra = values.get("extra", {}).get("acervo", {})
    return Project(
        config=config,
        content=(root / values.get("docs_dir", "docs")).resolve(),
        overrides=(root / values.get("theme", {}).get("custom_dir", "overrides")).resolve(),
        data=(root / extra.get("data", "data")).resolve(),
        site=(site or root / values.get("site_dir", "site")).absolute(),
        cache=(cache or root / ".acervo").absolute(),
        minimum=_minimum(extra),
    )


class Rendering:
    """The theme on its way: known at once when nothing changed, else rendered beside other work."""

    def __init__(self, project: Project) -> None:
        """Start MkDocs unless its result for just this content is at hand."""
        self.key = _key(project)
        self._folder = project.cache / "theme" / self.key
        self._process: subprocess.Popen[str] | None = None
        if not (self._folder / "settings.json").is_file():
            self._folder.parent.mkdir(parents=True, exist_ok=True)
            self._process = subprocess.Popen(  # noqa: S603  # our own Python, no shell, paths of this project
                [sys.executable, "-m", "acervo.publishing.theme", str(project.config), str(self._folder)],
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            )  # fmt: skip

    def result(self) -> Theme:
        """Wait for the theme and return it.

        Raises Failure with what MkDocs said when it refused.
        """
        if self._process is not None:
            said, _ = self._process.communicate()
            if self._process.returncode:
                raise Failure(f"MkDocs no pudo con las páginas de content/ o la plantilla:\n{said.strip()}")
        return _load(self._folder, self.key)

    def cancel(self) -> None:
        """Stop MkDocs if it is still running."""
        if self._process is not None and self._process.poll() is None:
            self._process.kill()
            self._process.wait()


def collect(folder: Path, settings: Settings, key: str) -> Theme:
    """Take from a folder that MkDocs wrote what belongs to the site."""
    shell = (folder / SHELL_PAGE).read_text(encoding="utf-8")
    kept = {
        path: (folder / path).read_bytes()
        for path in files.survey(folder)
        if path != SHELL_PAGE and not _UNUSED.search(path)
    }
    return Theme(settings, key, shell, kept)


def settings(config: Any) -> Settings:
    """Read the site's settings from a loaded MkDocs configuration."""
    extra = config["extra"].get("acervo", {})
    repository = (config["repo_url"] or "").rstrip("/")
    root = Path(config["config_file_path"]).parent
    data = (root / extra.get("data", "data")).resolve()
    return Settings(
        name=config["site_name"],
        url=(config["site_url"] or "http://localhost/").rstrip("/") + "/",
        description=config["site_description"] or "",
        repository=repository,
        edit=f"{repository}/edit/{extra.get('branch', 'main')}/" if repository else "",
        data=_in_repository(data),
        banner=extra.get("banner", ""),
        page_size=int(extra.get("page_size", 50)),
        license=extra.get("license", ""),
        minimum=_minimum(extra),
        privacy=str(extra.get("privacy") or ""),
        editor=str(extra.get("editor") or ""),
        contact=str(extra.get("contact") or ""),
        history=_history(extra),
        history_since=_history_since(extra),
    )


def _history(extra: Mapping[str, Any]) -> str:
    """Read what pages tell of the changes of their record."""
    asked = extra.get("history", "dates")
    if asked not in HISTORIES:
        raise Failure(f"En mkdocs.yml, history es uno de {', '.join(HISTORIES)}: corríjalo o quítelo.")
    return str(asked)


def _history_since(extra: Mapping[str, Any]) -> str:
    """Read the day from which pages tell of changes."""
    asked = str(extra.get("history_since") or "")
    try:
        return date.fromisoformat(asked).isoformat() if asked else ""
    except ValueError:
        raise Failure("En mkdocs.yml, history_since es un día, como 2026-11-25: corríjalo o quítelo.") from None


def _minimum(extra: Mapping[str, Any]) -> int:
    """Read how many people a figure stands for at the least: never fewer than what the records promise."""
    asked = extra.get("minimum_n", MINIMUM)
    if not isinstance(asked, int) or asked < MINIMUM:
        raise Failure(f"En mkdocs.yml, minimum_n es un número desde {MINIMUM}: corríjalo o quítelo.")
    return asked


def _in_repository(path: Path) -> str:
    """Return a path as the repository names it: from the nearest folder above that holds a .git, or its name."""
    root = next((folder for folder in path.parents if (folder / ".git").exists()), path.parent)
    return path.relative_to(root).as_posix()


def _load(folder: Path, key: str) -> Theme:
    values = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
    return collect(folder / "site", Settings(**values), key)


def _key(project: Project) -> str:
    """Digest everything the theme's result depends on."""
    state = blake2b(digest_size=16)
    for name in ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions", "jinja2"):
        state.update(f"{name}={version(name)}\n".encode())
    configs = _chain(project.config)
    for config in configs:
        text = config.read_text(encoding="utf-8")
        state.update(text.encode())
        for names in _ENVIRONMENT.findall(text):
            for name in names.replace(",", " ").split():
                state.update(f"{name}={os.environ.get(name, '')}\n".encode())
    sources = {"content": project.content, "overrides": project.overrides}
    for label, folder in sources.items():
        for path in files.survey(folder):
            if label == "content" or not path.startswith("acervo/"):
                state.update(f"{label}/{path}\n".encode())
                state.update(blake2b((folder / path).read_bytes()).digest())
    for own in ("hook.py", "theme.py"):
        state.update(Path(__file__).with_name(own).read_bytes())
    return state.hexdigest()


class _Lenient(yaml.SafeLoader):
    """Reads mkdocs.yml without running what its tags name."""


def _plain(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> object:
    """Take `!ENV [NAME, default]` for its default, and any other tag for nothing."""
    if isinstance(node, yaml.SequenceNode) and node.value:
        return loader.construct_object(node.value[-1])
    return None


_Lenient.add_multi_constructor("!", _plain)
_Lenient.add_multi_constructor("tag:yaml.org,2002:python/", _plain)


def _chain(config: Path) -> list[Path]:
    """Return the configuration and those it inherits from."""
    chain = [config]
    while parent := _one(chain[-1]).get("INHERIT"):
        chain.append((chain[-1].parent / parent).resolve())
    return chain


def _read(config: Path) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for path in reversed(_chain(config)):
        merged = _merge(merged, _one(path))
    return merged


def _one(config: Path) -> dict[str, Any]:
    try:
        values = yaml.load(config.read_text(encoding="utf-8"), Loader=_Lenient)  # noqa: S506  # a SafeLoader
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise Failure(f"No se pudo leer «{config}»: {error}") from error
    return values if isinstance(values, dict) else {}


def _merge(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for name, value in over.items():
        old = merged.get(name)
        merged[name] = _merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def _render(config_path: Path, folder: Path) -> None:
    """Run MkDocs for the theme alone and put its result in place whole (the child process's work)."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    temporary = folder.with_name(f".{folder.name}.{os.getpid()}")
    config = load_config(str(config_path), site_dir=str(temporary / "site"))
    config["extra"].setdefault("acervo", {})["theme_only"] = True
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    values = json.dumps(asdict(settings(config)))
    (temporary / "settings.json").write_text(values, encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    temporary.rename(folder)
    for other in folder.parent.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)


if __name__ == "__main__":
    _render(Path(sys.argv[1]), Path(sys.argv[2]))
