"""What is shown of an answer follows from all marks that it ever had, and from what the gradebook has."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from hippograd.store.desk_marks import (
    EARLIER,
    FORMGRADER,
    UNDO,
    Entered,
    Mark,
    Score,
    handed_in_again,
    state,
)

NOW, BEFORE = "digest of now", "digest of before"


def given(points: float | None, number: int = 0, digest: str = NOW, comment: str = "good", batch: str = "") -> Mark:
    return Mark("ada", "tess", ["a"], points, comment, digest, "text", batch or f"key {number}", number=number)


def score(manual: float | None, comment: str = "good", *, is_waiting: bool = False) -> Score:
    return Score(manual, None, comment, "row", is_waiting)


def test_the_desks_last_mark_counts_as_long_as_the_gradebook_has_it() -> None:
    one = state("ada", [given(1), given(2, 1)], score(2), NOW)
    assert (one.counts, one.last, one.unsaved, one.number) == (given(2, 1), given(2, 1), None, 2)
    assert state("ada", [], score(None, "", is_waiting=True), NOW).counts is None
    assert state("ada", [given(2)], None, NOW).counts == given(2), "a second mark is in no gradebook"
    assert state("ada", [given(2, digest=BEFORE)], None, NOW).counts is None


def test_a_comment_that_was_changed_in_formgrader_is_of_the_same_key_press() -> None:
    one = state("ada", [given(2)], score(2, "better"), NOW)
    assert one.counts == given(2, comment="better")
    assert one.unsaved == given(2, 1, comment="better", batch="key 0")


def test_a_mark_of_formgraders_counts_and_follows_on_the_desks() -> None:
    one = state("ada", [given(1)], score(2, "theirs"), NOW, "text")
    assert one.counts == Mark("ada", FORMGRADER, [], 2, "theirs", NOW, "text", FORMGRADER, number=1) == one.unsaved
    earlier = state("ada", [given(1)], score(2, is_waiting=True), NOW)
    assert earlier.counts is None
    assert earlier.unsaved is not None
    assert earlier.unsaved.digest == EARLIER
    taken = state("ada", [given(1)], score(None, ""), NOW)
    assert taken.counts is None
    assert taken.unsaved is not None
    assert (taken.unsaved.points, taken.unsaved.number) == (None, 1)


def test_a_mark_of_another_version_waits_and_a_comment_alone_is_kept() -> None:
    waits = state("ada", [given(1, digest=BEFORE)], score(1, is_waiting=True), NOW)
    assert (waits.counts, waits.unsaved, waits.last) == (None, None, given(1, digest=BEFORE))
    said = state("ada", [], score(None, "see me", is_waiting=True), NOW)
    assert said.counts is None
    assert said.unsaved is not None
    assert (said.unsaved.points, said.unsaved.comment, said.unsaved.number) == (None, "see me", 0)
    kept = state("ada", [replace(said.unsaved, marker="tess")], score(None, "see me", is_waiting=True), NOW)
    assert kept.unsaved is None, "it is known"


def test_what_was_taken_back_leaves_the_mark_before() -> None:
    first, second = given(1), given(2, 1)
    back = replace(first, batch=UNDO + second.batch, number=2)
    one = state("ada", [first, second, back], score(1), NOW)
    assert (one.standing, one.counts, one.unsaved) == ([first], back, None)


@pytest.mark.parametrize(
    ("before", "history", "digest", "earlier", "manual", "is_waiting", "added"),
    [
        (Entered(None, None, True), [], NOW, None, None, True, 0),
        (Entered(1, "good", False), [given(1)], NOW, NOW, 1, False, 0),
        (Entered(1, "good", False), [given(1, digest=BEFORE)], NOW, BEFORE, None, True, 0),
        (Entered(1, "good", False), [], NOW, BEFORE, 1, True, 0),
        (Entered(1, "good", False), [], NOW, NOW, 1, False, 0),
        (Entered(1, "good", False), [given(1, digest="")], NOW, BEFORE, 1, False, 0),
        (Entered(None, "", True), [given(1), given(2, 1, BEFORE)], NOW, BEFORE, 1, False, 2),
        (Entered(None, "", True), [given(1, digest=NOW)], NOW, NOW, None, True, 1),
    ],
    ids=[
        "nobody has marked it",
        "the same text once more",
        "the desk's mark is of another text",
        "formgrader's is of another text",
        "formgrader's is of the same text",
        "one by hand is of every text",
        "the text of before is back",
        "formgrader took it away",
    ],
)
def test_an_answer_that_is_handed_in_again_has_the_mark_of_its_text(
    before: Entered,
    history: list[Mark],
    digest: str,
    earlier: str | None,
    manual: float | None,
    is_waiting: bool,
    added: int,
) -> None:
    now, more = handed_in_again(before, history, digest, earlier)
    assert (now.manual, now.is_waiting, len(more)) == (manual, is_waiting, added)
