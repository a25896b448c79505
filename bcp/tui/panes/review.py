"""The review: objectives with their ratings, and the improvement plan."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.drill.board.rows import Board, ItemRow, ObjectiveRow
from bcp.tui.cells import Cell
from bcp.tui.clocktext import counted
from bcp.tui.rows import Column, Frame
from bcp.tui.sheet import Sheet
from bcp.tui.voice import Voice

__all__ = ["ReviewPane", "ReviewRow", "text_of"]

ReviewRow = ObjectiveRow | ItemRow

_TONES = {"P": "good", "S": "busy", "M": "warn", "U": "bad"}


def text_of(row: ReviewRow, voice: Voice) -> str:
    """Return what is to be shown, or to be done."""
    if isinstance(row, ObjectiveRow):
        return voice.own(row.text, row.text_en)
    if not row.text and row.phrase is not None:
        return voice.phrase(row.phrase)
    return voice.own(row.text, None)


def _mark(row: ReviewRow, frame: Frame) -> Cell:
    if isinstance(row, ObjectiveRow):
        return Cell(row.rating or frame.voice.sign("rating-none"), _TONES.get(row.rating or "", ""))
    return Cell(frame.voice.sign("task-done" if row.done else "rating-none"), "dim")


def _text(row: ReviewRow, frame: Frame) -> Cell:
    is_open = isinstance(row, ObjectiveRow) or not row.done
    return Cell(text_of(row, frame.voice), "" if is_open else "dim")


def _measured(row: ReviewRow, frame: Frame) -> Cell:
    """Return what was measured against what was asked; of an item, who sees to it until when."""
    if isinstance(row, ItemRow):
        return Cell(f"{frame.voice.own(row.owner, None)} {row.due}".strip(), "dim")
    if row.within is None:
        return Cell(frame.voice.own(row.reason, None), "dim")
    reached = frame.voice.sign("none") if row.reached is None else counted(row.reached)
    tone = "" if row.is_met is None else "good" if row.is_met else "bad"
    return Cell(f"{reached} / {counted(row.within)}", tone)


class ReviewPane(Sheet[ReviewRow]):
    """Objectives and improvement items."""

    ROOM = "review"
    COLUMNS = (
        Column("column-rating", _mark, 4),
        Column("column-objective", _text, share=3),
        Column("column-measured", _measured, share=2),
    )

    def rows_of(self, board: Board) -> Sequence[ReviewRow]:
        """Return the objectives, then the items."""
        return (*board.objectives, *board.items)

    def key_of(self, row: ReviewRow) -> object:
        """Return what it is and its id."""
        return isinstance(row, ItemRow), row.id

    def group_of(self, row: ReviewRow) -> str:
        """Return whether it is an objective or an item."""
        return "review-objectives" if isinstance(row, ObjectiveRow) else "review-items"

    def words_of(self, row: ReviewRow, voice: Voice) -> str:
        """Return its text."""
        return f"{row.id} {text_of(row, voice)}"

    def title_of(self, row: ReviewRow, _frame: Frame) -> str:
        """Return what it is called."""
        return row.id

    def about(self, row: ReviewRow, frame: Frame) -> Sequence[tuple[str, str]]:
        """Return the criterion and the rating, or who sees to the item."""
        voice = frame.voice
        said = [("about-text", text_of(row, voice))]
        if isinstance(row, ItemRow):
            said.append(("about-owner", voice.own(row.owner, None)))
            said.append(("about-due", row.due))
            said.append(("about-done", row.done))
        else:
            said.append(("about-criterion", voice.own(row.criterion, row.criterion_en)))
            rated = (
                f"{row.rating} {voice.say(f'rating-{row.rating.lower()}')}" if row.rating else ""
            )
            said.append(("about-rating", rated))
            said.append(("about-reason", voice.own(row.reason, None)))
            if row.within is not None:
                reached = voice.sign("none") if row.reached is None else counted(row.reached)
                said.append(("about-measured", f"{reached} / {counted(row.within)}"))
        return [(key, text) for key, text in said if text]
