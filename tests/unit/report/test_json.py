"""Figures as the JSON contract writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bcp.report.json import BEYOND, rounded, tier_text
from bcp.units import DAY, HOUR, MONTH, WEEK

TIERS = (3 * HOUR, DAY, 3 * DAY, WEEK, 2 * WEEK, MONTH)


@pytest.mark.parametrize(
    ("tier", "text"),
    [
        *zip(TIERS, ("3h", "24h", "3d", "1w", "2w", "1mo"), strict=True),
        (12 * HOUR, "12h"),
        (5 * DAY, "5d"),
        (90 * 60, "1h30m"),
        (3 * MONTH, "3mo"),
        (BEYOND, ">1mo"),
        (None, None),
    ],
)
def test_tier_is_written_as_people_call_it(tier: int | None, text: str | None) -> None:
    """The bands of the guideline have their names, others the notation of the files."""
    assert tier_text(tier, TIERS) == text


def test_loss_has_nine_decimals() -> None:
    """An exact share becomes the nearest figure of nine decimals; nothing stays nothing."""
    assert rounded(Fraction(53, 3)) == 17.666666667
    assert rounded(None) is None
