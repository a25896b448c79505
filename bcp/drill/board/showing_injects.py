"""The injects as the board shows them. Pure."""

from __future__ import annotations

from bcp.drill.board.rows import InjectRow, InjectStatus, OptionRow
from bcp.drill.file.models import Inject, When
from bcp.drill.live.state import DrillState, Given
from bcp.words import Name, Phrase, Span

__all__ = ["inject_rows"]


def inject_rows(state: DrillState) -> tuple[InjectRow, ...]:
    """Return the injects: to come by time, conditional, bench, then given, the latest first."""
    rows = [_row(state, inject, state.injects[no]) for no, inject in state.setting.injects.items()]
    return tuple(sorted(rows, key=_place))


def _place(row: InjectRow) -> tuple[int, int]:
    if row.status == "due":
        return 0, row.at or 0
    if row.status in {"waiting", "bench"}:
        return (1 if row.status == "waiting" else 2), 0
    return 3, -(row.at or 0)


def _row(state: DrillState, inject: Inject, given: Given) -> InjectRow:
    status = _status(inject, given)
    at = given.due if given.fired is None else given.fired
    return InjectRow(
        no=inject.no,
        status=status,
        at=at,
        countdown=_countdown(state, at) if status == "due" else None,
        sender=inject.from_ or "",
        to=inject.to,
        means=inject.means or "",
        text=inject.text,
        text_en=inject.text_en,
        expected=inject.expected or "",
        expected_en=inject.expected_en,
        deadline=given.deadline,
        objective=inject.objective,
        options=tuple(
            OptionRow(option.id, option.text, option.text_en, option.id == given.option)
            for option in inject.options
        ),
        fired_by=given.by,
        waits_for=None if inject.when is None else _condition(inject.when),
        answer=given.answer,
    )


def _status(inject: Inject, given: Given) -> InjectStatus:
    if given.fired is None:
        if given.due is not None:
            return "due"
        return "bench" if inject.is_bench else "waiting"
    if given.met is not None:
        return "answered"
    return "missed" if given.missed or given.outcome == "not" else "fired"


def _countdown(state: DrillState, at: int | None) -> int | None:
    """Return the seconds of the exercise clock until *at*, as the scenario's clock runs now."""
    if at is None:
        return None
    now, left = state.scenario, 0
    for leap in state.setting.drill.clock.jumps:
        if now <= leap.at < at:
            now, left = leap.to, left + leap.at - now
    return -(-(left + max(0, at - now)) // state.anchor.speed)


def _condition(when: When) -> Phrase:
    delay = {"delay": Span(when.delay)} if when.delay else {}
    tail = "-later" if when.delay else ""
    if when.after is not None:
        return Phrase(f"when-after{tail}", {"no": when.after, **delay})
    if when.missed is not None:
        return Phrase(f"when-missed{tail}", {"no": when.missed, **delay})
    if when.chosen is not None:
        no, option = when.chosen.split("/")
        return Phrase(f"when-chosen{tail}", {"no": no, "option": option, **delay})
    if when.up is not None:
        return Phrase(f"when-up{tail}", {"id": Name(when.up), **delay})
    return Phrase(f"when-down{tail}", {"id": Name(when.down or ""), **delay})
