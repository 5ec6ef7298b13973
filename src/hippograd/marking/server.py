"""The desk in a browser on the marker's own machine: an address with a secret in it, and nothing from elsewhere."""

from __future__ import annotations

import asyncio
import difflib
import html
import re
import secrets
import socket
from collections.abc import Awaitable, Callable
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
import uvicorn
from jinja2 import Environment, FileSystemLoader
from msgspec import Meta
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from uvicorn.protocols.http.h11_impl import H11Protocol

from hippograd.errors import NO_JSON, HippogradError
from hippograd.marking.desk import Class, Desk, State, nothing_to_take_back
from hippograd.marking.groups import MOST_COMPARED, Group, changes, has_tags, plain_words
from hippograd.marking.questions import Answer, Question
from hippograd.marking.store import SECOND, Seen, Taken, signs_of
from hippograd.records.cleaning import markdown_as_html
from hippograd.records.shown_cells import scrolling
from hippograd.store.desk_marks import EARLIER, FIRST, LONGEST_ANSWER, Mark

_TEMPLATES = Path(__file__).with_name("templates")
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src data:; style-src 'self' 'unsafe-inline'; "
    "frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
MOST_BYTES = 1_000_000
"""Of what the page sends."""

MOST_STRANGERS = 50
"""Connections at a time that have not named the token."""

SHORTEST_MARKED = 3
"""Letters of words that are not marked as what a group has in common: most say nothing."""

MOST_DIFFERENCES = 8
"""Places in which an answer of a group differs from the one before the marker, that are named below it."""

_WORD = re.compile(r"&#?\w+;|\w+")
_TAG_ALONE = re.compile(r"<(?!img|math)[^>]*>")


