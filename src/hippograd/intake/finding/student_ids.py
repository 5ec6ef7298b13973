"""What students are called: names of folders, which rosters and platforms need not know of."""

from __future__ import annotations

import hashlib
import re

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
