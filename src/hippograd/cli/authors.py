"""Commands for authors: skeletons of chapters and tasks."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from hippograd.cli.app import AUTHORS, NAME, Cohorts, app, course_to_change
from hippograd.course import Course, find_root
from hippograd.errors import HippogradError

new = typer.Typer(help="Begin a chapter or a task; draw a secret of your own.", no_args_is_help=True)
app.add_typer(new, name="new", rich_help_panel=AUTHORS)


@new.command("chapter")
def chapter(
    name: Annotated[str, typer.Argument(help="Such as 5_grid_cells.")],
    title: Annotated[str, typer.Option("--title", help="Its heading; from the name by default.")] = "",
) -> None:
    """Write a chapter with one task and one question."""
    from hippograd.authors.skeletons import new_chapter

    words = name.partition("_")[2].replace("_", " ").capitalize()
    _say(new_chapter(course_to_change(), name, title or words), name)


@new.command("task")
def task(
    chapter: Annotated[str, typer.Argument(help="The chapter, at whose end it is put.")],
    name: Annotated[str, typer.Argument(help="Such as ridge_regression.")],
    written: Annotated[bool, typer.Option("--written", help="Answered in words and marked by people.")] = False,
    signature: Annotated[str, typer.Option(help="How its function is called, such as softmax(Z).")] = "",
) -> None:
    """Write a task: its cells, its grader, answers right and wrong; or a question with its mark scheme."""
    from hippograd.authors.skeletons import new_task

    course = course_to_change()
    chapter = course.called(chapter)
    _say(new_task(course, chapter, name, is_written=written, signature=signature), chapter)


@new.command("secret")
def secret(
    replace: Annotated[
        bool, typer.Option("--replace", help="Even where marks rest on the secret that is there.")
    ] = False,
) -> None:
    """Draw a secret of your own, from which hidden checks have their inputs, before anything is graded."""
    course = course_to_change()
    graded = course.marks_that_rest_on_the_secret()
    if graded is not None and not replace:
        raise HippogradError("secret-in-use", file=graded)
    course.draw_secret(replace=True)
    print(f"{course.secret_file}: git ignores it. Keep a copy, and give one to everybody who grades.")
    print("Releases stay as they are.")
    print("The next run grades everything again; hippograd grade --preview shows whose marks would change.")


@app.command(rich_help_panel=AUTHORS)
def preview(
    chapter: NAME,
    cohort: Cohorts = None,
    browser: Annotated[bool, typer.Option(help="Open the page in the browser.")] = True,
) -> None:
    """Show a chapter as students get it and solved, side by side; built anew whenever a source is saved."""
    import webbrowser

    from hippograd.authors.preview import Preview, served, watch

    course = Course(find_root())
    shown = Preview(chapter)
    with served(shown) as address, suppress(KeyboardInterrupt):  # Ctrl-C may come as soon as the address is said
        print(f"{address}  (Ctrl-C ends it)", flush=True)
        if browser:
            webbrowser.open(address)
        watch(course.root, chapter, course.cohort(cohort).name, shown, lambda: True)


def _say(files: list[Path], chapter: str) -> None:
    for path in files:
        print(path)
    print(f"Next: edit them, then hippograd build {chapter} && hippograd verify {chapter} --corpus")
