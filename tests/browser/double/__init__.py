"""A local double of YouTube's embed, and a long talk to hear with it.

In: an open page; a project of the fictional archive. Out: the embed answered from here; captions in their place.
Never: lets a request reach YouTube.
"""

from hashlib import blake2b
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Frame, Page, Route

from acervo.archive.captions import CaptionState, Cue, Origin, dumps, original

HOST = "www.youtube-nocookie.com"
VIDEO = "ejemplo0001"
CAPTIONS = "youtube/captions/v_ejemplo0001_000.es-MX.vtt"
TALK = "conferencias/2023-abrir-un-archivo/"
EMBED = (Path(__file__).parent / "embed.html").read_text(encoding="utf-8")
HOSTILE = (
    "<script>window.pwn=1</script> <img src=x onerror=window.pwn=1> --> </p></section> &lt;b&gt; {{ 7 * 7 }}",
    "larguísimo" * 400,
    "\u05d0\u05d1\u05d2 (\u05d3\u05d4) 1 > 2 \u05d5",
)
"""Words as nobody should write them; the last ones go from right to left. Signs that turn others are refused before."""


def answer(page: Page) -> list[str]:
    """Answer YouTube's embed with the double; return the addresses asked of it, as they come."""
    asked: list[str] = []

    def fulfill(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="text/html; charset=utf-8", body=EMBED)

    page.route(lambda url: urlsplit(url).netloc == HOST, fulfill)
    return asked


def embed(page: Page) -> Frame:
    """Return the double that is open on a page."""
    return next(frame for frame in page.frames if urlsplit(frame.url).netloc == HOST)


def heard(page: Page) -> list[list[object]]:
    """Return the commands given to the double since last asked; what it answered to them has been heard by the page.

    Messages arrive in their order: when one comes back, none that went before it is on its way.
    """
    page.locator("iframe").evaluate(
        """it => new Promise(done => {
          addEventListener("message", function hear(event) {
            if (event.data !== "heard") return;
            removeEventListener("message", hear);
            done();
          });
          it.contentWindow.postMessage(JSON.stringify({ event: "heard?" }), "*");
        })"""
    )
    commands: list[list[object]] = embed(page).evaluate("heard.splice(0)")
    return commands


def captions() -> str:
    """Return an hour of captions made by a machine, a sentence every ten seconds, the last of them hostile."""
    cues = [Cue(n * 10_000, n * 10_000 + 9_500, _sentence(n)) for n in range(360)]
    cues += [Cue(3_600_000 + n * 60_000, 3_660_000 + n * 60_000, text) for n, text in enumerate(HOSTILE)]
    return dumps(original(VIDEO, "es-MX", Origin.AUTOMATIC, cues, CaptionState.AUTOMATIC))


def _sentence(n: int) -> str:
    """Return a sentence with ten words that no other has, so that an hour weighs what an hour of speech does."""
    voice = "Clara de la Cruz Ejemplo: " if n % 60 == 0 else ""
    word = "El género y la carga de la prueba" if n % 20 == 3 else "El archivo inventado"
    letters = "".join(chr(ord("a") + byte % 26) for byte in blake2b(bytes([n % 256, n // 256])).digest())
    rare = " ".join(letters[at : at + 6] for at in range(0, 60, 6))
    return f"{voice}{word} llega al renglón {n} de este ejemplo y no dice más que {rare} en el año {1900 + n}."
