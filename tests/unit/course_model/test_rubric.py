"""Mark schemes that people read and the desk reckons with."""

from __future__ import annotations

import pytest

from hippograd.course.rubric import read_rubric
from tests.refusals import refused

SCHEME = """\
2 points.
- 0.5 `strength`: something that it gets right,
  with a reason.
- one of:
  - 1.5 `why`: why no weights help.
  - 0.5 `where`: only where it fails.
- -0.5 `wrong_data`: argues from other data.
- one of:
  - -0.5 `slip`: a sign is wrong.
  - -1 `wrong`: all signs are wrong.
- at most 1 `guarantee`: claims that it never fails.
Accept pictures:
- of any kind.
"""


def test_items_groups_limits_and_remarks_are_told_apart() -> None:
    rubric = read_rubric(SCHEME)
    assert [(item.id, item.points, bool(item.group), item.is_limit) for item in rubric.items] == [
        ("strength", 0.5, False, False),
        ("why", 1.5, True, False),
        ("where", 0.5, True, False),
        ("wrong_data", -0.5, False, False),
        ("slip", -0.5, True, False),
        ("wrong", -1.0, True, False),
        ("guarantee", 1.0, False, True),
    ]
    assert rubric.items[0].text == "something that it gets right, with a reason."
    assert rubric.remarks == "Accept pictures:\n- of any kind."


@pytest.mark.parametrize(
    ("chosen", "points"),
    [
        ((), 0),
        (("strength", "why"), 2),
        (("why", "where"), 1.5),
        (("where", "wrong_data"), 0),
        (("wrong_data",), 0),
        (("strength", "why", "guarantee"), 1),
        (("strength", "guarantee"), 0.5),
        (("strength", "gone_since"), 0.5),
        (("strength", "why", "slip"), 1.5),
        (("strength", "why", "slip", "wrong"), 1),
        (("strength", "why", "wrong_data", "wrong"), 0.5),
    ],
)
def test_what_an_answer_earns(chosen: tuple[str, ...], points: float) -> None:
    assert read_rubric(SCHEME).score(chosen) == points


@pytest.mark.parametrize(
    ("scheme", "code"),
    [
        ("", "scheme-other-points"),
        ("- 1 `a`: yes.", "scheme-other-points"),
        ("2 points: half each.\n- 2 `a`: yes.", "scheme-other-points"),
        ("1 point.\n- 1: yes.", "scheme-without-id"),
        ("1 point.\n- 1 `A b`: yes.", "scheme-without-id"),
        ("1 point.\n- 0.5 `a`: yes.\n- 0.5 `a`: no.", "scheme-id-twice"),
        ("2 points.\n- 1 `a`: yes.", "scheme-sum"),
        ("1 point.\n- 1 `a`: yes.\n- 0.5 `b`: too.", "scheme-sum"),
        ("1 point.\n- one of:\n  - 0.5 `a`: yes.\n  - 0.5 `b`: too.", "scheme-sum"),
        ("1 point.\n- 1 `a`: yes.\n- at most 1 `b`: nothing.", "scheme-limit"),
    ],
)
def test_a_scheme_that_cannot_be_reckoned_with_is_refused(scheme: str, code: str) -> None:
    with refused(code):
        read_rubric(scheme)
