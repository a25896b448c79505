"""様式14: what the scenarios assume to fail, for how long, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.outlook.outlook import Outlook
from bcp.report.conditions import conditions_of
from bcp.report.document import Block, Cell, Row, Section
from bcp.report.forms.happening import SORTS, happenings
from bcp.report.forms.laying import Head, lines, listing, missing, note, sheet
from bcp.report.forms.naming import arrival
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called

__all__ = ["build"]

_NUMBER = 14
_LINES = 4
"""How many happenings of a sort a cell tells before it only counts the rest."""
_SHARES = (1.1, 1.0, 0.9, 1.4, 2.0, 1.4, 1.5)
"""Of the width: most is told of machines."""
_HEADS = (
    Head("col-14-scenario", 1.5),
    *(Head(f"col-14-{sort}", share) for sort, share in zip(SORTS, _SHARES, strict=True)),
)
_OUTCOME = (
    Head("col-14-scenario", 2.4),
    *(
        Head(f"out-{key}", 1.0, "right", kind="number")
        for key in ("damaged", "down", "stopped", "missed", "mtpd")
    ),
)
_TEAMS = (Head("col-8-team", 1.6), Head("col-8-sort", 0.8), Head("col-14-arrival", 3.0))


def build(teller: Teller, most: int) -> Section | None:
    """Return form 14; None if there is no scenario."""
    outlooks = teller.dossier.outlooks
    if not outlooks:
        missing(_NUMBER, teller, "scenarios")
        return None
    blocks: list[Block] = [
        *listing(
            teller,
            _HEADS,
            outlooks,
            lambda held: _row(held, teller),
            most=most,
            caption=teller.say("table-14-damage"),
        ),
        *_conditions(teller, most),
        *listing(
            teller,
            _OUTCOME,
            outlooks,
            lambda held: _outcome(held, teller),
            most=most,
            caption=teller.say("table-14-outcome"),
        ),
        note(teller, "damage-note"),
        *_assembly(teller, most),
    ]
    return sheet(_NUMBER, teller, blocks)


def _row(held: Outlook, teller: Teller) -> Row:
    found = happenings(held.scenario, teller)
    return (
        Cell(_head(held, teller), emphasis=True),
        *(_cell(found[sort], teller) for sort in SORTS),
    )


def _cell(texts: tuple[str, ...], teller: Teller) -> Cell:
    if not texts:
        return Cell(NONE, tone="muted")
    left = len(texts) - _LINES
    more = teller.say("more-findings", number=left) if left > 0 else ""
    return Cell(lines([*texts[:_LINES], more]))


def _head(held: Outlook, teller: Teller) -> str:
    """Return what happens and when: name, moment, season of the year, off hours or not."""
    head = held.head
    at = "" if head.starts is None else f"{head.starts:%Y-%m-%d %H:%M}"
    return lines(
        [
            called(head, teller.lang),
            at,
            teller.say("off-hours") if head.assembly else "",
            teller.say(f"severity-of-{head.severity}"),
        ]
    )


def _conditions(teller: Teller, most: int) -> Iterator[Block]:
    """Yield which values of parameters counted in a scenario, and what was left out of it."""
    for held in teller.dossier.outlooks[:most]:
        if text := conditions_of(held, teller.lang):
            scenario = called(held.head, teller.lang)
            yield note(teller, "damage-conditions", scenario=scenario, conditions=text)


def _outcome(held: Outlook, teller: Teller) -> Row:
    """Return how much a scenario strikes and stops."""
    late = sum(one.mtpd_met is False for one in held.functions.values())
    missed = len(held.missed)
    return (
        Cell(called(held.head, teller.lang), emphasis=True),
        str(held.damaged),
        str(held.down),
        str(len(held.stopped)),
        Cell(str(missed), tone="warn" if missed else "good"),
        Cell(str(late), tone="bad" if late else "good"),
    )


def _assembly(teller: Teller, most: int) -> tuple[Block, ...]:
    """Return by when the people come whom a recovery needs."""
    ground = teller.ground
    teams = [ground.teams[id_] for id_ in ground.crews(ground.components)]
    return listing(
        teller,
        _TEAMS,
        teams,
        lambda team: (
            teller.name(team.id),
            teller.say("team-vendor" if team.vendor else "team-own"),
            arrival(team, teller),
        ),
        most=most,
        caption=teller.say("table-14-assembly"),
    )
