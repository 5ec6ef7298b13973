"""Blackboard's text file beside each attempt: who handed it in, under which user name."""

from __future__ import annotations

import re

_WHO = re.compile(r"^[^:\n]+:\s*(?P<name>[^\n]*?)\s*\((?P<user>[^()\n]+)\)\s*$", re.MULTILINE)


def read_who(data: bytes) -> tuple[str, str]:
    """The name and the user name in the first lines, `Name: Ada Lovelace (ada01)`; empty where they are not there."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    found = _WHO.search(text[:2000].replace("\r\n", "\n"))
    return (found["name"], found["user"]) if found else ("", "")
