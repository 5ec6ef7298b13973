"""What the door answers: to notebooks in JSON, to browsers in pages."""

from __future__ import annotations

import asyncio
import errno
import hmac
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec
from jinja2 import Environment, FileSystemLoader
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from gradekit.handing_in import due
from hippograd.course import Cohort, Course, Offering
from hippograd.errors import NO_JSON, HippogradError
from hippograd.intake.matching.notebooks import MOST_CELLS
from hippograd.records.extensions import own_deadline
from hippograd.records.folder import Records
from hippograd.serve.identity import Identity, Who
from hippograd.serve.inbox import FAULT, Attempt, Inbox, is_folder_name
from hippograd.serve.queue import Queue
from hippograd.serve.returned import give_back, is_returned
from hippograd.serve.staff import Desks, state_of

MOST_BYTES = 20_000_000
"""Of a notebook that is handed in: outputs are not sent."""

MOST_SECONDS = 120
"""That a file may take to arrive, s."""

COOKIE, BEGUN = "hippograd", "hippograd-login"
MOST_ATTEMPTS = 200
"""Of a student at an assignment."""

T = TypeVar("T")

_TEMPLATES = Path(__file__).with_name("templates")
_PAGE = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
_STUDENTS_HTML = {
    **_PAGE,
    "Content-Security-Policy": "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
}


class Refused(Exception):
    """An answer that is no."""

    def __init__(self, status: int, error: str) -> None:
        super().__init__(error)
        self.status, self.error = status, error


