"""Writers: the same document as Word, PDF, HTML, Markdown and Excel.

:func:`write` puts it into a file, whole or not at all; :func:`bytes_of` only makes the bytes, and
the same document always gives the same ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from bcp.errors import UsageError
from bcp.report.document import Document
from bcp.report.files import write_whole
from bcp.report.writers.flow import Flow, flow_of
from bcp.report.writers.markdown import pictures_beside

__all__ = ["FORMATS", "bytes_of", "write"]

FORMATS: Mapping[str, str] = {
    ".docx": "docx",
    ".pdf": "pdf",
    ".html": "html",
    ".md": "markdown",
    ".xlsx": "xlsx",
}
"""The writer of each suffix: a module of this room, imported when it is needed."""


class Writer(Protocol):
    """A module that knows one format."""

    def make(self, flow: Flow, name: str) -> bytes:
        """Return the file that will be called *name* and a suffix."""


def bytes_of(document: Document, suffix: str, name: str = "document") -> bytes:
    """Return *document* in the format of *suffix*.

    Parameters
    ----------
    document
        What to write.
    suffix
        One of :data:`FORMATS`.
    name
        What the file is called without its suffix: Markdown points to its pictures by it.

    Raises
    ------
    UsageError
        If no writer has that suffix, or the logo or the Word template of the house cannot be used.
    """
    writer = _writer(Path(f"{name}{suffix}"))
    _check_logo(document)
    return writer.make(flow_of(document), name)


def write(document: Document, path: Path, *, overwrite: bool = False) -> tuple[Path, ...]:
    """Write *document* to *path*, whole or not at all; return the files that are there now.

    Markdown cannot hold pictures: they are put into the folder ``NAME.files`` beside it first.

    Raises
    ------
    UsageError
        If *path* has a suffix that no writer has, or is there and must not be overwritten, or the
        logo or the Word template of the house cannot be used.
    OSError
        If it cannot be written; what was at *path* before is still there then.
    """
    writer = _writer(path)
    _check_logo(document)
    flow = flow_of(document)
    beside = pictures_beside(flow, path.stem) if FORMATS[path.suffix.lower()] == "markdown" else {}
    files = {path.parent / name: data for name, data in beside.items()}
    taken = [file for file in (path, *files) if file.exists() and not overwrite]
    if taken:
        raise UsageError("exists", file=taken[0])
    data = writer.make(flow, path.stem)
    for file, picture in files.items():
        file.parent.mkdir(exist_ok=True)
        write_whole(file, picture)
    write_whole(path, data)
    return (path, *files)


def _check_logo(document: Document) -> None:
    if document.house.logo is not None:
        from bcp.report.writers.pictures import check_logo

        check_logo(document.house.logo)


def _writer(path: Path) -> Writer:
    module = FORMATS.get(path.suffix.lower())
    if module is None:
        raise UsageError("bad-suffix", file=path, known=", ".join(FORMATS))
    return cast("Writer", import_module(f"{__name__}.{module}"))
