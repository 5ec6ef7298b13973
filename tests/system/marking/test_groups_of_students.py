"""What a group handed in together is marked once, for all its members, and is no suspicion."""

from __future__ import annotations

import shutil
from pathlib import Path

from hippograd.building.released import released_cells
from hippograd.course import Course, Offering
from hippograd.proofs.filling import filled_notebook, notebook_text, reference_answers
from tests.system.marking.conftest import WHY, A, desk_at, give, in_nbgrader, undo
from tests.system.reports.conftest import hippograd


def test_a_file_of_a_group_is_marked_once_and_a_mark_of_one_member_stays(course: Path, tmp_path: Path) -> None:
    offering = Offering.of(Course(course), A, Course(course).cohort("2030"))
    cells = released_cells(offering)
    (tmp_path / "class.csv").write_text(
        "id,group\namber01,\nben02,\ncem03,\ngil07,Team 7\nhal08,Team 7\nivy09,Team 7\njo10,\n"
    )
    folder = tmp_path / "teams"
    folder.mkdir()
    (folder / "Team 7.ipynb").write_text(notebook_text(filled_notebook(cells, reference_answers(cells))))
    shutil.copy(folder / "Team 7.ipynb", folder / "jo10.ipynb")
    options = ("-c", "2030")
    assert hippograd(course, "roster", "import", tmp_path / "class.csv", "--yes", *options).returncode == 0
    done = hippograd(course, "grade", folder, "-a", "1", "-j", 1, "--tier", "unconfined", *options)
    assert done.returncode == 0, done.stderr
    desk = desk_at(course)
    question = desk.question(WHY)
    shown = {"gil07", "hal08", "ivy09", "jo10"} & desk.look(question).answers.keys()
    assert shown == {"gil07", "jo10"}, "a copy is somebody else's"
    give(desk, question, "gil07", ["additive"])
    assert [in_nbgrader(course, one)[0] for one in ("gil07", "hal08", "ivy09", "jo10")] == [1, 1, 1, None]
    undo(desk, question, "gil07")
    assert [in_nbgrader(course, one)[0] for one in ("gil07", "hal08", "ivy09")] == [None, None, None]
    hippograd(course, "mark", "ivy09", "why_linear", 0.5, "--why", "Took no part.", "--marker", "tess", *options)
    give(desk, question, "gil07", ["additive"])
    assert [in_nbgrader(course, one)[0] for one in ("gil07", "hal08", "ivy09")] == [1, 1, 0.5]
    assert desk.look(question).answers.keys() >= {"gil07", "ivy09"}, "their marks differ, and both are seen"
    said = hippograd(course, "similar", "1", *options).stdout
    assert "28 pairs compared" in said, "of eight: who handed in together is one of them"
