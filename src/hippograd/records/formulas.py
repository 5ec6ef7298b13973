"""Formulas as MathML, which a browser draws without a script: nothing is fetched when a page is read."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from math_core import LatexError, LatexToMathML

LONGEST = 3_000
"""Letters of the longest formula that is drawn; braces in each other take the converter's stack."""

_CONVERTER = LatexToMathML(fancy_error=False)

_STIFF = re.compile(r'<mo stretchy="false">([()\[\]])</mo>')
"""Brackets that may not grow: in a line of text nothing is so high that they would, and pages are full of them."""

_REWRITTEN = (
    (re.compile(r"\\tag\*?\{([^{}]*)\}"), r"\\qquad\\text{(\1)}"),  # as there is no margin to put a number in
    (re.compile(r"\\color\{#([0-9A-Fa-f]{6})\}\{"), r"{\\color[HTML]{\1} "),  # MathJax's own form of it
    (re.compile(r"\\\\\[[^\[\]]*(?:em|ex|pt|mm|cm|mu)\]"), r"\\\\"),  # a wider row, which would be written out
    (re.compile(r"\\\r?\n"), r"\\ "),
)


@lru_cache(maxsize=4096)
def as_mathml(formula: str, is_block: bool) -> str:
    """Return a formula in TeX as MathML; as text between its dollars where it is too long or cannot be read.

    Examples
    --------
    >>> as_mathml("x^2", False)
    '<math><msup><mi>x</mi><mn>2</mn></msup></math>'
    >>> as_mathml(r"\\frac{<b>", False)
    '<code>$\\\\frac{&lt;b&gt;$</code>'
    """
    written = formula.strip()
    for pattern, replacement in _REWRITTEN:
        written = pattern.sub(replacement, written)
    if len(written) <= LONGEST:
        try:
            drawn = str(_CONVERTER.convert_with_local_state(written, displaystyle=is_block))
            return drawn if is_block else _STIFF.sub(r"<mo>\1</mo>", drawn)
        except LatexError:
            pass
    dollars = "$$" if is_block else "$"
    return f"<code>{dollars}{html.escape(formula)}{dollars}</code>"
