"""様式10: what is done in an emergency, phase by phase, and the recovery as it was computed."""

from __future__ import annotations

from collections.abc import Iterable

from bcp.inventory.facts import Action
from bcp.outlook.outlook import Outlook
from bcp.recovery.works import Done
from bcp.report.document import Block, Cell, Paragraph, Row, Section
from bcp.report.forms.laying import Entry, Head, listing, missing, note, sheet
from bcp.report.forms.naming import role
from bcp.report.forms.teller import NONE, Teller
from bcp.report.names import called
from bcp.report.spans import moment

__all__ = ["BOX", "PHASES", "action_text", "build", "in_time"]

_NUMBER = 10
BOX = "□"
"""A box to tick by hand."""
PHASES = ("initial", "alternate", "recovery")
_ACTIONS = (
    Head("col-10-done", 0.4, "center"),
    Head("col-10-within", 0.8),
    Head("col-10-what", 3.0),
    Head("col-10-if", 1.6),
    Head("col-10-role", 1.1),
    Head("col-10-refers", 1.2),
    Head("col-10-at", 0.9),
    Head("col-10-by", 0.9),
)
_TASKS = (
    Head("col-10-done", 0.4, "center"),
    Head("col-10-start", 0.9),
    Head("col-10-finish", 0.9),
    Head("col-10-component", 1.8),
    Head("col-10-task", 1.8),
    Head("col-10-crew", 1.8),
    Head("col-10-started", 0.9),
    Head("col-10-finished", 0.9),
    Head("col-10-by", 0.9),
)


def build(teller: Teller, most: int) -> Section | None:
    """Return form 10; None if no action is written and no recovery was computed."""
    actions = teller.ground.inventory.actions
    if not actions:
        missing(_NUMBER, teller, "actions")
    blocks: list[Block] = []
    for phase in PHASES:
        blocks += listing(
            teller,
            _ACTIONS,
            in_time(action for action in actions if action.phase == phase),
            lambda action: _action(action, teller),
            most=most,
            caption=teller.say(f"phase-{phase}"),
        )
    outlooks = teller.dossier.outlooks
    blocks += _computed(outlooks[0], teller, most) if outlooks else ()
    return sheet(_NUMBER, teller, blocks)


def in_time(actions: Iterable[Action]) -> list[Action]:
    """Return actions by their time, those without one after the others."""
    return sorted(actions, key=lambda one: (one.within is None, one.within or 0))


def action_text(action: Action, teller: Teller) -> str:
    """Return what is done."""
    return (action.what_en if teller.lang == "en" else None) or action.what


def _action(action: Action, teller: Teller) -> Row:
    entry = Entry(teller, _NUMBER, "actions", action_text(action, teller), action.what)
    return (
        BOX,
        NONE if action.within is None else teller.say("within", span=teller.span(action.within)),
        Cell(action_text(action, teller)),
        action.if_ or NONE,
        entry.cell("col-10-role", role(action.role, teller), "role"),
        action.refers or NONE,
        "",
        "",
    )


# --- the recovery as it was computed -------------------------------------------------------------


def _computed(outlook: Outlook, teller: Teller, most: int) -> tuple[Block, ...]:
    """Return the tasks of the foremost scenario in their order."""
    head = called(outlook.head, teller.lang)
    if not outlook.tasks:
        return ()
    left = outlook.task_count - min(len(outlook.tasks), most)
    blocks: list[Block] = [
        Paragraph(teller.say("computed-recovery", scenario=head)),
        *listing(
            teller,
            _TASKS,
            outlook.tasks[:most],
            lambda done: _task(done, outlook, teller),
            most=most,
            caption=teller.say("table-10-recovery"),
        ),
    ]
    if left > 0:
        blocks.append(note(teller, "rows-left", shown=min(len(outlook.tasks), most), left=left))
    return tuple(blocks)


def _task(done: Done, outlook: Outlook, teller: Teller) -> Row:
    work = done.work
    task = teller.ground.network.tasks.get((work.procedure, work.task))
    crew = [
        teller.say("crew", team=teller.name(team), number=number)
        for team, number in (task.crew.items() if task else ())
    ]
    is_over = done.finish > outlook.horizon
    return (
        BOX,
        moment(done.start),
        Cell(moment(done.finish), tone="warn" if is_over else "none"),
        teller.name(work.component),
        teller.name(f"{work.procedure}/{work.task}"),
        teller.list(crew, 3) or NONE,
        "",
        "",
        "",
    )
