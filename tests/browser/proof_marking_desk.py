"""The marking desk in Chromium: marked with keys alone, whatever is killed meanwhile, and open to everybody."""

from __future__ import annotations

import json
import random
import re
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from hippograd.course.rubric import Item, Rubric
from hippograd.marking.desk import Desk
from hippograd.marking.store import RESOLUTION, SECOND
from tests.conftest import HIPPOGRAD
from tests.system.marking.conftest import (
    WHY,
    WRITTEN,
    A,
    Served,
    course,
    desk_at,
    give,
    give_group,
    grade,
    graded,
    in_formgrader,
    in_nbgrader,
)

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from axe_playwright_python.sync_playwright import Axe  # noqa: E402
from playwright.sync_api import Browser, Page, expect  # noqa: E402

__all__ = ["course", "graded"]


class Command:
    """`hippograd mark`, as often as it is started."""

    def __init__(self, course: Path) -> None:
        self.command = [str(HIPPOGRAD), "--root", str(course), "mark", A]
        self.command += ["--cohort", "2030", "--marker", "tess", "--no-browser"]
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().split()[0]

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def at_desk(browser: Browser, course: Path) -> Iterator[Callable[..., Page]]:
    """Opens a desk at the first question, tess's by default, in a page whose clock can be moved on."""
    with ExitStack() as opened:

        def open_desk(desk: Desk | None = None, address: str = "", width: int = 1280) -> Page:
            if not address:
                served = Served(desk or desk_at(course))
                opened.callback(served.close)
                address = served.address
            page = browser.new_page(viewport={"width": width, "height": 800}, bypass_csp=True)
            opened.callback(page.close)
            page.add_init_script(CLOCK)
            page.goto(f"{address}#{A}%3Awhy_linear")
            expect(page.locator("#progress")).to_contain_text("marked")
            page.wait_for_function("() => !busy")  # keys that are typed before wait, and not for ever
            return page

        yield open_desk


def change_source(course: Path, *changes: tuple[str, str]) -> None:
    """Give the assignment another source."""
    source = course / "assignments" / A / f"{A}.ipynb"
    text = source.read_text()
    for before, after in changes:
        quoted = json.dumps(before)[1:-1]
        assert quoted in text
        text = text.replace(quoted, json.dumps(after)[1:-1])
    source.write_text(text)


def change_answers(course: Path, written: dict[str, str]) -> None:
    """What the desk reads of these students after another version was graded."""
    for student, text in written.items():
        path = course / "records" / "2030" / "autograded" / student / A / f"{A}.ipynb"
        notebook = json.loads(path.read_text())
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "why_linear":
                cell["source"] = text
        path.write_text(json.dumps(notebook))


WIDTHS = (390, 820, 1280)
LONG = " + ".join(rf"\frac{{a_{{{number}}}}}{{b_{{{number}}}}}" for number in range(60))
SCHEME = "- 1 `additive`: additivity.\n", "- 1 `homogeneous`: homogeneity.\n"
LONG_SCHEME = "".join(
    f"- 0.5 `item_{number}`: something that it gets right, with a reason: it always names the correct part; on average "
    "it is unbiased within a part; its mean error is about half of that of always guessing the average place, which is "
    "printed under the figure, and so on, and where that is said in other words.\n"
    for number in range(4)
)


# The desk's time passes where a test says so, however busy the machine is. axe needs its own short waits.
CLOCK = """
  let now = 0; // ms
  const due = new Map();
  const { setTimeout: soon, clearTimeout: forget } = window;
  performance.now = () => now;
  window.setTimeout = (act, wait, ...given) => {
    if (!(wait >= 1000)) return soon(act, wait, ...given);
    due.set(act, now + wait);
    return act;
  };
  window.clearTimeout = (timer) => due.delete(timer) || forget(timer);
  window.pass = (time) => {
    now += time;
    for (const [act, at] of due) if (at <= now) due.delete(act) && act();
  };
"""


def after(page: Page, time: int) -> None:
    """Let some milliseconds pass at the desk."""
    page.evaluate(f"pass({time})")


def look(page: Page) -> None:
    """As long as the desk asks of whoever saves what they have not touched."""
    after(page, 500)


def go_to(page: Page, course: Path, student: str) -> None:
    """To the answer of a student, by its signs."""
    desk = desk_at(course)
    signs = desk.store.in_gradebook(A, "why_linear")[student].row[:6]
    page.keyboard.press("/")
    page.locator("#signs").fill(signs)
    page.keyboard.press("Enter")
    expect(page.locator("#note")).to_contain_text(signs)


def step(page: Page, key: str) -> None:
    """To the next answer that is not blank, or the one before."""
    while True:
        before = page.inner_text("#note")
        page.keyboard.press(key)
        expect(page.locator("#note")).not_to_have_text(before)
        if "Blank" not in page.inner_text("#note"):
            return


def done(page: Page) -> int:
    found = re.match(r"(\d+) of", page.inner_text("#progress"))
    assert found is not None
    return int(found[1])


