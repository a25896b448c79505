"""What a device is for: told by its role, guessed from the role's name, or said in a map file.

The *part* decides the kind of the component and its rank in the network. A cable has no direction;
which end needs the other follows from the ranks: hosts need access switches, those distribution,
those core, those edge devices (routers, firewalls), those circuits. Between equals, or where a
rank is not known, nothing is derived.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bcp.errors import Fault, InputError
from bcp.inventory.models import Kind
from bcp.reading import Document, Limits, read, read_file, shown

__all__ = ["CIRCUIT", "PARTS", "RANKS", "Part", "Parts", "read_map"]

Part = Literal[
    "host",
    "storage",
    "leaf",
    "access",
    "distribution",
    "core",
    "edge",
    "network",
    "power",
    "ups",
    "cooling",
    "external",
    "skip",
]
CIRCUIT = 6
"""The rank of a line of a provider: above all devices."""


@dataclass(frozen=True, slots=True)
class _Meaning:
    kind: Kind | None
    """None: not drawn at all."""
    rank: int | None
    """In the network; None: not known, or no part of it."""


PARTS: Mapping[Part, _Meaning] = {
    "host": _Meaning("server", 1),
    "storage": _Meaning("storage", 1),
    "leaf": _Meaning("network", 1),
    "access": _Meaning("network", 2),
    "distribution": _Meaning("network", 3),
    "core": _Meaning("network", 4),
    "edge": _Meaning("network", 5),
    "network": _Meaning("network", None),
    "power": _Meaning("power", None),
    "ups": _Meaning("power", None),
    "cooling": _Meaning("cooling", None),
    "external": _Meaning("external", None),
    "skip": _Meaning(None, None),
}

RANKS: Mapping[str, int] = {
    "access": 2,
    "distribution": 3,
    "core": 4,
    "edge": 5,
    "circuit": CIRCUIT,
}
"""Up to where the network can be said to be needed."""

_SIGNS: tuple[tuple[str, Part], ...] = (
    (r"patch|panel|cable.?manage|blank|shelf|パッチ|配線盤|棚板", "skip"),
    (r"\bups\b|無停電", "ups"),
    (r"\bpdu\b|power|分電|電源|generator|発電", "power"),
    (r"cooling|\bcrac\b|air.?con|空調|冷却", "cooling"),
    (r"firewall|\bfw\b|router|gateway|\bedge\b|\bwan\b|border|ファイア|ルータ|境界", "edge"),
    (r"core|backbone|コア|基幹", "core"),
    (r"distribution|aggregat|spine|ディストリ|集約(?:スイッチ|sw|l[23])", "distribution"),
    (r"access.?point|wireless|wi-?fi|\bap\b|無線|アクセスポイント|console|kvm", "leaf"),
    (r"access|\bleaf\b|\btor\b|top.of.rack|edge.?switch|アクセス|フロア|島", "access"),
    (r"storage|\bsan\b|\bnas\b|ストレージ|ディスク", "storage"),
    (r"switch|network|スイッチ|ネットワーク|\bhub\b|ハブ", "network"),
    (r"server|host|hyper|compute|\bvm\b|サーバ|ホスト|仮想", "host"),
)
_EDGE_SWITCH = re.compile(r"edge.?switch")
_MAP_LIMITS = Limits(file_bytes=2**20)


@dataclass(frozen=True, slots=True)
class Parts:
    """Which part each role plays."""

    said: Mapping[str, Part]
    """By the role's name or slug, in small letters."""

    def of(self, name: str, slug: str) -> tuple[Part | None, bool]:
        """Return the part of a role, and whether somebody said so; None if nothing tells it."""
        for word in (name, slug):
            if (part := self.said.get(_plain(word))) is not None:
                return part, True
        text = f"{_plain(name)} {_plain(slug).replace('-', ' ')}"
        if _EDGE_SWITCH.search(text):
            return "access", False
        return next((part for sign, part in _SIGNS if re.search(sign, text)), None), False


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def read_map(path: Path | None) -> Parts:
    """Return what a map file says of roles; nothing without one.

    The file holds ``roles: {NAME OR SLUG: PART, …}``.

    Raises
    ------
    InputError
        With every fault of the file.
    """
    if path is None:
        return Parts({})
    file = str(path)
    document = read(read_file(path, file, _MAP_LIMITS), file)
    root = document.root
    roles = root.get("roles") if isinstance(root, dict) else None
    if not isinstance(roles, dict) or (isinstance(root, dict) and len(root) > 1):
        raise InputError([Fault(file, 1, "", "foreign-map-form")])
    faults = [
        _fault(document, role, part)
        for role, part in roles.items()
        if not isinstance(part, str) or part not in PARTS
    ]
    if faults:
        raise InputError(faults)
    return Parts({_plain(role): part for role, part in roles.items()})


def _fault(document: Document, role: str, part: object) -> Fault:
    line = document.locate(("roles", role))[1]
    values = {"value": shown(part), "known": ", ".join(PARTS)}
    return Fault(document.file, line, f"roles.{shown(role)}", "foreign-map-part", values)
