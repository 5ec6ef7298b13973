"""What staff sees: how far each assignment is, hand-ins as they come, the desk. Each request asks for the role."""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from importlib.util import find_spec
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hippograd.course import Course, Offering
from hippograd.errors import HippogradError
from hippograd.records.folder import Records
from hippograd.records.roster import remembered
from hippograd.serve.identity import Who
from hippograd.serve.inbox import FAULT, Inbox
from hippograd.serve.returned import is_returned
from hippograd.store.gradebook import Gradebook

MOST_SHOWN = 200
"""Hand-ins, the newest."""

MOST_OF_DESK = 1_000_000
"""Bytes that the desk's page sends at a time."""


def state_of(course: Course, records: Records, url: str, inbox: Inbox, deadlines: dict[str, Any]) -> dict[str, Any]:
    """Return the two tables: assignments, and what was handed in last."""
    everything = inbox.everything()
    book = Gradebook(url)
    rows = []
    for name in course.assignments:
        own = [one for one in everything if one.assignment == name]
        graded = book.submitted(name) if book.is_there else {}
        rows.append(
            {
                "assignment": name,
                "deadline": deadlines.get(name),
                "students": len({one.student for one in own}),
                "attempts": len(own),
                "graded": len(graded),
                "unmarked": sum(book.answers_waiting(name).values()) if graded else 0,
                "pages": sum(1 for _ in records.feedback.glob(f"*/{name}/{name}.html")),
                "is_returned": is_returned(records.folder, name),
                "is_written": any(task.is_written for task in course.assignment(name).tasks),
            }
        )
    numbers: Counter[tuple[str, str]] = Counter()
    attempts = []
    for one in everything:
        numbers[one.student, one.assignment] += 1
        attempts.append((one, numbers[one.student, one.assignment]))
    newest = [{"attempt": one, "number": n, **_said(inbox.answer(one))} for one, n in attempts[: -MOST_SHOWN - 1 : -1]]
    roster = remembered(records.folder)
    return {"rows": rows, "newest": newest, "all": len(everything), "known": len(roster.people) if roster else None}


def _said(answer: dict[str, Any] | None) -> dict[str, Any]:
    if answer is None:
        return {"said": "waits"}
    if "tasks" not in answer:
        return {"said": answer.get(FAULT) or answer["message"], "is_fault": FAULT in answer}
    checks = [check["passed"] for task in answer["tasks"] for check in task["checks"]]
    return {"said": f"{sum(checks)} of {len(checks)} public checks hold"}


class Desks:
    """The marking desk of each assignment and marker, below the door's own path."""

    def __init__(self, offering: Callable[[str], Offering], records: Records, url: str) -> None:
        self._offering, self._records, self._url = offering, records, url
        self._open: dict[tuple[str, str], ASGIApp] = {}
        self._one = threading.Lock()

    def app(self, staff: Callable[[Request], Awaitable[Who]]) -> ASGIApp:
        """Return the application, which asks each time who is there."""

        async def respond(scope: Scope, receive: Receive, send: Send) -> None:
            request = Request(scope, receive)
            who = await staff(request)
            body = bytearray()
            async for chunk in request.stream():
                body += chunk
                if len(body) > MOST_OF_DESK:
                    raise HippogradError("request-too-long")
            for message in await run_in_threadpool(self._answer, who.name, scope, bytes(body)):
                await send(message)

        return respond

    def _answer(self, marker: str, scope: Scope, body: bytes) -> list[Message]:
        """Have the desk answer in a thread: it reads many notebooks, and students hand in meanwhile."""
        answered: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body}

        async def send(message: Message) -> None:
            answered.append(message)

        with self._one:  # a desk remembers what it read
            asyncio.run(_run(self._desk(scope["path_params"]["assignment"], marker), dict(scope), receive, send))
        return answered

    def _desk(self, assignment: str, marker: str) -> ASGIApp:
        if (assignment, marker) not in self._open:
            if find_spec("sklearn") is None:
                raise HippogradError("desk-not-installed", missing=["sklearn"])
            from hippograd.marking.desk import Desk
            from hippograd.marking.questions import Answers, questions_of
            from hippograd.marking.server import Page
            from hippograd.marking.store import MarkStore

            questions = questions_of(self._offering(assignment))
            if not questions:
                raise HippogradError("written-tasks-none")
            desk = Desk(MarkStore(self._url), Answers(self._records, questions), questions, marker)
            self._open[assignment, marker] = Starlette(routes=Page(desk).routes())
        return self._open[assignment, marker]


async def _run(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await app(scope, receive, send)
