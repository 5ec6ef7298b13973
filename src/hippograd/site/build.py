"""`hippograd site`: pages by Sphinx, notebooks that run by JupyterLite, all files static."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from hippograd.building.opened_alone import notebook_opened_alone
from hippograd.building.zips import zip_release
from hippograd.course import Cohort, Course, Offering, points_text
from hippograd.errors import HippogradError
from hippograd.files import beside, put_in_place
from hippograd.proofs.releases import leaks, leaks_in
from hippograd.site.accessible import mend_all
from hippograd.site.chapters import Links, why_not_in_browser, write_page
from hippograd.site.lite import PYODIDE, build_lite

STATIC = Path(__file__).with_name("static")
FOR_STUDENTS = ("start", "glossary", "errata")
"""Documents of a course that come first; the others are for its staff."""

CHAPTERS = "chapters"
MARKER = ".hippograd-site"
"""An empty file at the top of each site: only a folder that has it is replaced."""


@dataclass(frozen=True)
class Chapter:
    """A chapter of the site and where it can be opened."""

    offering: Offering
    links: Links

    @property
    def name(self) -> str:
        return self.offering.assignment.name

    @property
    def title(self) -> str:
        return f"{self.offering.assignment.number} {self.offering.assignment.title}"


def build_site(
    course: Course,
    cohort: Cohort,
    out: Path,
    assignments: Sequence[str] | None = None,
    bundle: Path | None = None,
    progress: Callable[[str], None] = lambda line: None,
) -> list[str]:
    """Build the site of a cohort."""
    _refuse(course, out)
    chapters = [_chapter(Offering.of(course, name, cohort)) for name in assignments or course.assignments]
    if problems := leaks(course, cohort, [chapter.name for chapter in chapters]):
        raise HippogradError("leaks", problems="; ".join(problems))
    with beside(out) as work, tempfile.TemporaryDirectory(prefix="hippograd-") as scratch:
        source, site = Path(scratch, "source"), work / "site"
        _write_source(course, cohort, chapters, source, progress)
        progress("building the pages")
        _sphinx(source, site)
        mend_all(site)
        for chapter in chapters:
            _write_download(chapter, site)
        here = [chapter for chapter in chapters if chapter.links.run]
        if here:
            progress("building JupyterLite")
            (Path(scratch) / "lite").mkdir()
            build_lite([one.offering for one in here], site / "lite", Path(scratch) / "lite", bundle)
            _write_run_pages(cohort, here, site, is_offline=bundle is not None)
        (site / ".nojekyll").touch()
        (site / MARKER).touch()
        if problems := leaks_in(site, [chapter.offering for chapter in chapters]):
            raise HippogradError("leaks", problems="; ".join(problems[:5]))
        put_in_place(site, out, work)
    return [chapter.name for chapter in here]


def _refuse(course: Course, out: Path) -> None:
    if course.root.resolve().is_relative_to(out.resolve()):
        raise HippogradError("site-is-course", folder=out)
    if (out / ".git").exists():
        raise HippogradError("site-is-repository", folder=out)
    if not _may_be_replaced(out):
        raise HippogradError("site-folder-in-use", folder=out, marker=MARKER)


def _may_be_replaced(out: Path) -> bool:
    if not out.exists():
        return True
    return out.is_dir() and ((out / MARKER).is_file() or not any(out.iterdir()))


def _chapter(offering: Offering) -> Chapter:
    name, why = offering.assignment.name, why_not_in_browser(offering)
    if not (offering.release / offering.assignment.notebook.name).is_file():
        raise HippogradError("release-missing", folder=offering.release, command=offering.how_to_build)
    where = offering.cohort.site
    is_there = bool(where.address and where.repository)
    colab = f"https://colab.research.google.com/github/{where.repository}/colab/{name}.ipynb" if is_there else ""
    run = "" if why else f"../run/{name}.html"
    return Chapter(offering, Links(run, colab, f"../download/{name}-{offering.cohort.name}.zip", why))


def _write_download(chapter: Chapter, site: Path) -> None:
    """The zip of a chapter and, where the site has an address, the notebook that fetches it."""
    packed = site / "download" / f"{chapter.name}-{chapter.offering.cohort.name}.zip"
    zip_release(chapter.offering, packed)
    if chapter.links.colab:
        address = f"{str(chapter.offering.cohort.site.address).rstrip('/')}/download/{packed.name}"
        (site / "colab").mkdir(exist_ok=True)
        text = notebook_opened_alone(chapter.offering, packed, address)
        (site / "colab" / f"{chapter.name}.ipynb").write_text(text, encoding="utf-8", newline="\n")


def _write_source(
    course: Course, cohort: Cohort, chapters: Sequence[Chapter], source: Path, progress: Callable[[str], None]
) -> None:
    (source / CHAPTERS).mkdir(parents=True)
    for chapter in chapters:
        progress(f"running the release of {chapter.name}")
        write_page(chapter.offering, chapter.links, source / CHAPTERS)
    documents = course.root / "docs"
    if documents.is_dir():
        shutil.copytree(documents, source / "docs", ignore=shutil.ignore_patterns(".*"))
    if credit := _credits(course):
        (source / "credits.md").write_text(credit, encoding="utf-8")
    (source / "index.md").write_text(_index(course, cohort, chapters, source), encoding="utf-8")
    title = (source / "index.md").read_text("utf-8").partition("\n")[0].removeprefix("# ")
    title = title if cohort.name in title else f"{title} · {cohort.name}"
    settings = (STATIC / "conf.py.txt").read_text("utf-8").replace('"@title@"', repr(title))
    (source / "conf.py").write_text(settings, encoding="utf-8")
    shutil.copytree(STATIC / "css", source / "_static")


def _credits(course: Course) -> str:
    """Return the last section of the README, where it is about whom thanks are due to."""
    readme = course.root / "README.md"
    found = re.search(r"^## Credits\n.*", readme.read_text("utf-8"), re.S | re.M) if readme.is_file() else None
    return found[0].replace("## Credits", "# Credits", 1) if found else ""


def _index(course: Course, cohort: Cohort, chapters: Sequence[Chapter], source: Path) -> str:
    welcome = source / "docs" / "welcome.md"
    text = welcome.read_text("utf-8") if welcome.is_file() else f"# Cohort {cohort.name}\n"
    text = re.sub(r"\]\((?=[\w-]+\.md\b)", "](docs/", text)  # it stands above its folder here
    welcome.unlink(missing_ok=True)
    rows = "\n".join(_row(chapter) for chapter in chapters)
    table = f"| chapter | | tasks | points | tasks take |\n|---|---|---|---|---|\n{rows}\n"
    there = {path.stem for path in (source / "docs").glob("*.md")}
    students = [f"docs/{name}" for name in FOR_STUDENTS if name in there]
    students += ["credits"] * (source / "credits.md").is_file()
    staff = sorted(f"docs/{name}" for name in there - {*FOR_STUDENTS})
    staff += sorted(f"docs/{path.parent.name}/{path.stem}" for path in (source / "docs").glob("*/README.md"))
    trees = [
        _toctree("Chapters", [f"{chapter.title} <{CHAPTERS}/{chapter.name}>" for chapter in chapters]),
        _toctree("For students", students),
        _toctree("For TAs and instructors", staff),
    ]
    return "\n".join([text, table, *trees])


def _row(chapter: Chapter) -> str:
    one = chapter.offering.assignment
    minutes = sum(task.minutes for task in one.tasks)
    here = f'<a href="run/{chapter.name}.html">Run it here</a>'
    colab = f'<a href="{chapter.links.colab}">Open in Colab</a>' if chapter.links.colab else "not in a browser"
    run = here if chapter.links.run else colab
    title = f"[{chapter.title}]({CHAPTERS}/{chapter.name}.ipynb)"
    return f"| {title} | {run} | {len(one.tasks)} | {points_text(one.points)} | about {minutes} minutes |"


def _toctree(caption: str, pages: Sequence[str]) -> str:
    listed = "\n".join(pages)
    return f"```{{toctree}}\n:hidden:\n:caption: {caption}\n\n{listed}\n```\n" if pages else ""


def _sphinx(source: Path, out: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-q", "-j", "1", str(source), str(out)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).strip().splitlines()[-5:]
        raise HippogradError("pages-not-built", cause=" ".join(said))
    shutil.rmtree(out / "_sources", ignore_errors=True)
    shutil.rmtree(out / ".doctrees", ignore_errors=True)


def _write_run_pages(cohort: Cohort, chapters: Sequence[Chapter], site: Path, *, is_offline: bool) -> None:
    page = (STATIC / "run.html").read_text("utf-8")
    (site / "run").mkdir()
    for name in ("run.js", "run.css"):
        shutil.copyfile(STATIC / name, site / "run" / name)
    for chapter in chapters:
        said = {
            "title": chapter.title,
            "name": chapter.name,
            "cohort": cohort.name,
            "pyodide": "../lite/static/pyodide/" if is_offline else PYODIDE,
            "colab": chapter.links.colab,
        }
        text = page
        for key, value in said.items():
            text = text.replace(f"@{key}@", html.escape(value, quote=True))
        (site / "run" / f"{chapter.name}.html").write_text(text, encoding="utf-8")
