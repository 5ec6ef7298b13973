"""Who is at the door: by a token of a JupyterHub, or by a code that the course signed. Nothing else says it."""

from __future__ import annotations

import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable, Collection
from hashlib import sha256
from typing import NamedTuple, Protocol

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.concurrency import run_in_threadpool

from hippograd.errors import HippogradError

KNOWN_SECONDS = 300
"""How long a token that the hub knows holds without asking it again, s."""


Names = Callable[[], Collection[str]]
"""Who is a student, or teaches, read each time: a roster grows."""


class Who(NamedTuple):
    """Somebody at the door."""

    name: str
    """A student's id, or the name of somebody who teaches."""

    is_staff: bool


class Login(NamedTuple):
    """A login in a browser that goes on elsewhere."""

    address: str
    state: str
    """Comes back with the browser, and is compared."""

    verifier: str
    """Proves that the same browser comes back."""


class Identity(Protocol):
    """How the door knows people. LTI 1.3 would be another one."""

    def login(self) -> Login | None:
        """Return where a browser logs in; None where people paste a code here."""

    async def token(self, code: str, verifier: str) -> str:
        """Return the token that a login ended with."""

    async def who(self, token: str, *, anew: bool = False) -> Who | None:
        """Return whose token it is; None where it is nobody's. With `anew`, go by nothing that was known before.

        Raises
        ------
        HippogradError
            When nobody can tell at the moment.
        """


class Codes:
    """Codes that the course signed, one a student and cohort, for a course without a hub."""

    def __init__(self, secret: str, cohort: str, students: Names, staff: Names) -> None:
        self._signer = URLSafeSerializer(secret, salt=f"hippograd.door.{cohort}")
        self.students = students
        self.staff = staff

    def code(self, name: str, until: float) -> str:
        """Sign a code that holds until some moment, s since 1970."""
        return str(self._signer.dumps([name, int(until)]))

    def login(self) -> None:
        """Have people paste their code."""

    async def token(self, code: str, verifier: str) -> str:
        raise NotImplementedError("nobody logs in elsewhere")

    async def who(self, token: str, *, anew: bool = False) -> Who | None:
        try:
            name, until = self._signer.loads(token)
        except (BadSignature, ValueError, TypeError):
            return None
        students, staff = self.students(), self.staff()
        if time.time() > until or name not in (*students, *staff):
            return None
        return Who(name, name in staff and name not in students)


class HubTokens:
    """Tokens of a JupyterHub, which this service asks; its environment says where the hub is."""

    def __init__(self, staff_group: str, staff: Names) -> None:
        from jupyterhub.services.auth import HubOAuth

        self._hub = HubOAuth(cache_max_age=KNOWN_SECONDS)
        self._staff_group, self._staff = staff_group, staff

    def login(self) -> Login:
        from tornado.httputil import url_concat

        state, verifier = secrets.token_urlsafe(16), secrets.token_urlsafe(48)
        challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
        asked = {"state": state, "code_challenge": challenge, "code_challenge_method": "S256"}
        return Login(url_concat(self._hub.login_url, asked), state, verifier)

    async def token(self, code: str, verifier: str) -> str:
        from tornado.web import HTTPError

        try:
            return str(await run_in_threadpool(self._hub.token_for_code, code, code_verifier=verifier))
        except HTTPError as error:
            raise HippogradError("hub-unreachable", cause=error.log_message or error) from None

    async def who(self, token: str, *, anew: bool = False) -> Who | None:
        from tornado.web import HTTPError

        try:
            user = await run_in_threadpool(self._hub.user_for_token, token, use_cache=not anew)
        except HTTPError as error:
            raise HippogradError("hub-unreachable", cause=error.log_message or error) from None
        if user is None or user.get("kind") != "user":
            return None
        if not self._hub.check_scopes(self._hub.access_scopes, user):
            return None
        is_staff = self._staff_group in user.get("groups", ()) or user["name"] in self._staff()
        return Who(user["name"], is_staff)