class Door:
    """The application, for one cohort of a course."""

    def __init__(
        self,
        course: Course,
        cohort: Cohort,
        records: Records,
        url: str,
        identity: Identity,
        inbox: Inbox,
        queue: Queue,
    ) -> None:
        self._course, self._cohort, self._records, self._url = course, cohort, records, url
        self._identity, self._inbox, self._queue = identity, inbox, queue
        self._desks = Desks(lambda name: Offering.of(course, name, cohort), records, url)
        self._sending: set[str] = set()
        self._prefix = "/"
        self._pages = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True)

    def app(self, prefix: str = "/", site: str = "") -> Starlette:
        """Return the application below a path; notebooks of `site`, an origin, may hand in from a browser."""
        routes = [
            Route("/", self._page(self._home)),
            Route("/login", self._page(self._login), methods=["GET", "POST"]),
            Route("/login.js", self._script),
            Route("/oauth_callback", self._page(self._logged_in)),
            Route("/feedback/{assignment}", self._page(self._feedback)),
            Route("/api/{assignment}", self._said(self._submit), methods=["POST"]),
            Route("/api/{assignment}/{key}", self._said(self._answer)),
            Route("/staff", self._page(self._staff_page)),
            Route("/staff.js", self._script),
            Route("/staff/return", self._page(self._give_back), methods=["POST"]),
            Route("/desk/{assignment}", self._to_desk),
            Mount("/desk/{assignment}", self._refusing(self._desks.app(self._marker))),
        ]
        self._prefix = prefix
        where = prefix.rstrip("/")
        cors = Middleware(
            CORSMiddleware, allow_origins=[site], allow_methods=["GET", "POST"], allow_headers=["Authorization"]
        )
        # what lacks its last / is not sent on: the address would be made from Host, which anybody may write
        inner = Router(routes, redirect_slashes=False)
        app = Starlette(routes=[Mount(where, app=inner)], middleware=[cors] if site else [])
        app.router.redirect_slashes = False
        return app

    def _said(self, answer: Callable[[Request, Who], Awaitable[tuple[int, Any]]]) -> Callable[..., Awaitable[Response]]:
        """Answer a notebook, which names its token in a header."""

        async def respond(request: Request) -> Response:
            try:
                scheme, _, token = request.headers.get("Authorization", "").partition(" ")
                if scheme.lower() not in ("token", "bearer"):
                    raise Refused(403, "No token says who you are.")
                status, found = await answer(request, await self._who(token))
            except Refused as error:
                status, found = error.status, {"error": error.error}
            return JSONResponse(found, status, headers={"Cache-Control": "no-store"})

        return respond

    def _page(self, answer: Callable[[Request, Who | None], Awaitable[Response]]) -> Callable[..., Awaitable[Response]]:
        """Answer a browser, which has its token in a cookie."""

        async def respond(request: Request) -> Response:
            try:
                token = request.cookies.get(COOKIE)
                return await answer(request, await self._who(token) if token else None)
            except Refused as error:
                return HTMLResponse(self._render("refused", error=error.error), error.status, headers=_PAGE)

        return respond

    def _render(self, name: str, **told: object) -> str:
        return str(self._pages.get_template(f"{name}.html.j2").render(**told))

    async def _who(self, token: str, *, anew: bool = False) -> Who:
        try:
            who = await self._identity.who(token, anew=anew)
        except HippogradError as error:
            raise Refused(503, f"{error.message} {error.remedy}") from None
        if who is None:
            raise Refused(403, "This token is nobody's, or it has expired.")
        if not is_folder_name(who.name):
            raise Refused(403, "Your name cannot be that of a folder. Tell the teaching staff.")
        return who

    async def _marker(self, request: Request) -> Who:
        """Return who of the staff asks, by what holds now; nobody else goes on."""
        who = await self._who(request.cookies.get(COOKIE, ""), anew=True)
        if not who.is_staff:
            raise Refused(403, "This is for the teaching staff.")
        return who

    def _refusing(self, app: ASGIApp) -> ASGIApp:
        """Answer for the desk where it does not: its page reads JSON."""

        async def respond(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                await app(scope, receive, send)
                return
            except Refused as error:
                status, said, remedy = error.status, error.error, "Log in again."
            except HippogradError as error:
                status, said, remedy = 400, error.message, error.remedy
            answer: Response = JSONResponse({"error": said, "remedy": remedy}, status, headers=_PAGE)
            if scope["path"].endswith("/"):
                answer = HTMLResponse(self._render("refused", error=f"{said} {remedy}"), status, headers=_PAGE)
            await answer(scope, receive, send)

        return respond

    def _assignment(self, request: Request) -> str:
        name = str(request.path_params["assignment"])
        if name not in self._course.assignments:
            raise Refused(404, "There is no such assignment.")
        return name

    async def _submit(self, request: Request, who: Who) -> tuple[int, Any]:
        assignment = self._assignment(request)
        if len(self._inbox.attempts(who.name, assignment)) >= MOST_ATTEMPTS:
            raise Refused(429, f"{MOST_ATTEMPTS} attempts are enough.")
        if who.name in self._sending:
            raise Refused(429, "Another file of yours is on its way. Not handed in.")
        self._sending.add(who.name)
        try:
            async with asyncio.timeout(MOST_SECONDS):
                data = await _body(request)
        except ClientDisconnect:
            raise Refused(400, "It did not arrive whole. Not handed in.") from None
        except TimeoutError:
            raise Refused(408, f"It did not arrive in {MOST_SECONDS} s. Not handed in.") from None
        finally:
            self._sending.discard(who.name)
        if data.count(b'"cell_type"') > MOST_CELLS:
            raise Refused(413, f"It has more than {MOST_CELLS} cells. Not handed in.")
        try:
            attempt = await run_in_threadpool(self._inbox.put, who.name, assignment, data)
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise Refused(507 if full else 500, "It could not be kept. Not handed in.") from None
        if self._inbox.answer(attempt) is None:
            self._queue.add(attempt)
        return 202, {"receipt": self._inbox.receipt(attempt), **self._standing(attempt)}

    async def _answer(self, request: Request, who: Who) -> tuple[int, Any]:
        """Return what the public checks of an attempt said; 404 for one of somebody else."""
        assignment, key = self._assignment(request), request.path_params["key"]
        own = next((one for one in self._inbox.attempts(who.name, assignment) if one.key == key), None)
        if own is None:
            raise Refused(404, "There is no such attempt.")
        answer = self._inbox.answer(own)
        if answer is None:
            return 202, self._standing(own)
        answer.pop(FAULT, None)
        return 200, {**answer, **self._standing(own)}

    async def _staff_page(self, request: Request, who: Who | None) -> Response:
        who = await self._marker(request)
        deadlines = self._cohort.late.deadlines
        state = await run_in_threadpool(state_of, self._course, self._records, self._url, self._inbox, deadlines)
        return HTMLResponse(self._render("staff", who=who, cohort=self._cohort.name, **state), headers=_PAGE)

    async def _give_back(self, request: Request, who: Who | None) -> Response:
        await self._marker(request)
        asked = await _own_page_sent(request, _GiveBack)
        if asked.assignment not in self._course.assignments:
            raise Refused(404, "There is no such assignment.")
        give_back(self._records.folder, asked.assignment, takes_back=asked.undo)
        return Response(status_code=204, headers=_PAGE)

    async def _home(self, request: Request, who: Who | None) -> Response:
        if who is None:
            return RedirectResponse("login", 303, headers=_PAGE)
        rows = []
        for assignment in self._course.assignments:
            attempts = self._inbox.attempts(who.name, assignment)
            last = attempts[-1] if attempts else None
            deadline = self._deadline(assignment, who.name)
            rows.append(
                {
                    "assignment": assignment,
                    "attempts": len(attempts),
                    "last": last,
                    "answer": self._inbox.answer(last) if last is not None else None,
                    "due": due(deadline.isoformat() if deadline is not None else ""),
                    "is_returned": self._feedback_page(assignment, who.name) is not None,
                }
            )
        return HTMLResponse(self._render("home", who=who, rows=rows), headers=_PAGE)

    async def _login(self, request: Request, who: Who | None) -> Response:
        elsewhere = self._identity.login()
        if elsewhere is not None:
            away = RedirectResponse(elsewhere.address, 303, headers=_PAGE)
            self._set(away, request, BEGUN, f"{elsewhere.state} {elsewhere.verifier}", 600)
            return away
        if request.method == "GET":
            return HTMLResponse(self._render("login"), headers=_PAGE)
        code = (await _own_page_sent(request, str)).strip()
        await self._who(code)
        answer = Response(status_code=204, headers=_PAGE)
        self._set(answer, request, COOKIE, code)
        return answer

    async def _logged_in(self, request: Request, who: Who | None) -> Response:
        """Take a browser that comes back from its login elsewhere."""
        state, _, verifier = request.cookies.get(BEGUN, "").partition(" ")
        code = request.query_params.get("code", "")
        if not code or not state or not hmac.compare_digest(state, request.query_params.get("state", "")):
            raise Refused(403, "This login was not begun here. Log in again.")
        try:
            token = await self._identity.token(code, verifier)
        except HippogradError as error:
            raise Refused(503, f"{error.message} {error.remedy}") from None
        await self._who(token)
        answer = RedirectResponse(".", 303, headers=_PAGE)
        answer.delete_cookie(BEGUN, path=self._prefix)
        self._set(answer, request, COOKIE, token)
        return answer

    def _set(self, answer: Response, request: Request, name: str, value: str, seconds: int | None = None) -> None:
        is_safe = request.url.scheme == "https" or request.headers.get("X-Forwarded-Proto") == "https"
        answer.set_cookie(  # below its own path: on a hub, other people's servers have the same host
            name, value, seconds, path=self._prefix, httponly=True, samesite="lax", secure=is_safe
        )

    async def _to_desk(self, request: Request) -> Response:
        return RedirectResponse(f"{quote(self._assignment(request))}/", 307, headers=_PAGE)

    async def _script(self, request: Request) -> Response:
        name = request.url.path.rpartition("/")[2]
        return Response((_TEMPLATES / name).read_bytes(), media_type="text/javascript", headers=_PAGE)

    async def _feedback(self, request: Request, who: Who | None) -> Response:
        """Show a student's own page, once staff gave it back. Nothing in it runs: it holds what the student wrote."""
        if who is None:
            raise Refused(403, "Log in first.")
        page = self._feedback_page(self._assignment(request), who.name)
        if page is None:
            raise Refused(404, "This is not given back yet.")
        return HTMLResponse(page.read_text("utf-8"), headers=_STUDENTS_HTML)

    def _feedback_page(self, assignment: str, student: str) -> Path | None:
        page = self._records.feedback / student / assignment / f"{assignment}.html"
        return page if is_returned(self._records.folder, assignment) and page.is_file() else None

    def _standing(self, attempt: Attempt) -> dict[str, Any]:
        """Return which attempt it is, when it is due, and its place in the queue."""
        attempts = self._inbox.attempts(attempt.student, attempt.assignment)
        deadline = self._deadline(attempt.assignment, attempt.student)
        return {
            "attempt": attempts.index(attempt) + 1,
            "deadline": deadline.isoformat() if deadline is not None else "",
            "place": self._queue.place(attempt),
        }

    def _deadline(self, assignment: str, student: str) -> datetime | None:
        try:
            return own_deadline(self._records, Offering.of(self._course, assignment, self._cohort), student)
        except HippogradError:
            return None  # this assignment has none


class _GiveBack(msgspec.Struct, forbid_unknown_fields=True):
    assignment: str
    undo: bool = False


async def _own_page_sent(request: Request, kind: type[T]) -> T:
    """Return what a page of ours sent: one of another origin cannot send this kind without being refused first."""
    if request.headers.get("Content-Type") != "application/json":
        raise Refused(403, "Do this on the page itself.")
    try:
        return msgspec.json.decode(await _body(request, 10_000), type=kind)
    except NO_JSON:
        raise Refused(400, "This is not what the page sends.") from None


async def _body(request: Request, most: int = MOST_BYTES) -> bytes:
    """Read what was sent, and no more than that."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > most:
            raise Refused(413, f"It is larger than {most / 1e6:g} MB. Not handed in.")
    return bytes(data)