def first_of(page: Page, held: list[sync_api.Route]) -> sync_api.Route:
    """The request that is held back, once it is made: the page's clock says nothing of its own."""
    until = time.monotonic() + 30
    while not held:
        assert time.monotonic() < until
        page.wait_for_timeout(10)
    return held[0]


def test_a_class_is_marked_with_keys_alone(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    while (before := done(page)) < len(WRITTEN):
        in_group = "alike" in page.inner_text("#note") or "the same" in page.inner_text("#note")
        page.keyboard.press("1")
        page.keyboard.press("c")
        page.keyboard.type("And multiples? 12")  # signs that are keys elsewhere
        page.keyboard.press("Escape")
        if in_group:
            page.keyboard.press("g")
            expect(page.locator("#group-box")).to_be_visible()
            look(page)
        page.keyboard.press("g" if in_group else "Enter")
        expect(page.locator("#progress")).not_to_contain_text(f"{before} of")
    expect(page.locator("#answer")).to_contain_text("All answers are marked.")
    assert in_nbgrader(course, "cem03") == in_nbgrader(course, "amber01") == (1, False, "And multiples? 12")
    assert not [url for url in asked if not url.startswith("http://127.0.0.1")]


def test_no_key_is_lost_while_the_desk_is_busy(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["1", "Enter", "2", "Enter", "1", "2", "c", "S", "o", "Escape", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("5 of 6 marked, 3 by you")
    marks = sorted((in_nbgrader(course, student) for student in WRITTEN), key=str)
    assert marks[:3] == [(1, False, None), (1, False, None), (2, False, "So")]


def test_where_keys_were_not_heard_what_follows_is_not_heard_either(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    held: list[sync_api.Route] = []
    page.route("**/answer?*", lambda route: route.continue_() if held else held.append(route))
    page.keyboard.press("s")
    first_of(page, held)
    for key in "/2":
        page.keyboard.press(key)
    after(page, 1500)
    expect(page.locator("#note")).to_contain_text("Waiting for the gradebook …")
    held[0].continue_()
    expect(page.locator("#message")).to_contain_text("What you typed while the desk was busy was not heard")
    for key in ["1", "c", "1", "Enter", "Control+Enter", "b"]:
        page.keyboard.press(key)
    assert (page.locator("#items input:checked").count(), page.input_value("#comment")) == (0, "")
    expect(page.locator("#message")).to_contain_text("stop for a second")
    after(page, 1100)
    for key in ["1", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")


def test_what_follows_on_a_save_that_was_refused_is_not_heard(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for student in WRITTEN:
        in_formgrader(course, student, 1.25)
    held: list[sync_api.Route] = []
    page.route("**/mark", lambda route: held.append(route))
    for key in ["1", "Enter", "2"]:
        page.keyboard.press(key)
    first_of(page, held).continue_()
    expect(page.locator("#message")).to_contain_text("formgrader has marked this answer meanwhile")
    page.keyboard.press("2")
    expect(page.locator("#message")).to_contain_text("was not heard")
    expect(page.locator("#items input:checked")).to_have_count(1)


def test_a_comment_is_saved_with_control_and_enter_while_the_desk_is_busy(
    at_desk: Callable[..., Page], course: Path
) -> None:
    page = at_desk()
    for key in ["1", "Enter", "2", "c", "S", "o", "Control+Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("2 by you")
    assert [in_nbgrader(course, student)[2] for student in WRITTEN].count("So") == 1


def test_a_comment_alone_gives_no_points_unless_0_says_so(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["c", *"Good.", "Control+Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#message")).to_have_text(
        "No item is chosen. Escape leaves the comment; then press 0 to give no points."
    )
    for key in ["Escape", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#message")).to_have_text("No item is chosen. Press 0 to give no points.")
    expect(page.locator("#progress")).to_contain_text("0 by you")
    look(page)
    page.keyboard.press("0")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    assert [in_nbgrader(course, student) for student in WRITTEN].count((0, False, "Good.")) == 1


def test_the_key_0_says_that_what_is_ticked_does_not_count(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    look(page)
    for key in "10":
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("0 points, without what is ticked. The student will read no reason:")


def test_a_link_in_an_answer_is_followed_beside_the_desk(at_desk: Callable[..., Page], course: Path) -> None:
    change_answers(course, {"amber01": "It is as [they say](http://127.0.0.1:9/)."})
    page = at_desk()
    go_to(page, course, "amber01")
    page.keyboard.press("1")
    page.locator("#answer a").focus()
    with page.expect_popup() as opened:
        page.keyboard.press("Enter")
    assert opened.value.evaluate("window.opener") is None
    opened.value.close()
    expect(page.locator("#answer")).to_contain_text("they say")
    expect(page.locator("#progress")).to_contain_text("0 by you")


def test_what_of_a_group_was_handed_in_again_is_said_when_it_is_taken_back(
    at_desk: Callable[..., Page], course: Path
) -> None:
    desk = desk_at(course)
    give_group(desk, desk.question(WHY), ["amber01", "ben02"], ["additive"])
    change_answers(course, {"ben02": "I have thought again."})
    page = at_desk(desk)
    go_to(page, course, "amber01")
    expect(page.locator("#note")).to_contain_text("Marked by tess")
    page.keyboard.press("u")
    expect(page.locator("#note")).to_contain_text("1 taken back, 1 not: marked or handed in again since.")


def test_the_text_of_an_edit_outlives_an_edit_of_somebody_else(at_desk: Callable[..., Page], course: Path) -> None:
    desk = desk_at(course)
    why = desk.question(WHY)
    give(desk, why, "amber01", ["additive"], "Why?")
    page = at_desk(desk)
    go_to(page, course, "amber01")
    expect(page.locator("#note")).to_contain_text("Marked by tess")
    page.keyboard.press("e")
    page.locator("#better").fill("Why so?")
    desk.edit_comment(why, "Why?", "And then?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#edit-message")).to_contain_text("It is now “And then?”: save again to replace that.")
    expect(page.locator("#better")).to_have_value("Why so?")
    assert Axe().run(page).response["violations"] == []
    for key in ["Control+Enter", "2"]:  # the 2 is for the answer
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("1 comment edited.")
    expect(page.locator("#better")).to_be_hidden()
    expect(page.locator("#items input:checked")).to_have_count(2)
    assert in_nbgrader(course, "amber01") == (1, False, "Why so?")


def test_an_item_of_a_draft_that_the_scheme_no_longer_has_is_said(at_desk: Callable[..., Page], course: Path) -> None:
    desk = desk_at(course)
    page = at_desk(desk)
    for key in "12":
        page.keyboard.press(key)
    change_source(course, ("- 1 `homogeneous`", "- 1 `multiples`"))
    desk.questions[:] = desk_at(course).questions  # as in a desk that is started again at the same port
    page.reload()
    said = "Not saved yet. The scheme no longer has homogeneous, which you had ticked."
    expect(page.locator("#note")).to_contain_text(said)
    expect(page.locator("#points")).to_have_text("1 point")


def test_of_a_draft_for_an_earlier_version_the_comment_alone_stays(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["1", "c", "S", "o", "Escape"]:
        page.keyboard.press(key)
    change_answers(course, dict.fromkeys(WRITTEN, "I have thought again."))
    page.reload()
    expect(page.locator("#note")).to_contain_text("Not saved yet: it was written for an earlier version.")
    assert (page.locator("#items input:checked").count(), page.input_value("#comment")) == (0, "So")
    look(page)
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_contain_text("No item is chosen.")
    expect(page.locator("#progress")).to_contain_text("0 by you")


def test_what_is_not_saved_is_there_again_and_nothing_is_saved_twice(
    at_desk: Callable[..., Page], course: Path
) -> None:
    page = at_desk()
    for key in ["1", "c", "S", "o", "Escape", "s", "b"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("Not saved yet.")
    assert (page.locator("#items input:checked").count(), page.input_value("#comment")) == (1, "So")
    look(page)
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    posted: list[str] = []
    page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
    for key in ["b", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).not_to_contain_text("Marked by tess")
    assert posted == [], "it is marked, and nothing was changed"


def test_no_points_are_given_by_the_key_0_and_not_by_mistake(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_contain_text("Press 0 to give no points.")
    look(page)
    page.keyboard.press("0")
    expect(page.locator("#note")).to_contain_text("The student will read no reason: c writes a comment, 0 again saves")
    expect(page.locator("#progress")).to_contain_text("0 by you")
    page.keyboard.press("0")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    assert sorted(str(in_nbgrader(course, student)[0]) for student in WRITTEN).count("0.0") == 1


def test_a_comment_beside_a_mark_of_formgrader_leaves_it_its_points(at_desk: Callable[..., Page], course: Path) -> None:
    for student in WRITTEN:
        in_formgrader(course, student, 1.25)
    page = at_desk()
    expect(page.locator("#note")).to_contain_text("Marked in formgrader: 1.25.")
    for key in ["c", "S", "o", "Control+Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")
    assert [in_nbgrader(course, student)[0] for student in WRITTEN] == [1.25] * len(WRITTEN)


def test_what_formgrader_marked_meanwhile_is_said_and_the_draft_is_kept(
    at_desk: Callable[..., Page], course: Path
) -> None:
    page = at_desk()
    for key in ["1", "c", "S", "o", "Escape"]:
        page.keyboard.press(key)
    for student in WRITTEN:
        in_formgrader(course, student, 1.25, "Theirs.")
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_contain_text("formgrader has marked this answer meanwhile")
    expect(page.locator("#note")).to_contain_text("Marked in formgrader: 1.25 (no item) “Theirs.”. Not saved yet.")
    assert (page.locator("#items input:checked").count(), page.input_value("#comment")) == (1, "So")
    assert [in_nbgrader(course, student)[0] for student in WRITTEN] == [1.25] * len(WRITTEN)


def test_a_first_mark_without_items_is_taken_with_its_points(at_desk: Callable[..., Page], course: Path) -> None:
    second = desk_at(course, "zoe", SECOND)
    give(second, second.question(WHY), "amber01", [])
    in_formgrader(course, "amber01", 1.75, "Theirs.")
    page = at_desk(desk_at(course, kind=RESOLUTION))
    expect(page.locator("#note")).to_contain_text("1 of 1")
    page.keyboard.press("f")
    expect(page.locator("#points")).to_have_text("1.75 points")
    look(page)
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_contain_text("1 of 1 marked")
    assert in_nbgrader(course, "amber01") == (1.75, False, "Theirs.")


def test_marks_that_agree_by_now_are_said_and_the_desk_goes_on(at_desk: Callable[..., Page], course: Path) -> None:
    first, second = desk_at(course, "ann"), desk_at(course, "zoe", SECOND)
    why = first.question(WHY)
    for student in ("amber01", "ben02"):
        give(second, why, student, [])
        give(first, why, student, ["additive"])
    page = at_desk(desk_at(course, kind=RESOLUTION))
    expect(page.locator("#note")).to_contain_text("of 2")
    for student in ("amber01", "ben02"):
        give(first, why, student, [])
    page.keyboard.press("t")
    look(page)
    page.keyboard.press("Enter")
    expect(page.locator("#message")).to_contain_text("the two marks agree by now")
    expect(page.locator("#answer")).to_contain_text("No two marks differ.")


def test_what_is_not_saved_outlives_another_question(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    for key in ["1", "c", "S", "o", "Escape"]:
        page.keyboard.press(key)
    page.select_option("#task", index=1)
    expect(page.locator("#comment")).to_have_value("")
    page.select_option("#task", index=0)
    expect(page.locator("#comment")).to_have_value("So")


def test_a_mark_is_taken_back_from_the_answer_after_it(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["2", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")
    page.keyboard.press("u")
    expect(page.locator("#note")).to_contain_text("1 taken back.")
    expect(page.locator("#progress")).to_contain_text("0 by you")


def test_a_mark_is_taken_back_after_the_page_was_opened_anew(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["2", "Enter", "1", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("2 by you")
    page.reload()
    expect(page.locator("#progress")).to_contain_text("2 by you")
    for left in (1, 0):
        page.keyboard.press("u")
        expect(page.locator("#progress")).to_contain_text(f"{left} by you")
    assert {in_nbgrader(course, student)[0] for student in WRITTEN} == {None}


def test_comments_are_chosen_with_arrows_and_edited_for_all(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["1", "c", *"Why?", "Escape", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")
    for key in ["2", "c", "ArrowDown", "Enter", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("2 by you")
    page.keyboard.press("b")
    expect(page.locator("#note")).to_contain_text("Marked by tess")
    page.keyboard.press("e")
    assert Axe().run(page).response["violations"] == []
    page.locator("#better").fill("Why so?\nAnd then?")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#note")).to_contain_text("2 comments edited.")
    assert [in_nbgrader(course, student)[2] for student in WRITTEN].count("Why so?\nAnd then?") == 2


def test_what_was_saved_and_what_was_not_outlive_the_server(at_desk: Callable[..., Page], course: Path) -> None:
    served = Command(course)
    try:
        page = at_desk(address=served.address)
        for key in ["2", "Enter"]:
            page.keyboard.press(key)
        expect(page.locator("#progress")).to_contain_text("3 of 6 marked, 1 by you")
        for key in ["1", "c", "S"]:
            page.keyboard.press(key)
        served.kill()
        page.keyboard.press("o")
        page.keyboard.press("Control+Enter")
        said = page.locator("#message")
        expect(said).to_contain_text("What was saved is safe; start it again and open the new address.")
        expect(said).to_contain_text("If its port is the same, what was not saved is there again")
        served.start()
        page.goto(f"{served.address}#{A}%3Awhy_linear")
        expect(page.locator("#progress")).to_contain_text("3 of 6 marked, 1 by you")
        expect(page.locator("#note")).to_contain_text("Not saved yet.")
        assert (page.locator("#items input:checked").count(), page.input_value("#comment")) == (1, "So")
        look(page)
        page.keyboard.press("Enter")
        expect(page.locator("#progress")).to_contain_text("2 by you")
        marks = sorted(str(in_nbgrader(course, student)) for student in WRITTEN)
        assert marks[:2] == ["(1.0, False, 'So')", "(1.0, False, None)"]
        page.reload()
        expect(page.locator("#progress")).to_contain_text("2 by you")
        assert page.locator("#items input:checked").count() == 0
    finally:
        served.kill()


def test_nothing_lies_on_the_comment_while_it_is_written(at_desk: Callable[..., Page], course: Path) -> None:
    change_source(course, (SCHEME[0], LONG_SCHEME), (SCHEME[1], ""))
    page = at_desk(width=820)
    on_top = """() => {
        const box = document.getElementById("comment").getBoundingClientRect();
        return [0.1, 0.5, 0.9].map((part) =>
            document.elementFromPoint(box.left + box.width / 2, box.top + part * box.height)?.id);
    }"""
    for height in (700, 1100):
        page.set_viewport_size({"width": 820, "height": height})
        for key in ["Escape", "c", *"One line.", "Enter", *"Another."]:
            page.keyboard.press(key)
        assert page.evaluate(on_top) == ["comment"] * 3


def test_what_looks_like_a_tag_is_seen_as_it_was_typed(at_desk: Callable[..., Page], course: Path) -> None:
    change_answers(course, {"amber01": "It holds if a<b and c>d, yes."})
    page = at_desk()
    go_to(page, course, "amber01")
    expect(page.locator("#note")).to_contain_text("What looks like a tag")
    expect(page.locator("#answer")).not_to_contain_text("b and c")
    page.keyboard.press("v")
    expect(page.locator("#answer .typed")).to_have_text("It holds if a<b and c>d, yes.")
    page.keyboard.press("v")
    expect(page.locator("#answer .typed")).to_have_count(0)


def test_points_of_an_earlier_scheme_are_said_beside_what_the_items_are_worth(
    at_desk: Callable[..., Page], course: Path
) -> None:
    desk = desk_at(course)
    for student in ("amber01", "ben02", "cem03", "dora04"):
        give(desk, desk.question(WHY), student, ["additive", "homogeneous"])
    change_source(course, ("- 1 `additive`", "- 0.5 `additive`"), ("- 1 `homogeneous`", "- 1.5 `multiples`"))
    page = at_desk()
    go_to(page, course, "amber01")
    expect(page.locator("#note")).to_contain_text("Marked by")
    expect(page.locator("#points")).to_have_text("2 points; its items are worth 0.5 points by now (r)")
    for key in ["c", "S", "o"]:
        page.keyboard.press(key)
    expect(page.locator("#points")).to_have_text("2 points; its items are worth 0.5 points by now (r)")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#answer")).to_contain_text("All answers are marked.")
    marks = [in_nbgrader(course, student) for student in ("amber01", "ben02", "cem03", "dora04")]
    assert sorted(marks, key=str) == [(2, False, "So"), *[(2, False, None)] * 3], "a comment leaves the points"


def test_answer_comment_and_buttons_are_in_sight_together(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    page.keyboard.press("1")
    page.keyboard.press("c")
    for part in ("#answer", "#comment", "#points", "#marking button[type=submit]"):
        expect(page.locator(part)).to_be_in_viewport(ratio=0.5)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("#help")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#help")).to_be_hidden()


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    in_a_group(page, course)
    page.keyboard.press("1")
    page.keyboard.press("g")
    page.keyboard.press("?")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], (width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_what_is_wide_scrolls_in_a_box_of_its_own(at_desk: Callable[..., Page], course: Path) -> None:
    change_source(course, ("Why is stretching linear?", f"Why is $${LONG}$$ linear, and ${LONG}$?"))
    table = f"| a | b |\n|---|---|\n|{'w' * 400}|2|"
    change_answers(course, dict.fromkeys(WRITTEN, f"It is $${LONG}$$ and then ${LONG}$.\n\n{table}"))
    page = at_desk()
    beyond = """() => [...document.querySelectorAll("#asked *, #given *")]
        .filter((one) => !one.parentElement.closest("math, .wide"))
        .filter((one) => one.getBoundingClientRect().right > one.closest("section").getBoundingClientRect().right)
        .map((one) => one.outerHTML.slice(0, 80))"""
    boxes = """[...document.querySelectorAll("#asked math, #given math, .wide")]
        .map((one) => [one.tabIndex, one.scrollWidth > one.clientWidth])"""
    border = "[...document.querySelectorAll('math')].map((one) => getComputedStyle(one).borderRightStyle)"
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(beyond) == []
        page.wait_for_function(f"JSON.stringify({boxes}) === '{json.dumps([[0, True]] * 5, separators=(',', ':'))}'")
        assert page.evaluate(border) == ["dotted"] * 4, "it is seen that there is more"
        assert Axe().run(page).response["violations"] == []


def test_the_rubric_is_in_sight_and_begins_at_its_top(at_desk: Callable[..., Page], course: Path) -> None:
    change_source(course, (SCHEME[0], LONG_SCHEME), (SCHEME[1], ""))
    page = at_desk()
    page.set_viewport_size({"width": 1280, "height": 900})
    for place in range(3):
        for key in ["1", "c", *f"A comment of some length {place}", "Escape", "Enter"]:
            page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("3 by you")
    page.keyboard.press("c")
    assert page.locator("#bank button").count() == 3
    for label in page.locator("#items label").all():
        expect(label).to_be_in_viewport(ratio=0.99)
    expect(page.locator("#items")).to_contain_text("item_3")
    for part in ("#comment", "#points", "#marking button[type=submit]", "#undo", "#bank li:first-child"):
        expect(page.locator(part)).to_be_in_viewport(ratio=0.9)
    page.set_viewport_size({"width": 1280, "height": 560})
    page.keyboard.press("Escape")
    page.evaluate("document.getElementById('items').scrollTop = 1000")
    assert page.evaluate("document.getElementById('items').scrollTop") > 0
    page.keyboard.press("s")
    page.wait_for_function("document.getElementById('items').scrollTop === 0")


def test_an_answer_is_gone_to_by_its_signs_and_a_question_by_a_key(at_desk: Callable[..., Page], course: Path) -> None:
    desk = desk_at(course)
    page = at_desk(desk)
    first = page.inner_text("#note").partition(",")[0]
    page.keyboard.press("1")
    page.keyboard.press("n")
    expect(page.locator("#task")).to_have_value(f"{A}:shifted_written")
    page.keyboard.press("/")
    expect(page.locator("#signs")).to_be_focused()
    assert Axe().run(page).response["violations"] == []
    page.keyboard.type(first)
    page.keyboard.press("Enter")
    expect(page.locator("#note")).to_contain_text(f"{first}, ")
    expect(page.locator("#task")).to_have_value(f"{A}:why_linear")
    expect(page.locator("#note")).to_contain_text("Not saved yet.")
    for key in ["/", *"zzz", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#message")).to_contain_text("No answer is called zzz here.")
    page.keyboard.press("p")
    expect(page.locator("#task")).to_have_value(f"{A}:shifted_written")
    page.keyboard.press("n")
    expect(page.locator("#task")).to_have_value(f"{A}:why_linear")
    give_group(desk, desk.question(WHY), ["ben02", "cem03", "dora04"], [])
    page.reload()
    expect(page.locator("#progress")).to_contain_text("5 of 6 marked")
    for key in ["2", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#answer")).to_contain_text("Not done yet: 1.3 (n goes to the next question).")


def in_a_group(page: Page, course: Path, student: str = "amber01") -> None:
    go_to(page, course, student)
    expect(page.locator("#note")).to_contain_text("2 of them the same but for form")


def test_of_a_group_only_what_is_the_same_is_ticked_and_keys_change_it(
    at_desk: Callable[..., Page], course: Path
) -> None:
    page = at_desk()
    in_a_group(page, course)
    same, other = (page.locator("#group input").nth(place) for place in (0, 1))
    for key in ["1", "g"]:
        page.keyboard.press(key)
    expect(same).to_be_checked()
    expect(other).not_to_be_checked()
    expect(page.locator("#group li").nth(0)).not_to_contain_text("Here:")
    expect(page.locator("#group .differs del, #group .differs ins").first).to_be_visible()
    for key in ["ArrowDown", "x"]:
        page.keyboard.press(key)
    expect(same).to_be_focused()
    expect(same).not_to_be_checked()
    for key in ["x", "g"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("2 answers marked.")
    assert [in_nbgrader(course, student)[0] for student in ("amber01", "ben02", "cem03")] == [1, 1, None]
    page.keyboard.press("u")
    expect(page.locator("#note")).to_contain_text("2 taken back.")
    page.keyboard.press("g")
    expect(same).to_be_checked()
    page.keyboard.press("Escape")
    expect(page.locator("#group-box")).to_be_hidden()
    for key in ["g", "a"]:
        page.keyboard.press(key)
    expect(other).to_be_checked()
    for key in ["ArrowDown", "x", "g"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("2 answers marked.")
    page.keyboard.press("u")
    expect(page.locator("#note")).to_contain_text("2 taken back.")
    page.keyboard.press("g")
    expect(same).not_to_be_checked()


def test_no_answer_gets_nothing_before_it_is_seen(at_desk: Callable[..., Page], course: Path) -> None:
    for student in WRITTEN:
        in_formgrader(course, student, None, "A comment without a mark.")
    page = at_desk()
    look(page)
    for left in (1, 2):
        page.keyboard.press("0")
        expect(page.locator("#progress")).to_contain_text(f"{left} by you")
        page.keyboard.press("0")
        expect(page.locator("#message")).to_have_text("This has only just come: look at it, then save.")
        look(page)
    page.keyboard.press("0")
    page.keyboard.press("0")
    expect(page.locator("#progress")).to_contain_text("3 by you")
    look(page)
    assert [in_nbgrader(course, student)[0] for student in WRITTEN].count(0) == 3


def test_a_second_marker_gives_no_answer_nothing_before_it_is_seen(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk(desk_at(course, kind=SECOND))
    expect(page.locator("#note")).to_contain_text("of 6")
    look(page)
    page.keyboard.press("0")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    page.keyboard.press("0")
    expect(page.locator("#message")).to_contain_text("This has only just come")
    expect(page.locator("#progress")).to_contain_text("1 by you")


def test_a_draft_is_not_saved_before_it_is_seen(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    step(page, "s")
    page.keyboard.press("1")
    step(page, "b")
    for key in ["2", "Enter", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#message")).to_contain_text("This has only just come: look at it")
    expect(page.locator("#note")).to_contain_text("Not saved yet.")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    look(page)
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_contain_text("2 by you")


def test_points_of_an_earlier_version_come_to_no_empty_one_with_a_draft(
    at_desk: Callable[..., Page], course: Path
) -> None:
    desk = desk_at(course)
    give(desk, desk.question(WHY), "amber01", [], "Good.", 1.5)
    grade(course, {"amber01": "I have thought again."})
    page = at_desk(desk)
    go_to(page, course, "amber01")
    expect(page.locator("#note")).to_contain_text("Handed in again: it had 1.5.")
    expect(page.locator("#changed ins").first).to_be_visible()
    for key in ["c", "S", "o", "Escape"]:
        page.keyboard.press(key)
    expect(page.locator("#points")).to_have_text("1.5 points")
    page.keyboard.press("s")
    expect(page.locator("#note")).not_to_contain_text("it had 1.5")
    change_answers(course, {"amber01": ""})
    page.keyboard.press("b")
    expect(page.locator("#note")).to_contain_text("Not saved yet: it was written for an earlier version.")
    expect(page.locator("#comment")).to_have_value(re.compile("So"))
    expect(page.locator("#points")).to_have_text("0 points")
    look(page)
    page.keyboard.press("0")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    assert in_nbgrader(course, "amber01")[0] == 0


def test_a_question_chosen_while_an_answer_is_on_its_way_is_gone_to(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    other = str(page.locator("#task option").nth(1).get_attribute("value"))
    before = page.inner_text("#question")
    held: list[sync_api.Route] = []
    page.route("**/answer?*", lambda route: route.continue_() if held else held.append(route))
    page.keyboard.press("s")
    page.select_option("#task", other)
    first_of(page, held).continue_()
    expect(page.locator("#question")).not_to_have_text(before)
    expect(page.locator("#task")).to_have_value(other)


def test_who_has_a_comment_of_formgraders_is_not_ticked(at_desk: Callable[..., Page], course: Path) -> None:
    for student in ("amber01", "ben02"):
        in_formgrader(course, student, None, f"For {student} <b>alone</b>.")
    page = at_desk()
    in_a_group(page, course)
    expect(page.locator("#comment")).to_have_value(re.compile("For .* <b>alone</b>."))
    page.keyboard.press("g")
    other = page.locator("#group li", has_text="It already has a comment, which the group's will replace: For ")
    expect(other).to_contain_text("<b>alone</b>.")
    expect(other.locator("input")).not_to_be_checked()


def test_who_has_something_that_is_not_saved_is_not_ticked(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    in_a_group(page, course)
    for key in ["2", "c", "S", "o", "Escape"]:
        page.keyboard.press(key)
    in_a_group(page, course, "ben02")
    page.keyboard.press("1")
    page.keyboard.press("g")
    said = "What you have not saved of it, the group's mark will replace: (homogeneous) “So”"
    other = page.locator("#group li", has_text=said)
    expect(other.locator("input")).not_to_be_checked()
    look(page)
    page.keyboard.press("g")
    expect(page.locator("#progress")).to_contain_text("1 by you")
    in_a_group(page, course)
    expect(page.locator("#note")).to_contain_text("Not saved yet.")
    expect(page.locator("#comment")).to_have_value("So")
    page.keyboard.press("g")
    expect(page.locator("#group-box")).to_be_visible()
    page.keyboard.press("g")
    expect(page.locator("#message")).to_contain_text("This has only just come")


def test_a_group_gets_no_points_by_the_key_0_and_not_by_mistake(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    in_a_group(page, course)
    for key in "gg":
        page.keyboard.press(key)
    expect(page.locator("#message")).to_contain_text("Press 0 to give no points.")
    look(page)
    for key in "a00":
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("3 answers marked.")
    assert [in_nbgrader(course, student)[0] for student in ("amber01", "ben02", "cem03")] == [0, 0, 0]
    in_a_group(page, course)
    for key in "ga":
        page.keyboard.press(key)
    expect(page.locator("#message")).to_contain_text("All are marked")
    expect(page.locator("#group input:checked")).to_have_count(0)


def test_a_zero_among_signs_that_are_typed_early_is_one_of_them(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    for key in ["1", "Enter", "/", *"0a0"]:
        page.keyboard.press(key)
    expect(page.locator("#signs")).to_have_value("0a0")


def test_what_is_taken_back_is_in_the_boxes_again(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    for key in ["1", "c", *"Why?", "Escape", "Enter", "u"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("1 taken back.")
    expect(page.locator("#note")).to_contain_text("Not saved yet.")
    expect(page.locator("#comment")).to_have_value("Why?")
    assert page.locator("#items input:checked").count() == 1
    page.keyboard.press("u")
    expect(page.locator("#message")).to_contain_text("nothing of yours")
    expect(page.locator("#note")).not_to_contain_text("taken back")
    signs = page.inner_text("#note").partition(",")[0]
    for key in ["2", "Enter", "/", *signs, "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text(f"{signs}, ")
    page.keyboard.press("e")
    expect(page.locator("#edit-title")).to_have_text("The comment, for the one answer that has it")
    assert sorted(str(in_nbgrader(course, student)[::2]) for student in WRITTEN)[0] == "(2.0, 'Why?')"


def test_the_page_says_that_it_reads_the_answers(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    held: list[sync_api.Route] = []
    page.route("**/tasks", lambda route: held.append(route))
    page.reload()
    expect(page.locator("#progress")).to_have_text("Reading the answers …")
    first_of(page, held).continue_()
    expect(page.locator("#progress")).to_contain_text("marked")


def test_where_the_focus_is_is_seen_whole(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    for key in ["1", "c", "S", "o", "Escape", "Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#progress")).to_contain_text("1 by you")
    cut = """([selector, box]) => {
        const [one, around] = [document.querySelector(selector), document.querySelector(box).getBoundingClientRect()];
        const style = getComputedStyle(one), ring = one.getBoundingClientRect();
        const outside = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
        const isCut = ring.left - outside < around.left || ring.right + outside > around.right;
        return style.outlineStyle === "none" || isCut;
    }"""
    assert not page.evaluate(cut, ["#answer", "#given"])
    page.keyboard.press("c")
    page.keyboard.press("ArrowDown")
    assert not page.evaluate(cut, ["#bank button", "#bank"])


def test_the_mark_that_the_same_answer_has_is_shown_and_taken(at_desk: Callable[..., Page], course: Path) -> None:
    desk = desk_at(course)
    give(desk, desk.question(WHY), "amber01", ["additive"], "And multiples?")
    page = at_desk(desk)
    go_to(page, course, "ben02")
    expect(page.locator("#note")).to_contain_text("The same answer already has")
    expect(page.locator("#note")).to_contain_text("has 1 (additive) “And multiples?”: m takes that mark")
    expect(page.locator("#take-same")).to_be_visible()
    page.keyboard.press("g")
    expect(page.locator("#group li").first).to_contain_text("Marked by tess: 1 (additive) “And multiples?”")
    for key in ["Escape", "m"]:
        page.keyboard.press(key)
    look(page)
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_contain_text("2 by you")
    assert in_nbgrader(course, "ben02") == (1, False, "And multiples?")
    expect(page.locator("#take-same")).to_be_hidden()


def test_points_given_by_hand_stay_with_a_draft(at_desk: Callable[..., Page], course: Path) -> None:
    desk = desk_at(course)
    give(desk, desk.question(WHY), "amber01", [], "Half of it.", 0.5)
    page = at_desk(desk)
    go_to(page, course, "ben02")
    expect(page.locator("#note")).to_contain_text("The same answer already has")
    for key in ["m", "s", "b"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("Not saved yet.")
    expect(page.locator("#points")).to_have_text("0.5 points")
    for left, key in enumerate(["Enter", "u", "Enter"]):
        look(page)
        page.keyboard.press(key)
        expect(page.locator("#progress")).to_contain_text(f"{1 if left == 1 else 2} by you")
    assert in_nbgrader(course, "ben02") == (0.5, False, "Half of it.")


def test_what_saves_with_a_group_in_sight_saves_all_that_are_ticked(at_desk: Callable[..., Page], course: Path) -> None:
    page = at_desk()
    in_a_group(page, course)
    for key in ["1", "g", "a", "c", "S", "o", "Control+Enter"]:
        page.keyboard.press(key)
    expect(page.locator("#note")).to_contain_text("3 answers marked.")
    assert {in_nbgrader(course, student) for student in ("amber01", "ben02", "cem03")} == {(1, False, "So")}


def test_where_nothing_changes_by_the_scheme_it_is_said(at_desk: Callable[..., Page]) -> None:
    page = at_desk()
    page.keyboard.press("r")
    expect(page.locator("#message")).to_have_text("Every mark has the points that its items are worth now.")


def test_the_page_shows_the_points_that_the_rubric_has(at_desk: Callable[..., Page]) -> None:
    """Of many rubrics, with whichever items: groups of points, of deductions and of both, limits, tenths."""
    draw = random.Random(1)
    cases: list[tuple[Rubric, list[str]]] = []
    for _ in range(2000):
        items = tuple(
            Item(f"item_{number}", points, "", draw.choice([0, 0, 1, 2]), is_limit)
            for number in range(draw.randint(1, 9))
            for is_limit in [draw.random() < 0.2]
            for points in [draw.randint(0 if is_limit else -20, 20) / 10]
        )
        ids = [item.id for item in items if draw.random() < 0.6]
        cases.append((Rubric(draw.choice([0.5, 1, 2, 3]), items), ids))
    sent = [
        [
            [
                {"id": item.id, "points": item.points, "group": item.group, "limit": item.is_limit}
                for item in rubric.items
            ],
            ids,
            rubric.points,
        ]
        for rubric, ids in cases
    ]
    shown = at_desk().evaluate(
        "(text) => JSON.parse(text).map(([items, ids, most]) => worth(items, ids, most))", json.dumps(sent)
    )
    assert shown == [rubric.score(ids) for rubric, ids in cases]
