"""Days as people read them; Windows knows no `%-d`."""

from datetime import date


def day_of(time: date) -> str:
    """Return a day, such as ``1 November 2026``."""
    return f"{time.day} {time:%B %Y}"
