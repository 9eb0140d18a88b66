"""A round of builds is measured for real, and a site that is not as a whole build's is refused."""

from pathlib import Path

import pytest

from bench.measure import CASES, measure
from bench.project import Difference, Project


def test_every_kind_of_build_is_measured(tmp_path: Path):
    told: list[str] = []
    found = {row.case: row for row in measure(tmp_path, 3, 1, told.append)}

    assert list(found) == list(CASES)
    assert all(row.seconds > sum(row.phases.values()) for row in found.values())
    assert found["unchanged"].written == 0
    assert 0 < found["changed"].written < found["cold"].written == found["cold"].files
    assert found["indexed"].files > found["cold"].files
    assert len({(row.pages, row.records) for row in found.values()}) == 1
    assert len(told) == 2


def test_a_site_that_differs_from_a_whole_build_is_refused(tmp_path: Path):
    project = Project(tmp_path / "project", 1)
    project.build()
    project.check()
    (project.site / "index.html").write_text("otra cosa", encoding="utf-8")
    (project.site / "de-más.html").write_text("", encoding="utf-8")

    with pytest.raises(Difference) as refused:
        project.check()
    assert refused.value.args == (["de-más.html", "index.html"],)
