"""In which language to speak: what was asked for, else what the surroundings suggest."""

from __future__ import annotations

import locale
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from bcp.words import LANGS, Lang

_WRITTEN = re.compile(rb"^[^#\n]*\blanguage:\s*[\"']?(ja|en)\b", re.MULTILINE)
_LOOKED_AT = 65_536
"""How much of a file is searched for the language of the organisation, in bytes."""


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Lang | None:
    """Return the language of ``--lang``, else of ``BCP_LANG``, if either names one of ours."""
    named = ""
    for here, following in zip(arguments, [*arguments[1:], ""], strict=False):
        if here == "--":
            break
        if here == "--lang":
            named = following
        elif here.startswith("--lang="):
            named = here.partition("=")[2]
    return _ours(named) or _ours(environment.get("BCP_LANG", ""))


def local_language(environment: Mapping[str, str]) -> Lang:
    """Return Japanese if the user's locale is Japanese, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if named := environment.get(name):
            return "ja" if named.lower().startswith("ja") else "en"
    # Windows sets none of them; there the name is of the kind `Japanese_Japan`.
    named = locale.getlocale()[0] or ""
    return "ja" if named.lower().startswith("ja") else "en"


def written_language(folder: Path) -> Lang | None:
    """Return the organisation's language as its files name it, though they may be at fault."""
    try:
        for path in sorted(folder.rglob("*.yaml")):
            with path.open("rb") as file:
                if found := _WRITTEN.search(file.read(_LOOKED_AT)):
                    return _ours(found[1].decode())
    except OSError:
        pass
    return None


def _ours(named: str) -> Lang | None:
    return next((lang for lang in LANGS if lang == named.strip().lower()), None)
