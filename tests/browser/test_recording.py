"""The page of a recording: read without JavaScript; with it, what is heard and what is read go together.

The embed of YouTube is a local double that speaks the same messages; the institution's own copy is a real video.
"""

import gzip
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page, Route, expect

import pages
from tests import projects
from tests.browser import double, sights
from tests.browser.double import TALK
from tests.browser.sights import PATIENCE, settled
from tests.browser.test_axe import violations
from visits import DESKTOP, PHONE, Size, Visit

OWN = "conferencias/2025-acto-de-clausura/"
"""A talk that YouTube no longer shows, with a copy that the site keeps."""
HEAVIEST = 120_000

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional archive with a talk of an hour."""
    project = projects.copy(tmp_path_factory.mktemp("hour"))
    (project / "data" / double.CAPTIONS).write_text(double.captions(), encoding="utf-8")
    return sights.finish(project)


@pytest.fixture(scope="module")
def hour(folder: Path) -> Iterator[str]:
    """Its address."""
    with pages.served(folder, urlsplit(sights.URL).path) as address:
        yield address


def current(page: Page) -> Locator:
    """Return the paragraph that is marked as heard."""
    return page.locator(".moment[aria-current]")


def opened(page: Page) -> None:
    """Open the embed with its button and wait until it speaks."""
    page.get_by_role("button", name="Ver en YouTube aquí").click()
    expect(page.get_by_role("button", name="Pausa")).to_be_visible(timeout=PATIENCE)


def without_words(home: str, address: str, size: Size, page: Open) -> tuple[Visit, Callable[[], None]]:
    """Open a page whose transcript's script is slow to come; return as well what lets it come."""
    seen = page(home + "404.html", size)
    held: list[Route] = []
    seen.page.route("**/transcript.js", lambda route: held.append(route))
    seen.page.goto(home + address)

    def release() -> None:
        for route in held:
            route.continue_()

    return seen, release


def second(page: Page) -> float:
    found: float = page.locator("video").evaluate("it => it.currentTime")
    return found


def slowly(page: Page) -> None:
    """Let the video take four seconds for each of its own, so that a slow machine keeps up with it."""
    page.locator("video").evaluate("it => { it.defaultPlaybackRate = it.playbackRate = 0.25; }")


# Without JavaScript


def test_without_javascript_it_reads_and_every_time_leads_to_its_words(size: Size, hour: str, page: Open) -> None:
    seen = page(hour + TALK, size, javascript=False)
    times = seen.page.locator(".transcript a.clock")
    hrefs = times.evaluate_all("all => all.map(it => it.getAttribute('href'))")
    ids = seen.page.locator("[id]").evaluate_all("all => all.map(it => it.id)")

    assert len(hrefs) > 60
    assert {href[1:] for href in hrefs} <= set(ids)
    assert len(ids) == len(set(ids))
    assert seen.page.get_by_role("heading", name="Transcripción").get_attribute("id") == "transcripcion"
    assert seen.page.locator(".transcript h3").all_inner_texts() == [
        "Bienvenida",
        "Tres preguntas",
        "Preguntas & respuestas",
    ]
    expect(seen.page.locator(".state")).to_contain_text("Subtítulos automáticos, sin revisar por una persona")
    assert seen.page.locator("main button:visible").count() == 0
    assert seen.foreign == []


def test_without_javascript_an_address_shows_its_moment(size: Size, hour: str, page: Open) -> None:
    seen = page(hour + TALK, size, javascript=False)
    seen.page.goto(hour + TALK + "#t-750")

    expect(seen.page.locator("#t-750")).to_be_in_viewport()


def test_without_javascript_a_chapter_opens_the_copy_at_its_second(home: str, page: Open) -> None:
    seen = page(home + OWN, javascript=False)
    chapter = seen.page.get_by_role("link", name=re.compile("^Ver desde 0:12 ?: Una pregunta$"))

    assert chapter.get_attribute("href") == "../../medios/clausura.webm#t=12"


