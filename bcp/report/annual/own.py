"""Chapters of one's own, put between those of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcp.inventory.facts import PlanFacts
from bcp.report.document import Section
from bcp.report.dossier import Dossier, Edition
from bcp.report.names import called, department_of, names_of
from bcp.words import Lang, show_span

__all__ = ["OwnChapter", "behind", "values_of"]


@dataclass(frozen=True, slots=True)
class OwnChapter:
    """A chapter that the organisation wrote."""

    after: int
    """Behind which chapter of the full plan it stands; 0: before the first."""
    sections: tuple[Section, ...]


def behind(chapters: Sequence[OwnChapter], first: int, last: int) -> list[Section]:
    """Return the sections that stand behind the chapters *first* to *last*."""
    return [
        section
        for chapter in chapters
        if first <= chapter.after <= last
        for section in chapter.sections
    ]


def values_of(dossier: Dossier, lang: Lang, edition: Edition) -> dict[str, object]:
    """Return what chapters of one's own may name, as plain data.

    Parameters
    ----------
    dossier
        What there is to tell.
    lang
        The language of the names.
    edition
        ``internal`` or ``public``.
    """
    inventory, plan = dossier.inventory, dossier.inventory.plan or PlanFacts()
    return {
        "organisation": called(inventory.organisation, lang),
        "edition": edition,
        "lang": lang,
        "date": dossier.date.isoformat() if dossier.date else "",
        "title": plan.title,
        "number": plan.number,
        "version": plan.version,
        "owner": plan.owner,
        "names": names_of(inventory, lang),
        "functions": [
            {
                "id": one.id,
                "name": called(one, lang),
                "department": department_of(one, lang),
                "rank": one.rank or "",
                "rto": show_span(one.rto.normal, lang),
            }
            for one in inventory.functions
        ],
        "systems": [
            {"id": one.id, "name": called(one, lang)}
            for one in inventory.components
            if one.kind == "service"
        ],
        "scenarios": [
            {
                "id": one.head.id,
                "name": called(one.head, lang),
                "stopped": len(one.stopped),
                "missed": len(one.missed),
            }
            for one in dossier.outlooks
        ],
    }
