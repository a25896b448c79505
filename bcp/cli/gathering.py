"""From what was asked for to the :class:`Dossier` that page, document and charts are made from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import bcp
from bcp.audit.audit import audit
from bcp.cli.belonging import Belongings, belongings
from bcp.cli.choice import choose
from bcp.cli.opening import Opened, meant, open_at, open_inventory
from bcp.cli.options import Request
from bcp.cli.planning import strategy_of_many
from bcp.cli.progress import tracked
from bcp.cli.trouble import Faulty
from bcp.errors import InputError, UsageError
from bcp.inventory.patch import patched
from bcp.outlook.effects import effects_of, open_measures
from bcp.outlook.outlook import Outlook
from bcp.outlook.playing import outlooks_of
from bcp.recovery.priority import priority
from bcp.recovery.strategy import Strategy
from bcp.report.dossier import Dossier
from bcp.report.names import called
from bcp.scenario.load import LoadedScenario

if TYPE_CHECKING:
    from bcp.drill.review.history import History

__all__ = ["PARTS", "Gathered", "Part", "gather"]

Part = Literal["findings", "after", "effects", "drills"]
"""What takes its time and is not wanted by everyone."""
PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True)
class Gathered:
    """All there is to tell, and how to speak of it."""

    opened: Opened
    """Its names know the scenarios that were played, too."""
    dossier: Dossier


def gather(  # noqa: PLR0913 (all that page, document and charts can be asked for)
    request: Request,
    *,
    scenarios: Sequence[str] = (),
    since: str | None = None,
    date: dt.date | None = None,
    strategy: str = "slack",
    risk: Path | None = None,
    parts: Collection[Part] = PARTS,
) -> Gathered:
    """Play every scenario of an inventory once and keep of each what reports need.

    Parameters
    ----------
    request
        Says which inventory.
    scenarios
        Ids or files of those to play, in this order, those for any inventory too; if none is
        named, all of the inventory, those that the plan names first.
    since
        An earlier state to compare with: a folder, or a revision of git.
    date
        The date to print and to judge drills by; that of the plan or of its latest revision if
        left out. No clock is read.
    strategy
        Who goes first when crews are short.
    risk
        What ``bcp risk --json`` printed, if it did.
    parts
        What is wanted besides the scenarios themselves.

    Raises
    ------
    Faulty
        If files are at fault.
    UsageError
        If the inventory, a scenario or the earlier state is not there, or values were set that
        the earlier state would not have.
    """
    if since is not None and request.settings:
        raise UsageError("set-with-since")
    opened, held = _open(request, scenarios)
    inventory, lang = opened.loaded.inventory, opened.lang
    chosen = choose(opened, held, scenarios)
    planner = strategy_of_many(strategy, lang)
    outlooks = tuple(outlooks_of(inventory, tracked(chosen, "scenarios", lang), planner))
    played = [loaded.scenario for loaded in chosen]
    day = date or (inventory.plan.day if inventory.plan else None)
    more: dict[str, Any] = {}
    if "effects" in parts or "after" in parts:
        more |= _with_measures(opened, chosen, outlooks, planner, parts)
    if "drills" in parts:
        more |= _drills(request, opened, held, day)
    if risk is not None:
        more["risks"] = _risks(risk, opened)
    if since is not None:
        from bcp.cli.since import changes_since

        more["changes"] = changes_since(since, opened, chosen, planner, whole=not scenarios)
    dossier = Dossier(
        inventory=inventory,
        digest=opened.loaded.digest,
        version=bcp.__version__,
        date=day,
        outlooks=outlooks,
        priority=priority(inventory),
        findings=audit(inventory, played, day) if "findings" in parts else (),
        **more,
    )
    names = {scenario.scenario.id: called(scenario.scenario, lang) for scenario in played}
    return Gathered(replace(opened, names=names | opened.names), dossier)


# --- what is played ----------------------------------------------------------------------------


def _open(request: Request, scenarios: Sequence[str]) -> tuple[Opened, Belongings]:
    """Return the inventory that is meant, and what belongs to it."""
    if scenarios:
        opened = open_at(request, meant(request.inventory, scenarios[0])[0])
    else:
        opened = open_inventory(request)
    held = belongings(opened.folder, opened.loaded)
    if held.faults:
        raise Faulty(InputError(held.faults), opened.lang)
    return opened, held


# --- what may be wanted besides ----------------------------------------------------------------


def _with_measures(
    opened: Opened,
    chosen: Sequence[LoadedScenario],
    outlooks: Sequence[Outlook],
    strategy: Strategy,
    parts: Collection[Part],
) -> dict[str, Any]:
    """Return what all planned measures change together, and what each changes alone."""
    inventory, lang = opened.loaded.inventory, opened.lang
    waiting = open_measures(inventory.measures)
    planned = [held for held in waiting if held.status in ("planned", "doing")]
    found: dict[str, Any] = {}
    try:
        if planned and "after" in parts:
            steps = tracked(chosen, "after", lang)
            found["after"] = tuple(outlooks_of(patched(inventory, planned), steps, strategy))
        if waiting and "effects" in parts:
            before = {held.head.id: held for held in outlooks}
            steps_ = tracked(waiting, "measures", lang)
            found["effects"] = effects_of(inventory, chosen, steps_, strategy, before)
    except InputError as error:
        raise Faulty(error, lang) from None
    return found


def _drills(
    request: Request, opened: Opened, held: Belongings, day: dt.date | None
) -> dict[str, Any]:
    heads = tuple(loaded.drill.drill for loaded, _ in held.drills)
    return {"drills": heads, "history": _history(request, opened, heads, day)}


def _history(
    request: Request, opened: Opened, heads: Sequence[Any], day: dt.date | None
) -> History | None:
    """Return the drills of this inventory that were held; records at fault are told and left out."""
    from bcp.cli.drilling import records_folder
    from bcp.cli.printing import tell
    from bcp.cli.reviewing import past_records
    from bcp.drill.record.records import list_records
    from bcp.drill.review.history import history_of

    if day is None:
        return None
    own, pasts = opened.loaded.inventory.organisation.id, []
    records = list_records(records_folder(opened.folder))
    for record in tracked(records, "records", opened.lang):
        found, faults = past_records(request, [record], opened.lang)
        pasts += [past for past in found if past.inventory == own]
        for fault in faults:
            tell(fault)
    return history_of(pasts, heads, day)


def _risks(path: Path, opened: Opened) -> Mapping[str, Any]:
    """Return what `bcp risk` found, as far as it is in the file."""
    from bcp.report.risk_file import read_risks

    try:
        return read_risks(path)
    except InputError as error:
        raise Faulty(error, opened.lang) from None