def test_each_paragraph_is_corrected_at_its_line(home: str, page: Open) -> None:
    href = page(home + OWN, javascript=False).page.locator("#t-12 .tools a").get_attribute("href")
    file, _, line = str(href).partition("#L")
    rows = (
        (projects.ARCHIVE / "data/youtube/captions/v_ejemplo0005_000.es.vtt").read_text(encoding="utf-8").splitlines()
    )

    assert file == f"{sights.REPOSITORY}/edit/main/data/youtube/captions/v_ejemplo0005_000.es.vtt"
    assert rows[int(line) - 1] == "00:00:12.216 --> 00:00:18.930"


def test_hostile_captions_are_text(hour: str, page: Open) -> None:
    seen = page(hour + TALK)
    said = " ".join(seen.page.locator(".words").all_inner_texts())

    assert "<script>window.pwn=1</script> <img src=x onerror=window.pwn=1>" in said
    assert seen.page.evaluate("() => window.pwn ?? null") is None
    assert seen.page.locator(".transcript :is(img, script)").count() == 0
    assert seen.page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert seen.complaints == []


def test_an_hour_is_light(folder: Path, hour: str, page: Open) -> None:
    seen = page(hour + "404.html", PHONE)
    paths: list[str] = []
    seen.page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    seen.page.goto(hour + TALK)
    settled(seen)
    seen.page.wait_for_load_state("networkidle")
    root = urlsplit(hour).path
    files = [folder / (path.removeprefix(root) + ("index.html" if path.endswith("/") else "")) for path in paths]
    weight = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)

    assert any(file.name == "recording.js" for file in files)
    assert 30_000 < weight <= HEAVIEST, weight


def test_on_paper_the_words_stay_and_the_controls_go(home: str, page: Open) -> None:
    seen = page(home + OWN)
    seen.page.emulate_media(media="print")

    expect(seen.page.locator("#t-32 .words")).to_be_visible()
    for gone in (".remote", ".finder", ".tools >> nth=0", "video"):
        expect(seen.page.locator(gone).first).to_be_hidden()


# The embed of YouTube


