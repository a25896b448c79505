"""Texts that a cell of Excel would change, written so that they come back as they were."""

from __future__ import annotations

import json
import re

__all__ = ["LONGEST", "shielded", "unshielded"]

LONGEST = 32_767
"""Letters that a cell of Excel holds."""
_SPOILT = re.compile(r"\r|_x[0-9A-Fa-f]{4}_|x005F_")
"""What Excel or the library that reads its files would change."""


def shielded(text: str) -> str:
    """Return *text* so that it comes back as it was: where need be in quotes, after a backslash."""
    if text and not _SPOILT.search(text) and unshielded(text) == text:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return "\\" + quoted.replace("_x", "\\u005fx").replace("x005F_", "\\u0078005F_")


def unshielded(text: str) -> str:
    """Return the text that a cell stands for."""
    if not (text.startswith('\\"') and text.endswith('"')):
        return text
    try:
        held = json.loads(text[1:])
    except ValueError:
        return text
    return held if isinstance(held, str) else text
