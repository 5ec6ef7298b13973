"""The desk as a browser sees it: no names, nothing of a student's runs, nobody else gets in.

What takes long, or depends on moments and load.
"""

from __future__ import annotations

import http.client
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from contextlib import ExitStack, closing, suppress

import pytest

from hippograd.marking.server import MOST_STRANGERS, _difference
from tests.system.marking.test_server import Browser, browser

__all__ = ["browser"]


@pytest.mark.parametrize(("before", "after"), [("a b " * 1500, "b c a " * 1000), ("x " * 40_000, "y " * 40_000)])
def test_versions_of_an_answer_are_compared_at_once_whatever_they_are(before: str, after: str) -> None:
    started = time.process_time()
    shown = _difference(before, after)
    assert time.process_time() - started < 2
    assert "<ins>" in shown
    assert _difference("one two three", "one 2 three") == "one <del>two</del> <ins>2</ins> three"


def test_half_requests_of_others_take_no_place_from_who_has_the_token(browser: Browser) -> None:
    owner = http.client.HTTPConnection(urllib.parse.urlsplit(browser.outside).netloc, timeout=20)
    with closing(owner), ExitStack() as opened:
        for _ in ("before", "after"):
            owner.request("GET", f"/{browser.page.token}/tasks")
            assert owner.getresponse().read().startswith(b"[")
            strangers = [opened.enter_context(socket.create_connection((owner.host, owner.port))) for _ in range(120)]
            for one in strangers:
                with suppress(ConnectionError):
                    one.sendall(b"GET / HTTP/1.1\r\n")
            assert browser.ask("tasks")[0] == 200
            assert len(browser.server.server_state.connections) <= MOST_STRANGERS + 2
