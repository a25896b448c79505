"""The gist of the plan: what a reader with five minutes should take along."""

from __future__ import annotations

from bcp.outlook.outlook import Outlook
from bcp.report.annual.author import Author, shown
from bcp.report.document import Block, Bullets, Paragraph, Run, Text

__all__ = ["gist", "verdict", "worst"]

_NAMES = 3
"""How many names a sentence holds."""


def gist(author: Author) -> list[Block]:
    """Return a leading sentence, and one a finding."""
    items: list[Text] = [
        text for text in (_worst(author), _first(author), _planned(author), _drills(author)) if text
    ]
    if blanks := len(author.blanks):
        run = Run(author.tell("gist-blanks-link"), target="to-do")
        items.append((Run(author.some("gist-blanks", blanks)), run))
    blocks: list[Block] = [Paragraph(verdict(author), "lead")]
    return [*blocks, Bullets(tuple(items))] if items else blocks


def verdict(author: Author) -> str:
    """Return what the scenarios come to, in one sentence."""
    held = author.dossier
    values = {
        "systems": sum(item.kind == "service" for item in held.inventory.components),
        "components": len(held.inventory.components),
        "functions": len(held.inventory.functions),
        "scenarios": len(held.outlooks),
        "hit": sum(bool(one.missed) for one in held.outlooks),
        "missed": len({id_ for one in held.outlooks for id_ in one.missed}),
    }
    if not held.outlooks:
        return author.tell("verdict-unplayed", **values)
    return author.tell("verdict-missed" if values["hit"] else "verdict-met", **values)


def worst(author: Author) -> Outlook | None:
    """Return the scenario that costs most, if any costs anything."""
    costly = [one for one in author.dossier.outlooks if one.loss]
    return max(costly, key=lambda one: one.loss, default=None)


def _worst(author: Author) -> str:
    held = worst(author)
    if held is None:
        return ""
    return author.tell(
        "gist-worst",
        scenario=author.scene(held),
        stopped=len(held.stopped),
        missed=len(held.missed),
        loss=shown(float(held.loss)),
    )


def _first(author: Author) -> str:
    rows = [row for row in author.order() if row.required_by is not None]
    if not rows:
        return ""
    return author.tell("gist-first", names=author.list(row.component for row in rows[:_NAMES]))


def _planned(author: Author) -> str:
    """Return what the planned measures change over all scenarios."""
    pairs = [(one, author.later(one)) for one in author.dossier.outlooks]
    known = [(one, later) for one, later in pairs if later is not None]
    if not known:
        return ""
    before, after = (sum(len(pair[n].missed) for pair in known) for n in (0, 1))
    losses = [sum(float(pair[n].loss) for pair in known) for n in (0, 1)]
    return author.tell(
        "gist-planned",
        before=before,
        after=after,
        loss=shown(losses[0]),
        left=shown(losses[1]),
    )


def _drills(author: Author) -> str:
    history = author.dossier.history
    held = [past for past in history.pasts if past.counts] if history else []
    if not held:
        return "" if author.is_public else author.tell("gist-no-drill")
    last = held[-1]
    day = last.on.isoformat() if last.on else ""
    return author.tell("gist-drill", day=day, met=last.met, down=last.down, number=len(held))
