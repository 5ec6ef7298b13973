"""What is known of one student, and what a download may call them."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from hippograd.text import normalized

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


def key_value(text: str) -> str:
    """Return an id or address as it is looked up: in lower case, its signs composed."""
    return normalized("NFC", text.strip().casefold())


def plain_name(name: str) -> str:
    """Return a name in lower case without spaces, signs and accents.

    Examples
    --------
    >>> plain_name("Zoë O'Hara")
    'zoeohara'
    """
    return "".join(sign for sign in normalized("NFKD", name.casefold()) if sign.isalnum())


def orders(name: str) -> set[str]:
    """Return a name with its parts in all orders that lists use: first name first, or a family name of any length
    first."""
    parts = [part for part in re.split(r"[\s,]+", name) if part]
    return {plain_name("".join(parts[turn:] + parts[:turn])) for turn in range(len(parts))} - {""}


def group_keys(cell: str) -> set[str]:
    """Return the names of the groups in a cell: the whole of it, and what commas and semicolons separate."""
    return {plain_name(part) for part in (cell, *re.split(r"[;,]", cell))} - {""}


LONGEST_ID, DIGITS = 100, 12
"""Bytes of a student's id, and hexadecimal digits of the digest that follows on them where the name was changed."""

_WITH_DIGEST = re.compile(rf"-[0-9a-f]{{{DIGITS}}}$")


def student_id(name: str) -> str:
    """Return a name as a student's id: no separators, no dots before it, so that it names one folder and nothing else.

    Nor does it begin with what a spreadsheet takes for a formula, or a command for an option. Where that changes the
    name, a digest of it is added, so that no two names become one; a name that ends as if it had one gets one, too.
    """
    wanted = name.strip(" ")
    safe = re.sub(r"^[-+@]|[^\w.@+' -]", "_", wanted).strip(" .")
    safe = safe.encode()[:LONGEST_ID].decode(errors="ignore")  # folders have room for 255 bytes, not letters
    if safe and safe == wanted and not _WITH_DIGEST.search(safe):
        return safe
    digest = hashlib.sha256(wanted.encode("utf-8", errors="surrogatepass")).hexdigest()[:DIGITS]
    return f"{safe or 'unnamed'}-{digest}"
