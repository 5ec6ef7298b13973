"""The desk as a browser sees it: no names, nothing of a student's runs, nobody else gets in."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hippograd.cli.marking import _port_of, leading_to
from hippograd.marking.desk import Desk
from hippograd.marking.server import MOST_BYTES, Page
from hippograd.marking.store import RESOLUTION, SECOND
from hippograd.store.desk_marks import FIRST
from tests.conftest import HIPPOGRAD
from tests.system.marking.conftest import WHY, WRITTEN, Served, give, grade, in_formgrader
from tests.system.reports.conftest import hippograd


class Browser(Served):
    """A client of a desk that is served for real."""

    def ask(self, path: str, sent: bytes | None = None, kind: str = "application/json") -> tuple[int, str, Any]:
        """Status, text and headers of what is at a path of the desk."""
        return self.ask_outside(f"{self.page.token}/{path}", sent, kind)

    def ask_outside(self, path: str, sent: bytes | None = None, kind: str = "text/plain") -> tuple[int, str, Any]:
        request = urllib.request.Request(self.outside + path, sent, {"Content-Type": kind})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read().decode(), answer.headers
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(), error.headers

    def get(self, path: str, **query: str) -> Any:
        status, text, _ = self.ask(f"{path}?{urllib.parse.urlencode(query)}")
        assert status == 200, text
        return json.loads(text)

    def post(self, path: str, sent: dict[str, Any]) -> tuple[int, Any]:
        status, text, _ = self.ask(path, json.dumps(sent).encode())
        return status, json.loads(text)


@pytest.fixture
def browsers(sit_down: Callable[..., Desk]) -> Iterator[Callable[[str], Browser]]:
    """Opens desks, by marker."""
    opened: list[Browser] = []

    def open_desk(marker: str) -> Browser:
        opened.append(Browser(sit_down(marker)))
        return opened[-1]

    yield open_desk
    for one in opened:
        one.close()


@pytest.fixture
def browser(browsers: Callable[[str], Browser]) -> Browser:
    return browsers("tess")


def test_a_class_is_marked_from_first_to_last(browser: Browser) -> None:
    found = browser.get(f"{WHY}/answer")
    seen = []
    while found["answer"] is not None:
        answer = found["answer"]
        seen.append(answer["key"])
        sent = {"seen": {answer["key"]: answer["seen"]}, "items": ["additive"], "points": 1, "comment": "Half."}
        status, said = browser.post(f"{WHY}/mark", sent)
        assert (status, said["points"], said["marked"]) == (200, 1.0, 1)
        found = browser.get(f"{WHY}/answer", step="next", key=answer["key"])
    assert len(set(seen)) == found["progress"]["mine"] == len(WRITTEN) - 2, "all but those that are blank"
    assert found["progress"]["done"] == len(WRITTEN)


def test_a_group_is_marked_without_what_is_taken_out(browser: Browser) -> None:
    found = browser.get(f"{WHY}/answer")
    while (answer := found["answer"])["group"] is None or answer["group"]["size"] != 3:
        found = browser.get(f"{WHY}/answer", step="after", key=answer["key"])
    one, out = answer["group"]["members"]
    assert "<mark>" in one["html"]
    in_sight = answer["html"] + one["html"] + out["html"]
    assert "<u>Because</u>" in in_sight, "what one alone says"
    assert not re.search(r"<u>(stay|and|under|it)</u>", in_sight), "what all say"
    sent = {"seen": {answer["key"]: answer["seen"], one["key"]: one["seen"]}, "items": [], "points": 0, "group": True}
    status, said = browser.post(f"{WHY}/mark", sent)
    assert (status, said["points"], said["marked"]) == (200, 0.0, 2)
    after = browser.get(f"{WHY}/answer", key=out["key"])
    assert not after["answer"]["done"]
    back = {"taken_back": 2, "others": 0, "with_earlier": 0, "draft": {"items": [], "comment": "", "points": 0.0}}
    assert browser.post(f"{WHY}/undo", {"key": answer["key"], "seen": said["seen"][answer["key"]]}) == (200, back)

    again = {key: browser.get(f"{WHY}/answer", key=key)["answer"]["seen"] for key in sent["seen"]}
    _, said = browser.post(f"{WHY}/mark", {**sent, "seen": again, "comment": "As formgrader has it.", "points": 0.75})
    assert (said["points"], said["marked"]) == (0.75, 2), "points without items, of a mark that was taken over"


def test_an_answer_is_found_by_its_signs_in_whichever_question_it_is(browser: Browser) -> None:
    desk = browser.page.desk
    other = desk.questions[1]
    signs = desk.look(other).states["amber01"].row[:6]
    found = browser.get(f"{WHY}/find", signs=f" {signs.upper()} ")
    assert found == {"cell": other.key, "key": desk.look(other).states["amber01"].row}
    status, text, _ = browser.ask(f"{WHY}/find?signs=zzzzzz")
    assert (status, "No answer is called zzzzzz" in json.loads(text)["error"]) == (400, True)


def test_an_answer_that_was_cut_says_so_at_its_top(course: Path, browsers: Callable[[str], Browser]) -> None:
    grade(course, {"amber01": "so long " * 20_000})
    browser = browsers("zoe")
    shown = browser.get(f"{WHY}/answer", key=_keys(browser)["amber01"])["answer"]
    assert shown["html"].startswith("<p><em>Only the beginning: the answer has 160000 characters. ")
    assert "Only the beginning" not in browser.get(f"{WHY}/answer", key=_keys(browser)["ben02"])["answer"]["html"]


def test_where_marks_differ_what_both_gave_is_ticked_and_said(sit_down: Callable[..., Desk]) -> None:
    first, second = sit_down("tess"), sit_down("zoe", SECOND)
    why = first.question(WHY)
    give(first, why, "amber01", ["additive"])
    give(second, why, "amber01", ["additive", "homogeneous"])
    desk = sit_down("kim", RESOLUTION)
    shown = Page(desk)._shown(why, desk.look(why), "amber01", ["amber01"])
    assert (shown["items"], shown["proposed"], len(shown["both"])) == (["additive"], True, 2)


def test_no_name_and_nothing_that_runs_reaches_the_page(browser: Browser) -> None:
    texts = [json.dumps(browser.get("tasks"))]
    found = browser.get(f"{WHY}/answer")
    for _ in WRITTEN:
        typed = found["answer"].pop("text")  # is put into the page as text, and never as HTML
        texts.append(json.dumps(found))
        assert not [student for student in WRITTEN if student in typed]
        found = browser.get(f"{WHY}/answer", step="after", key=found["answer"]["key"])
    everything = "".join(texts)
    assert not [student for student in WRITTEN if student in everything]
    assert "<script" not in everything
    assert "elsewhere.example" not in everything
    assert "<img" not in everything
    assert "<math" in everything


def test_the_page_itself_runs_its_own_script_alone(browser: Browser) -> None:
    status, text, headers = browser.ask("")
    assert status == 200
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert "Marker: <strong>tess</strong>" in text
    assert browser.ask("desk.js")[2]["content-type"].startswith("text/javascript")


def test_who_does_not_know_the_address_gets_nothing(browser: Browser) -> None:
    for path in ("", "tasks", "guess/tasks", "desk.js"):
        assert browser.ask_outside(path)[0] == 404
    status, text, _ = browser.ask(f"{WHY}/mark", b"{}", "text/plain")
    assert (status, json.loads(text)["error"]) == (400, "This is not from the page.")


@pytest.mark.parametrize(
    "sent",
    [
        *(b"", b"[]", b"{}", b'{"seen": 3}', b'{"seen": {"x": "y"}, "items": 1}', b"\xff", b"1" * 2_000_000),
        *(
            b'{"seen": {"x": {"numbers": {"mark": %s}, "digest": ""}}, "items": [], "points": 0}' % number
            for number in (b"1e999", b"1%s" % (b"0" * 400), b"-5")
        ),
        *(
            b'{"seen": {}, "items": [], "points": 0}',
            b"[" * 100_000,
            b'{"seen": {"x": 0}, "items": [], "points": 1e999}',
            b'{"seen": {"x": {"numbers": {"mark": 0}, "digest": ""}}, "items": []}',
        ),
    ],
)
def test_what_is_not_from_the_page_is_refused_and_the_desk_goes_on(browser: Browser, sent: bytes) -> None:
    status, text, _ = browser.ask(f"{WHY}/mark", sent)
    assert status == 400
    assert json.loads(text)["remedy"]
    assert browser.get("tasks")


def test_of_two_at_once_the_second_sees_the_first(browser: Browser, browsers: Callable[[str], Browser]) -> None:
    other = browsers("zoe")
    keys = _keys(browser)
    assert keys == _keys(other)  # markers can talk about an answer
    assert not set(keys) & set(keys.values())
    seen = {keys["amber01"]: _seen(browser)["amber01"]}
    assert browser.post(f"{WHY}/mark", {"seen": seen, "items": [], "points": 0})[0] == 200
    status, said = other.post(f"{WHY}/mark", {"seen": seen, "items": ["additive"], "points": 1})
    assert (status, "tess has marked this answer meanwhile" in said["error"]) == (409, True)
    shown = other.get(f"{WHY}/answer", key=keys["amber01"])["answer"]
    assert (shown["marker"], shown["points"], shown["mine"]) == ("tess", 0, False)


def test_a_number_that_is_ahead_is_refused_and_hides_no_later_mark(browser: Browser) -> None:
    key = _keys(browser)["amber01"]
    for number, status in ((2**31 - 2, 409), (1, 409), (0, 200), (2, 409), (1, 200)):
        items = ["additive"] if number else []
        seen = _seen(browser)["amber01"] | {"numbers": {"mark": number}}
        sent = {"seen": {key: seen}, "items": items, "points": len(items)}
        assert browser.post(f"{WHY}/mark", sent)[0] == status, number
    assert browser.get(f"{WHY}/answer", key=key)["answer"]["points"] == 1


def test_whoever_marks_a_group_hears_which_answer_was_taken(
    browser: Browser, browsers: Callable[[str], Browser]
) -> None:
    other = browsers("zoe")
    keys, states = _keys(browser), _seen(browser)
    sent = {"seen": {keys["amber01"]: states["amber01"]}, "items": [], "points": 0}
    assert browser.post(f"{WHY}/mark", sent)[0] == 200
    seen = {keys[one]: states[one] for one in WRITTEN}
    status, said = other.post(f"{WHY}/mark", {"seen": seen, "items": ["additive"], "points": 1, "group": True})
    assert status == 409
    assert f"tess has marked {keys['amber01'][:6]}, one of this group" in said["error"]
    assert other.get(f"{WHY}/answer", key=keys["ben02"])["answer"]["points"] is None  # none of the group was marked


@pytest.mark.parametrize("is_group", [False, True])
def test_what_formgrader_or_a_new_version_changed_meanwhile_is_not_marked(
    browser: Browser, course: Path, is_group: bool
) -> None:
    keys, states = _keys(browser), _seen(browser)

    def save(*students: str) -> tuple[int, str]:
        sent = {"seen": {keys[one]: states[one] for one in students}, "items": ["additive"], "points": 1}
        status, said = browser.post(f"{WHY}/mark", {**sent, "group": is_group})
        return status, said.get("error", "")

    others = ["dora04"] if is_group else []
    in_formgrader(course, "amber01", 1.5, "Theirs.")
    status, said = save(*others, "amber01")
    assert (status, said.startswith("formgrader has marked ")) == (409, True)
    grade(course, {"cem03": "I have thought again."})
    status, said = save(*others, "cem03")
    assert (status, "was handed in again meanwhile" in said) == (409, True)
    shown = {one: browser.get(f"{WHY}/answer", key=keys[one])["answer"] for one in ("amber01", "cem03", "dora04")}
    assert {one: found["points"] for one, found in shown.items()} == {"amber01": 1.5, "cem03": None, "dora04": None}
    assert shown["amber01"]["comment"] == "Theirs."


def test_what_formgrader_changed_meanwhile_is_not_taken_back(browser: Browser, course: Path) -> None:
    key, seen = _keys(browser)["amber01"], _seen(browser)["amber01"]
    sent = {"seen": {key: seen}, "items": ["additive"], "points": 1}
    seen = browser.post(f"{WHY}/mark", sent)[1]["seen"][key]
    in_formgrader(course, "amber01", 1, "Theirs.")
    status, said = browser.post(f"{WHY}/undo", {"key": key, "seen": seen})
    assert (status, "formgrader" in said["error"]) == (409, True)
    assert browser.get(f"{WHY}/answer", key=key)["answer"]["comment"] == "Theirs."


def test_a_second_marker_sees_nothing_of_the_gradebook(sit_down: Callable[..., Desk]) -> None:
    first, second = sit_down("tess"), sit_down("zoe", SECOND)
    why = first.question(WHY)
    give(first, why, "amber01", ["additive"], "Half.")
    seen = second.look(why).states["amber01"].seen
    assert (seen.manual, seen.comment, seen.numbers) == (None, "", {SECOND: 0})


def _seen(browser: Browser) -> dict[str, dict[str, Any]]:
    """What a page has seen of the answers, by student."""
    desk = browser.page.desk
    states = desk.look(desk.question(WHY)).states
    return {student: msgspec.to_builtins(state.seen) for student, state in states.items()}


def _keys(browser: Browser) -> dict[str, str]:
    """What a page calls the answers, by student."""
    desk = browser.page.desk
    return {student: state.row for student, state in desk.look(desk.question(WHY)).states.items()}


@pytest.mark.parametrize(("path", "expected"), [("1_scaling:nothing/answer", 400), (f"{WHY}/answer?key=nobody", 409)])
def test_what_is_not_there_is_said(browser: Browser, path: str, expected: int) -> None:
    status, text, _ = browser.ask(path)
    assert status == expected
    assert json.loads(text)["remedy"]


def test_another_second_markers_mark_is_not_offered_on_a_new_version(
    course: Path, sit_down: Callable[..., Desk]
) -> None:
    zoe = sit_down("zoe", SECOND)
    why = zoe.question(WHY)
    give(zoe, why, "amber01", ["additive"], "Zoe says.")
    grade(course, {"amber01": "Another text."})
    shown = {}
    for marker in ("zoe", "kim"):
        desk = sit_down(marker, SECOND)
        shown[marker] = Page(desk)._shown(why, desk.look(why), "amber01", ["amber01"])
    assert [shown["zoe"][name] for name in ("items", "comment", "had")] == [["additive"], "Zoe says.", 1.0]
    assert [shown["kim"][name] for name in ("items", "comment", "had")] == [[], "", None]


def test_points_of_an_earlier_version_are_given_to_the_next_and_not_to_an_empty_one(
    course: Path, sit_down: Callable[..., Desk]
) -> None:
    for student in ("amber01", "ben02"):
        in_formgrader(course, student, 1.25, "Good.")
    grade(course, {"amber01": "I have thought again.", "ben02": ""})
    why = (desk := sit_down()).question(WHY)
    looked = desk.look(why)
    for student, given in (("amber01", 1.25), ("ben02", None)):
        shown = Page(desk)._shown(why, looked, student, [student])
        assert (shown["had"], shown["points"], shown["given"]) == (1.25, None, {"items": [], "points": given})


def test_a_group_has_the_marks_of_its_members_and_for_a_second_marker_only_their_own(
    sit_down: Callable[..., Desk],
) -> None:
    for kind, giver, others_see_it in ((FIRST, "tess", True), (SECOND, "zoe", False)):
        why = (desk := sit_down(giver, kind)).question(WHY)
        give(desk, why, "amber01", ["additive"], "Half.")
        mark = {"marker": giver, "points": 1.0, "items": ["additive"], "comment": "Half."}
        for marker, seen in ((giver, mark), ("kim", mark if others_see_it else None)):
            looked = (desk := sit_down(marker, kind)).look(why)
            members = Page(desk, names=True)._shown(why, looked, "ben02", ["ben02"])["group"]["members"]
            assert {one["who"]: one["mark"] for one in members} == {"amber01": seen, "cem03": None}


def test_the_address_stands_in_no_command_that_others_can_read(tmp_path: Path) -> None:
    with leading_to("http://127.0.0.1:1/secret/", tmp_path / "pages") as page:
        assert page.stat().st_mode & 0o077 == 0
        assert "secret" in page.read_text()
        assert "secret" not in page.as_uri()
    assert not page.exists()


def test_what_is_too_long_is_refused_before_it_is_read(browser: Browser) -> None:
    address = urllib.parse.urlsplit(browser.outside)
    with socket.create_connection((address.hostname, address.port), timeout=20) as sending:
        head = f"POST /{browser.page.token}/{WHY}/mark HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
        sending.sendall(f"{head}\r\nContent-Length: {200 * MOST_BYTES}\r\n\r\n".encode())
        sending.sendall(b"1" * (MOST_BYTES + 100_000))
        assert sending.recv(100).startswith(b"HTTP/1.1 400 ")


@pytest.mark.parametrize(("host", "status"), [("evil.example", 400), ("localhost:1", 200), ("127.0.0.1", 200)])
def test_a_page_that_calls_itself_otherwise_gets_nothing(browser: Browser, host: str, status: int) -> None:
    request = urllib.request.Request(f"{browser.outside}{browser.page.token}/tasks", headers={"Host": host})
    try:
        found = urllib.request.urlopen(request, timeout=20).status
    except urllib.error.HTTPError as error:
        found = error.code
    assert found == status


def test_a_desk_says_whose_port_is_taken_and_what_a_second_marker_marked_first(
    course: Path, sit_down: Callable[..., Desk]
) -> None:
    give(desk := sit_down(), desk.question(WHY), "amber01", ["additive"])
    kept = course / "records" / "2030"
    command = [HIPPOGRAD, "--root", course, "mark", "--no-browser", "--marker", "tess", "--cohort", "2030"]
    with socket.socket() as other:
        other.bind(("127.0.0.1", _port_of(kept, "tess")))
        other.listen()
        with subprocess.Popen(
            [*command, "--second", "1"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as served:
            assert served.stdout is not None
            assert served.stdout.readline().startswith("http://127.0.0.1:")
            served.terminate()
            said = served.communicate()[1]
    assert f"port {_port_of(kept, 'tess')}" in said
    assert "tess marked 1 of these answers first: left out." in " ".join(said.split())


def test_a_command_opens_the_desk_that_it_names(
    course: Path, tmp_path: Path, sit_down: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[Page] = []
    monkeypatch.setattr("hippograd.marking.server.serve", lambda page, *_: pages.append(page))  # it would not end
    first, second = sit_down("tess"), sit_down("zoe", SECOND)
    why = first.question(WHY)
    give(first, why, "amber01", ["additive"])
    give(second, why, "amber01", [])

    def opened(*options: object) -> Desk:
        done = hippograd(course, "mark", "-c", "2030", "--marker", "kim", "--no-browser", *options)
        assert done.returncode == 0, done.stderr
        return pages[-1].desk

    desk = opened("--resolve")
    assert (desk.kind, [one.key for one in desk.questions], desk.marker) == (RESOLUTION, [WHY], "kim")
    desk = opened("--second", 0.5)
    assert (desk.kind, desk.share, len(desk.questions)) == (SECOND, 0.5, 2)
    assert opened().kind == FIRST
