"""The findings of a simulation and of a check: what is wrong, and what to do about it."""

from __future__ import annotations

from bcp.words import Lang, Table
from bcp.words import findings_failures as failures
from bcp.words import findings_starts as starts
from bcp.words import findings_targets as targets
from bcp.words.catalogue import catalogue, joined

_PARTS: Table = catalogue("findings")
"""What sentences are put together from."""

WHAT: Table = joined(targets.WHAT, failures.WHAT, starts.WHAT, _PARTS)
"""What is wrong, by the key of a finding's phrase."""
REMEDY: Table = joined(targets.REMEDY, failures.REMEDY, starts.REMEDY, _PARTS)
"""What to do about it, by the same key."""


def _both(key: str) -> dict[Lang, str]:
    return {
        "ja": WHAT[key]["ja"] + REMEDY[key]["ja"],
        "en": f"{WHAT[key]['en']} {REMEDY[key]['en']}",
    }


WORDS: Table = {key: _PARTS.get(key) or _both(key) for key in WHAT}
"""Both, one after the other: for papers, which have one place for a finding."""