class Page:
    """The desk's answers to a browser."""

    def __init__(self, desk: Desk, names: bool = False) -> None:
        self.desk = desk
        self.names = names
        self.token = secrets.token_urlsafe(16)

    def app(self) -> Starlette:
        """Return the application."""
        return Starlette(
            middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
            routes=[Mount(f"/{self.token}", routes=self.routes())],
        )

    def routes(self) -> list[Route]:
        """Return what is where, for whoever knows already that a marker asks."""
        return [
            Route("/", self.start),
            Route("/desk.css", self.file),
            Route("/desk.js", self.file),
            Route("/tasks", self.said(self.tasks)),
            Route("/{cell}/answer", self.said(self.answer)),
            Route("/{cell}/find", self.said(self.find)),
            Route("/{cell}/last", self.said(self.last)),
            Route("/{cell}/mark", self.said(self.mark), methods=["POST"]),
            Route("/{cell}/undo", self.said(self.undo), methods=["POST"]),
            Route("/{cell}/comment", self.said(self.comment), methods=["POST"]),
            Route("/{cell}/scheme", self.said(self.scheme), methods=["GET", "POST"]),
        ]

    def said(self, answer: Callable[[Request], Awaitable[Any]]) -> Callable[[Request], Awaitable[Response]]:
        """Answer with a sentence where something goes wrong: the page goes on."""

        async def respond(request: Request) -> Response:
            try:
                return JSONResponse(msgspec.to_builtins(await answer(request)), headers=_HEADERS)
            except HippogradError as error:
                status = 409 if isinstance(error, (Taken, _Gone)) else 400
                said = {"error": error.message, "remedy": error.remedy}
            except OSError as error:
                said = {"error": f"{error.filename} cannot be read: {error.strerror}.", "remedy": "Look at the disk."}
                status = 500
            return JSONResponse(said, status, headers=_HEADERS)

        return respond

    async def start(self, request: Request) -> Response:
        """The page."""
        page = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True).get_template("desk.html.j2")
        return HTMLResponse(page.render(marker=self.desk.marker, kind=self.desk.kind), headers=_HEADERS)

    async def file(self, request: Request) -> Response:
        """Its style and its script."""
        name = request.url.path.rpartition("/")[2]
        kind = {"css": "text/css", "js": "text/javascript"}[name.rpartition(".")[2]]
        return Response((_TEMPLATES / name).read_bytes(), media_type=kind, headers=_HEADERS)

    async def tasks(self, request: Request) -> Any:
        """All questions, and how far each is."""
        return [self._progress(question, self.desk.look(question)) for question in self.desk.questions]

    async def answer(self, request: Request) -> Any:
        """An answer: the one that is asked for, the one after or before it, or the next that nobody has marked."""
        question = self.desk.question(request.path_params["cell"])
        looked = self.desk.look(question)
        asked, step = request.query_params.get("key"), request.query_params.get("step", "here")
        student = _student(asked, looked) if asked else None
        order = self.desk.order(question, looked.answers)
        if step == "next":
            student = self.desk.next_after(question, looked, student)
        elif student in order and step in ("after", "before"):
            student = order[(order.index(student) + (1 if step == "after" else -1)) % len(order)]
        elif student is None:
            student = self.desk.next_after(question, looked, None) or (order[0] if order else None)
        found = {
            "progress": self._progress(question, looked),
            "question": _html(question.text),
            "remarks": _html(question.rubric.remarks),
            "items": [
                {
                    "id": item.id,
                    "points": item.points,
                    "text": _html(item.text),
                    "group": item.group,
                    "limit": item.is_limit,
                }
                for item in question.rubric.items
            ],
            "comments": [
                {"text": text, "items": items} for text, items in islice(self.desk.comments(question).items(), 200)
            ],
        }
        return {**found, "answer": self._shown(question, looked, student, order) if student is not None else None}

    async def find(self, request: Request) -> Any:
        """The answer that markers call so: of this question or, where it has none, of another."""
        asked, here = request.query_params.get("signs", "").strip(), self.desk.question(request.path_params["cell"])
        for question in sorted(self.desk.questions, key=lambda one: one is not here):
            looked = self.desk.look(question)
            for student in self.desk.order(question, looked.answers):
                if self._called(student, looked).casefold() == asked.casefold():
                    return {"cell": question.key, "key": looked.states[student].row}
        raise HippogradError("signs-unknown", signs=asked)

    async def last(self, request: Request) -> Any:
        """The answer that this marker saved last, and has not taken back."""
        question = self.desk.question(request.path_params["cell"])
        states = self.desk.look(question).states
        found = next((states[student] for student in self.desk.saved(question) if student in states), None)
        if found is None:
            raise nothing_to_take_back()
        return {"key": found.row, "seen": found.seen}

    async def mark(self, request: Request) -> Any:
        """Marks an answer or its group: with what the page shows, where each answer is as it was looked at."""
        question, sent = self.desk.question(request.path_params["cell"]), await _sent(request, _Mark)
        looked = self.desk.look(question)
        seen = {_student(key, looked): self._of_this_desk(one) for key, one in sent.seen.items()}
        if len(seen) == 1 and not sent.group:
            ((student, one),) = seen.items()
            mark = self.desk.mark(question, student, sent.items, sent.comment, one, sent.points)
            return {"points": mark.points, "marked": 1, "seen": self._seen(question, [student])}
        try:
            marks = self.desk.mark_group(question, list(seen), sent.items, sent.comment, seen, sent.points)
        except Taken as error:
            raise Taken(error.student, error.by, self._called(error.student, looked)) from None
        return {"points": marks[0].points, "marked": len(marks), "seen": self._seen(question, list(seen))}

    async def undo(self, request: Request) -> Any:
        """Takes the marker's last mark of an answer back, and of all that came with it."""
        question, sent = self.desk.question(request.path_params["cell"]), await _sent(request, _Undo)
        looked = self.desk.look(question)
        back = self.desk.take_back(question, _student(sent.key, looked), self._of_this_desk(sent.seen))
        draft = None
        if (mark := back.mark) is not None:
            points = None if mark.items else mark.points
            draft = {"items": mark.items, "comment": mark.comment, "points": points}
        counts = {"taken_back": len(back.students), "others": len(back.others), "with_earlier": back.with_earlier}
        return {**counts, "draft": draft}

    async def comment(self, request: Request) -> Any:
        """Puts another comment in the place of one, for everybody who has it."""
        question, sent = self.desk.question(request.path_params["cell"]), await _sent(request, _Comment)
        return {"changed": self.desk.edit_comment(question, sent.old, sent.new)}

    async def scheme(self, request: Request) -> Any:
        """Which marks the present scheme changes; with POST, changes them."""
        question = self.desk.question(request.path_params["cell"])
        if request.method == "POST":
            return {"changed": self.desk.apply_scheme(question)}
        changes, looked = self.desk.changed_by_scheme(question), self.desk.look(question)
        return [
            {"who": self._called(mark.student, looked), "before": mark.points, "after": now, "items": mark.items}
            for mark, now in changes
            if mark.student in looked.states
        ]

    def _of_this_desk(self, seen: Seen) -> Seen:
        if self.desk.kind not in seen.numbers:
            raise _not_from_the_page()
        return seen

    def _seen(self, question: Question, students: list[str]) -> dict[str, Seen]:
        """Return what the marker has seen once these are saved, by what the page calls them."""
        states = self.desk.look(question).states
        return {states[student].row: states[student].seen for student in students if student in states}

    def _progress(self, question: Question, looked: Class) -> dict[str, Any]:
        order = self.desk.order(question, looked.answers)
        done = [student for student in order if looked.states[student].is_done]
        mine = [one for one in done if (mark := looked.states[one].counts) and mark.marker == self.desk.marker]
        return {
            "cell": question.key,
            "assignment": question.assignment,
            "number": question.number,
            "title": question.title,
            "points": question.rubric.points,
            "all": len(order),
            "done": len(done),
            "mine": len(mine),
            "rescored": len(self.desk.changed_by_scheme(question)),
        }

    def _shown(self, question: Question, looked: Class, student: str, order: list[str]) -> dict[str, Any]:
        state, answer = looked.states[student], looked.answers[student]
        group = looked.groups.get(student)
        is_to_see = state.mark is not None and state.has_changed and self._is_to_see(state.mark)
        earlier = state.mark if is_to_see else None
        mark = state.counts or (None if answer.is_blank else earlier)
        first, second = state.both or (None, None)
        agreed = [item for item in first.items if item in second.items] if first and second else []
        said = self._said_already(state)
        comment = said or (mark.comment if mark is not None else "")
        shown_answer = _answer_html(answer, group)
        return {
            "key": state.row,
            "who": self._called(student, looked),
            "place": order.index(student) + 1 if student in order else 0,
            "seen": state.seen,
            "html": shown_answer,
            "text": answer.text[:LONGEST_ANSWER],
            "tags": has_tags(answer.text) or (not answer.is_blank and not _TAG_ALONE.sub("", shown_answer).strip()),
            "blank": answer.is_blank,
            "items": mark.items if mark is not None else agreed,
            "given": _given(state, mark),
            "proposed": mark is None and bool(agreed),
            "both": [_mark(mark) for mark in state.both],
            "comment": comment,
            "said": said,
            "having": len(self.desk.having(question, comment)),
            "points": state.counts.points if state.counts is not None else None,
            "had": earlier.points if earlier is not None else None,
            "marker": state.counts.marker if state.counts is not None else "",
            "mine": state.counts is not None and state.counts.marker == self.desk.marker,
            "automatic": state.automatic,
            "extra": state.extra,
            "done": state.is_done,
            "changed": _difference(state.mark.text, answer.text)
            if state.mark is not None and state.has_changed and state.mark.digest != EARLIER
            else "",
            "group": self._group(looked, student, group) if group is not None else None,
        }

    def _is_to_see(self, mark: Mark) -> bool:
        """Return whether this marker may go by a mark: second markers go by no other's."""
        return self.desk.kind != SECOND or mark.marker == self.desk.marker

    def _said_already(self, state: State) -> str:
        """Return the comment of an answer that has no mark: somebody wrote it in formgrader."""
        return state.seen.comment if state.counts is None and self.desk.kind == FIRST else ""

    def _group(self, looked: Class, student: str, group: Group) -> dict[str, Any]:
        others = [one for one in group.students if one != student]
        differing = {
            one: changes(looked.answers[student].text, looked.answers[one].text) if group.kind == "near" else []
            for one in others
        }
        return {
            "kind": group.kind,
            "size": len(group.students),
            "members": [
                {
                    "key": looked.states[one].row,
                    "who": self._called(one, looked),
                    "seen": looked.states[one].seen,
                    "done": looked.states[one].is_done,
                    "mark": _mark(mark) if (mark := looked.states[one].counts) and self._is_to_see(mark) else None,
                    "same": differing[one] == [],
                    "comment": self._said_already(looked.states[one]),
                    "differs": _differing(differing[one]),
                    "html": _answer_html(looked.answers[one], group),
                }
                for one in sorted(others, key=lambda one: differing[one] != [])
            ],
        }

    def _called(self, student: str, looked: Class) -> str:
        """Return what markers call an answer, the same at each desk."""
        return student if self.names else signs_of(looked.states[student].row)


