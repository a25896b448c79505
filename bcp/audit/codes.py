"""The code of each kind of finding, by which people speak of it, accept it and look it up.

A code is given once and never changes, whatever becomes of its words; that of a finding that is
gone is not given again. Each has a page in ``docs/findings`` and one in ``docs/ja/findings``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bcp.words import Lang

__all__ = ["CODES", "FAULT_CODE", "KINDS", "page_of"]

FAULT_CODE = "BCP-001"
"""Of what is no finding but a fault of a file, where both are told in one list."""

CODES: Mapping[str, str] = MappingProxyType(
    {
        # targets
        "target-impossible": "BCP-101",
        "target-impossible-one": "BCP-101",
        "target-later-below": "BCP-102",
        "disaster-rto-beyond-mtpd": "BCP-103",
        "target-below-startup": "BCP-104",
        "rank-crowded": "BCP-105",
        # backups
        "no-backup": "BCP-201",
        "backup-same-place": "BCP-202",
        "backup-online-only": "BCP-203",
        "backup-too-rare": "BCP-204",
        "backup-untested": "BCP-205",
        "backup-test-old": "BCP-206",
        "backup-circular": "BCP-207",
        # people
        "crew-too-large": "BCP-301",
        "staff-too-few": "BCP-302",
        "vendor-staff": "BCP-303",
        "one-person": "BCP-304",
        "vendor-at-once": "BCP-305",
        "role-no-deputy": "BCP-306",
        "roles-of-one": "BCP-307",
        # reserves and redundancy
        "reserve-falls-too": "BCP-401",
        "reserve-too-short": "BCP-402",
        "false-redundancy": "BCP-403",
        "same-room": "BCP-404",
        "same-carrier": "BCP-405",
        # failures
        "single-point": "BCP-501",
        "pair": "BCP-502",
        # starts
        "cold-start": "BCP-601",
        "repair-deadlock": "BCP-602",
        # reach and places
        "place-without-effect": "BCP-701",
        "damaged-without-procedure": "BCP-702",
        "needs-nothing": "BCP-703",
        "unneeded": "BCP-704",
        "levels-unread": "BCP-705",
        # what a simulation comes to
        "deadlock": "BCP-801",
        "no-procedure": "BCP-802",
        "never-enough-people": "BCP-803",
        "task-lacks": "BCP-804",
        "task-not-started": "BCP-805",
        "data-lost": "BCP-806",
        # drills, and findings that were accepted
        "inject-after-end": "BCP-901",
        "acceptance-expired": "BCP-911",
        "acceptance-unused": "BCP-912",
    }
)
"""By kind of finding."""
KINDS = tuple(dict.fromkeys(CODES.values()))
"""Every code, in the order of the list."""


def page_of(code: str, lang: Lang) -> str:
    """Return the page of a code in the project's folder.

    Examples
    --------
    >>> page_of("BCP-501", "ja")
    'docs/ja/findings/BCP-501.md'
    """
    return f"docs/{'ja/' if lang == 'ja' else ''}findings/{code}.md"
