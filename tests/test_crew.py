"""Work spread over processes gives what one process gives."""

import pytest

from acervo.publishing import crew


def test_many_items_come_back_in_order_from_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "processors", lambda: 2)
    offset = 7

    assert list(crew.spread(lambda item: item * 2 + offset, list(range(1_000)))) == [i * 2 + 7 for i in range(1_000)]


def test_few_items_are_done_here() -> None:
    seen: list[int] = []

    def note(item: int) -> int:
        seen.append(item)
        return item

    assert list(crew.spread(note, [3, 1, 2])) == [3, 1, 2]
    assert seen == [3, 1, 2]


def test_what_goes_wrong_in_another_process_is_heard_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "processors", lambda: 2)

    def refuse(item: int) -> int:
        if item == 700:
            raise ValueError("setecientos")
        return item

    with pytest.raises(ValueError, match="setecientos"):
        list(crew.spread(refuse, list(range(1_000))))


def test_a_task_aside_gives_its_result_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "processors", lambda: 2)
    values = list(range(1_000))
    with crew.aside(lambda: sum(values)) as result:
        assert result() == 499_500


def test_what_goes_wrong_aside_is_heard_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "processors", lambda: 2)

    def refuse() -> int:
        raise ValueError("no")

    with crew.aside(refuse) as result, pytest.raises(ValueError, match="no"):
        result()


def test_on_one_processor_a_task_aside_is_done_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "processors", lambda: 1)
    with crew.aside(lambda: "hecho") as result:
        assert result() == "hecho"
