"""The platforms whose convention is a regular expression and no more: another one is another row, or `--pattern`."""

from __future__ import annotations

from hippograd.intake.finding.platforms.platform import Platform

_USER = "the user names, as id or in a column username"
_NAME = "nothing: its names are no ids, so each line of the table of proposals is to be confirmed"

ROWS = (
    Platform(
        "Moodle",
        r"(?P<name>[^/_]+)(?:_(?P<number>\d+))?_assignsubmission_(?:file|onlinetext)(?:_?/|_(?P<file>[^/]+)\Z)",
        "Ada Lovelace_500003_assignsubmission_file/work.ipynb, or flat",
        "mod/assign/classes/downloader.php of moodle/moodle, get_student_prefix",
        "the grading worksheet of the same assignment as a second --roster, with addresses or ID numbers",
        r".+_assignfeedback_.*",
    ),
    Platform(
        "Blackboard",
        r"[^/_]*_(?P<id>[^/]+?)_[^\W\d_]+_(?P<time>\d{4}(?:-\d\d){5})(?:\.txt|_(?P<file>[^/]+))\Z",
        "Linear_ada01_attempt_2026-11-01-10-11-12_work.ipynb; a title with a _ in it needs --pattern",
        "bbcleanup.py of kwurst/bb-file-cleanup",
        _USER,
    ),
    Platform(
        "Brightspace",
        r"(?P<number>\d+-\d+) - (?P<name>[^/]+?) ?- "
        r"(?P<time>(?:[^\W\d]+\.? \d\d?|\d\d?\.? [^\W\d]+\.?),? \d{4},? \d{3,4}(?: [AP]M)?)(?:/| - (?P<file>[^/]+)\Z)",
        "13394-80551 - Ada Lovelace - Mar 29, 2018 1205 PM/work.ipynb, or flat",
        "the tests of kodiak, which read the flat form; the folders are described in D2L's help only",
        "the number in the names, in a column brightspace",
        r"index\.html",
    ),
    Platform(
        "Sakai",
        r"(?P<name>[^/;]*,[^/;]*)\((?P<id>[^()/]+)\)/Submission attachment\(s\)/",
        "Lovelace, Ada(ada01)/Submission attachment(s)/work.ipynb",
        "AssignmentServiceImpl.java of sakaiproject/sakai, zipSubmissions",
        _USER,
        r"grades\.(?:csv|xlsx?)",
    ),
    Platform(
        "Exchange",
        r"(?P<id>[^+/]+)\+(?P<assignment>[^+/]+)\+(?P<time>\d{4}-\d\d-\d\d[^+/]*)(?:\+[^/]*)?/",
        "amber01+1_linear_regression+2026-10-30 13:03:22 UTC+bm9uZQ/work.ipynb",
        "nbgrader/exchange/default/submit.py of jupyter/nbgrader",
        _USER,
    ),
    Platform(
        "Teams",
        r"(?P<name>[^/]+)/(?P<assignment>[^/]+)/[^\W\d]+ (?P<attempt>\d{1,6})/",
        "Submitted files/Ada Lovelace/<assignment>/Version 2/work.ipynb",
        "DirAndFileScanner.cs of lwchkg/teams_assignment_explorer",
        _NAME,
    ),
)
