"""What a machine offers, and what is asked of it."""

from __future__ import annotations

from hippograd.errors import HippogradError
from hippograd.sandbox.confine import probe

TIERS = ("unconfined", "container", "confined")
"""What machines offer, the weakest first; see `hippograd.sandbox.confine.probe`."""


def demand_tier(wanted: str) -> tuple[str, str]:
    """This machine's sandbox tier and why it is that.

    Raises
    ------
    HippogradError
        When it is less than `wanted`.
    """
    offered, reason = probe()
    if TIERS.index(offered) < TIERS.index(wanted):
        raise HippogradError(
            f"This machine's sandbox tier is {offered!r}, less than the {wanted!r} that is asked for: {reason}.",
            f"Grade on Linux 5.13 (Docker 23) or newer, or accept the weaker tier by name: --tier {offered}. "
            "docs/threat-model.md says what submissions can do then.",
        )
    return offered, reason
