"""Answers without names for other tools, and items that they propose; a proposal is no mark until a person saves it."""

from __future__ import annotations

import codecs
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from hippograd.errors import NO_JSON, HippogradError
from hippograd.files import write_whole
from hippograd.marking.questions import Answers, Question
from hippograd.marking.store import usable_comment


class _Item(msgspec.Struct):
    id: str
    points: float
    text: str


class _Written(msgspec.Struct):
    """One answer, under the digest of what stands in it."""

    question: str
    answer: str
    text: str
    items: list[_Item]


class Proposal(NamedTuple):
    """What a tool would give an answer."""

    items: list[str]
    comment: str = ""


class _Proposed(msgspec.Struct, forbid_unknown_fields=True):
    question: str
    answer: str
    items: list[str]
    comment: str = ""
    text: str = ""
    """Of the answer, as exported."""


def export_answers(answers: Answers, questions: Sequence[Question], target: Path) -> int:
    """Write the answers that are not blank, one line of JSON each, in an order that says nothing; how many.

    The same text of two students is one line.
    """
    lines = {}
    for question in questions:
        items = [_Item(one.id, one.points, one.text) for one in question.rubric.items]
        for answer in answers.to(question).values():
            if not answer.is_blank:
                lines[question.key, answer.digest] = _Written(question.key, answer.digest, answer.text, items)
    write_whole(target, b"".join(msgspec.json.encode(lines[key]) + b"\n" for key in sorted(lines)))
    return len(lines)


def read_proposals(source: Path, questions: Sequence[Question]) -> dict[tuple[str, str], Proposal]:
    """Proposed items and comments by question and digest of the answer."""
    known = {question.key: {item.id for item in question.rubric.items} for question in questions}
    found = {}
    try:
        lines = source.read_bytes().removeprefix(codecs.BOM_UTF8).splitlines()
    except OSError as error:
        raise HippogradError("proposals-not-readable", file=source, cause=error.strerror) from None
    for number, line in enumerate(lines, 1):
        try:
            one = msgspec.json.decode(line, type=_Proposed)
            comment = usable_comment(one.comment)
        except (*NO_JSON, HippogradError) as error:
            cause = str(error).rstrip(".")
            raise HippogradError("proposal-not-readable", file=source, line=number, cause=cause) from None
        strange = [item for item in one.items if one.question in known and item not in known[one.question]]
        if strange:
            items = sorted(known[one.question])
            raise HippogradError(
                "proposal-of-unknown-item",
                file=source,
                line=number,
                question=one.question,
                item=strange[0],
                known=items,
            )
        found[one.question, one.answer] = Proposal(one.items, comment)
    return found


def without_answer(proposals: Collection[tuple[str, str]], answers: Answers, questions: Sequence[Question]) -> int:
    """Return how many proposals to these questions are for answers that are not there, or not any more."""
    there = {(question.key, answer.digest) for question in questions for answer in answers.to(question).values()}
    asked = {question.key for question in questions}
    return sum(one not in there and one[0] in asked for one in proposals)