@pytest.mark.parametrize("address", ["", "#t-750", "?t=754", "?t=12m34s", "?q=carga+de+la+prueba#t-750"])
def test_nothing_is_asked_of_anyone_nor_kept_before_a_click(address: str, hour: str, page: Open) -> None:
    seen = page(hour + TALK + address)
    expect(seen.page.get_by_role("button", name="Buscar en la transcripción")).to_be_visible()
    seen.page.mouse.wheel(0, 20_000)
    seen.page.keyboard.press("k")
    seen.page.keyboard.press("l")
    seen.page.wait_for_load_state("networkidle")

    assert seen.foreign == []
    assert seen.page.locator("iframe").count() == 0
    assert seen.page.evaluate("() => [document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]


@pytest.mark.parametrize("address", ["#t-750", "#t-754", "#t=754", "?t=754", "?t=754s", "?t=12m34s", "?t=0h12m34s"])
def test_an_address_opens_at_its_second(address: str, size: Size, hour: str, page: Open) -> None:
    seen = page(hour + TALK + address, size)
    asked = double.answer(seen.page)
    expect(current(seen.page)).to_have_id("t-750")
    expect(current(seen.page)).to_be_in_viewport()
    assert asked == []
    opened(seen.page)

    start = "750" if "750" in address else "754"
    assert parse_qs(urlsplit(asked[0]).query)["start"] == [start]


@pytest.mark.parametrize("address", ["?t=", "?t=x", "?t=-5", "#t-", "#t-1e9", "?t=99999999999999999999", "#t-<b>"])
def test_an_address_without_a_moment_is_only_the_page(address: str, hour: str, page: Open) -> None:
    seen = page(hour + TALK + address)
    expect(seen.page.get_by_role("button", name="Buscar en la transcripción")).to_be_visible()

    expect(current(seen.page)).to_have_count(0)
    assert seen.complaints == []


def test_a_time_opens_the_embed_there_and_later_moves_it(size: Size, hour: str, page: Open) -> None:
    seen = page(hour + TALK, size)
    asked = double.answer(seen.page)
    seen.page.locator("#t-600 .clock").click()
    expect(seen.page.locator("iframe")).to_be_visible()
    expect(current(seen.page)).to_have_id("t-600")
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_attached(timeout=PATIENCE)
    seen.page.locator("#t-750 .clock").click()
    expect(current(seen.page)).to_have_id("t-750")

    assert double.heard(seen.page) == [["seekTo", 750, True], ["playVideo"]]
    query = parse_qs(urlsplit(asked[0]).query)
    assert len(asked) == 1
    assert urlsplit(asked[0]).path == f"/embed/{double.VIDEO}"
    assert (query["enablejsapi"], query["start"], query["origin"]) == (["1"], ["600"], [hour.removesuffix("/archivo/")])
    expect(seen.page).to_have_url(hour + TALK + "#t-750")
    assert seen.complaints == []


def test_a_moment_asked_for_before_the_transcript_is_at_work_is_followed_too(size: Size, hour: str, page: Open) -> None:
    seen, release = without_words(hour, TALK, size, page)
    double.answer(seen.page)
    seen.page.locator("#t-1500 .clock").click()
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_attached()
    expect(current(seen.page)).to_have_count(0)
    release()

    expect(current(seen.page)).to_have_id("t-1500")
    double.embed(seen.page).evaluate("at(2010)")
    expect(current(seen.page)).to_have_id("t-2000")
    expect(current(seen.page)).to_be_in_viewport()
    assert double.heard(seen.page) == []
    assert seen.complaints == []


def test_a_player_opened_before_the_transcript_is_at_work_starts_where_the_address_says(hour: str, page: Open) -> None:
    seen, release = without_words(hour, TALK + "?t=754", DESKTOP, page)
    asked = double.answer(seen.page)
    opened(seen.page)
    release()

    expect(current(seen.page)).to_have_id("t-750")
    assert [parse_qs(urlsplit(one).query)["start"] for one in asked] == [["754"]]


def test_what_is_heard_is_marked_and_kept_in_sight_until_the_reader_scrolls(size: Size, hour: str, page: Open) -> None:
    seen = page(hour + TALK, size)
    double.answer(seen.page)
    seen.page.locator("#t-0 .clock").click()
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_attached(timeout=PATIENCE)
    embed = double.embed(seen.page)
    embed.evaluate("at(1510)")
    expect(current(seen.page)).to_have_id("t-1500")
    expect(current(seen.page)).to_be_in_viewport()

    seen.page.mouse.move(100, 600)
    seen.page.mouse.wheel(0, -300)
    back = seen.page.locator('[data-do="follow"]')
    expect(back).not_to_have_attribute("hidden", "")
    embed.evaluate("at(2010)")
    expect(current(seen.page)).to_have_id("t-2000")
    expect(current(seen.page)).not_to_be_in_viewport()
    back.evaluate("it => it.click()")

    expect(current(seen.page)).to_be_in_viewport()
    expect(back).to_have_attribute("hidden", "")


def test_pressing_play_does_not_move_the_page(hour: str, page: Open) -> None:
    seen = page(hour + TALK, PHONE)
    double.answer(seen.page)
    opened(seen.page)
    before = seen.page.evaluate("() => scrollY")
    double.embed(seen.page).evaluate("at(1510)")
    expect(current(seen.page)).to_have_id("t-1500")

    assert seen.page.evaluate("() => scrollY") == before
    seen.page.get_by_role("button", name="Ir a lo que se oye").click()
    expect(current(seen.page)).to_be_in_viewport()


def test_keys_move_it_but_not_in_a_field_nor_when_they_are_off(hour: str, page: Open) -> None:
    seen = page(hour + TALK)
    double.answer(seen.page)
    seen.page.locator("#t-600 .clock").click()
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_visible(timeout=PATIENCE)
    moved = []
    for key in ("l", "j", "ArrowRight", "ArrowLeft", "k"):
        seen.page.keyboard.press(key)
        moved += double.heard(seen.page)
    expect(seen.page.get_by_role("button", name="Reproducir")).to_be_visible()
    seen.page.locator("#top-q").press("j")
    seen.page.locator("#t-600 .clock").press("Control+l")
    seen.page.get_by_text("Teclas", exact=True).click()
    seen.page.get_by_label("Usar estas teclas").uncheck()
    seen.page.locator("#t-600 .clock").press("j")

    assert moved == [
        ["seekTo", 610, True], ["seekTo", 600, True], ["seekTo", 605, True], ["seekTo", 600, True], ["pauseVideo"],
    ]  # fmt: skip
    assert double.heard(seen.page) == []


def test_no_other_window_is_believed(hour: str, page: Open) -> None:
    seen = page(hour + TALK)
    double.answer(seen.page)
    seen.page.locator("#t-600 .clock").click()
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_visible(timeout=PATIENCE)
    seen.page.evaluate(
        """() => {
          const told = { event: "infoDelivery", info: { currentTime: 2000, playerState: 2 } };
          window.postMessage(JSON.stringify(told), "*");
        }"""
    )
    for nonsense in ("null", "'{'", "JSON.stringify({event: 'infoDelivery', info: {currentTime: '<b>'}})", "7"):
        double.embed(seen.page).evaluate(f"parent.postMessage({nonsense}, '*')")

    assert double.heard(seen.page) == []
    expect(current(seen.page)).to_have_id("t-600")
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_visible()
    assert seen.complaints == []


def test_on_a_phone_the_player_stays_in_sight_while_it_plays(hour: str, page: Open) -> None:
    seen = page(hour + TALK, PHONE)
    double.answer(seen.page)
    seen.page.locator("#t-600 .clock").click()
    frame = seen.page.locator(".frame iframe")
    expect(frame).to_be_in_viewport(timeout=PATIENCE)
    expect(current(seen.page)).to_be_in_viewport(ratio=0.2)
    seen.page.wait_for_function("() => document.querySelector('.frame').classList.contains('afloat')")
    box = frame.bounding_box()
    assert box is not None
    assert (box["y"], box["width"]) == (0, 360)
    seen.page.keyboard.press("k")

    expect(frame).not_to_be_in_viewport()


# Another moment: where I was, a link, some words


def test_where_the_reader_was_is_offered_and_forgotten(hour: str, page: Open) -> None:
    seen = page(hour + TALK)
    double.answer(seen.page)
    seen.page.locator("#t-600 .clock").click()
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_visible(timeout=PATIENCE)
    double.embed(seen.page).evaluate("at(754)")
    expect(seen.page.locator(".now-clock")).to_have_text(re.compile("^12:34 "))
    kept = seen.page.evaluate("() => Object.entries(localStorage)")
    seen.page.goto(hour + TALK)
    offer = seen.page.get_by_role("link", name="Seguir donde me quedé: 12:34")
    expect(offer).to_be_visible()
    seen.page.goto(hour + OWN)
    expect(seen.page.locator(".resume")).to_be_hidden()
    seen.page.goto(hour + TALK)
    seen.page.get_by_role("button", name="Olvidar dónde me quedé").click()

    assert kept == [["acervo-second:/archivo/" + TALK, "754"]]
    expect(offer).to_be_hidden()
    expect(seen.page.locator(".recording-status")).to_have_text("Se olvidó dónde se quedó.")
    assert seen.page.evaluate("() => localStorage.length") == 0


def test_the_offer_opens_where_the_reader_was(hour: str, page: Open) -> None:
    seen = page(hour + TALK)
    asked = double.answer(seen.page)
    seen.page.evaluate("address => localStorage.setItem(`acervo-second:/archivo/${address}`, '754')", TALK)
    seen.page.reload()
    seen.page.get_by_role("link", name="Seguir donde me quedé: 12:34").click()
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_attached()

    assert parse_qs(urlsplit(asked[0]).query)["start"] == ["754"]
    expect(current(seen.page)).to_be_in_viewport()


def test_the_link_to_a_moment_is_copied_and_said(size: Size, hour: str, page: Open) -> None:
    seen = page(hour + TALK, size)
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.locator("#t-750").hover()
    seen.page.get_by_role("button", name="Copiar enlace a 12:30").click()
    expect(seen.page.locator(".recording-status")).to_have_text("Se copió el enlace a 12:30.")

    assert seen.page.evaluate("() => navigator.clipboard.readText()") == hour + TALK + "#t-750"


def test_a_link_that_cannot_be_copied_goes_to_the_bar(hour: str, page: Open) -> None:
    seen = page(hour + TALK)
    seen.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    seen.page.get_by_role("button", name="Copiar enlace a 12:30").press("Enter")
    expect(seen.page.locator(".recording-status")).to_contain_text("está en la barra de direcciones")

    expect(seen.page).to_have_url(hour + TALK + "#t-750")


def test_words_are_found_inside_the_talk_with_and_without_accents(size: Size, hour: str, page: Open) -> None:
    seen = page(hour + TALK, size)
    seen.page.get_by_role("button", name="Buscar en la transcripción").click()
    field = seen.page.get_by_role("searchbox", name="Palabras")
    expect(field).to_be_focused()
    field.fill("GENERO Y LA CARGA")
    count = seen.page.locator(".finder-count")
    expect(count).to_have_text("1 de 18, en 0:00")
    field.press("Enter")
    expect(count).to_have_text(re.compile("^2 de 18, en "))
    field.press("Shift+Enter")
    field.press("Shift+Enter")
    expect(count).to_have_text(re.compile("^18 de 18, en "))
    marked = seen.page.evaluate("() => [...CSS.highlights.get('found')].map(String)")
    now = seen.page.evaluate(
        "() => [...CSS.highlights.get('found-now')][0].startContainer.parentElement.closest('.moment').id"
    )
    expect(seen.page.locator(f"#{now}")).to_be_in_viewport()
    seen.page.get_by_role("button", name="Siguiente").click()
    expect(count).to_have_text("1 de 18, en 0:00")
    seen.page.keyboard.press("Escape")

    assert marked == ["género y la carga"] * 18
    assert seen.page.evaluate("() => CSS.highlights.get('found').size") == 0
    expect(seen.page.get_by_role("button", name="Buscar en la transcripción")).to_be_focused()
    expect(field).to_be_hidden()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ano 1903", "1 de 1, en 0:00"),
        ("año 1903", "1 de 1, en 0:00"),
        ("eñemplo", "No está en la transcripción."),
        ("<script>window.pwn=1", "1 de 1, en 1:00:00"),
        (".*", "No está en la transcripción."),
        ("1903 archivo", "1 de "),
        ("   ", ""),
    ],
)
def test_a_search_says_what_it_finds(words: str, told: str, hour: str, page: Open) -> None:
    seen = page(hour + TALK)
    seen.page.get_by_role("button", name="Buscar en la transcripción").press("Enter")
    seen.page.get_by_role("searchbox", name="Palabras").fill("inventado")
    expect(seen.page.locator(".finder-count")).to_contain_text("1 de")
    seen.page.get_by_role("searchbox", name="Palabras").fill(words)

    expect(seen.page.locator(".finder-count")).to_have_text(re.compile("^" + re.escape(told)))
    if not told:
        expect(seen.page.locator(".finder-count")).to_have_text("")
    assert seen.complaints == []


