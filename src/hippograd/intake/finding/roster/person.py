"""What is known of one student, and what a download may call them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from hippograd.intake.finding.roster.names import key_value, orders

OF_PEOPLE = ("Canvas", "Brightspace", "Blackboard")
"""Platforms that number people; Moodle numbers what they hand in."""


GROUP = "group"
"""In the place of a platform: the key is what a folder or a pattern calls a group, which no account chooses."""


class Key(NamedTuple):
    """What a download calls a student: an id, a user name or an address, or a number that only one platform uses."""

    value: str
    platform: str = ""

    @property
    def plain(self) -> Key:
        """The same as it is looked up."""
        return self._replace(value=key_value(self.value))


@dataclass(frozen=True)
class Person:
    """What a list says of a student."""

    student: str
    name: str = ""
    email: str = ""
    first_name: str = ""
    last_name: str = ""
    keys: frozenset[Key] = frozenset()
    """As they are looked up, the id among them."""

    groups: frozenset[str] = frozenset()
    handed_in: str = ""
    """When, as Moodle's grading worksheet says it."""

    section: str = ""
    called: str = ""
    """The id as the file has it, which may be no name of a folder."""

    @property
    def shown(self) -> str:
        """What messages call the student."""
        return self.name or self.email or self.student

    @property
    def names(self) -> set[str]:
        """The name as it is looked up, in all orders of its parts."""
        return orders(self.name) | orders(f"{self.first_name} {self.last_name}")

    def with_more(self, other: Person) -> Person:
        """Return the same, with what another list says of them, too; what is known already stays."""
        named = self if self.name else other
        return replace(
            self,
            name=named.name,
            first_name=named.first_name,
            last_name=named.last_name,
            email=self.email or other.email,
            keys=self.keys | other.keys,
            groups=self.groups | other.groups,
            handed_in=other.handed_in or self.handed_in,
            section=self.section or other.section,
        )
