"""When something was handed in: the one place where time stamps are read, so that all use the same time or none."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from .matching import DOUBT

_ISO = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?P<zone>\S*)")
"""`2026-11-03 10:00:00.123 CET`, as nbgrader writes it, and ISO 8601."""

_DATE = re.compile(
    r"[A-Z][a-z]{2} (?P<month>[A-Z][a-z]{2}) +(?P<day>\d\d?) "
    r"(?P<time>\d\d:\d\d:\d\d) (?:(?P<zone>\S+) )?(?P<year>\d{4})"
)
"""`Tue Nov  3 10:00:00 CET 2026`, as the command `date` writes it."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def time_of(stamp: str) -> datetime | None:
    """The time in a stamp, in UTC; None where it is not certain, as in `03/11/2026 10:00`.

    As in nbgrader, a stamp without a zone is in UTC, and a zone has a name of the time zone database.
    """
    iso, date = _ISO.fullmatch(stamp.strip()), _DATE.fullmatch(stamp.strip())
    try:
        if iso:
            return _in_utc(iso["day"], iso["time"], iso["zone"])
        if date:
            day = f"{date['year']}-{_MONTHS.index(date['month']) + 1:02}-{int(date['day']):02}"
            return _in_utc(day, date["time"], date["zone"] or "")
    except (ValueError, OverflowError, KeyError, OSError):  # the last two: no such time zone
        return None
    return None


def written_time(time: datetime) -> str:
    """A time as nbgrader reads it."""
    return f"{time.astimezone(UTC).replace(tzinfo=None).isoformat(' ', 'seconds')} UTC"


def doubtful_time(where: str, said: str) -> str:
    """The note about a stamp that is not understood."""
    return (
        f"{DOUBT}when was this handed in? {where} says {said[:100]!r}, which is not understood, so it is not late. "
        "Write it as 2026-11-01 23:59:00 UTC; then grade again."
    )


def _in_utc(day: str, time: str, zone: str) -> datetime:
    if zone in ("", "Z") or zone[:1] in "+-":
        found = datetime.fromisoformat(f"{day}T{time}{zone}")
        return found.astimezone(UTC) if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=_zone(zone)).astimezone(UTC)


def _zone(name: str) -> tzinfo:
    return UTC if name in ("UTC", "GMT") else ZoneInfo(name)