def test_the_slash_searches_the_talk_when_it_is_being_read(hour: str, page: Open) -> None:
    seen = page(hour + TALK)
    expect(seen.page.get_by_role("button", name="Buscar en la transcripción")).to_be_visible()
    seen.page.locator("#t-600 .clock").press("/")
    expect(seen.page.get_by_role("searchbox", name="Palabras")).to_be_focused()
    seen.page.keyboard.press("Escape")
    seen.page.locator("h1").click()
    seen.page.keyboard.press("/")

    expect(seen.page.locator("#top-q")).to_be_focused()


def test_the_words_of_the_search_that_led_here_are_marked(hour: str, page: Open) -> None:
    seen = page(hour + TALK + "?q=genero+prueba#t-600")
    seen.page.wait_for_function("() => CSS.highlights.get('found')?.size")

    assert seen.page.evaluate("() => [...new Set([...CSS.highlights.get('found')].map(String))]") == [
        "género",
        "prueba",
    ]
    assert seen.page.evaluate("() => document.activeElement === document.body")
    expect(seen.page.locator("#t-600")).to_be_in_viewport()


# A copy of our own: a real video


def test_our_own_copy_follows_and_is_moved_like_the_embed(size: Size, home: str, page: Open) -> None:
    seen = page(home + OWN, size)
    slowly(seen.page)
    seen.page.locator("#t-19 .clock").click()
    expect(current(seen.page)).to_have_id("t-19")
    seen.page.wait_for_function("() => document.querySelector('video').currentTime > 19.2")
    expect(seen.page.get_by_role("button", name="Pausa")).to_be_attached()
    seen.page.keyboard.press("k")
    expect(seen.page.get_by_role("button", name="Reproducir")).to_be_attached()
    at = second(seen.page)
    seen.page.keyboard.press("j")
    seen.page.wait_for_function(f"() => Math.abs(document.querySelector('video').currentTime - {at - 10}) < .5")
    expect(current(seen.page)).to_have_id("t-0")
    seen.page.keyboard.press("ArrowRight")
    expect(current(seen.page)).to_have_id("t-12")
    seen.page.get_by_role("button", name="+10 s").evaluate("it => it.click()")
    expect(current(seen.page)).to_have_id("t-19")

    assert seen.foreign == []
    assert seen.complaints == []


