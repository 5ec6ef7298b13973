"""What is known of one student, and what a download may call them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from hippograd.intake.finding.roster.names import orders

CANVAS_ANONYMOUS, GITHUB = "Canvas, anonymous", "GitHub"

OF_PEOPLE = ("Canvas", "Brightspace", "Blackboard")
"""Platforms that number people; Moodle numbers what they hand in."""

SURE_NUMBERS = ("Canvas", "Blackboard")
"""Those of them of which it is known that a person's number stays: what has another one is not theirs."""

ADDRESS = "address"


class Key(NamedTuple):
    """What a download calls a student: an id, a user name or an address, or a number that only one platform uses."""

    value: str
    platform: str = ""


@dataclass(frozen=True)
class Person:
    """What a line of a roster says of a student."""

    student: str
    name: str
    email: str
    first_name: str
    last_name: str
    keys: frozenset[Key]
    names: frozenset[str]
    groups: frozenset[str]
    handed_in: str
    section: str = ""
    called: str = ""
    """The id as the file has it, which may be no name of a folder."""

    @property
    def shown(self) -> str:
        """What messages call the student."""
        return self.name or self.email or self.student


def known_person(student: str, first_name: str, last_name: str, email: str, keys: Iterable[Key]) -> Person:
    """Somebody of whom a gradebook knows these; any of them may be empty."""
    name = " ".join(part for part in (first_name, last_name) if part)
    own = {Key(student.casefold()), Key(email.casefold()), *(key._replace(value=key.value.casefold()) for key in keys)}
    return Person(
        student,
        name,
        email.casefold(),
        first_name,
        last_name,
        frozenset(key for key in own if key.value),
        frozenset(orders(name)),
        frozenset(),
        "",
    )


def telling(keys: Collection[Key]) -> list[Key]:
    """The keys that tell people apart, whatever is handed in: not what only repeats a platform's number."""
    numbers = {key.value for key in keys if key.platform}
    of_moodle = tuple(key.value for key in keys if key.platform == "Moodle")  # `participant 500003`
    own = [key for key in keys if not key.platform and key.value not in numbers and not key.value.endswith(of_moodle)]
    return own + [key for key in keys if key.platform in SURE_NUMBERS]


def kind_of(key: Key) -> str:
    """What keys are compared with: numbers of one platform, addresses, or ids."""
    return key.platform or (ADDRESS if "@" in key.value else "id")
