"""What things of other tools are called here: ids by one rule, names as people wrote them."""

from __future__ import annotations

import re
import unicodedata

from bcp.exchange.foreign.limits import LONGEST_NAME

__all__ = ["Ids", "clean_name", "slug"]

_EXACT = re.compile("[a-z0-9][a-z0-9-]{0,199}")
_LONGEST_ID = 60
_TELLING = 3
"""Letters that make sense of what is left of a name."""
_RESERVED = frozenset({"own"})
"""In the requirements of a task it stands for something else."""


def clean_name(value: object) -> str:
    r"""Return *value* as a name on one line: what is no visible sign becomes a space.

    Examples
    --------
    >>> clean_name(" core\nswitch\x1b[31m "), clean_name(None), clean_name(12)
    ('core switch [31m', '', '12')
    """
    if value is None or isinstance(value, (dict, list)):
        return ""
    text = "".join(sign if sign.isprintable() else " " for sign in str(value)[: 4 * LONGEST_NAME])
    return " ".join(text.split())[:LONGEST_NAME].strip()


def slug(label: str) -> str:
    """Return the id that a label becomes; nothing if too little of it could stand in an id.

    Full-width signs count as the narrow ones, capitals as small letters; every run of other signs
    becomes one hyphen; no more than 60 signs. Where letters of other scripts are lost and fewer than
    three letters stay, what stays would tell nothing.

    Examples
    --------
    >>> slug("Core_SW 01"), slug("ＤＢ－１"), slug("庁内LAN"), slug("3階サーバ室")
    ('core-sw-01', 'db-1', 'lan', '')
    """
    narrow = unicodedata.normalize("NFKC", label).lower()
    found = re.sub(r"[^a-z0-9]+", "-", narrow).strip("-")[:_LONGEST_ID].strip("-")
    has_lost = any(sign.isalpha() and not sign.isascii() for sign in narrow)
    letters = sum(sign.isalpha() for sign in found)
    return "" if has_lost and letters < _TELLING else found


class Ids:
    """Ids given out, each once."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def keep(self, wanted: str) -> bool:
        """Take an id just as it is, if it is one and free; return whether it was."""
        if not _EXACT.fullmatch(wanted) or wanted in self._taken or wanted in _RESERVED:
            return False
        self._taken.add(wanted)
        return True

    def claim(self, label: str, fallback: str) -> tuple[str, str]:
        """Return a free id for *label*, and the one that it would have been.

        Parameters
        ----------
        label
            What people call the thing.
        fallback
            What to make the id of if the label has no letter or digit of ASCII.
        """
        wanted = slug(label) or slug(fallback) or "thing"
        id_, number = wanted, self._next.get(wanted, 2)
        while id_ in self._taken or id_ in _RESERVED:
            id_ = f"{wanted}-{number}"
            number += 1
        self._next[wanted] = number
        self._taken.add(id_)
        return id_, wanted
