"""A text written in the editor that the user has chosen."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

__all__ = ["NoEditorError", "chosen_editor", "edited"]


class NoEditorError(Exception):
    """No editor is set, or it did not end well; the text is what it was."""


def chosen_editor() -> list[str]:
    """Return the command of the user's editor.

    Raises
    ------
    NoEditorError
        If neither ``VISUAL`` nor ``EDITOR`` says which, or not in a way that can be read.
    """
    for name in ("VISUAL", "EDITOR"):
        try:
            if command := shlex.split(os.environ.get(name, "")):
                return command
        except ValueError as error:
            raise NoEditorError(f"{name}: {error}") from error
    raise NoEditorError("VISUAL, EDITOR")


def edited(text: str, command: list[str]) -> str:
    """Return what the editor makes of *text*.

    Raises
    ------
    NoEditorError
        If the editor cannot be started, or ends with anything but success.
    """
    with tempfile.TemporaryDirectory(prefix="bcp-") as folder:
        file = Path(folder) / "note.txt"
        file.write_text(text, encoding="utf-8")
        try:
            done = subprocess.run([*command, str(file)], check=False)  # noqa: S603 (the user's own)
            if done.returncode:
                raise NoEditorError(f"{command[0]}: {done.returncode}")
            return file.read_text(encoding="utf-8").removesuffix("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise NoEditorError(f"{command[0]}: {error}") from error
