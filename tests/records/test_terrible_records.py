"""One terrible record for each kind of mistake, and the exact lines that an editor reads.

All of them lie in one fictional archive, `terrible/data`, so that a mistake in one must not spoil another.
The expected lines are in `terrible/expected.txt`; to accept new ones: `make accept`, then look at `git diff`.
"""

from pathlib import Path

from acervo.records.checks.checking import check_all
from acervo.records.checks.loading import load_file
from acervo.records.checks.sentences import SENTENCES
from acervo.records.problems import as_text, summary

TERRIBLE = Path(__file__).parent / "terrible"
EXPECTED = TERRIBLE / "expected.txt"
SOUND = {
    "data/conferences/entre-video-dos.yml",
    "data/conferences/sesion-mismo-dia-dos.yml",
    "data/conferences/entre-ficha-rota-nadie-tiene-la-culpa.yml",
    "data/conferences/entre-id-anterior-repetido-dos.yml",
    "data/documents/nota-de-prueba.yml",
    "data/documents/nota-sin-secciones.yml",
    "data/institutions/circulo-dos.yml",
    "data/institutions/instituto-inventado.yml",
    "data/institutions/instituto-retirado.yml",
    "data/series/ciclo-de-prueba.yml",
    "data/speakers/ficticia-zutana.yml",
    "data/speakers/fulana-borrador.yml",
    "data/speakers/mengana-retirada.yml",
}
"""What the terrible ones lean on or collide with."""
_NO_RECORDS = {"data/permalinks.txt", "data/topics.yml"}
TOLD_ELSEWHERE = {
    "too_big",
    "too_many",
    "list_long",
    "id_twice",
    "unreadable",
    "stale_file",
    "snapshot",
    "captions_file",
    "captions_overlap",
    "captions_fast",
    "captions_long",
    "captions_rows",
    "captions_wide",
    "captions_beyond",
    "captions_credit",
    "captions_newer",
    "captions_name",
    "captions_more",
    "chapter_beyond",
    "passage_beyond",
    "step_beyond",
    "new_addresses",
    "lost_short",
    "short_clash",
}
"""Codes that need a file of a size or shape that has no place in a repository: other tests raise them."""
OF_EVALUATIONS = {
    "answered_missing",
    "answers_measure",
    "attendance_answered",
    "counts_sum",
    "evaluation_of_nothing",
    "few_answers",
    "few_answers_option",
    "few_missing",
    "few_people",
    "few_share",
    "months_besides",
    "months_missing",
    "more_answered",
    "percents_sum",
    "personal_name",
    "personal_question",
    "personal_text",
    "private_mail",
    "shares_sum",
    "step_order",
    "step_unknown",
    "through_options",
}
"""Codes of what an evaluation may not say, raised by `test_evaluation_rules`."""


def test_every_terrible_record_is_told_in_these_exact_lines(accept: bool) -> None:
    files, ledger = _archive()
    _, problems = check_all(files, ledger)
    told = "".join(f"{as_text(problem)}\n" for problem in problems) + f"\n{summary(problems)}\n"
    if accept:
        EXPECTED.write_text(told, encoding="utf-8")

    assert told == EXPECTED.read_text(encoding="utf-8")


def test_every_terrible_record_is_told_and_every_sound_one_is_not() -> None:
    files, ledger = _archive()
    _, problems = check_all(files, ledger)

    assert {*files} - {problem.path for problem in problems} == SOUND


def test_every_code_has_a_terrible_record_or_a_test_of_its_own() -> None:
    files, ledger = _archive()
    _, problems = check_all(files, ledger)

    assert SENTENCES.keys() - {problem.code for problem in problems} == TOLD_ELSEWHERE | OF_EVALUATIONS


def test_no_record_with_an_error_of_its_own_gets_through() -> None:
    files, _ = _archive()
    loaded = {path: load_file(path, data) for path, data in files.items() if path != "data/topics.yml"}
    wrong = {path for path, file in loaded.items() if any(p.severity == "error" for p in file.problems)}

    assert {path for path, file in loaded.items() if file.records} == files.keys() - wrong - _NO_RECORDS


def _archive() -> tuple[dict[str, bytes], list[str]]:
    files = {
        path.relative_to(TERRIBLE).as_posix(): path.read_bytes()
        for path in sorted((TERRIBLE / "data").rglob("*"))
        if path.is_file()
    }
    return files, files["data/permalinks.txt"].decode().splitlines()
