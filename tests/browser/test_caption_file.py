"""A kept caption file is what a browser expects of a `<track>`: it shows every cue, with its words and its times."""

from collections.abc import Callable
from pathlib import Path

from acervo.archive.captions import CaptionState, Cue, Origin, dumps, original
from acervo.archive.cues import LAST_MOMENT
from visits import Visit

PAGE = """\
<!doctype html><html lang="es"><head><title>Video</title><link rel="icon" href="data:,"></head><body>
<video><track kind="captions" srclang="es" src="captions.vtt" default></video></body></html>"""
CUES = """() => new Promise((resolve, reject) => {
  const track = document.querySelector("track");
  track.track.mode = "showing";
  const tell = () => resolve([...track.track.cues].map(
    cue => [Math.round(cue.startTime * 1000), Math.round(cue.endTime * 1000), cue.getCueAsHTML().textContent, cue.id]));
  if (track.readyState === HTMLTrackElement.LOADED) return tell();
  track.addEventListener("load", tell);
  track.addEventListener("error", () => reject(new Error("the file was refused")));
})"""
TEXTS = (
    "Buenas tardes",
    "Dos renglones\ny ñandú 🟠",
    "00:00:01.000 --> 00:00:02.000",
    "NOTE esto es texto",
    "WEBVTT",
    "<b>ni</b> <i>etiquetas</i> <00:00:01.000> ni </v>",
    "R&D &amp; &lt; &nbsp; &#60;",
    "- ¿Ya?\n- Ya.",
    "12",
)


def test_chromium_shows_every_cue_as_it_is_written(
    tmp_path: Path, served: Callable[..., str], page: Callable[..., Visit]
) -> None:
    cues = [Cue(n * 1_000, n * 1_000 + 1_500, text) for n, text in enumerate(TEXTS)]
    cues.append(Cue(LAST_MOMENT - 1, LAST_MOMENT, "Fin"))
    credit = "Persona Ejemplo --> «revisión» <script>"
    track = original("-Ficticio_A", "es-MX", Origin.IMPORTED, cues, CaptionState.REVIEWED, credit.replace("-->", "→"))
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "captions.vtt").write_text(dumps(track), encoding="utf-8")

    seen = page(served(tmp_path))

    assert seen.page.evaluate(CUES) == [[cue.start, cue.end, cue.text, ""] for cue in cues]
    assert (seen.complaints, seen.foreign) == ([], [])
