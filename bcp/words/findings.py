"""The findings of a simulation and of a check: what is wrong, and what to do about it."""

from __future__ import annotations

from bcp.words import Lang, Table
from bcp.words import findings_failures as failures
from bcp.words import findings_starts as starts
from bcp.words import findings_targets as targets

_PARTS: Table = {
    "all-of": {"ja": "{names}", "en": "{names}"},
    "some-of": {"ja": "{names}ほか{left}件", "en": "{names} and {left} more"},
    "some-stop": {"ja": "{number}業務が停止", "en": "{number} functions stop"},
    "one-stops": {"ja": "1業務が停止", "en": "1 function stops"},
}
"""What sentences are put together from."""

WHAT: Table = {**targets.WHAT, **failures.WHAT, **starts.WHAT, **_PARTS}
"""What is wrong, by the key of a finding's phrase."""
REMEDY: Table = {**targets.REMEDY, **failures.REMEDY, **starts.REMEDY, **_PARTS}
"""What to do about it, by the same key."""


def _both(key: str) -> dict[Lang, str]:
    return {
        "ja": WHAT[key]["ja"] + REMEDY[key]["ja"],
        "en": f"{WHAT[key]['en']} {REMEDY[key]['en']}",
    }


WORDS: Table = {key: _PARTS.get(key) or _both(key) for key in WHAT}
"""Both, one after the other: for papers, which have one place for a finding."""
