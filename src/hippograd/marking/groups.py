"""Groups of answers that say the same: blank, the same but for form, or nearly the same."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
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

_DENIALS = frozenset(
    "not no never nor neither none nothing nobody nowhere without cannot hardly minus nicht kein keine nie ne pas "
    "dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt hasnt havent".split()
)
_NUMBERS = frozenset("zero two three four five six seven eight nine ten hundred thousand half twice double".split())
_COMPARISONS = frozenset("< > ≤ ≥ ≠ ≈ lt gt le ge leq geq leqslant geqslant ne neq".split())
_OPPOSITES = tuple(
    (frozenset(some.split()), frozenset(others.split()))
    for some, others in (
        (
            "more most larger largest bigger biggest greater higher highest large big high longer increase increases "
            "increased rises rise raise raises raised grows grow climbs",
            "less least smaller smallest fewer lower lowest lowers lowered small low shorter decrease decreases "
            "decreased falls fall reduce reduces reduced shrinks shrink drops",
        ),
        ("left", "right"),
        ("top up above over uphill upwards", "bottom down below under downhill downwards"),
        ("before first early earlier start begin", "after last late later end"),
        ("positive plus", "negative minus"),
        ("fast faster steep steeper", "slow slower flat flatter"),
        ("wide wider", "narrow narrower"),
        ("good better best", "bad worse worst"),
        ("same linear", "different opposite nonlinear"),
        ("towards toward near nearer inside", "away far farther outside"),
        ("converges converge stable", "diverges diverge unstable"),
        ("true yes possible always", "false no impossible never"),
        ("alive active", "dead silent"),
    )
)
"""Words, and those that stand in their place where the sense is the opposite."""

_ARTICLES = frozenset(("a", "an", "the"))

_UNSEEN = re.compile(r"<!--.*?(-->|\Z)|</?[a-zA-Z][^<>]*>", re.DOTALL)
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_SIGN = re.compile(r"([<>=≤≥≠≈+*/^−-])")
_NO_WORD = re.compile(r"[^\w<>=≤≥≠≈+*/^−-]+|_+")


@dataclass(frozen=True)
class Group:
    """Answers that a marker may take as one."""

    kind: Literal["blank", "same", "near"]
    students: tuple[str, ...]
    words: frozenset[str] = frozenset()
    """What they have in common, in lower case."""


_Deciding = tuple[tuple[str, ...], tuple[str, ...]]


def groups_of(answers: Mapping[str, Answer]) -> dict[str, Group]:
    """The group of each student; an answer like no other is alone and not in the result.

    Deterministic: the same answers always give the same groups.
    """
    blank = tuple(sorted(student for student, answer in answers.items() if answer.is_blank))
    found = [Group("blank", blank)] if len(blank) > 1 else []
    alike: dict[str, list[str]] = defaultdict(list)
    for student, answer in sorted(answers.items()):
        if not answer.is_blank and not answer.attachments:
            alike[plain_words(answer.text)].append(student)
    alike.pop("", None)  # signs alone
    for texts in _near(sorted(alike)):
        students = tuple(sorted(student for text in texts for student in alike[text]))
        if len(students) > 1:
            found.append(Group("same" if len(texts) == 1 else "near", students, _in_common(texts)))
    return {student: group for group in found for student in group.students}


def plain_words(text: str) -> str:
    """A text without what only form is: capitals, accents, punctuation, line breaks, and what HTML hides.

    Examples
    --------
    >>> plain_words("Eta < 1/a, say. <!-- never seen -->") == plain_words("eta<1/a say")
    True
    >>> plain_words("eta > 1/a say") == plain_words("eta < 1/a say")
    False
    """
    letters = unicodedata.normalize("NFKD", _UNSEEN.sub(" ", text).casefold())
    bare = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(_NO_WORD.sub(" ", _SIGN.sub(r" \1 ", _HYPHEN.sub(" ", bare))).split())


def _near(texts: list[str]) -> list[list[str]]:
    """Texts by group, by their words and pairs of words, the rarer the weightier; what decides is the same."""
    if not 1 < len(texts) <= MOST_NEAR:
        return [[text] for text in texts]
    from sklearn.cluster import AgglomerativeClustering
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"\S+", sublinear_tf=True).fit_transform(texts)
    near = AgglomerativeClustering(None, metric="cosine", linkage="average", distance_threshold=NEAR)
    groups: dict[tuple[int, _Deciding], list[str]] = defaultdict(list)
    for text, label in zip(texts, near.fit_predict(vectors.toarray()), strict=True):
        groups[int(label), _deciding(text)].append(text)
    return [in_order for group in groups.values() for in_order in _in_order(group)]


def _in_order(texts: list[str]) -> list[list[str]]:
    """Near texts by group, in none of which one has words of another in another order, or their opposites."""
    groups: list[list[str]] = []
    for text in texts:
        fitting = next(
            (group for group in groups if not any(_moved(one, text) or _turned(one, text) for one in group)), None
        )
        if fitting is None:
            groups.append([text])
        else:
            fitting.append(text)
    return groups


def _moved(one: str, other: str) -> bool:
    """Whether words that both have stand elsewhere in one of them, articles aside; so, too, where that takes too long.

    Examples
    --------
    >>> _moved("large on the right small on the left", "small on the right large on the left")
    True
    >>> _moved("large on the right small on the left", "large ones on the right small on left")
    False
    """
    words, others = one.split(), other.split()
    if len(words) * len(others) > MOST_COMPARED:
        return True
    changes = difflib.SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    gone = {word for kind, start, end, _, _ in changes if kind != "equal" for word in words[start:end]}
    come = {word for kind, _, _, start, end in changes if kind != "equal" for word in others[start:end]}
    return not gone & come <= _ARTICLES


def _turned(one: str, other: str) -> bool:
    """Whether one has more words of a kind, and the other more of their opposites.

    Examples
    --------
    >>> _turned("it is larger there", "it is smaller there"), _turned("it is larger there", "it is there")
    (True, False)
    """
    words, others = Counter(one.split()), Counter(other.split())
    for kinds in _OPPOSITES:
        more, less = (sum(words[word] - others[word] for word in kind) for kind in kinds)
        if more * less < 0:
            return True
    return False


def _deciding(text: str) -> _Deciding:
    """What turns the sense of a text around and hardly changes its words.

    That is what is denied or has a minus before it, and numbers and comparisons.

    Examples
    --------
    >>> _deciding(plain_words("It isn't zero, and never below 0.5, but -W."))
    (('-w', 'below', 'zero'), ('zero', '0', '5'))
    """
    words = [*text.split(), ""]
    denied = [
        after
        for before, word, after in zip(["", *words], words, words[1:], strict=False)
        if word in _DENIALS or (word == "t" and before.endswith("n"))  # isn't, can't
    ]
    denied += [f"-{after}" for word, after in pairwise(words) if word in ("-", "−") and after]
    numbers = [
        word for word in words if word in _NUMBERS or word in _COMPARISONS or any(sign.isdigit() for sign in word)
    ]
    return tuple(sorted(denied)), tuple(numbers)


def _in_common(texts: list[str]) -> frozenset[str]:
    counts = Counter(word for text in texts for word in set(text.split()))
    return frozenset(word for word, count in counts.items() if count >= SHARED * len(texts))
