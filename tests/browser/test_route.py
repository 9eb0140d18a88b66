"""The check list of a route, by keyboard, kept in the browser, erased, and without storage; and sheets on paper."""

from collections.abc import Callable

from playwright.sync_api import Locator, expect

from tests.browser.sights import PATIENCE
from visits import DESKTOP, PHONE, Visit

ROUTE = "rutas/aprender-a-archivar/"
OTHER = "rutas/una-tarde-de-ejemplo/"
FORBIDDEN = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
)
FULL = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }"

Open = Callable[..., Visit]


def status(seen: Visit) -> Locator:
    return seen.page.locator(".route [role=status]")


def forget(seen: Visit) -> Locator:
    return seen.page.get_by_role("button", name="Borrar mi avance")


def test_steps_are_checked_off_by_keyboard_and_remembered(home: str, page: Open) -> None:
    seen = page(home + ROUTE)
    boxes = seen.page.get_by_role("checkbox")
    expect(status(seen)).to_have_text("Lleva 0 de 7 pasos.")
    expect(forget(seen)).to_be_hidden()

    boxes.nth(1).focus()
    seen.page.keyboard.press("Space")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Tab")
    seen.page.keyboard.press("Space")
    expect(status(seen)).to_have_text("Lleva 2 de 7 pasos.")
    seen.page.reload()

    expect(status(seen)).to_have_text("Lleva 2 de 7 pasos.")
    assert [box.is_checked() for box in boxes.all()] == [False, True, True, False, False, False, False]
    expect(seen.page.get_by_role("checkbox", name="Hecho : paso 3", exact=True)).to_be_checked()
    assert (seen.foreign, seen.complaints) == ([], [])


def test_each_route_remembers_its_own_steps(home: str, page: Open) -> None:
    seen = page(home + ROUTE)
    seen.page.get_by_role("checkbox").first.check()
    seen.page.goto(home + OTHER)

    expect(status(seen)).to_have_text("Lleva 0 de 3 pasos.")


def test_what_was_kept_is_erased_when_asked_and_nothing_stays(home: str, page: Open) -> None:
    seen = page(home + ROUTE)
    for box in seen.page.get_by_role("checkbox").all():
        box.check()
    expect(status(seen)).to_have_text("Terminó los 7 pasos.")
    forget(seen).focus()
    seen.page.keyboard.press("Enter")

    expect(status(seen)).to_have_text("Lleva 0 de 7 pasos.")
    expect(seen.page.get_by_role("checkbox").first).to_be_focused()
    expect(forget(seen)).to_be_hidden()
    assert seen.page.evaluate("Object.keys(localStorage)") == []


def test_where_storage_is_forbidden_the_list_lasts_as_long_as_the_page_and_says_so(home: str, page: Open) -> None:
    for script in (FORBIDDEN, FULL):
        seen = page(home + ROUTE)
        seen.page.add_init_script(script)
        seen.page.reload()
        seen.page.get_by_role("checkbox").first.check()

        expect(status(seen)).to_have_text(
            "Lleva 1 de 7 pasos. Este navegador no permite guardarlo: durará mientras la página esté abierta."
        )
        assert seen.complaints == []


def test_what_others_left_under_its_key_does_no_harm(home: str, page: Open) -> None:
    seen = page(home + ROUTE)
    key = seen.page.locator("[data-route]").get_attribute("data-route")
    for kept in ("{", "7", '{"a": 1}', "null", '[1, null, "<b>"]', '["topics/nada/0-0/"]'):
        seen.page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [key, kept])
        seen.page.reload()

        expect(status(seen)).to_have_text("Lleva 0 de 7 pasos.")
        assert seen.complaints == []


def test_two_windows_of_one_route_go_together(home: str, page: Open) -> None:
    seen = page(home + ROUTE)
    second = seen.page.context.new_page()
    second.goto(home + ROUTE)
    seen.page.get_by_role("checkbox").nth(3).check()

    expect(second.get_by_role("checkbox").nth(3)).to_be_checked(timeout=PATIENCE)
    expect(second.locator(".route [role=status]")).to_have_text("Lleva 1 de 7 pasos.")


def test_without_javascript_the_route_is_whole_and_offers_nothing_that_does_not_work(home: str, page: Open) -> None:
    seen = page(home + ROUTE, javascript=False)

    expect(seen.page.get_by_role("checkbox")).to_have_count(0)
    expect(seen.page.get_by_role("button", name="Imprimir la hoja")).to_have_count(0)
    expect(seen.page.get_by_text("Un ejercicio resuelto.")).to_be_visible()
    link = seen.page.get_by_role("link", name="Abrir un archivo: cómo se guarda lo que se dijo")
    assert str(link.get_attribute("href")).endswith("conferencias/2023-abrir-un-archivo/?t=4#grabacion")


def test_a_step_opens_the_recording_at_its_second(home: str, page: Open) -> None:
    seen = page(home + ROUTE)
    seen.page.get_by_role("link", name="Datos abiertos, con cuidado").click()

    expect(seen.page.get_by_role("button", name="Ver en YouTube aquí desde 1:02:00")).to_be_visible(timeout=PATIENCE)
    assert seen.foreign == []


def test_on_paper_there_are_boxes_to_tick_and_no_buttons(home: str, page: Open) -> None:
    for path, boxes in ((ROUTE, 7), ("temas/archivos-y-memoria/paquete/", 4)):
        seen = page(home + path)
        expect(seen.page.locator(".step-box").first).to_be_hidden()
        seen.page.emulate_media(media="print")

        assert sum(box.is_visible() for box in seen.page.locator(".step-box").all()) == boxes
        expect(seen.page.get_by_role("button")).to_have_count(0)
        expect(seen.page.get_by_text(f"Esta hoja: https://acervo.example/archivo/{path}")).to_be_visible()


def test_the_button_prints(home: str, page: Open) -> None:
    for path in (ROUTE, "temas/archivos-y-memoria/paquete/"):
        seen = page(home + path)
        seen.page.evaluate("() => { window.printed = 0; window.print = () => { window.printed += 1; }; }")
        seen.page.get_by_role("button", name="Imprimir la hoja").click()

        assert seen.page.evaluate("window.printed") == 1


def test_figures_routes_and_packages_fit_a_phone(home: str, page: Open) -> None:
    for path in (ROUTE, "temas/archivos-y-memoria/paquete/", "cifras/"):
        for size in (PHONE, DESKTOP, (320, 640)):
            seen = page(home + path, size)

            assert seen.page.evaluate("document.documentElement.scrollWidth") <= size[0]
