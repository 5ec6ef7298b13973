"""Fingerprints of statements by winnowing.

Schleimer, Wilkerson, Aiken: Winnowing: local algorithms for document fingerprinting. SIGMOD 2003.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from hippograd.similarity.tokens import Statement

GRAM = 5
"""Tokens of a fingerprint."""

WINDOW = 2
"""Of so many neighbouring ones, the smallest is kept: what is alike over `GRAM + WINDOW - 1` tokens is found."""

SHORTEST = 4
"""Tokens of a statement that says something."""

Prints = dict[int, frozenset[int]]
"""The lines in which each fingerprint stands."""


def fingerprints(statements: Iterable[Statement]) -> Prints:
    """Return the fingerprints of some statements; none reaches over the end of one, so that their order plays no
    part."""
    found: dict[int, set[int]] = {}
    for statement in statements:
        for start, stop, print_ in _chosen(statement):
            found.setdefault(print_, set()).update(statement.lines[start:stop])
    return {print_: frozenset(lines) for print_, lines in found.items()}


def _chosen(statement: Statement) -> Iterable[tuple[int, int, int]]:
    """Beginning, end and hash of the grams that are kept."""
    count = len(statement.tokens)
    if count < SHORTEST:
        return
    length = min(GRAM, count)
    hashes = [_hash(statement.tokens[at : at + length]) for at in range(count - length + 1)]
    kept = -1
    for at in range(max(1, len(hashes) - WINDOW + 1)):
        window = hashes[at : at + WINDOW]
        place = at + max(range(len(window)), key=lambda one: (-window[one], one))  # the last of the smallest
        if place != kept:
            yield place, place + length, hashes[place]
            kept = place


def _hash(tokens: tuple[str, ...]) -> int:
    return int.from_bytes(hashlib.blake2b("\0".join(tokens).encode(errors="replace"), digest_size=8).digest())
