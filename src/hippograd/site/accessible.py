"""What the theme leaves out for people who read a page with a keyboard, a screen reader or a narrow screen."""

from __future__ import annotations

import re
from html import escape, unescape
from pathlib import Path

_HEAD = re.compile(r'<th class="(head[^"]*)">(.*?)</th>', re.S)


def mend(page: str) -> str:
    """Return a page of Sphinx with tables that scroll by themselves, headers that say something, and all text in a
    landmark.

    Examples
    --------
    >>> mend('<th class="head"><p></p></th>')
    '<td class="head"></td>'
    >>> mend('<th class="head"><p><math><mi>V</mi></math></p></th>')
    '<th class="head"><span class="hippograd-read">V</span><p><math aria-hidden="true"><mi>V</mi></math></p></th>'
    """
    page = _HEAD.sub(_header, page)
    page = page.replace('<table class="table">', '<div class="hippograd-table" tabindex="0"><table class="table">')
    page = re.sub(r'(<div class="hippograd-table" tabindex="0">.*?</table>)', r"\1</div>", page, flags=re.S)
    home = '<div class="sidebar-primary-item" role="navigation" aria-label="Home">'
    return page.replace('<div class="sidebar-primary-item">', home, 1)


def _header(found: re.Match[str]) -> str:
    text = unescape(re.sub(r"<[^>]*>", "", found[2])).strip()
    if not text:
        return f'<td class="{found[1]}"></td>'
    read = f'<span class="hippograd-read">{escape(text)}</span>' if "<math" in found[2] else ""
    shown = found[2].replace("<math>", '<math aria-hidden="true">') if read else found[2]
    return f'<th class="{found[1]}">{read}{shown}</th>'


def mend_all(site: Path) -> None:
    """Mend every page of a site."""
    for path in site.rglob("*.html"):
        path.write_text(mend(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
