"""A city's own Word file as the ground of ours: its styles, headers and footers, not its text.

It comes from outside. What it holds besides is refused if it could act (macros, remote parts), and
left out if it is only kept (text, comments, pictures of the text, hidden data).
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml.ns import qn

from bcp.errors import UsageError
from bcp.report.writers.docx_parts import Xml, element

MOST_PARTS = 1_000
MOST_BYTES = 64 * 2**20
"""Of all parts, unpacked."""
MOST_RATIO = 200
"""Bytes unpacked for each packed one, of all parts together."""
_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
_ACTIVE = re.compile(r"vba(project|data)|activex|macro", re.IGNORECASE)
_REMOTE = re.compile(rb"<[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
_TARGET = re.compile(rb"\bTarget\s*=\s*[\"']([^\"']*)[\"']")
_KEPT = frozenset(
    {
        REL.STYLES,
        REL.SETTINGS,
        REL.FONT_TABLE,
        REL.THEME,
        REL.NUMBERING,
        REL.FOOTNOTES,
        REL.ENDNOTES,
        REL.HEADER,
        REL.FOOTER,
    }
)
"""What a file keeps of its template; everything else belongs to the text that is left out."""
_NAMED = ("headerReference", "footerReference")


def opened(data: bytes) -> WordFile:
    """Return the template without its text, as a file to write into.

    Raises
    ------
    UsageError
        If it is no Word file, holds macros or parts from elsewhere, or unpacks to too much.
    """
    checked = _checked(data)
    try:
        file = docx.Document(BytesIO(checked))
        _empty(file)
    except (KeyError, ValueError, AttributeError, SyntaxError, OSError, StopIteration):
        raise UsageError("word-template-broken") from None
    return file


def _checked(data: bytes) -> bytes:
    """Return the archive as a document, once nothing in it can act or unpack to too much."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _check_size(archive, len(data))
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise UsageError("word-template-broken") from None
    types = parts.get(_TYPES, b"")
    if any(map(_ACTIVE.search, parts)) or b"macroEnabled" in types:
        raise UsageError("word-template-macros")
    if _MAIN + b"document.main+xml" not in types and _MAIN + b"template.main+xml" not in types:
        raise UsageError("word-template-broken")
    _check_parts(parts)
    parts[_TYPES] = types.replace(_MAIN + b"template.main+xml", _MAIN + b"document.main+xml")
    return _packed(parts)


def _check_size(archive: zipfile.ZipFile, packed: int) -> None:
    """Refuse what unpacks to too much, before any of it is unpacked."""
    entries = archive.infolist()
    whole = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_PARTS or whole > min(MOST_BYTES, MOST_RATIO * packed):
        raise UsageError("word-template-too-large", most=MOST_BYTES // 2**20)


def _check_parts(parts: dict[str, bytes]) -> None:
    for name, held in parts.items():
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in held:
            raise UsageError("word-template-broken")
        for remote in _REMOTE.findall(held) if name.endswith(".rels") else ():
            if not _HYPERLINK.search(remote):
                target = _TARGET.search(remote)
                what = target[1].decode("utf-8", "replace") if target else name
                raise UsageError("word-template-remote", what=what[:200])


def _packed(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, held in parts.items():
            archive.writestr(name, held)
    return made.getvalue()


def _empty(file: WordFile) -> None:
    """Leave nothing of the text but how its last page is set."""
    body = file.element.body
    for child in list(body)[: len(body) if body.sectPr is None else -1]:
        body.remove(child)
    if body.sectPr is None:
        body.append(element("sectPr"))
    used = {ref.get(qn("r:id")) for name in _NAMED for ref in body.iter(qn(f"w:{name}"))}
    for key, rel in list(file.part.rels.items()):
        is_head = rel.reltype in {REL.HEADER, REL.FOOTER}
        if rel.reltype not in _KEPT or (is_head and key not in used):
            del file.part.rels[key]
    for key, rel in list(file.part.package.rels.items()):
        if rel.reltype not in {REL.OFFICE_DOCUMENT, REL.CORE_PROPERTIES}:
            del file.part.package.rels[key]
    properties: Xml = file.core_properties._element  # noqa: SLF001 (it can only be set one by one)
    for child in list(properties):
        properties.remove(child)