def serve(page: Page, port: int, ready: Callable[[str], None], usual: int = 0) -> None:
    """Serve the desk on this machine alone, until Ctrl-C."""
    try:
        listening = _listening(port or usual)
    except OSError as error:
        if port:
            raise HippogradError("port-not-usable", port=port, cause=error.strerror) from None
        listening = _listening(0)
    ready(f"http://127.0.0.1:{listening.getsockname()[1]}/{page.token}/")
    server_of(page).run(sockets=[listening])


def server_of(page: Page) -> uvicorn.Server:
    """Return what answers a desk's browser; of connections that have not named the token, the oldest makes room for a
    new one.

    Every user of the machine can connect, and say nothing: a process may have only so many files open.
    """
    strangers: dict[Connection, None] = {}

    class Connection(H11Protocol):
        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            strangers[self] = None
            if len(strangers) > MOST_STRANGERS:
                oldest = next(iter(strangers))
                del strangers[oldest]
                oldest.transport.abort()

        def handle_events(self) -> None:
            super().handle_events()
            if self.scope is not None and self.scope["path"].startswith(f"/{page.token}/"):
                strangers.pop(self, None)

        def connection_lost(self, exc: Exception | None) -> None:
            strangers.pop(self, None)
            super().connection_lost(exc)

    config = uvicorn.Config(
        page.app(),
        http=Connection,
        ws="none",
        lifespan="off",
        log_level="error",
        access_log=False,
        server_header=False,
        backlog=MOST_STRANGERS,  # so many are also taken at once
    )
    return uvicorn.Server(config)


