"""Who is at the door: by a token of a JupyterHub, or by a code that the course signed. Nothing else says it."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import NamedTuple, Protocol

from itsdangerous import BadSignature, URLSafeSerializer
from starlette.concurrency import run_in_threadpool

from hippograd.errors import HippogradError

KNOWN_SECONDS = 300
"""How long a token that the hub knows holds without asking it again, s."""


class Who(NamedTuple):
    """Somebody at the door."""

    name: str
    """A student's id, or the name of somebody who teaches."""

    is_staff: bool


class Identity(Protocol):
    """How the door knows people. LTI 1.3 would be another one."""

    async def who(self, token: str) -> Who | None:
        """Return whose token it is; None where it is nobody's.

        Raises
        ------
        HippogradError
            When nobody can tell at the moment.
        """


class Codes:
    """Codes that the course signed, one a student, for a course without a hub."""

    def __init__(self, secret: str, students: Callable[[], Collection[str]], staff: Collection[str] = ()) -> None:
        self._signer = URLSafeSerializer(secret, salt="hippograd.door")
        self.students = students
        self._staff = staff

    def code(self, name: str, until: float) -> str:
        """Sign a code that holds until some moment, s since 1970."""
        return str(self._signer.dumps([name, int(until)]))

    async def who(self, token: str) -> Who | None:
        try:
            name, until = self._signer.loads(token)
        except (BadSignature, ValueError, TypeError):
            return None
        if time.time() > until or not (name in self.students() or name in self._staff):
            return None
        return Who(name, name in self._staff)


class HubTokens:
    """Tokens of a JupyterHub, which this service asks; its environment says where the hub is."""

    def __init__(self, staff_group: str) -> None:
        from jupyterhub.services.auth import HubAuth

        self._hub = HubAuth(cache_max_age=KNOWN_SECONDS)
        self._staff_group = staff_group

    async def who(self, token: str) -> Who | None:
        from tornado.web import HTTPError

        try:
            user = await run_in_threadpool(self._hub.user_for_token, token)
        except HTTPError as error:
            raise HippogradError("hub-unreachable", cause=error.log_message or error) from None
        if user is None or user.get("kind") != "user":
            return None
        if not self._hub.check_scopes(self._hub.access_scopes, user):
            return None
        return Who(user["name"], self._staff_group in user.get("groups", ()))
