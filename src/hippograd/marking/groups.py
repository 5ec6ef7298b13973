"""Groups of answers: blank, the same but for form, or alike in their words, with what differs."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gradekit.saved import unescaped
from hippograd.marking.questions import Answer
from hippograd.text import normalized

NEAR = 0.6
"""The largest distance, 1 - cosine, at which answers are put together, on average over a group."""

MOST_NEAR = 5_000
"""Distinct answers that are compared with each other; of more, only those that are the same form groups."""

SHARED = 0.8
"""The share of a group that has the words which are shown as what it has in common; all others are what differs."""

MOST_COMPARED = 250_000
"""Words of one text times words of the other: the time of a comparison grows faster than this."""

_BREAK = re.compile(r" {2}\n|</?(?:br|p|div)\s*/?>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")
_SIGN = re.compile(r"([<>=≤≥≠≈+*/^−-])")
_NO_WORD = re.compile(r"[^\w<>=≤≥≠≈+*/^−-]+|_+")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_TOKEN = re.compile(r"(?:(?<!\S)[-+*#>])?(?:\d*[.,]?\d+|\\?[^\W\d_]+(?:'[^\W\d_]+)?)|\S")
"""Words, numbers and signs; `-5` at the beginning is a number, and `- 5` may be an item of a list."""

_TYPED = str.maketrans({"’": "'", "‘": "'", "−": "-"} | dict.fromkeys("“”„", '"'))
"""Signs as a keyboard has them."""

_LAID_OUT = re.compile(
    r"^(```|~~~| {4}|\t|[^\S\n]*\|| +(?:[-*+]|\d+[.)])\s|[^\S\n]*\[[^\]\n]*\][^\S\n]*:)|~~|\$\$|<pre", re.MULTILINE
)
"""Where a space decides what is seen: code, tables, lists in lists, addresses of links, formulas, what is struck."""


@dataclass(frozen=True)
class Group:
    """Answers that a marker may take as one."""

    kind: Literal["blank", "same", "near"]
    students: tuple[str, ...]
    words: frozenset[str] = frozenset()
    """What they have in common, in lower case."""


def groups_of(answers: Mapping[str, Answer]) -> dict[str, Group]:
    """Return the group of each student; an answer like no other is alone and not in the result.

    Deterministic: the same answers always give the same groups.
    """
    blank = tuple(sorted(student for student, answer in answers.items() if answer.is_blank))
    found = [Group("blank", blank)] if len(blank) > 1 else []
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for student, answer in sorted(answers.items()):
        if not answer.is_blank and not answer.attachments:
            alike[form_of(answer.text)].append(student)
    for forms in _near({form: plain_words(answers[students[0]].text) for form, students in sorted(alike.items())}):
        students = tuple(sorted(student for form in forms for student in alike[form]))
        if len(students) > 1:
            words = _in_common([plain_words(answers[student].text) for student in students])
            found.append(Group("same" if len(forms) == 1 else "near", students, words))
    return {student: group for group in found for student in group.students}


def form_of(text: str) -> tuple[str, ...]:
    """Return all words, numbers and signs of a text, without what only form is.

    Form only are the number of spaces, the shape of quotation marks, and a full stop at the end of the text. Of code,
    tables, formulas in lines of their own, and lists in lists every space counts.

    Examples
    --------
    >>> form_of("The eta is &lt; .5\\n\\n“now”.")
    ('The', 'eta', 'is', '<', '.5', '¶', '¶', '"', 'now', '"')
    >>> form_of("x_2") == form_of("x^2"), form_of("N") == form_of("n"), form_of("~~no~~ yes") == form_of("no ~~yes~~")
    (False, False, False)
    """
    if _LAID_OUT.search(text):
        return tuple(text.rstrip().splitlines())
    bare = _PARAGRAPHS.sub(" ¶¶ ", _BREAK.sub("\n\n", text).strip()).replace("\n", " ¶ ")
    seen = normalized("NFC", unescaped(bare).translate(_TYPED))
    tokens = _TOKEN.findall(seen)
    return tuple(tokens[:-1] if tokens[-1:] == ["."] != tokens[-2:-1] else tokens)


def changes(one: str, other: str) -> list[tuple[str, str]] | None:
    """Return what of one text another has in its place, form aside.

    Examples
    --------
    >>> changes("The loss falls for small steps", "The loss rises for small steps.")
    [('falls', 'rises')]
    >>> changes("Loss decreases slowly", "Loss  decreases slowly.")
    []
    """
    words, others = form_of(one), form_of(other)
    if len(words) * len(others) > MOST_COMPARED:
        return [] if words == others else None
    opcodes = difflib.SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    return [
        (" ".join(words[start:end]), " ".join(others[begin:stop]))
        for kind, start, end, begin, stop in opcodes
        if kind != "equal"
    ]


def has_tags(text: str) -> bool:
    """Return whether something in a text looks like a tag or a comment of HTML, meant or not: Markdown may not show it.

    Examples
    --------
    >>> has_tags("It holds if a<b and c>d."), has_tags("So <!-- no -->"), has_tags("It holds if a < b.")
    (True, True, False)
    """
    return "<!--" in text or _TAG.search(text) is not None


def plain_words(text: str) -> str:
    """Return the words and the commonest signs of a text, by which answers are put together.

    Examples
    --------
    >>> plain_words("Eta < 1/a, say. <br>")
    'eta < 1 / a say'
    """
    letters = normalized("NFKD", _TAG.sub(" ", text).casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(_NO_WORD.sub(" ", _SIGN.sub(r" \1 ", _HYPHEN.sub(" ", bare))).split())


def _near(texts: Mapping[tuple[str, ...], str]) -> list[list[tuple[str, ...]]]:
    """Forms by group, by the plain words of their texts and pairs of these, the rarer the weightier."""
    forms = [form for form, text in texts.items() if text]
    alone = [[form] for form in texts if not texts[form]]  # signs alone
    if not 1 < len(forms) <= MOST_NEAR:
        return alone + [[form] for form in forms]
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics.pairwise import cosine_distances

    vectorizer = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\S+", sublinear_tf=True)
    vectors = vectorizer.fit_transform([texts[form] for form in forms])
    near = AgglomerativeClustering(None, metric="precomputed", linkage="average", distance_threshold=NEAR)
    groups: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for form, label in zip(forms, near.fit_predict(cosine_distances(vectors)), strict=True):
        groups[int(label)].append(form)
    return alone + list(groups.values())


def _in_common(texts: list[str]) -> frozenset[str]:
    counts = Counter(word for text in texts for word in set(text.split()))
    return frozenset(word for word, count in counts.items() if count >= SHARED * len(texts))
