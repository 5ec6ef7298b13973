"""What a machine offers, and what is asked of it."""

from __future__ import annotations

from hippograd.errors import HippogradError
from hippograd.sandbox.confine import ISOLATED, WITHOUT_LANDLOCK, probe

TIERS = (*WITHOUT_LANDLOCK, "confined", ISOLATED)
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
        raise HippogradError("tier-too-weak", offered=offered, wanted=wanted, reason=reason)
    return offered, reason
