"""The top of every screen: that this is a drill, which one, how it stands, and both clocks."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Digits, Static

from bcp.drill.board.rows import Board
from bcp.tui.clocktext import clock
from bcp.tui.voice import Voice

__all__ = ["Header"]


class Header(Horizontal):
    """Mark, name, phase and clocks; in large digits where there is room (class ``-big``)."""

    def __init__(self, voice: Voice, **options: Any) -> None:
        super().__init__(**options)
        self._voice = voice
        self._board: Board | None = None
        self._trouble = ""
        self._seen: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out both the large and the small shape; styles show one of them."""
        yield Static(id="mark", markup=False)
        with Vertical(id="what"):
            yield Static(id="name", markup=False)
            yield Static(id="phase", markup=False)
            yield Static(id="trouble", markup=False)
        with Vertical(classes="clock"):
            yield Static(id="exercise-label", classes="label", markup=False)
            yield Digits(id="exercise-clock")
        with Vertical(classes="clock"):
            yield Static(id="scenario-label", classes="label", markup=False)
            yield Digits(id="scenario-clock")
        with Vertical(id="small"):
            yield Static(id="small-name", markup=False)
            yield Static(id="small-clocks", markup=False)

    def show(self, board: Board) -> None:
        """Show how the drill stands."""
        self._board = board
        say, sign = self._voice.say, self._voice.sign
        phase = f"{sign(f'phase-{board.phase}')} {say(f'phase-{board.phase}')}"
        speed = say("speed", sign=sign("times"), speed=board.speed)
        exercise, scenario = clock(board.exercise // 1000), clock(board.scenario)
        self._put("mark", say("mark"))
        self._put("name", self._voice.own(board.name, board.name_en))
        self._put("phase", f"{phase}  {speed}{self._length(board)}")
        self._put("trouble", self._trouble)
        self._put("exercise-label", say("exercise-clock"))
        self._put("scenario-label", f"{say('scenario-clock')} T+  {self._local(board)}")
        self._turn("exercise-clock", exercise)
        self._turn("scenario-clock", scenario)
        self._put_small(f"{phase} {speed}", exercise, f"T+{scenario} {self._local(board)}")
        for name in ("ready", "running", "paused", "ended"):
            self.set_class(board.phase == name, f"-{name}")

    def speak(self, voice: Voice) -> None:
        """Go on in another language."""
        self._voice = voice
        if self._board:
            self.show(self._board)

    def warn(self, trouble: str) -> None:
        """Show what is wrong until it is right again; empty: nothing is."""
        self._trouble = trouble
        self.set_class(bool(trouble), "-trouble")
        if self._board:
            self.show(self._board)

    def _length(self, board: Board) -> str:
        if board.length is None:
            return ""
        return "  " + self._voice.say("of-length", minutes=board.length // 60)

    @staticmethod
    def _local(board: Board) -> str:
        return "" if board.local is None else f"{board.local:%m-%d %H:%M:%S}"

    def _put_small(self, phase: str, exercise: str, scenario: str) -> None:
        """Write the two lines of the small shape."""
        say, name = self._voice.say, self._seen["name"]
        self._put("small-name", f" {phase}  {self._trouble or name}")
        clocks = f"{say('exercise-short')} {exercise}  {say('scenario-short')} {scenario}"
        self._put("small-clocks", f" {clocks}")

    def _put(self, part: str, text: str) -> None:
        if self._seen.get(part) != text:
            self._seen[part] = text
            self.query_one(f"#{part}", Static).update(text, layout=False)

    def _turn(self, part: str, text: str) -> None:
        if self._seen.get(part) != text:
            is_longer = len(self._seen.get(part, "")) != len(text)
            self._seen[part] = text
            digits = self.query_one(f"#{part}", Digits)
            digits.update(text)
            if is_longer:
                digits.refresh(layout=True)
