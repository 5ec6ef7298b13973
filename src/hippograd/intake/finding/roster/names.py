"""How ids and names are compared."""

from __future__ import annotations

import re

from hippograd.unicode import normalized


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
