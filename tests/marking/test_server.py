"""The desk as a browser sees it: no names, nothing of a student's runs, nobody else gets in."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from hippograd.marking.desk import Desk
from hippograd.marking.server import Page
from tests.marking.conftest import WHY, WRITTEN


class Browser:
    """A client of one page."""

    def __init__(self, desk: Desk) -> None:
        self.page = Page(desk)
        self.client = TestClient(self.page.app(), base_url=f"http://127.0.0.1/{self.page.token}/")

    def get(self, path: str, **query: str) -> Any:
        answer = self.client.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def post(self, path: str, sent: dict[str, Any]) -> tuple[int, Any]:
        answer = self.client.post(path, json=sent)
        return answer.status_code, answer.json()


@pytest.fixture
def browser(sit_down: Callable[..., Desk]) -> Browser:
    return Browser(sit_down())


def test_a_class_is_marked_from_first_to_last(browser: Browser) -> None:
    found = browser.get(f"{WHY}/answer")
    seen = []
    while found["answer"] is not None:
        answer = found["answer"]
        seen.append(answer["key"])
        sent = {"seen": {answer["key"]: answer["number"]}, "items": ["additive"], "comment": "Half."}
        assert browser.post(f"{WHY}/mark", sent) == (200, {"points": 1.0, "marked": 1})
        found = browser.get(f"{WHY}/answer", step="next", key=answer["key"])
    assert len(set(seen)) == found["progress"]["mine"] == len(WRITTEN) - 1, "all but the one that nobody touched"
    assert found["progress"]["done"] == len(WRITTEN)


def test_a_group_is_marked_without_what_is_taken_out(browser: Browser) -> None:
    found = browser.get(f"{WHY}/answer")
    while (answer := found["answer"])["group"] is None or answer["group"]["size"] != 3:
        found = browser.get(f"{WHY}/answer", step="after", key=answer["key"])
    one, out = answer["group"]["members"]
    assert "<mark>" in one["html"]
    sent = {"seen": {answer["key"]: 0, one["key"]: one["number"]}, "items": [], "group": True}
    assert browser.post(f"{WHY}/mark", sent) == (200, {"points": 0.0, "marked": 2})
    after = browser.get(f"{WHY}/answer", key=out["key"])
    assert not after["answer"]["done"]
    assert browser.post(f"{WHY}/undo", {"key": answer["key"]}) == (200, {"taken_back": 2})


def test_no_name_and_nothing_that_runs_reaches_the_page(browser: Browser) -> None:
    texts = [json.dumps(browser.get("tasks"))]
    found = browser.get(f"{WHY}/answer")
    for _ in WRITTEN:
        texts.append(json.dumps(found))
        found = browser.get(f"{WHY}/answer", step="after", key=found["answer"]["key"])
    everything = "".join(texts)
    assert not [student for student in WRITTEN if student in everything]
    assert "<script" not in everything
    assert "elsewhere.example" not in everything
    assert "<math" in everything


def test_the_page_itself_runs_its_own_script_alone(browser: Browser) -> None:
    page = browser.client.get("")
    assert page.headers["content-security-policy"].startswith("default-src 'self'")
    assert "Marker: <strong>tess</strong>" in page.text
    assert browser.client.get("desk.js").headers["content-type"].startswith("text/javascript")


def test_who_does_not_know_the_address_gets_nothing(browser: Browser) -> None:
    outside = TestClient(browser.page.app(), base_url="http://127.0.0.1/")
    for path in ("/", "/tasks", "/guess/tasks", "/desk.js"):
        assert outside.get(path).status_code == 404
    answer = browser.client.post(f"{WHY}/mark", content="{}", headers={"content-type": "text/plain"})
    assert (answer.status_code, answer.json()["error"]) == (400, "This is not from the page.")


def test_of_two_at_once_the_second_sees_the_first(browser: Browser, sit_down: Callable[..., Desk]) -> None:
    other = Browser(sit_down("zoe"))
    mine = {one: browser.page._key(one) for one in WRITTEN}
    theirs = {one: other.page._key(one) for one in WRITTEN}
    assert not set(mine.values()) & set(theirs.values())
    assert browser.post(f"{WHY}/mark", {"seen": {mine["amber01"]: 0}, "items": []})[0] == 200
    status, said = other.post(f"{WHY}/mark", {"seen": {theirs["amber01"]: 0}, "items": ["additive"]})
    assert (status, "tess has marked this answer meanwhile" in said["error"]) == (409, True)
    shown = other.get(f"{WHY}/answer", key=theirs["amber01"])["answer"]
    assert (shown["marker"], shown["points"]) == ("tess", 0)


@pytest.mark.parametrize("path", ["1_scaling:nothing/answer", f"{WHY}/answer?key=nobody"])
def test_what_is_not_there_is_said(browser: Browser, path: str) -> None:
    answer = browser.client.get(path)
    assert answer.status_code == 400
    assert answer.json()["remedy"]
