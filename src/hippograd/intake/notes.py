"""What is said about how a submission was read."""

from __future__ import annotations

from typing import Any

import msgspec

from hippograd.errors import one_line
from hippograd.messages import message, plain_data, worded

PLEASE_CHECK = "Please check: "


class Note(msgspec.Struct, frozen=True):
    """A sentence about how a submission was read: what was repaired, or what a person should decide.

    Examples
    --------
    >>> str(Note("which of these two answers counts?", for_staff=True))
    'Please check: which of these two answers counts?'
    """

    text: str
    """The sentence, in one line."""

    for_staff: bool = False
    """Whether it asks the teaching staff to look."""

    is_news: bool = False
    """Whether it is about what a run did: a later one that has nothing new of the student does not say it again."""

    code: str = ""
    data: dict[str, Any] = {}

    @classmethod
    def of(cls, code: str, **data: Any) -> Note:
        """Build the note that `messages.toml` calls by this code."""
        kind, kept = message(code), plain_data(data)
        return cls(worded(kind.text, kept), kind.for_staff, kind.is_news, code, kept)

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "text", one_line(self.text))

    def __hash__(self) -> int:
        return hash(self.text)

    def __str__(self) -> str:
        return f"{PLEASE_CHECK}{self.text}" if self.for_staff else self.text
