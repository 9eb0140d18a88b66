"""The history of records: read from a real git, shown without what nobody should see, never in the way of a build."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acervo.archive.changes import LONGEST, MOST, OMITTED, Change, History, join, plain, read, since
from acervo.publishing import chronicle
from acervo.records.text.signs import UNSEEN
from tests import projects
from tests.history import Repository

TALK = (
    "title: Uno\ndate: 2024\n# Una nota\nrecording:\n  state: unknown\npeople:\n  - person: ana\nupdated: 2026-01-01\n"
)
PATH = "conferences/uno.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    (tmp_path / "data" / "conferences").mkdir(parents=True)
    return Repository(tmp_path)


def write(repository: Repository, text: str, path: str = PATH) -> None:
    place = repository.folder / "data" / path
    place.parent.mkdir(exist_ok=True)
    place.write_text(text, encoding="utf-8")


def histories(repository: Repository) -> dict[str, History]:
    return dict(chronicle.read(repository.folder / "data", repository.folder / "cache"))


def test_each_change_says_when_why_who_and_which_fields(repository: Repository) -> None:
    write(repository, TALK)
    first = repository.commit("Agrega la conferencia")
    write(repository, TALK.replace("date: 2024", "date: 2024-05").replace("unknown", "published"))
    second = repository.commit("La grabación se publicó", "Eva Prueba")

    assert histories(repository) == {
        PATH: History(
            (
                Change(
                    second[:12], "2026-01-03", "La grabación se publicó", "Eva Prueba", False, ("date", "recording")
                ),
                Change(first[:12], "2026-01-02", "Agrega la conferencia", "Ana Ejemplo", True, ()),
            ),
            2,
        )
    }


def test_comments_and_blank_lines_are_no_change_of_a_field(repository: Repository) -> None:
    write(repository, TALK)
    repository.commit("Agrega")
    write(repository, TALK.replace("# Una nota", "# Otra nota\n"))
    repository.commit("Comenta")

    assert histories(repository)[PATH].changes[0].fields == ()


def test_what_is_not_committed_or_is_no_record_is_not_told(repository: Repository) -> None:
    write(repository, "uno:\n  title: Uno\n", "topics.yml")
    write(repository, "{}", "youtube/v_aaaaaaaaaaa.json")
    (repository.folder / "README.md").write_text("Fuera")
    repository.commit("Agrega")
    write(repository, TALK)

    assert histories(repository) == {}


def test_a_later_reading_asks_git_only_for_what_is_new_and_says_the_same(
    repository: Repository, tmp_path: Path
) -> None:
    write(repository, TALK)
    repository.commit("Agrega")
    histories(repository)
    for year in range(2000, 2000 + MOST + 3):
        write(repository, TALK.replace("2024", str(year)))
        repository.commit(f"Año {year}")
        grown = histories(repository)

    assert grown == dict(chronicle.read(repository.folder / "data", tmp_path / "another"))
    assert (len(grown[PATH].changes), grown[PATH].total) == (MOST, MOST + 4)


def test_a_rewritten_history_is_read_anew(repository: Repository) -> None:
    write(repository, TALK)
    repository.commit("Agrega")
    write(repository, TALK + "draft: true\n")
    repository.commit("Se arrepiente")
    histories(repository)
    repository.git("reset", "--quiet", "--hard", "HEAD~1")

    assert [one.why for one in histories(repository)[PATH].changes] == ["Agrega"]


def test_a_spoilt_memory_counts_as_none(repository: Repository) -> None:
    write(repository, TALK)
    repository.commit("Agrega")
    good = histories(repository)
    for spoilt in (b"", b"\xff\xfe", (repository.folder / "cache" / "history").read_bytes()[:-9]):
        (repository.folder / "cache" / "history").write_bytes(spoilt)

        assert histories(repository) == good


def test_without_git_without_repository_without_commits_or_in_a_shallow_clone_there_is_no_history(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert histories(repository) == {}

    write(repository, TALK)
    repository.commit("Agrega")
    write(repository, TALK + "draft: true\n")
    repository.commit("Cambia")
    repository.git("clone", "--quiet", "--depth=1", f"file://{tmp_path}", "shallow")
    assert dict(chronicle.read(tmp_path / "shallow" / "data", tmp_path / "c")) == {}

    shutil.rmtree(tmp_path / ".git")
    assert histories(repository) == {}

    monkeypatch.setenv("PATH", "/nowhere")
    assert histories(repository) == {}


def test_too_long_a_history_is_cut_and_not_refused(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, TALK)
    repository.commit("Agrega")
    write(repository, TALK + "draft: true\n")
    repository.commit("Cambia")
    monkeypatch.setattr(chronicle, "MOST_BYTES", 300)

    assert [one.why for one in histories(repository)[PATH].changes] == ["Cambia"]


def test_a_hostile_commit_is_shown_as_plain_text(repository: Repository) -> None:
    write(repository, TALK)
    repository.commit(
        "\x1eHffff 1 <script>alert(1)</script> \u202eana@ejemplo.example \x1b[31m {{ view }}", "<b>x@y</b>"
    )

    (change,) = histories(repository)[PATH].changes
    assert change.why == f"Hffff 1 <script>alert(1)</script> {OMITTED} [31m {{{{ view }}}}"
    assert "@" not in change.who


def test_settings_of_the_machine_do_not_change_what_is_read(repository: Repository, monkeypatch) -> None:
    write(repository, TALK)
    repository.commit("Agrega")
    expected = histories(repository)
    (repository.folder / "cache" / "history").unlink()
    for name, value in (("diff.noprefix", "true"), ("diff.renames", "copies"), ("color.ui", "always")):
        repository.git("config", name, value)
    repository.git("config", "diff.external", "/bin/false")
    repository.git("config", "log.showSignature", "true")
    monkeypatch.setenv("GIT_DIR", "/nowhere")

    assert histories(repository) == expected


@given(st.text(max_size=400) | st.text(alphabet="a@＠.\u200b\x1e\u202e \n<>&", max_size=60))
def test_no_subject_shows_an_address_an_unseen_sign_or_more_than_a_line(subject: str) -> None:
    shown = plain(subject)

    assert not any(sign in shown for sign in "@＠﹫\n")
    assert UNSEEN.search(shown) is None
    assert len(shown) <= LONGEST


@given(st.lists(st.binary(max_size=80) | st.sampled_from([
    b"+title: a", b"\x1eH" + b"a" * 40 + b" 1767376800", b"\x1eAAna", b"\x1eSPor qu\xc3\xa9",
    b"\x1eH" + b"b" * 40 + b" 999999999999",
    b"@@ -1 +1 @@ title: x", b"diff --git a/conferences/a.yml b/conferences/a.yml", b"new file mode 100644",
])))  # fmt: skip
def test_no_line_of_a_log_stops_the_reading(lines: list[bytes]) -> None:
    for history in read(lines).values():
        assert 0 < len(history.changes) <= min(MOST, history.total)
        assert all("1970" < change.day < "22" for change in history.changes)


def test_names_that_a_record_had_before_count_as_its_history() -> None:
    one, two = (History((Change("a" * 12, "2026-01-02", why, "", False, ()),), 1) for why in ("Nuevo", "Viejo"))

    assert [change.why for change in join([one, two]).changes] == ["Nuevo", "Viejo"]


def test_a_site_may_begin_to_tell_its_history_on_a_day() -> None:
    old, new = (Change(day, day, "Por algo", "Nadie", False, ()) for day in ("2026-11-20", "2026-11-21"))
    told = History((new, old), 7)

    assert [since(told, day) for day in ("", "2026-11-20", "2026-11-21", "2026-11-22")] == [
        told,
        told,
        History((new,), 1),
        History((), 0),
    ]


def test_pages_tell_their_history_and_only_those_of_a_changed_record_are_made_again(tmp_path: Path) -> None:
    project = projects.copy(tmp_path)
    path = "conferences/2023-abrir-un-archivo.yml"
    repository = Repository(tmp_path)
    (tmp_path / ".gitignore").write_text("**/.acervo/\n**/site/\n")
    repository.commit("Agrega <b>todo</b>")
    build = ("build", "--no-index")
    assert projects.run(project, *build).returncode == 0
    before = projects.digests(project / "site")
    place = project / "data" / path
    place.write_text(place.read_text(encoding="utf-8").replace("consent: ", "consent:  "), encoding="utf-8")
    place.write_text(place.read_text(encoding="utf-8") + "\n# Se leyó otra vez\n", encoding="utf-8")
    repository.commit("Se leyó, dice ana@ejemplo.example")
    assert projects.run(project, *build).returncode == 0
    after = projects.digests(project / "site")

    page = (project / "site" / "conferencias/2023-abrir-un-archivo/index.html").read_text(encoding="utf-8")
    assert [path for path in after if after[path] != before.get(path) and path.endswith(".html")] == [
        "conferencias/2023-abrir-un-archivo/index.html"
    ]
    assert 'Se agregó la ficha.<br><span class="note"><q>Agrega &lt;b&gt;todo&lt;/b&gt;</q></span>' in page
    assert f"<q>Se leyó, dice {OMITTED}</q>" in page
    assert "Ana Ejemplo" not in page


@pytest.mark.parametrize(
    ("mode", "told", "named"), [("none", False, False), ("dates", True, False), ("names", True, True)]
)
def test_the_site_decides_how_much_of_its_history_it_tells(tmp_path: Path, mode: str, told: bool, named: bool) -> None:
    project = projects.copy(tmp_path)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"    history: {mode}\n", encoding="utf-8")
    Repository(tmp_path).commit("Agrega todo")
    assert projects.run(project, "build", "--no-index").returncode == 0
    page = (project / "site" / "conferencias/2023-abrir-un-archivo/index.html").read_text(encoding="utf-8")

    assert ("Agrega todo" in page, "Ana Ejemplo" in page) == (told, named)


@pytest.mark.parametrize(
    ("setting", "says"),
    [("history: all", "none, dates, names"), ("history_since: mañana", "history_since es un día, como 2026-11-25")],
)
def test_an_unknown_way_to_tell_the_history_is_refused(tmp_path: Path, setting: str, says: str) -> None:
    project = projects.copy(tmp_path)
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"    {setting}\n", encoding="utf-8")
    done = projects.run(project, "build", "--no-index")

    assert (done.returncode, says in done.stdout + done.stderr) == (1, True)
