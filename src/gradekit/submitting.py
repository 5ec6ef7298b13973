"""Handing in from the notebook, where the course has a server: ``grader.submit()``."""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass, field
from getpass import getpass
from html import escape
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin
from urllib.request import Request, urlopen

from gradekit.handing_in import HandIn, Look, due, to_hand_in

SERVER = "HIPPOGRAD_SERVER"
"""Where the course's server is, in the environment. A hub that knows its own address, or the release, says it too."""

PATIENCE = 60.0
"""How long to wait for the public checks, s. The file is handed in before."""

TOKENS: dict[str, str] = {}
"""What was pasted in this session, by server."""


class NotHandedIn(Exception):
    """The file is not at the server; the text says what to do."""

    def _render_traceback_(self) -> list[str]:
        return [f"✗ NOT HANDED IN: {self}"]


@dataclass(frozen=True)
class Submitted:
    """What the server said: a receipt, and the public checks once they ran."""

    look: Look
    receipt: dict[str, str]
    said: dict[str, Any] = field(default_factory=dict)

    @property
    def lines(self) -> list[str]:
        """The report, the verdict last."""
        found = [line for task in self.said.get("tasks", ()) for line in _of_task(task)]
        found += [self.said["message"]] if "message" in self.said else []
        if not self.said.get("tasks") and "message" not in self.said:
            place = self.said.get("place")
            before = f", {place} before it" if place else ""
            found += [f"Its public checks have not run yet{before}. Look at the server's page later."]
        until = due(self.said.get("deadline", ""))
        name, receipt = self.look.saved.path.name, self.receipt
        return [
            *found,
            f"Receipt: {receipt['digest']} {receipt['signature'][:16]}, keep this output.",
            f"✓ {name} IS HANDED IN: attempt {self.said.get('attempt', 1)}, {receipt['time'][:19]} UTC.{until}",
        ]

    def __repr__(self) -> str:
        return "\n".join(self.lines)

    def _repr_html_(self) -> str:
        *report, verdict = map(escape, self.lines)
        return f"<pre>{chr(10).join(report)}\n<b>{verdict}</b></pre>"


def submit(look: Look) -> HandIn | Submitted:
    """Send a notebook that may be handed in; without a server, show what ``hand_in`` does.

    Raises
    ------
    NotHandedIn
        When the server did not take it.
    """
    server = server_of(os.environ, look.release.server)
    if look.obstacle or not server:
        return HandIn(look)
    path = f"api/{quote(look.release.assignment)}"
    token = token_of_hub(os.environ, server) or TOKENS.get(server) or getpass("The code from your course's link: ")
    said = _ask(server, path, token, to_hand_in(look.saved).encode())
    TOKENS[server] = token
    receipt = said.pop("receipt")
    name = "+".join(receipt[part] for part in ("student", "assignment", "time", "digest"))
    until, pause = time.monotonic() + PATIENCE, 0.25
    while "status" not in said and time.monotonic() < until:
        time.sleep(pause := min(1.3 * pause, 5.0))
        try:
            said = _ask(server, f"{path}/{quote(name)}", token)
        except NotHandedIn:  # it is; only its checks cannot be asked for
            break
    return Submitted(look, receipt, said)


def server_of(environment: os._Environ[str] | dict[str, str], released: str = "") -> str:
    """Return the address of the course's server, by the environment, the release or the hub; empty without one."""
    named = environment.get(SERVER, "") or released
    if not named and "JUPYTERHUB_PUBLIC_HUB_URL" in environment:
        named = urljoin(environment["JUPYTERHUB_PUBLIC_HUB_URL"].rstrip("/") + "/", "../services/hippograd/")
    return named if not named or named.endswith("/") else f"{named}/"


def token_of_hub(environment: os._Environ[str] | dict[str, str], server: str) -> str:
    """Return the hub's token for a server that the environment or the hub names: one that a release names gets none."""
    return environment.get("JUPYTERHUB_API_TOKEN", "") if server == server_of(environment) else ""


def _of_task(task: dict[str, Any]) -> list[str]:
    if task["is_blank"] or not task["checks"]:
        return [f"▢ {task['title']}"] if task["is_blank"] else []
    signs = [f"    {'✓' if one['passed'] else '✗'} {one['idea']} {one['message']}".rstrip() for one in task["checks"]]
    return [f"{'✓' if all(one['passed'] for one in task['checks']) else '✗'} {task['title']}", *signs]


def _ask(server: str, path: str, token: str, data: bytes | None = None) -> dict[str, Any]:
    status, text = _send(server + path, token, data)
    try:
        said: dict[str, Any] = json.loads(text)
    except ValueError:
        raise NotHandedIn(f"{server} does not answer as the course's server does (status {status}).") from None
    if status not in (200, 202):
        TOKENS.pop(server, None)
        raise NotHandedIn(f"{said.get('error', status)} The same file can be handed in without the server.")
    return said


def _send(address: str, token: str, data: bytes | None) -> tuple[int, str]:
    if sys.platform == "emscripten":
        return _send_from_browser(address, token, data)
    request = Request(address, data, {"Authorization": f"token {token}", "Content-Type": "application/octet-stream"})
    try:
        with urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode(errors="replace")
    except (URLError, TimeoutError, ConnectionError, HTTPException) as error:
        raise NotHandedIn(f"{address} cannot be reached: {error}. Try again, or hand the file in without it.") from None


def _send_from_browser(address: str, token: str, data: bytes | None) -> tuple[int, str]:
    from js import XMLHttpRequest  # type: ignore[import-not-found]
    from pyodide.ffi import JsException  # type: ignore[import-not-found]

    request = XMLHttpRequest.new()
    request.open("GET" if data is None else "POST", address, False)
    request.setRequestHeader("Authorization", f"token {token}")
    try:
        request.send(data.decode() if data is not None else None)
    except JsException as error:  # the network, or a server that does not know this site
        raise NotHandedIn(f"{address} cannot be reached: {error}. Try again, or hand the file in without it.") from None
    return int(request.status), str(request.responseText)
