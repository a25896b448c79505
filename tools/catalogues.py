"""Compile the message catalogues, and see to it that a wheel carries them.

``python -m tools.catalogues`` writes a ``.mo`` beside each ``.po`` that is newer. As a build hook of
hatchling it does the same before a wheel or an editable installation is made.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALE = Path("bcp", "locale")


def compile_catalogues(root: Path) -> list[Path]:
    """Write every compiled catalogue that is missing or older than its source; return all."""
    found = []
    for source in sorted((root / LOCALE).rglob("*.po")):
        compiled = source.with_suffix(".mo")
        found.append(compiled)
        if compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as stream:
            held = read_po(stream, charset="utf-8", abort_invalid=True)
        with compiled.open("wb") as stream:
            write_mo(stream, held)
    return found


class CustomBuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it builds."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and add what was compiled to the wheel, though git does not keep it."""
        del version
        root = Path(self.root)
        for compiled in compile_catalogues(root):
            build_data["artifacts"].append(compiled.relative_to(root).as_posix())


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parents[1])
    sys.exit(0)