def test_our_own_copy_goes_on_from_paragraph_to_paragraph_by_itself(home: str, page: Open) -> None:
    seen = page(home + OWN + "?t=11")
    slowly(seen.page)
    expect(current(seen.page)).to_have_id("t-0")
    assert seen.page.locator("video").evaluate("it => [it.paused, it.readyState]") == [True, 0]
    seen.page.get_by_role("button", name="Reproducir").click()

    expect(current(seen.page)).to_have_id("t-12", timeout=PATIENCE)
    assert 11.9 < second(seen.page) < 15


def test_our_own_copy_has_its_captions(home: str, page: Open) -> None:
    seen = page(home + OWN)
    cues = seen.page.locator("track").evaluate(
        """it => new Promise(tell => {
          it.addEventListener("load", () => tell([...it.track.cues].map(cue => [cue.startTime, cue.endTime])));
          it.track.mode = "showing";
        })"""
    )

    assert cues == [[0, 5.653], [6.053, 11.816], [12.216, 18.93], [19.33, 25.174], [25.574, 31.68], [32.08, 37.698]]
    assert seen.page.locator("track").evaluate("it => [it.kind, it.srclang, it.label]") == ["captions", "es", "español"]


def test_the_line_of_time_moves_it(home: str, page: Open) -> None:
    seen = page(home + OWN)
    slowly(seen.page)
    line = seen.page.get_by_role(
        "img", name=re.compile("^Línea de tiempo de los capítulos: Bienvenida, de 0:00 a 0:12;")
    )
    box = line.bounding_box()
    assert box is not None
    line.click(position={"x": box["width"] * 0.5, "y": 10})

    expect(current(seen.page)).to_have_id("t-19")
    seen.page.wait_for_function("() => Math.abs(document.querySelector('video').currentTime - 20.5) < 2")


