"""What MkDocs calls: the shell page goes in, and `mkdocs build` and `mkdocs serve` end with the whole site.

In: MkDocs' events. Out: one generated page, and a call of the build. Never: anything else; the archive does not live
in MkDocs.
"""

from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from acervo.errors import Failure


def on_files(files: Any, config: Any) -> Any:
    """Add the page whose empty slots every record fills."""
    files.append(File.generated(config, "acervo-shell.md", content="---\ntemplate: shell.html\n---\n"))
    return files


def on_post_build(config: Any) -> None:
    """Put the records into the site that MkDocs has just written, unless only the theme was asked for."""
    if config["extra"].get("acervo", {}).get("theme_only"):
        return
    from acervo.publishing.build import complete

    try:
        complete(config)
    except Failure as failure:
        raise PluginError(str(failure)) from None


def on_serve(server: Any, config: Any, builder: Any) -> Any:
    """Watch the records and templates too, and let the reload script run."""
    from acervo.publishing.serve import permit_reload
    from acervo.publishing.theme import project

    permit_reload(server)

    found = project(Path(config["config_file_path"]))
    for place in (found.data, found.overrides):
        server.watch(str(place))
    return server
