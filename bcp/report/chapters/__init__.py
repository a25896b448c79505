"""Chapters of one's own: Markdown with values of the plan, read where nothing can happen.

:func:`read_beside` reads a file that an inventory names, :func:`chapter_sections` makes sections of
such a text. What the text may do is in ``template.py``, what it may hold in ``blocks.py``.
"""

from __future__ import annotations

from collections.abc import Mapping

from bcp.errors import Fault, InputError
from bcp.report.chapters.beside import read_beside, text_of
from bcp.report.chapters.blocks import sections_of
from bcp.report.chapters.template import rendered
from bcp.report.document import Section

__all__ = ["MOST_LETTERS", "chapter_sections", "read_beside", "text_of"]

MOST_LETTERS = 200_000
"""Of a chapter before its values are filled in: some 200 pages."""


def chapter_sections(source: str, values: Mapping[str, object], name: str) -> tuple[Section, ...]:
    """Return the sections of a chapter.

    Parameters
    ----------
    source
        Markdown with expressions of Jinja2. Its highest headings become sections of the first
        level.
    values
        What the text may name: texts, numbers, truth values, dates, and mappings and sequences of
        these.
    name
        The file as its user calls it, for faults.

    Raises
    ------
    InputError
        With every fault of one kind: first of the expressions, then of the Markdown.
    TypeError
        If *values* hold anything else: an object could lead the text to what it must not see.
    """
    if len(source) > MOST_LETTERS:
        raise InputError([Fault(name, 0, "", "chapter-too-long", {"most": MOST_LETTERS})])
    return sections_of(rendered(source, values, name), name)