# Accessibility


@pytest.mark.parametrize("address", [TALK, OWN])
def test_axe_finds_nothing_with_everything_open(address: str, size: Size, hour: str, page: Open) -> None:
    seen = page(hour + address + "?t=13", size)
    double.answer(seen.page)
    expect(current(seen.page)).to_have_count(1)
    if address == TALK:
        opened(seen.page)
    seen.page.get_by_text("Teclas", exact=True).click()
    seen.page.get_by_role("button", name="Buscar en la transcripción").click()
    seen.page.get_by_role("searchbox", name="Palabras").fill("archivo")
    expect(seen.page.locator(".finder-count")).to_contain_text("1 de")
    seen.page.evaluate(AXE_SCRIPT)
    light = violations(seen.page)
    seen.page.emulate_media(color_scheme="dark")

    assert (light, violations(seen.page)) == ({}, {})


def test_the_keyboard_reaches_everything_in_order(home: str, page: Open) -> None:
    seen = page(home + OWN)
    expect(seen.page.locator("#t-12 .copy-link")).to_be_attached(timeout=PATIENCE)
    seen.page.locator("#t-12 .clock").focus()
    met = []
    for _ in range(3):
        met.append(
            seen.page.evaluate(
                "() => [document.activeElement.textContent, getComputedStyle(document.activeElement).opacity]"
            )
        )
        seen.page.keyboard.press("Tab")

    assert met == [["0:12", "1"], ["Corregir el texto de 0:12", "1"], ["Copiar enlace a 0:12", "1"]]