def _listening(port: int) -> socket.socket:
    listening = socket.socket()
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(("127.0.0.1", port))
        listening.listen()  # whoever opens the address before the server has started waits
    except OSError:
        listening.close()
        raise
    return listening


class _Gone(HippogradError):
    """An answer is not among those that are marked here."""


class _Mark(msgspec.Struct):
    """A mark for those answers that the page has seen so."""

    seen: Annotated[dict[str, Seen], Meta(min_length=1)]
    items: list[str]
    points: float
    """What the page shows: no others are saved."""

    comment: str = ""
    group: bool = False


class _Undo(msgspec.Struct):
    key: str
    seen: Seen


class _Comment(msgspec.Struct):
    old: str
    new: str


_Sent = TypeVar("_Sent", _Mark, _Undo, _Comment)


async def _sent(request: Request, kind: type[_Sent]) -> _Sent:
    """What the page sent; a page of another origin cannot send this kind without asking first, and is refused."""
    if request.headers.get("content-type") != "application/json":
        raise _not_from_the_page()
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            raise HippogradError("request-too-long")
    try:
        return msgspec.json.decode(body, type=kind)
    except NO_JSON:
        raise _not_from_the_page() from None


def _not_from_the_page() -> HippogradError:
    return HippogradError("request-not-of-page")


def _student(key: str, looked: Class) -> str:
    """Return whose answer the page means; it does not know who that is."""
    found = next((student for student, state in looked.states.items() if state.row == key), None)
    if found is None:
        raise _Gone("answer-not-here")
    return found


def _mark(mark: Mark) -> dict[str, Any]:
    """Return a mark as the page has it."""
    return {"marker": mark.marker, "points": mark.points, "items": mark.items, "comment": mark.comment}


def _given(state: State, shown: Mark | None) -> dict[str, Any]:
    """Items and points of the mark that is shown: these points stay while these items are ticked.

    A mark of an earlier version gives points only where it has no items: what items are worth, the scheme says.
    """
    if shown is None or (shown is not state.counts and shown.items):
        return {"items": [], "points": None}
    return {"items": shown.items, "points": shown.points}


def _html(markdown: str) -> str:
    return scrolling(markdown_as_html(markdown, {}))


def _answer_html(answer: Answer, group: Group | None) -> str:
    if answer.is_blank:
        return ""
    shown = scrolling(markdown_as_html(answer.text[:LONGEST_ANSWER], answer.attachments))
    if group is not None and group.kind == "near":
        shown = _with_marks(shown, group.words)
    if answer.whole is None:
        return shown
    return (
        f"<p><em>Only the beginning: the answer has {answer.whole} characters. The whole is in the notebook that was "
        f"handed in; <code>hippograd mark --names</code> says whose it is.</em></p>{shown}"
    )


def _with_marks(shown: str, words: frozenset[str]) -> str:
    """Words that a group has in common, marked, and those that differ, underlined; tags and formulas stay."""
    parts = re.split(r"(<math.*?</math>|<[^>]*>)", shown, flags=re.DOTALL)

    def marked(found: re.Match[str]) -> str:
        if found[0].startswith("&"):
            return found[0]
        if plain_words(found[0]) not in words:
            return f"<u>{found[0]}</u>"
        return f"<mark>{found[0]}</mark>" if len(found[0]) > SHORTEST_MARKED else found[0]

    return "".join(part if place % 2 else _WORD.sub(marked, part) for place, part in enumerate(parts))


def _differing(found: list[tuple[str, str]] | None) -> str:
    """Return what another answer has in the place of what, as HTML; of many differences only that there are many."""
    if found is None or len(found) > MOST_DIFFERENCES:
        return "much else."
    return "; ".join(
        " ".join(f"<{tag}>{html.escape(words)}</{tag}>" for tag, words in (("del", gone), ("ins", come)) if words)
        for gone, come in found
    )


def _difference(before: str, after: str) -> str:
    """Return what changed between two versions of an answer, word by word, as HTML; of very long ones both are
    shown."""
    old, new = before.split(), after.split()
    if len(old) * len(new) > MOST_COMPARED:
        return f"<del>{html.escape(before)}</del> <ins>{html.escape(after)}</ins>"
    parts = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = html.escape(" ".join(old[a:b])), html.escape(" ".join(new[c:d]))
        parts += [come] if kind == "equal" else [f"<del>{gone}</del>", f"<ins>{come}</ins>"]
    return " ".join(parts)
