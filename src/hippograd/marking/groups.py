"""Groups of answers: blank, the same but for form, or alike in their words, with what differs."""

from __future__ import annotations

import difflib
import html
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from hippograd.marking.questions import Answer

NEAR = 0.55
"""The largest distance, 1 - cosine, at which answers are put together, on average over a group."""

MOST_NEAR = 5_000
"""Distinct answers that are compared with each other; of more, only those that are the same form groups."""

SHARED = 0.8
"""The share of a group that has the words which are shown as what it has in common; all others are what differs."""

MOST_COMPARED = 250_000
"""Words of one text times words of the other: the time of a comparison grows faster than this."""

SLIP = 6
"""The fewest letters of a word in which one letter wrong is taken for a slip: short words turn into others."""

_LITTLE = frozenset(
    "a an the this that these those it its is are was were be been there here so thus hence therefore then also too "
    "very really".split()
)
"""Words whose coming and going leaves a sentence's sense as it is."""

_UNSEEN = re.compile(r"<!--.*?(-->|\Z)|</?(?:br|p|div|span|b|i|em|strong|u)\s*/?>", re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2})-(?=[^\W\d_]{2})")
_SIGN = re.compile(r"([<>=≤≥≠≈+*/^−-])")
_NO_WORD = re.compile(r"[^\w<>=≤≥≠≈+*/^−-]+|_+")
_TOKEN = re.compile(r"\d*[.,]?\d+|[^\W\d_]+(?:'[^\W\d_]+)?|\S")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "`": '"'})
_NO_SENSE = frozenset(',:"')


@dataclass(frozen=True)
class Group:
    """Answers that a marker may take as one."""

    kind: Literal["blank", "same", "near"]
    students: tuple[str, ...]
    words: frozenset[str] = frozenset()
    """What they have in common, in lower case."""


def groups_of(answers: Mapping[str, Answer]) -> dict[str, Group]:
    """The group of each student; an answer like no other is alone and not in the result.

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
    """All words, numbers and signs of a text, without what only form is.

    Form only are capitals of words, line breaks, commas, quotation marks, signs at the end, and markup without a sense.

    Examples
    --------
    >>> form_of("So <b>Eta</b> &lt; .5,\\nsay. <!-- never seen -->")
    ('so', 'eta', '<', '.5', 'say')
    >>> form_of("x_2") == form_of("x^2"), form_of("N") == form_of("n"), form_of("~~no~~ yes") == form_of("no ~~yes~~")
    (False, False, False)
    """
    seen = unicodedata.normalize("NFC", html.unescape(_UNSEEN.sub(" ", text)).translate(_QUOTES))
    tokens = [_folded(token) for token in _TOKEN.findall(_HYPHEN.sub(" ", seen)) if token not in _NO_SENSE]
    while tokens and tokens[-1] in (".", "!", ";"):
        tokens.pop()
    return tuple(tokens)


def _folded(token: str) -> str:
    """A word in lower case; a letter alone, which may be a symbol, as it is."""
    return token.casefold() if len(token) > 1 or token in "AI" else token


def changes(one: str, other: str) -> list[tuple[str, str]] | None:
    """What of one text another has in its place, unless both are of one sense whatever they say.

    Articles and other little words count as nothing, a letter wrong in a long word as a slip.

    Returns
    -------
    list of (str, str) or None
        What is gone and what has come, in the order of the texts; empty where only the form differs, and None where
        the texts are too long to compare.

    Examples
    --------
    >>> changes("The loss falls for small steps", "So the loss fals, for smal steps")
    [('falls', 'fals'), ('small', 'smal')]
    >>> changes("It decreases so slowly", "It decreeses slowly."), changes("It decreases", "It increases")
    ([], [('decreases', 'increases')])
    """
    words, others = form_of(one), form_of(other)
    if len(words) * len(others) > MOST_COMPARED:
        return [] if words == others else None
    found = []
    for kind, start, end, begin, stop in difflib.SequenceMatcher(None, words, others, autojunk=False).get_opcodes():
        gone = [word for word in words[start:end] if word not in _LITTLE]
        come = [word for word in others[begin:stop] if word not in _LITTLE]
        is_form = len(gone) == len(come) and all(map(_is_slip, gone, come))
        if kind != "equal" and not is_form:
            found.append((" ".join(gone), " ".join(come)))
    return found


def _is_slip(one: str, other: str) -> bool:
    """Whether two long words differ in one letter, not the first, or in two that are swapped."""
    if one == other:
        return True
    if min(len(one), len(other)) < SLIP or not (one + other).isalpha() or one[0] != other[0]:
        return False
    edits = [
        max(end - start, stop - begin)
        for kind, start, end, begin, stop in difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
        if kind != "equal"
    ]
    return edits == [1] or (edits == [1, 1] and sorted(one) == sorted(other))


def plain_words(text: str) -> str:
    """The words and the commonest signs of a text, by which answers are put together.

    Examples
    --------
    >>> plain_words("Eta < 1/a, say. <!-- never seen -->")
    'eta < 1 / a say'
    """
    letters = unicodedata.normalize("NFKD", _TAG.sub(" ", _UNSEEN.sub(" ", text)).casefold())
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

    vectorizer = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\S+", sublinear_tf=True)
    vectors = vectorizer.fit_transform([texts[form] for form in forms])
    near = AgglomerativeClustering(None, metric="cosine", linkage="average", distance_threshold=NEAR)
    groups: dict[int, list[tuple[str, ...]]] = defaultdict(list)
    for form, label in zip(forms, near.fit_predict(vectors.toarray()), strict=True):
        groups[int(label)].append(form)
    return alone + list(groups.values())


def _in_common(texts: list[str]) -> frozenset[str]:
    counts = Counter(word for text in texts for word in set(text.split()))
    return frozenset(word for word, count in counts.items() if count >= SHARED * len(texts))
