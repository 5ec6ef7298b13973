"""Marking at the desk: what counts, what is taken back, and what nbgrader has of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from hippograd.cli import app
from hippograd.course.late import students_of_section
from hippograd.errors import HippogradError
from hippograd.marking.agreement import agreement, cohens_kappa, to_settle
from hippograd.marking.desk import Desk
from hippograd.marking.groups import changes, groups_of
from hippograd.marking.questions import Answer, Answers
from hippograd.marking.server import Page
from hippograd.marking.store import RESOLUTION, SECOND, Taken
from hippograd.records.folder import Records
from hippograd.store.gradebook import Gradebook as Book
from tests.gradebooks import during_an_entry
from tests.system.marking.conftest import (
    WHY,
    WRITTEN,
    A,
    desk_at,
    give,
    give_group,
    grade,
    in_formgrader,
    in_nbgrader,
    undo,
)
from tests.system.reports.conftest import hippograd

Sit = Callable[..., Desk]


def test_a_mark_is_where_formgrader_has_it_and_can_be_taken_back(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    assert in_nbgrader(course, "amber01") == (None, True, None)
    mark = give(desk, why, "amber01", ["homogeneous", "additive"], " Well said. ")
    assert (mark.points, mark.items) == (2, ["additive", "homogeneous"])
    assert in_nbgrader(course, "amber01") == (2, False, "Well said.")
    assert desk.look(why).states["amber01"].is_done
    give(desk, why, "amber01", ["additive"], "")
    assert in_nbgrader(course, "amber01") == (1, False, None)
    assert undo(desk, why, "amber01").students == ["amber01"]
    assert in_nbgrader(course, "amber01") == (2, False, "Well said.")
    undo(desk, why, "amber01")
    assert in_nbgrader(course, "amber01") == (None, True, None), "further back, and not forward again"
    with pytest.raises(HippogradError, match="nothing of yours"):
        undo(desk, why, "amber01")


def test_a_mark_of_formgrader_is_seen_and_can_be_gone_back_to(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    in_formgrader(course, "amber01", 1.25, "from formgrader")
    counts = desk.look(why).states["amber01"].counts
    assert counts is not None
    assert (counts.marker, counts.points, counts.comment) == ("formgrader", 1.25, "from formgrader")
    give(desk, why, "amber01", ["additive"], "Mine.")
    assert in_nbgrader(course, "amber01")[0] == 1
    undo(desk, why, "amber01")
    assert in_nbgrader(course, "amber01")[0::2] == (1.25, "from formgrader")
    give(desk, why, "amber01", ["additive"], "Mine.")
    in_formgrader(course, "amber01", 1.75, "Mine.")
    with pytest.raises(HippogradError, match="in formgrader since"):
        undo(desk, why, "amber01")
    assert desk.edit_comment(why, "Mine.", "Yours.") == 1, "formgrader's mark has it too, and stays"
    assert in_nbgrader(course, "amber01") == (1.75, False, "Yours.")
    assert desk.look(why).states["amber01"].counts.marker == "formgrader"  # type: ignore[union-attr]


def test_nobody_is_their_own_second_marker(course: Path, sit_down: Sit) -> None:
    first = sit_down("tess")
    why = first.question(WHY)
    for student in ("amber01", "ben02", "cem03"):
        give(first, why, student, ["additive"])
    undo(first, why, "cem03")
    give(sit_down("zoe"), why, "ben02", [])
    for marker, own in (("tess", {"amber01", "ben02"}), ("zoe", {"ben02"})):
        again = sit_down(marker, SECOND)
        assert again.marked_first(why) == own
        assert set(again.look(why).answers) == set(WRITTEN) - own


def test_what_a_second_marker_gives_in_the_place_of_a_first_mark_is_not_compared(course: Path, sit_down: Sit) -> None:
    first, second, third = sit_down("tess"), sit_down("zoe", SECOND), sit_down("kim", RESOLUTION)
    why = first.question(WHY)
    for student in ("amber01", "ben02"):
        give(first, why, student, ["additive"])
        give(second, why, student, ["homogeneous"], "", 0.5)
    give(sit_down("zoe"), why, "ben02", ["additive", "homogeneous"])
    there = first.answers.to(why)
    found = agreement(first.store, why, there)
    assert (found.both, found.disagreements) == (1, [("amber01", 1, 0.5)])
    assert set(third.look(why).states) == {"amber01"}
    notebook = course / "assignments" / A / f"{A}.ipynb"
    notebook.write_text(
        notebook.read_text().replace("- 1 `additive`", "- 1.5 `additive`").replace("- 1 `homo", "- 0.5 `homo")
    )
    desk = desk_at(course, "zoe")
    assert desk.apply_scheme(desk.question(WHY)) == 1
    found = agreement(desk.store, desk.question(WHY), there)
    assert found.disagreements == [("amber01", 1.5, 0.5)], "what the first marker found, at its new points"
    undo(sit_down("zoe"), why, "ben02")
    assert agreement(first.store, why, there).both == 2


def test_the_first_mark_taken_back_leaves_none(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "dora04", ["additive"], "So so.")
    with pytest.raises(HippogradError, match="nothing of yours"):
        undo(sit_down("zoe"), why, "dora04")
    undo(desk, why, "dora04")
    assert in_nbgrader(course, "dora04") == (None, True, None)
    assert not desk.look(why).states["dora04"].is_done


def test_answers_that_say_the_same_are_one_group(sit_down: Sit) -> None:
    desk = sit_down()
    groups = desk.look(desk.question(WHY)).groups
    assert groups["emil05"].students == ("emil05", "fay06")
    assert groups["emil05"].kind == "blank"
    assert groups["cem03"].students == ("amber01", "ben02", "cem03")
    assert {"sums", "stay", "multiples"} <= groups["cem03"].words
    assert "dora04" not in groups


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It fails worst at the walls of the box.", "It does not fail worst at the walls of the box."),
        ("The sum over all x is zero here.", "The sum over all x isn\u2019t zero here."),
        ("It falls in the middle, not at the walls.", "It falls at the walls, not in the middle."),
        ("A step of 0.5 is too large for this.", "A step of 0.3 is too large for this."),
        ("The loss is lowest between two walls.", "The loss is lowest between three walls."),
        ("It converges where eta < 2/a holds.", "It converges where eta > 2/a holds."),
        (
            "The map shows large weights for cells on the right and small ones on the left.",
            "The map shows small weights for cells on the right and large ones on the left.",
        ),
        (
            "The derivative is minus two times the mean of the error times x, as the loss is a mean of squares.",
            "The derivative is two times the mean of the error times x, as the loss is a mean of squares.",
        ),
        (
            r"The slope of this loss is $-\frac{2}{N} \sum (y - W x) x$ and the rule goes against it in small steps.",
            r"The slope of this loss is $\frac{2}{N} \sum (y - W x) x$ and the rule goes against it in small steps.",
        ),
        (
            "The place cells on this wall have large weights, so they pull the estimate towards the left of the box.",
            "The place cells on this wall have large weights, so they pull the estimate towards the right of the box.",
        ),
        (
            r"Every unit whose input satisfies $x \geq 3$ is active on all of these moments.",
            r"Every unit whose input satisfies $x \leq 3$ is active on all of these moments.",
        ),
        (
            "A step to the left raises the loss there, as the slope says.",
            "A step to the left lowers the loss there, as the slope says.",
        ),
        (
            "The larger network needs more data than the smaller one to learn this.",
            "The larger network needs fewer data than the smaller one to learn this.",
        ),
        ("~~It fails at the walls.~~ It fails in the middle.", "It fails at the walls. ~~It fails in the middle.~~"),
        ("If eta is .1 then the loss falls.", "If eta is 1 then the loss falls."),
        ("\u2713 small enough: falls\n\u2713 any eta: falls", "\u2717 small enough: falls\n\u2717 any eta: falls"),
        ("It oscillates. Not sooner.", "It oscillates! Not? Sooner."),
        ("The rates $x_2$ summed are less.", "The rates $x^2$ summed are less."),
        ("`W = (x * y).sum()`", "`W = (x / y).sum()`"),
        ("It is $u = Wx + y$ then.", "It is $u = Wx \u00b7 y$ then."),
        ("The inner derivative is x here.", "The inner derivative is X here."),
        ("It falls if the step is small.", "It falls only if the step is small."),
        ("The loss is convex in W.", "The loss is concave in W."),
        ("All starts reach the minimum.", "Some starts reach the minimum."),
        ("The estimate is biased there.", "The estimate is unbiased there."),
        ("It was off by 19 cm.", "It was off by 19 mm."),
        ("Every unit is \u2260 0 then.", "Every unit is = 0 then."),
        ("It was x\u00b2 times the rate.", "It was x2 times the rate."),
        ("Because it is stable, it stays.", "It stays, because it is unstable."),
        ("Es h\u00e4tte nicht gereicht.", "Es hatte nicht gereicht."),
        ("<del>left</del> right", "left <del>right</del>"),
        (r"It is $\Sigma$ of all.", r"It is $\sigma$ of all."),
        ("It is `x[1:]` then.", "It is `x[:1]` then."),
        ("No weights can help.", "No, weights can help."),
        ("Few starts get there.", "A few starts get there."),
        ("Es liegt au-dessus.", "Es liegt au-dessous."),
        ("It took 5 mW.", "It took 5 MW."),
        ('It falls where eta < 2 / L" holds.', "It falls where eta < 2 / L holds."),
        ("There are n!", "There are n"),
        ("It is minus 2 Sigma.", "It is minus 2 sigma."),
        ("Sigma is positive.", "sigma is positive."),
        ("\u03a3xx is not zero.", "\u03c3xx is not zero."),
        ("Ist z.B. Sie da?", "Ist z.B. sie da?"),
        ("It is 3\n- 2 of it is noise.", "It is 3 - 2 of it is noise."),
        ("- 2u x\n- 2 Sigma > 0", "- 2u x\n-2 Sigma > 0"),
        ("- x is small.", "-x is small."),
        ("W has the rows\n1 2\n3 4", "W has the rows\n1\n2 3 4"),
        ("The weight a is larger than b.", "The weight is larger than b."),
        ("```\nfor x in X:\n    a()\n    b()\n```", "```\nfor x in X:\n    a()\nb()\n```"),
        ("It is too large here.", "It is large there."),
        ("It is a minimum, so the slope is positive.", "So it is a minimum, the slope is positive."),
        ("Readable:\n\nno\n\naccurate yes", "Readable:<br>no accurate<br>yes"),
        ("The slope is: **positive** / negative", "The slope is: positive / **negative**"),
        ("The best weight comes out as 0.999...", "The best weight comes out as 0.999"),
        ("- wrong:\n  - it is unbiased\n  - it is linear", "- wrong:\n  - it is unbiased\n- it is linear"),
        (
            "The left weights \u00ab the right weights, so it follows.",
            "The left weights \u00bb the right weights, so it follows.",
        ),
        ("$$\nerror = 90 %\n- 10\n$$ is what it is.", "$$\nerror = 90 % - 10\n$$ is what it is."),
        ("The model is so-so there.", "The model is there."),
        ("Use the `is` operator for this.", "Use the `the` operator for this."),
        ("Wx predicts what the animal does.", "wx predicts what the animal does."),
        ("A x + b fits it well enough.", "a x + b fits it well enough."),
        ("Masse z\u00e4hlt hier sehr.", "Ma\u00dfe z\u00e4hlt hier sehr."),
        ("The loss `L` falls here.", "The loss `<!-- rises, or so I guess -->L` falls here."),
        ("The loss `L` falls here.", "The loss `L` falls here. <!--> No, it rises."),
        ("The loss ~~falls~~ rises~~", "The loss ~~ falls ~~rises~~"),
        ("[1]: it-rises", "[1] : it-rises"),
        ("The loss `L` falls here.", "The loss `L` falls here. <!--\n\nNo, it rises."),
    ],
)
def test_what_differs_in_more_than_form_is_named_and_not_the_same(one: str, other: str) -> None:
    answers = {name: Answer(text, is_blank=False) for name, text in (("a", one), ("b", other), ("c", f"So {one}"))}
    group = groups_of(answers).get("a")
    assert group is None or group.kind == "near" or "b" not in group.students
    assert changes(one, other)
    assert changes(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The error is largest there.", "The error  is largest there"),
        ("Eta < 1/a, or \u22123, say", "Eta &lt; 1/a, or -3, say"),
        (
            "This is \u201cwell-known\u201d:\n\nthe loss is convex.",
            'This is "well-known":<br>the loss is convex\n',
        ),
    ],
)
def test_what_differs_in_form_alone_is_ticked(one: str, other: str) -> None:
    assert changes(one, other) == []
    answers = {name: Answer(text, is_blank=False) for name, text in (("a", one), ("b", other))}
    assert groups_of(answers)["a"].students == ("a", "b")


def test_an_earlier_mark_of_formgrader_is_back_when_what_replaced_it_is_undone(course: Path, sit_down: Sit) -> None:
    in_formgrader(course, "amber01", 1.25, "from formgrader")
    grade(course, {"amber01": "Another answer: multiples stay multiples."})
    assert in_nbgrader(course, "amber01") == (1.25, True, "from formgrader")
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "Mine.")
    undo(desk, why, "amber01")
    assert in_nbgrader(course, "amber01") == (1.25, True, "from formgrader")
    state = desk.look(why).states["amber01"]
    assert (state.is_done, state.has_changed) == (False, True)
    grade(course, {"amber01": "Another answer: multiples stay multiples. And sums."})
    assert in_nbgrader(course, "amber01") == (1.25, True, "from formgrader")


def test_white_space_at_the_end_changes_no_answer(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    give(desk, desk.question(WHY), "amber01", ["additive"])
    grade(course, {"amber01": f"{WRITTEN['amber01']}\n\n"})
    assert in_nbgrader(course, "amber01")[0] == 1
    desk = sit_down()
    assert desk.look(desk.question(WHY)).states["amber01"].is_done


def test_extra_credit_of_formgrader_is_in_sight_and_stops_no_table(course: Path, sit_down: Sit) -> None:
    with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
        book.find_grade("why_linear", A, A, "cem03").extra_credit = 0.5
        book.db.commit()
    desk = sit_down()
    assert desk.look(desk.question(WHY)).states["cem03"].extra == 0.5
    table = course / "class.csv"
    done = CliRunner().invoke(
        app, ["--root", str(course), "export", A, "--cohort", "2030", "--to", str(table), "--unmarked"]
    )
    assert done.exit_code == 0, done.output
    row = next(line for line in table.read_text().splitlines() if line.startswith("cem03"))
    assert "written answers missing" in row


def test_a_comment_changed_in_formgrader_is_offered_for_the_next_version(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    give(desk, desk.question(WHY), "amber01", ["additive"], "From the desk.")
    with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
        book.find_comment("why_linear", A, A, "amber01").manual_comment = "Later, in formgrader."
        book.db.commit()
    grade(course, {"amber01": "Another answer: multiples stay multiples."})
    desk = sit_down()
    why = desk.question(WHY)
    shown = Page(desk)._shown(why, desk.look(why), "amber01", ["amber01"])
    assert (shown["had"], shown["comment"]) == (1, "Later, in formgrader.")


@pytest.mark.parametrize("theirs", ["Theirs.", None], ids=["changed", "taken away"])
def test_a_comment_of_formgrader_on_a_mark_of_the_desks_is_gone_back_to(
    course: Path, sit_down: Sit, theirs: str | None
) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "Mine.")
    in_formgrader(course, "amber01", 1, theirs)
    give(desk, why, "amber01", ["additive", "homogeneous"], theirs or "")
    assert in_nbgrader(course, "amber01") == (2, False, theirs)
    undo(desk, why, "amber01")
    assert in_nbgrader(course, "amber01") == (1, False, theirs)
    assert undo(desk, why, "amber01").students == ["amber01"], "it is still this marker's"
    assert in_nbgrader(course, "amber01") == (None, True, None)


@pytest.mark.parametrize(
    ("before", "between", "said"),
    [
        ("Mine.", None, "Mine."),
        ("Theirs.", "Theirs.", "Theirs."),
        ("Mine.", "Between.", "Between."),
        (None, "", None),
    ],
)
def test_with_the_old_text_comes_the_comment_that_was_there_last(
    course: Path, sit_down: Sit, before: str | None, between: str | None, said: str | None
) -> None:
    desk = sit_down()
    give(desk, desk.question(WHY), "amber01", ["additive"], "Mine.")
    in_formgrader(course, "amber01", 1, before)
    grade(course, {"amber01": "Another text."})
    in_formgrader(course, "amber01", None, between)
    grade(course, {"amber01": WRITTEN["amber01"]})
    manual, waits, comment = in_nbgrader(course, "amber01")
    assert (manual, waits, comment or None) == (1, False, said)


def test_each_text_has_the_mark_that_it_was_given(course: Path, sit_down: Sit) -> None:
    texts = {WRITTEN["amber01"]: (["additive"], "First."), "Another text.": (["additive", "homogeneous"], "Second.")}
    for text, (items, comment) in texts.items():
        grade(course, {"amber01": text})
        desk = sit_down()
        give(desk, desk.question(WHY), "amber01", items, comment)
    for text in (*texts, *texts, "A third text.", *texts):
        grade(course, {"amber01": text})
        desk = sit_down()
        state = desk.look(desk.question(WHY)).states["amber01"]
        assert state.is_done == (text in texts)
        if state.is_done:
            assert state.counts is not None
            assert (state.counts.items, state.counts.comment) == texts[text]
            assert (state.counts.marker, in_nbgrader(course, "amber01")[2]) == ("tess", texts[text][1])
    undo(desk, desk.question(WHY), "amber01")
    for text in texts:
        grade(course, {"amber01": text})
    assert in_nbgrader(course, "amber01") == (None, True, None), "what was taken back does not come back"


def test_what_was_gone_back_to_is_what_a_text_was_given(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "First.")
    give(desk, why, "amber01", [], "Second.")
    undo(desk, why, "amber01")
    grade(course, {"amber01": "Another text."})
    desk = sit_down()
    give(desk, why, "amber01", ["additive", "homogeneous"], "Of another.")
    in_formgrader(course, "amber01", 2, "Theirs, of another.")
    grade(course, {"amber01": WRITTEN["amber01"]})
    assert in_nbgrader(course, "amber01") == (1, False, "First.")


def test_a_mark_of_formgrader_of_an_earlier_version_counts_nowhere_when_another_is_undone(
    course: Path, sit_down: Sit
) -> None:
    in_formgrader(course, "amber01", 1.25, "Theirs.")
    grade(course, {"amber01": "Another text."})
    desk = sit_down()
    give(desk, desk.question(WHY), "amber01", ["additive"])
    undo(desk, desk.question(WHY), "amber01")
    assert in_nbgrader(course, "amber01") == (1.25, True, "Theirs.")
    assert exported(course, "amber01") == (None, None, [])


def test_what_would_not_show_is_pointed_out(course: Path, sit_down: Sit) -> None:
    grade(course, {"amber01": "[W0]: right\n[W1]: top", "ben02": "- [x] left\n- [ ] right\n\nNext:\n\n2. The slope"})
    desk = sit_down()
    looked = desk.look(desk.question(WHY))
    shown = {one: Page(desk)._shown(desk.question(WHY), looked, one, [one]) for one in ("amber01", "ben02")}
    assert (shown["amber01"]["tags"], shown["ben02"]["tags"]) == (True, False)
    for part in ("☑ left", "☐ right", '<ol start="2">'):
        assert part in shown["ben02"]["html"]


def test_a_comment_that_formgrader_wrote_before_there_was_a_mark_is_in_sight(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    in_formgrader(course, "ben02", None, "Theirs.")
    looked = desk.look(why)
    assert Page(desk)._shown(why, looked, "ben02", ["ben02"])["comment"] == "Theirs."
    shown = Page(desk)._shown(why, looked, "amber01", ["amber01"])
    others = {one["who"]: one["comment"] for one in shown["group"]["members"]}
    assert sorted(others.values())[-1] == "Theirs."
    assert (shown["comment"], len(set(others.values()))) == ("", 2 if len(others) > 1 else 1)


def test_a_comment_that_formgrader_wrote_before_there_was_a_mark_is_gone_back_to(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    in_formgrader(course, "ben02", None, "Theirs.")
    for _ in range(2):
        give_group(desk, why, ["amber01", "ben02"], ["additive"], "Mine.")
        give(desk, why, "ben02", [], "Mine again.")
        undo(desk, why, "ben02")
        taken = undo(desk, why, "ben02")
        assert (taken.students, taken.with_earlier) == (["amber01", "ben02"], 0)
        assert in_nbgrader(course, "ben02") == (None, True, "Theirs.")
        assert in_nbgrader(course, "amber01") == (None, True, None)
        assert not desk.look(why).states["ben02"].is_done
        with pytest.raises(HippogradError, match="nothing of yours"):
            undo(desk, why, "ben02")
    grade(course, {"ben02": "Another answer: multiples stay multiples."})
    desk = sit_down()
    in_formgrader(course, "ben02", None, "Theirs.")
    give(desk, why, "ben02", ["additive"], "Mine.")
    undo(desk, why, "ben02")
    assert in_nbgrader(course, "ben02") == (None, True, "Theirs.")


def test_an_untouched_answer_has_its_mark_without_a_marker(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    assert in_nbgrader(course, "fay06") == (None, False, None)
    assert {student for student, state in desk.look(why).states.items() if state.is_done} == {"emil05", "fay06"}
    give(desk, why, "fay06", ["additive"], "It was in the chapter's margin.")
    assert in_nbgrader(course, "fay06")[0] == 1


def test_what_shows_nothing_is_blank_for_grader_desk_and_feedback(course: Path, sit_down: Sit) -> None:
    grade(course, {"amber01": " \n\n\t ", "ben02": "\xa0\u200b\n\ufeff\u2800", "cem03": "&nbsp;<br>\n<!-- so -->"})
    desk = sit_down()
    looked = desk.look(desk.question(WHY))
    for student in ("amber01", "ben02", "cem03"):
        assert in_nbgrader(course, student) == (None, False, None), "0 without a marker"
        assert looked.answers[student].is_blank
        assert looked.states[student].is_done
    assert set(looked.groups["fay06"].students) >= {"amber01", "ben02", "cem03"}
    command = ["--root", str(course), "feedback", "-a", A, "--cohort", "2030", "-j", "1", "--unmarked", "ben02"]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    page = course / "records" / "2030" / "feedback" / "ben02" / A / f"{A}.html"
    assert "No answer." in page.read_text()


def test_groups_do_not_depend_on_the_order(sit_down: Sit) -> None:
    answers = sit_down().answers.to(sit_down().question(WHY))
    turned = dict(reversed(answers.items()))
    assert groups_of(answers) == groups_of(turned)


def test_a_group_is_marked_and_taken_back_as_one(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give_group(desk, why, ["amber01", "ben02", "cem03"], ["additive"], "Half of it.")
    assert [in_nbgrader(course, one)[0] for one in ("amber01", "ben02", "cem03")] == [1, 1, 1]
    give(desk, why, "ben02", ["additive", "homogeneous"], "")
    back = undo(desk, why, "cem03")
    assert (sorted(back.students), back.others, back.with_earlier) == (["amber01", "cem03"], ["ben02"], 0)
    assert back.mark is not None
    assert (back.mark.items, back.mark.comment) == (["additive"], "Half of it.")
    assert [in_nbgrader(course, one)[0] for one in ("amber01", "ben02", "cem03")] == [None, 2, None]


def test_of_two_markers_at_one_answer_the_second_is_told(course: Path, sit_down: Sit) -> None:
    first, second = sit_down("tess"), sit_down("zoe")
    why = first.question(WHY)
    seen = {student: state.seen for student, state in second.look(why).states.items()}
    give(first, why, "amber01", ["additive"], "first")
    with pytest.raises(Taken, match="tess has marked this answer meanwhile"):
        second.mark(why, "amber01", [], "second", seen["amber01"])
    with pytest.raises(Taken):
        second.mark_group(why, ["ben02", "amber01"], [], "second", seen)
    assert in_nbgrader(course, "amber01") == (1, False, "first")
    assert in_nbgrader(course, "ben02") == (None, True, None), "all of a group or none"


def test_a_mark_that_is_saved_during_a_regrade_is_in_the_gradebook(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "first")
    seen = desk.look(why).states["amber01"].seen
    with during_an_entry(lambda: desk.mark(why, "amber01", ["additive", "homogeneous"], "second", seen)) as saved:
        grade(course, {"amber01": WRITTEN["amber01"]}, everything=True)
    assert saved[0].result().points == 2
    assert in_nbgrader(course, "amber01") == (2, False, "second")


def test_the_order_is_a_markers_own_and_goes_round(sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    looked = desk.look(why)
    order = desk.order(why, looked.answers)
    assert order == sit_down().order(why, list(reversed(order)))
    assert any(sit_down(name).order(why, order) != order for name in ("a", "b", "c"))
    for student in order:
        if student not in ("emil05", "fay06"):
            assert desk.next_after(why, desk.look(why), None) == student
            give(desk, why, student, [], "")
    assert desk.next_after(why, desk.look(why), order[2]) is None


def test_what_formgrader_says_is_seen_and_not_undone(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "")
    in_formgrader(course, "amber01", 1.5)
    state = desk.look(why).states["amber01"]
    assert state.counts is not None
    assert (state.counts.points, state.is_done) == (1.5, True)


def test_an_unchanged_answer_keeps_its_mark_and_a_changed_one_waits(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    for student in ("amber01", "cem03"):
        give(desk, why, student, ["additive"], "")
    grade(course, {"amber01": WRITTEN["amber01"], "cem03": "I have thought again."})
    desk = desk_at(course)
    states = desk.look(why).states
    assert states["cem03"].has_changed
    assert not states["cem03"].is_done
    assert states["cem03"].mark is not None
    assert states["cem03"].mark.text == WRITTEN["cem03"]
    assert not states["ben02"].has_changed
    assert in_nbgrader(course, "cem03") == (None, True, None), "nobody has marked this version"
    assert in_nbgrader(course, "amber01")[0] == 1
    grade(course, {"cem03": WRITTEN["cem03"]})
    assert in_nbgrader(course, "cem03")[0] == 1, "it is what was marked"


def test_a_scheme_that_changes_rescores_what_has_its_items(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give_group(desk, why, ["amber01", "ben02"], ["additive"], "")
    give(desk, why, "cem03", ["homogeneous"], "")
    zoe = sit_down("zoe", SECOND)
    give(zoe, why, "amber01", ["additive"], "")
    give(sit_down("yan", SECOND), why, "ben02", ["additive"], "")
    notebook = course / "assignments" / A / f"{A}.ipynb"
    text = notebook.read_text()
    notebook.write_text(text.replace("- 1 `additive`", "- 1.5 `additive`").replace("- 1 `homo", "- 0.5 `homo"))
    later = desk_at(course)
    why = later.question(WHY)
    assert [(mark.student, now) for mark, now in later.changed_by_scheme(why)] == [
        ("amber01", 1.5),
        ("ben02", 1.5),
        ("cem03", 0.5),
    ]
    assert later.apply_scheme(why) == 3
    zoe.questions = later.questions
    assert [mark.student for mark, _ in zoe.changed_by_scheme(why)] == ["amber01"], "their own alone"
    assert zoe.apply_scheme(why) == 1
    assert agreement(later.store, why, later.answers.to(why)).disagreements == [("ben02", 1.5, 1)]
    assert undo(zoe, why, "amber01").with_earlier == 1
    assert (in_nbgrader(course, "amber01")[0], in_nbgrader(course, "cem03")[0]) == (1.5, 0.5)
    assert later.changed_by_scheme(why) == []


def test_a_comment_is_offered_and_edited_for_all_who_have_it(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give_group(desk, why, ["amber01", "ben02"], ["additive"], "And multiples?")
    give(desk, why, "cem03", [], "No.")
    assert list(desk.comments(why)) == ["And multiples?", "No."]
    assert desk.edit_comment(why, "And multiples?", "And what of multiples?") == 2
    assert in_nbgrader(course, "ben02") == (1, False, "And what of multiples?")


def test_second_marks_are_blind_of_a_sample_and_change_nothing(course: Path, sit_down: Sit) -> None:
    first, second = sit_down("tess"), sit_down("zoe", SECOND, 0.5)
    why = first.question(WHY)
    order = second.order(why, WRITTEN)
    assert len(order) == 3
    for student in WRITTEN:
        give(first, why, student, ["additive"], "")
    assert not any(second.look(why).states[student].mark for student in order)
    give(second, why, order[0], ["additive", "homogeneous"], "")
    give(second, why, order[1], ["additive"], "")
    assert in_nbgrader(course, order[0])[0] == 1
    found = agreement(first.store, why, first.answers.to(why))
    assert (found.both, found.disagreements) == (2, [(order[0], 1.0, 2.0)])
    assert found.kappa == cohens_kappa({"x": (1, 2), "y": (1, 1)})


@pytest.mark.parametrize(
    ("items", "comment", "points", "cause"),
    [
        (["unknown"], "", None, "has no item unknown"),
        ([], "x" * 10_001, None, "10001 characters"),
        ([], "", 2.5, "2.5 is not between 0 and 2"),
        ([], "", -1, "-1 is not between"),
    ],
)
def test_what_cannot_be_used_changes_nothing(
    course: Path, sit_down: Sit, items: list[str], comment: str, points: float | None, cause: str
) -> None:
    desk = sit_down()
    with pytest.raises(HippogradError, match=cause):
        give(desk, desk.question(WHY), "amber01", items, comment, points)
    assert in_nbgrader(course, "amber01") == (None, True, None)


def test_a_damaged_notebook_is_named(course: Path, sit_down: Sit) -> None:
    (course / "records" / "2030" / "autograded" / "amber01" / A / f"{A}.ipynb").write_text('{"cells": [')
    desk = sit_down()
    with pytest.raises(HippogradError, match=r"amber01.*is damaged"):
        desk.look(desk.question(WHY))


def test_a_student_who_has_left_is_said(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", [], "")
    seen = desk.look(why).states["amber01"].seen
    with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
        book.remove_student("amber01")
    assert "amber01" not in desk.look(why).answers
    with pytest.raises(HippogradError, match="has no answer of this student"):
        desk.mark(why, "amber01", [], "", seen)
    deleted = Book(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}").remove("amber01")
    assert deleted == ["1 mark from the desk", "1 result"]


def test_the_items_and_the_comment_stand_on_the_feedback_page(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    for question in desk.questions:
        for student in ("amber01", "ben02"):
            items = [question.rubric.items[0].id] if student == "amber01" else []
            give(desk, question, student, items, "And multiples?")
    command = ["--root", str(course), "feedback", "-a", A, "--cohort", "2030", "-j", "1", "amber01", "ben02"]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == 0, done.output
    pages = course / "records" / "2030" / "feedback"
    marked, without = ((pages / who / A / f"{A}.html").read_text() for who in ("amber01", "ben02"))
    assert "<li><p>+1: additivity.</p></li>" in marked
    assert "homogeneity" not in marked, "an item that was not given is the scheme's"
    assert "additivity" not in without
    assert "And multiples?" in without


def test_a_section_has_its_answers_alone(course: Path, sit_down: Sit) -> None:
    (course / "records" / "2030" / "sections.toml").write_text('amber01 = "Tue"\nben02 = "Thu"\n')
    command = ["--root", str(course), "mark", A, "--cohort", "2030", "--task", "why_linear", "--no-browser"]
    records = Records(course / "records" / "2030")
    question = sit_down().question(WHY)
    thursday = Answers(records, [question], students_of_section(records.folder, "thu"))
    assert set(thursday.to(question)) == {"ben02"}
    refused = CliRunner().invoke(app, [*command, "--section", "Fri"])
    assert "Nobody is in section Fri" in str(refused.exception)


def test_the_reason_of_an_appeal_is_not_offered_to_all(course: Path, sit_down: Sit) -> None:
    command = ["--root", str(course), "mark", "amber01", "why_linear", "1", "--why", "An appeal.", "-c", "2030"]
    assert CliRunner().invoke(app, command).exit_code == 0
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "ben02", ["additive"], "Only sums.")
    assert list(desk.comments(why)) == ["Only sums."]


def test_two_marks_that_differ_have_no_names_unless_asked_for(course: Path, sit_down: Sit) -> None:
    command = ["--root", str(course), "mark", A, "-c", "2030"]
    nothing = CliRunner().invoke(app, [*command, "--resolve", "--no-browser"])
    assert nothing.exception is None, nothing.exception
    assert "No two marks differ" in nothing.output
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "")
    give(sit_down("zoe", SECOND), why, "amber01", ["additive", "homogeneous"], "")
    signs = desk.look(why).states["amber01"].row[:6]
    assert f"{signs}: 1, second 2" in CliRunner().invoke(app, [*command, "--agreement"]).output
    assert "amber01: 1, second 2" in CliRunner().invoke(app, [*command, "--agreement", "--names"]).output
    assert [one.key for one in to_settle(desk.store, desk.answers, desk.questions)] == [WHY]


def test_a_mark_by_hand_has_a_reason_and_survives_a_regrade(course: Path) -> None:
    command = ["--root", str(course), "mark", "amber01", "scaled"]
    options = ["--cohort", "2030", "--marker", "tess"]
    without = CliRunner().invoke(app, [*command, "1", *options])
    assert "needs a reason" in str(without.exception)
    done = CliRunner().invoke(app, [*command, "1", "--why", "Accepted after an appeal.", *options])
    assert "1 of 2.5 points by tess" in done.output
    grade(course, {"amber01": "Another text."})
    with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
        grade_of_task = book.find_grade("scaled", A, A, "amber01")
        assert (grade_of_task.manual_score, grade_of_task.needs_manual_grade) == (1, False), "nobody is asked again"
        assert book.find_comment("scaled_answer", A, A, "amber01").manual_comment == "Accepted after an appeal."
    refusals = {
        ("nobody", "scaled", "1"): "nobody with the id nobody",
        ("amber01", "scald", "1"): "no task scald",
        ("amber01", "scaled", "9"): "has 2.5 points, not 9",
        ("amber01", "scaled", "-1"): "has 2.5 points, not -1",
        ("gus07", "scaled", "1"): "no 1_scaling of gus07 that was graded",
    }
    with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
        book.add_student("gus07")
    for wrong, cause in refusals.items():
        refused = CliRunner().invoke(app, ["--root", str(course), "mark", *wrong, "--why", "x", *options])
        assert cause in str(refused.exception), refused.output


def test_a_mark_by_hand_is_taken_back_to_the_automatic_one(course: Path) -> None:
    def mark(*words: str) -> str:
        command = ["--root", str(course), "mark", "amber01", *words, "-c", "2030", "--marker", "tess"]
        done = CliRunner().invoke(app, command)
        return done.exception.code if isinstance(done.exception, HippogradError) else done.output.strip()

    def in_gradebook() -> tuple[float, float, bool, str | None]:
        with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
            found = book.find_grade("scaled", A, A, "amber01")
            said = book.find_comment("scaled_answer", A, A, "amber01").manual_comment
            return found.manual_score, found.score, found.needs_manual_grade, said

    title = "amber01: 1.1 Stretching a number"
    assert mark("scaled", "auto") == "override-missing"
    assert mark("scaled", "1", "--why", "No.") == f"{title}: 1 of 2.5 points by tess, in place of the automatic 2.5."
    assert mark("1.1", "0.5", "--why", "No.") == f"{title}: 0.5 of 2.5 points by tess, in place of 1 by tess."
    assert mark("scaled", "auto") == f"{title}: the automatic 2.5 of 2.5 points, in place of 0.5 by tess."
    assert in_gradebook() == (None, 2.5, False, None)
    grade(course, {"amber01": "Another text."})
    assert in_gradebook() == (None, 2.5, False, None)
    assert mark("why_linear", "auto") == "override-of-words"
    assert mark("scaled", "none") == "points-not-a-number"


def test_what_a_mark_by_hand_replaces_of_formgraders_is_kept_and_comes_back(course: Path) -> None:
    def mark(*words: str) -> None:
        command = ["--root", str(course), "mark", "amber01", *words, "-c", "2030", "--marker", "tess"]
        assert CliRunner().invoke(app, command).exit_code == 0

    def comment(*theirs: str) -> str | None:
        with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
            found = book.find_comment("scaled_answer", A, A, "amber01")
            for found.manual_comment in theirs:
                book.db.commit()
            return found.manual_comment  # type: ignore[no-any-return]

    def kept() -> list[tuple[str, float | None, str]]:
        marks = desk_at(course).store.history(A, "scaled", "amber01")
        return [(one.marker, one.points, one.comment) for one in marks]

    comment("A long one.")
    mark("scaled", "1", "--why", "No.")
    assert comment() == "No."
    mark("scaled", "auto")
    assert comment() == "A long one."
    before = kept()
    assert before == [("formgrader", None, "A long one."), ("tess", 1, "No."), ("tess", None, "A long one.")]
    mark("scaled", "2", "--why", "Yes.")
    comment("Another.")
    mark("scaled", "0.5", "--why", "No.")
    assert kept()[len(before) :] == [("tess", 2, "Yes."), ("tess", 2, "Another."), ("tess", 0.5, "No.")]
    mark("scaled", "auto", "--why", "It is right.")
    assert comment() == "It is right."


def test_a_task_that_is_none_is_refused_with_those_that_there_are(course: Path) -> None:
    def refusal(*words: str) -> tuple[str, str]:
        error = CliRunner().invoke(app, ["--root", str(course), "mark", *words, "-c", "2030"]).exception
        assert isinstance(error, HippogradError)
        return error.code, error.remedy

    code, remedy = refusal(A, "--task", "scaled")
    assert code == "written-task-unknown"
    assert "1.2 why_linear, 1.3 shifted_written" in remedy
    code, remedy = refusal("amber01", "nope", "1", "--why", "x")
    assert code == "task-not-found"
    assert "1.1 scaled, 1.2 why_linear, 1.3 shifted, 1.3 shifted_written" in remedy


def test_where_nobody_is_logged_in_a_marker_is_asked_for(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2_000_000_011)  # as in a container that runs as a number
    command = ["--root", str(course), "mark", "amber01", "scaled", "1", "--why", "An appeal.", "-c", "2030"]
    assert "Give your name with --marker" in str(CliRunner().invoke(app, command).exception)
    assert CliRunner().invoke(app, [*command, "--marker", "tess"]).exit_code == 0


def test_a_mark_by_hand_of_a_written_answer_is_done(course: Path, sit_down: Sit) -> None:
    command = ["--root", str(course), "mark", "amber01", "why_linear", "1.5", "--why", "An appeal.", "-c", "2030"]
    assert CliRunner().invoke(app, command).exit_code == 0
    desk = sit_down()
    why = desk.question(WHY)
    state = desk.look(why).states["amber01"]
    assert state.counts is not None
    assert (state.is_done, state.has_changed, state.counts.points) == (True, False, 1.5)


def test_a_mark_by_hand_that_stays_for_another_text_is_said(course: Path, sit_down: Sit) -> None:
    for task in ("why_linear", "shifted_written"):
        command = ["--root", str(course), "mark", "amber01", task, "0.5", "--why", "An appeal.", "-c", "2030"]
        assert CliRunner().invoke(app, command).exit_code == 0
    grade(course, {"amber01": "Another text."})
    lines = (course / "records" / "2030" / f"{A}.jsonl").read_text().splitlines()
    (result,) = (one for one in map(json.loads, lines) if one["student"] == "amber01")
    (note,) = result["notes"][1:]
    assert (note["code"], "why_linear" in note["text"], "shifted" in note["text"]) == ("hand-mark-kept", True, False)
    desk = sit_down()
    state = desk.look(desk.question(WHY)).states["amber01"]
    assert state.counts is not None
    assert state.counts.points == 0.5


def test_both_halves_of_a_task_have_a_name_for_a_mark_by_hand(course: Path) -> None:
    def mark(task: str) -> str:
        command = ["--root", str(course), "mark", "amber01", task, "0.5", "--why", "An appeal.", "-c", "2030"]
        done = CliRunner().invoke(app, command)
        return done.exception.code if isinstance(done.exception, HippogradError) else done.output

    assert "amber01: 1.3 Moving a number, in words: 0.5 of 1 point" in mark("shifted_written")
    with Gradebook(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}") as book:
        assert book.find_grade("shifted_written", A, A, "amber01").manual_score == 0.5
        assert book.find_grade("shifted", A, A, "amber01").manual_score is None
    assert "1.1 Stretching a number: 0.5 of 2.5 points" in mark("1.1")
    assert mark("1.3") == "task-has-two-marks"
    assert mark("shifted_writen") == "task-not-found"


def test_where_two_marks_differ_a_third_look_settles_it(course: Path, sit_down: Sit) -> None:
    first, second, third = sit_down("tess"), sit_down("zoe", SECOND), sit_down("kim", RESOLUTION)
    why = first.question(WHY)
    for student, one, other in (("amber01", ["additive"], ["additive", "homogeneous"]), ("ben02", [], [])):
        give(first, why, student, one, "")
        give(second, why, student, other, "Both are there.")
    looked = third.look(why)
    assert third.order(why, looked.answers) == ["amber01"]
    assert [mark.points for mark in looked.states["amber01"].both] == [1, 2]
    give(third, why, "amber01", ["additive", "homogeneous"], "Both.")
    assert in_nbgrader(course, "amber01") == (2, False, "Both.")
    assert third.next_after(why, third.look(why), None) is None
    found = agreement(first.store, why, first.answers.to(why))
    assert (found.disagreements, found.settled) == ([("amber01", 1, 2)], {"amber01": 2}), "as they were before"
    first.edit_comment(why, "Both.", "Both are there.")
    assert agreement(first.store, why, first.answers.to(why)).disagreements == [("amber01", 1, 2)]
    assert in_nbgrader(course, "amber01") == (2, False, "Both are there.")


def test_a_resolution_is_taken_back_with_the_mark_that_counted(course: Path, sit_down: Sit) -> None:
    first, second, third = sit_down("tess"), sit_down("zoe", SECOND), sit_down("kim", RESOLUTION)
    why = first.question(WHY)
    give(first, why, "amber01", ["additive"], "first")
    give(second, why, "amber01", [], "")
    give(third, why, "amber01", [], "third")
    assert in_nbgrader(course, "amber01") == (0, False, "third")
    assert undo(third, why, "amber01").students == ["amber01"]
    assert in_nbgrader(course, "amber01") == (1, False, "first")
    assert third.next_after(why, third.look(why), None) == "amber01"


def test_what_is_changed_of_a_resolution_is_changed_of_the_mark_that_counts(course: Path, sit_down: Sit) -> None:
    first, second, third = sit_down("tess"), sit_down("zoe", SECOND), sit_down("kim", RESOLUTION)
    why = first.question(WHY)
    for student in ("amber01", "ben02"):
        give(first, why, student, ["additive", "homogeneous"], "first")
        give(second, why, student, [], "")
        give(third, why, student, ["additive"], "Bth.")
    give(first, why, "ben02", ["homogeneous"], "Bth.")
    assert third.edit_comment(why, "Bth.", "Both.") == 1, "the other was marked again since"
    assert in_nbgrader(course, "amber01") == (1, False, "Both.")
    assert in_nbgrader(course, "ben02") == (1, False, "Bth.")
    notebook = course / "assignments" / A / f"{A}.ipynb"
    text = notebook.read_text()
    notebook.write_text(text.replace("- 1 `additive`", "- 1.5 `additive`").replace("- 1 `homo", "- 0.5 `homo"))
    third = desk_at(course, "kim", RESOLUTION)
    why = third.question(WHY)
    assert third.apply_scheme(why) == 1
    assert (in_nbgrader(course, "amber01"), in_nbgrader(course, "ben02")[0]) == ((1.5, False, "Both."), 1)
    found = agreement(third.store, why, third.answers.to(why))
    assert ("amber01", 2, 0) in found.disagreements, "as they were before"
    assert found.settled["amber01"] == 1.5
    assert "ben02" not in found.settled
    assert undo(third, why, "amber01").with_earlier == 1
    assert in_nbgrader(course, "amber01") == (1, False, "Both.")
    assert undo(third, why, "amber01").students == ["amber01"]
    assert in_nbgrader(course, "amber01") == (2, False, "first")


def test_what_is_given_after_a_third_look_is_in_view_of_the_next(course: Path, sit_down: Sit) -> None:
    first, second, third = sit_down("tess"), sit_down("zoe", SECOND), sit_down("kim", RESOLUTION)
    why = first.question(WHY)
    for student in ("amber01", "ben02"):
        give(first, why, student, ["additive"], "first")
        give(second, why, student, [], "")
        give(third, why, student, ["additive", "homogeneous"], "third")
    command = ["--root", str(course), "mark", "amber01", "why_linear", "0.5", "--why", "An appeal.", "-c", "2030"]
    assert CliRunner().invoke(app, command).exit_code == 0
    give(first, why, "ben02", ["homogeneous"], "Again.", 1.5)
    looked = third.look(why)
    appeal = looked.states["amber01"].counts
    assert appeal is not None
    assert (appeal.points, appeal.comment) == (0.5, "An appeal.")
    assert looked.states["ben02"].counts is None
    assert [mark.points for mark in looked.states["ben02"].both] == [1.5, 0]
    found = agreement(third.store, why, third.answers.to(why))
    assert found.disagreements == [("ben02", 1.5, 0), ("amber01", 1, 0)], "an appeal is no first mark"
    assert found.settled == {"amber01": 0.5}


def test_what_the_first_desk_changes_of_a_resolution_settles_it_still(course: Path, sit_down: Sit) -> None:
    second, third = sit_down("zoe", SECOND), sit_down("kim", RESOLUTION)
    why = second.question(WHY)
    give(sit_down("tess"), why, "amber01", ["additive", "homogeneous"], "first")
    give(second, why, "amber01", [], "")
    give(third, why, "amber01", ["additive"], "Bth.")
    notebook = course / "assignments" / A / f"{A}.ipynb"
    text = notebook.read_text()
    notebook.write_text(text.replace("- 1 `additive`", "- 1.5 `additive`").replace("- 1 `homo", "- 0.5 `homo"))
    first = desk_at(course, "tess")
    why = first.question(WHY)
    assert first.edit_comment(why, "Bth.", "Both.") == 1
    assert first.apply_scheme(why) == 1
    there = first.answers.to(why)
    assert agreement(first.store, why, there).settled == {"amber01": 1.5}
    assert first.changed_by_scheme(why) == []
    settled = desk_at(course, "kim", RESOLUTION).look(why).states["amber01"].counts
    assert settled is not None
    assert (settled.points, settled.comment) == (1.5, "Both.")
    undo(first, why, "amber01")
    assert in_nbgrader(course, "amber01") == (1, False, "Both.")
    assert agreement(first.store, why, there).settled == {"amber01": 1}


def test_comments_are_known_with_the_items_that_they_came_with(sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give_group(desk, why, ["amber01", "ben02"], ["additive"], "Only sums.")
    give(desk, why, "cem03", ["homogeneous"], "Only multiples.")
    assert desk.comments(why) == {"Only sums.": ["additive"], "Only multiples.": ["homogeneous"]}


def exported(course: Path, student: str) -> tuple[float | None, str | None, list[str]]:
    """Points, comment and items of an answer, as export and feedback have them."""
    marks = Book(f"sqlite:///{course / 'records' / '2030' / 'gradebook.db'}").marks(A)[student]
    return marks.cells["why_linear"].points, marks.comments.get("why_linear"), marks.items.get("why_linear", [])


def test_undo_after_a_new_version_leaves_it_unmarked(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "Old.")
    grade(course, {"amber01": "Another text."})
    give(desk, why, "amber01", ["homogeneous"], "New.")
    undo(desk, why, "amber01")
    assert in_nbgrader(course, "amber01") == (None, True, None)
    assert exported(course, "amber01") == (None, None, [])
    state = desk.look(why).states["amber01"]
    assert (state.has_changed, state.is_done) == (True, False)
    with pytest.raises(HippogradError, match="nothing of yours"):
        undo(desk, why, "amber01")


def test_a_mark_of_formgrader_is_of_the_version_that_was_marked(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    for student in ("amber01", "ben02"):
        in_formgrader(course, student, 1.5, "Theirs.")
    grade(course, {"amber01": "Another text.", "ben02": WRITTEN["ben02"]})
    states = desk_at(course).look(why).states
    assert (states["amber01"].is_done, states["ben02"].is_done) == (False, True)
    assert exported(course, "amber01") == (None, None, [])
    assert exported(course, "ben02") == (1.5, "Theirs.", [])
    assert in_nbgrader(course, "ben02") == (1.5, False, "Theirs."), "formgrader does not ask for it again"


def test_a_mark_of_formgrader_of_an_earlier_version_is_what_the_answer_had(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "Mine.")
    for student in ("amber01", "ben02"):
        in_formgrader(course, student, 2, "Theirs.")
    grade(course, {"amber01": "Another text.", "ben02": "One more text."})
    for student in ("amber01", "ben02"):
        for again in (False, True):
            state = desk.look(why).states[student]
            assert (state.has_changed, state.is_done) == (True, False)
            assert state.mark is not None
            assert (state.mark.marker, state.mark.points, state.mark.comment) == ("formgrader", 2, "Theirs.")
            if not again:
                give(desk, why, student, ["additive"])
                assert in_nbgrader(course, student)[:2] == (1, False)
                undo(desk, why, student)
                assert in_nbgrader(course, student) == (2, True, "Theirs.")


def test_a_mark_that_formgrader_took_away_is_not_gone_back_to(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "Mine.")
    in_formgrader(course, "amber01", None)
    assert not desk.look(why).states["amber01"].is_done
    give(desk, why, "amber01", [])
    assert in_nbgrader(course, "amber01")[:2] == (0, False)
    undo(desk, why, "amber01")
    assert in_nbgrader(course, "amber01")[:2] == (None, True)
    assert not desk.look(why).states["amber01"].is_done


def test_a_mark_that_formgrader_took_away_does_not_come_back_with_the_old_text(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "Mine.")
    in_formgrader(course, "amber01", None)
    for text in ("Another text.", WRITTEN["amber01"]):
        grade(course, {"amber01": text})
        assert in_nbgrader(course, "amber01")[:2] == (None, True)
        assert not desk_at(course).look(why).states["amber01"].is_done


def test_a_mark_of_formgrader_counts_the_same_before_and_after_the_desk_is_opened(course: Path) -> None:
    for student in ("amber01", "ben02"):
        in_formgrader(course, student, 1.5, "Theirs.")
    grade(course, {"amber01": "Another text.", "ben02": WRITTEN["ben02"]})
    assert in_nbgrader(course, "amber01")[:2] == (1.5, True), "formgrader asks for it again"
    assert in_nbgrader(course, "ben02")[:2] == (1.5, False)
    before = [exported(course, student) for student in ("amber01", "ben02")]
    desk = desk_at(course)
    states = desk.look(desk.question(WHY)).states
    assert [states[student].is_done for student in ("amber01", "ben02")] == [False, True]
    assert [exported(course, student) for student in ("amber01", "ben02")] == before
    assert before == [(None, None, []), (1.5, "Theirs.", [])]
    in_formgrader(course, "amber01", 1.5, "Read again.")
    assert desk.look(desk.question(WHY)).states["amber01"].is_done
    assert exported(course, "amber01") == (1.5, "Read again.", [])


def test_comment_and_items_of_an_earlier_answer_are_in_no_feedback(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give_group(desk, why, ["amber01", "cem03"], ["additive"], "One word is not a reason.")
    grade(course, {"amber01": "Another text.", "cem03": ""})
    assert exported(course, "amber01") == (None, None, [])
    assert exported(course, "cem03") == (0, None, []), "blank"
    assert desk_at(course).look(why).states["cem03"].is_done
    grade(course, {"amber01": WRITTEN["amber01"]})
    assert exported(course, "amber01") == (1, "One word is not a reason.", ["additive"])


def test_a_mark_that_formgrader_emptied_is_none(course: Path, sit_down: Sit) -> None:
    desk = sit_down()
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"])
    in_formgrader(course, "amber01", None)
    state = desk.look(why).states["amber01"]
    assert (state.is_done, state.has_changed) == (False, False)
    grade(course, {"amber01": WRITTEN["amber01"]})
    assert in_nbgrader(course, "amber01") == (None, True, None)
    give(desk, why, "amber01", ["additive"])
    assert in_nbgrader(course, "amber01")[0] == 1


def test_agreement_knows_what_formgrader_did(course: Path, sit_down: Sit) -> None:
    first, second, third = sit_down("tess"), sit_down("zoe", SECOND), sit_down("kim", RESOLUTION)
    why = first.question(WHY)
    give(first, why, "amber01", ["additive"], "Mine.")
    give(second, why, "amber01", [])
    give(second, why, "ben02", ["additive"])
    in_formgrader(course, "amber01", 1.25, "Theirs.")
    in_formgrader(course, "ben02", 1.5)
    there = first.answers.to(why)
    assert agreement(first.store, why, there).disagreements == [("amber01", 1.25, 0), ("ben02", 1.5, 1)]
    assert [mark.marker for mark in third.look(why).states["amber01"].both] == ["formgrader", "zoe"]
    give(third, why, "amber01", [], "Settled.", 1.25)
    assert in_nbgrader(course, "amber01") == (1.25, False, "Settled.")
    assert agreement(first.store, why, there).settled == {"amber01": 1.25}
    undo(third, why, "amber01")
    assert in_nbgrader(course, "amber01") == (1.25, False, "Theirs.")


def test_marks_of_an_earlier_answer_are_not_to_settle(course: Path, sit_down: Sit) -> None:
    first, second = sit_down("tess"), sit_down("zoe", SECOND)
    why = first.question(WHY)
    give(first, why, "amber01", ["additive"])
    give(second, why, "amber01", [])
    grade(course, {"amber01": "Now a totally different answer."})
    third = desk_at(course, "kim", RESOLUTION)
    assert third.look(why).states == {}
    assert agreement(third.store, why, third.answers.to(why)).both == 0


def test_an_edited_comment_leaves_whose_mark_it_is_and_what_is_taken_back(course: Path, sit_down: Sit) -> None:
    desk = sit_down("bob")
    why = desk.question(WHY)
    give(desk, why, "amber01", ["homogeneous"], "First.")
    give_group(desk, why, ["amber01", "ben02"], ["additive"], "And multiples?")
    assert sit_down("ann").edit_comment(why, "And multiples?", "And what of multiples?") == 2
    counts = desk.look(why).states["amber01"].counts
    assert counts is not None
    assert (counts.marker, counts.comment) == ("bob", "And what of multiples?")
    back = undo(desk, why, "amber01")
    assert (sorted(back.students), back.with_earlier) == (["amber01", "ben02"], 1)
    assert in_nbgrader(course, "amber01") == (1, False, "First.")
    assert in_nbgrader(course, "ben02") == (None, True, None)


def test_commands_say_what_waits_and_that_the_desk_marks_it(course: Path, sit_down: Sit) -> None:
    options = ["-a", A, "-c", "2030", "-j", 1, "--tier", "unconfined"]
    said = hippograd(course, "grade", course / "handed_in", *options).stdout
    assert "to mark    3 points of 2 tasks, in 10 answers: hippograd mark 1_scaling --cohort 2030\n" in said
    for command in (["feedback", "-a", A], ["export", "--to", course / "marks.csv"]):
        refused = hippograd(course, *command, "-c", "2030")
        assert (refused.returncode, "first: `hippograd mark 1_scaling --cohort 2030`" in refused.stderr) == (2, True)
    desk = sit_down()
    give_group(desk, desk.question(WHY), ["amber01", "ben02", "cem03", "dora04"], [])
    said = hippograd(course, "grade", course / "handed_in", *options).stdout
    assert "to mark    1 point of 1 task, in 6 answers: hippograd mark 1_scaling --cohort 2030\n" in said
    elsewhere = course / "other records"
    said = hippograd(course, "grade", course / "handed_in", *options, "--records", elsewhere).stdout
    assert f": hippograd mark 1_scaling --cohort 2030 --records '{elsewhere}'\n" in said
