"""When something was handed in: the one place where time stamps are read, so that all use the same time or none."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from hippograd.intake.notes import Note

_ISO = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.(?P<fraction>\d+))? ?(?P<zone>\S*)", re.ASCII
)
"""`2026-11-03 10:00:00.123 CET`, as nbgrader writes it, and ISO 8601."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"(?:{'|'.join(_MONTHS)})[a-z]*"
_SPOKEN = re.compile(
    rf"(?:[A-Z][a-z]+, )?(?P<date>{_MONTH} \d\d?|\d\d? {_MONTH}),? (?P<year>\d{{4}}),? "
    r"(?P<hour>\d\d?)[:.]?(?P<minute>\d\d)(?: (?P<half>[AP])M)?",
    re.ASCII,
)
"""`Wednesday, 10 June 2026, 2:14 PM` of Moodle, `Mar 29, 2018 1205 PM` of Brightspace: in words, without a zone."""


def time_of(stamp: str) -> datetime | None:
    """Return the time in a stamp, in UTC; None where it is not certain, as in `03/11/2026 10:00`.

    As in nbgrader, a stamp without a zone is in UTC, and a zone has a name of the time zone database.
    """
    iso = _ISO.fullmatch(stamp.strip())
    if iso is None:
        return None
    fraction = f".{iso['fraction'][:6]:0<6}" if iso["fraction"] else ""
    clock = iso["time"] + (":00" if len(iso["time"]) == 5 else "") + fraction
    try:
        return usable_time(_with_zone(iso["day"], clock, iso["zone"]))
    except (ValueError, OverflowError, KeyError, OSError):  # the last two: no such time zone
        return None


def usable_time(time: datetime) -> datetime | None:
    """Return a time in UTC; None where it lies so far off that it is nobody's, and that not each zone could say it."""
    return time.astimezone(UTC) if 1970 <= time.year < 9000 else None


def local_time(stamp: str, form: str = "") -> datetime | None:
    """Return a time as a platform shows it to people, without a zone, so in this machine's; None where it is not
    understood."""
    try:
        found = usable_time(datetime.strptime(stamp, form) if form else _spoken(stamp))
        return found.astimezone() if found is not None else None
    except (ValueError, OverflowError, OSError):
        return None


def written_time(time: datetime) -> str:
    """Return a time as nbgrader reads it, with its fraction of a second if it has one."""
    return f"{time.astimezone(UTC).replace(tzinfo=None).isoformat(' ')} UTC"


def doubtful_time(
    where: str, said: str, remedy: str = "Write it as 2026-11-01 23:59:00 UTC; then grade again."
) -> Note:
    """Return the note about a stamp that is not understood."""
    return Note.of("time-not-understood", where=where, said=said[:100], remedy=remedy)


def _spoken(stamp: str) -> datetime:
    found = _SPOKEN.fullmatch(stamp.strip())
    if found is None:
        raise ValueError(stamp)
    one, other = found["date"].split()
    day, month = (one, other) if one.isdigit() else (other, one)
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(stamp)
        hour = hour % 12 + (12 if found["half"] == "P" else 0)
    return datetime(int(found["year"]), _MONTHS.index(month[:3]) + 1, int(day), hour, int(found["minute"]))


def _with_zone(day: str, time: str, zone: str) -> datetime:
    if zone in ("", "Z") or zone[:1] in "+-":
        found = datetime.fromisoformat(f"{day}T{time}{zone}")
        return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=_zone(zone))


def _zone(name: str) -> tzinfo:
    return UTC if name in ("UTC", "GMT") else ZoneInfo(name)
