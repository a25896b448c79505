"""Puts the teams' work on a sheet: a lane each, the people above, the tasks below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bcp.report.charts.axis import draw_ground
from bcp.report.charts.crews.sentences import description, head_of, share_of, size_of
from bcp.report.charts.crews.view import MOST_ROWS, Bar, CrewsView, Lane, Steps
from bcp.report.charts.frame import Frame, Sheet
from bcp.report.charts.inks import ALARM, CALM, FAINT, INK, SOFT, WITHIN
from bcp.report.charts.legend import Key
from bcp.report.charts.pen import Box, Pen, Ruler
from bcp.report.charts.picture import Drawn, Size
from bcp.report.charts.timeline.signs import draw_open
from bcp.words import say
from bcp.words.chart_crews import WORDS

__all__ = ["draw_crews"]

_HEADS, _GAP = 24.0, 5.0
_STRIP = 13.0
"""How high the people of a lane are."""
_MOST, _LEAST = 9.5, 3.4
"""How high a line of tasks is."""
_LABELLED = 5.6
"""From which height on tasks bear names."""
_NAMES = 0.22
_LEAST_BAR = 0.9
_DROP = 0.36
_BUSY = "#4A6A8A"
_MANY = 330.0
"""From which height of all lanes on a sheet of A4 stands upright."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How the lanes share the height."""

    track: float
    """The height of a line of tasks."""
    hidden: frozenset[str]
    """The teams whose tasks are not drawn one by one."""

    def height(self, lane: Lane) -> float:
        """Return how high a lane is, with the gap below it."""
        tracks = 0 if lane.id in self.hidden else lane.tracks
        return _STRIP + _GAP + tracks * self.track + (2 if tracks else 0)


def draw_crews(view: CrewsView, size: Size = "a4") -> Drawn:
    """Return the teams' work on a sheet."""
    tall = _total(view.lanes, _Plan(_MOST, frozenset())) > _MANY
    is_upright = size == "a4" and tall
    frame = Frame(head_of(view, hides=True), size, _keys(view), is_upright=is_upright)
    may_grow = size == "a4" and len(view.lanes) > MOST_ROWS["a4"]  # all were asked for
    plan = _planned(view.lanes, frame.most - _HEADS, may_grow=may_grow)
    frame = Frame(head_of(view, hides=bool(plan.hidden)), size, _keys(view), is_upright=is_upright)
    height = _total(view.lanes, plan)
    sheet = frame.sheet(_HEADS + height if view.lanes else 0)
    if view.lanes:
        _Chart(sheet, view, plan).draw(height)
    return sheet.done(description(view))


def _total(lanes: Sequence[Lane], plan: _Plan) -> float:
    return sum(plan.height(lane) for lane in lanes)


def _planned(lanes: Sequence[Lane], room: float, *, may_grow: bool) -> _Plan:
    """Return the largest plan that fits: lower lines first, then fewer lanes with their tasks."""
    hidden: set[str] = set()
    while True:
        tracks = sum(lane.tracks for lane in lanes if lane.id not in hidden)
        bare = _total(lanes, _Plan(0, frozenset(hidden)))
        track = min((room - bare) / tracks, _MOST) if tracks else _MOST
        if track >= _LEAST or not tracks:
            return _Plan(track, frozenset(hidden))
        if may_grow:
            return _Plan(_LEAST, frozenset(hidden))
        left = [lane for lane in lanes if lane.id not in hidden]
        hidden.add(max(left, key=lambda lane: lane.tracks).id)


class _Chart:
    """Draws along the time axis."""

    def __init__(self, sheet: Sheet, view: CrewsView, plan: _Plan) -> None:
        self._sheet, self._view, self._plan = sheet, view, plan
        self._pen, self._ruler, self._letters = sheet.pen, sheet.ruler, sheet.letters
        left, _, right, _ = sheet.room
        size = self._letters.text
        widest = max(self._ruler.width(self._label(lane), size) for lane in view.lanes)
        names = max(widest, self._ruler.width(self._head("team"), size))
        self._start = left + min(names, (right - left) * _NAMES) + 14
        share = max(self._ruler.width(self._head("share"), size), self._ruler.width("100%", size))
        self._tasks = right - share - 10
        tasks = max(self._ruler.width(self._head("tasks"), size), self._ruler.width("9999", size))
        self._end = self._tasks - tasks - 26

    def _head(self, key: str) -> str:
        return say(WORDS, f"column-{key}", self._view.lang)

    def _label(self, lane: Lane) -> str:
        return f"{lane.name} {size_of(lane, self._view)}"

    def _x(self, seconds: float) -> float:
        return self._start + self._view.axis.place(seconds) * (self._end - self._start)

    def draw(self, height: float) -> None:
        """Draw the axis and all lanes."""
        pen, view, (left, top, right, _) = self._pen, self._view, self._sheet.room
        top += _HEADS
        bottom, size = top + height, self._letters.small
        sides = (self._start, self._end)
        draw_ground(self._sheet, view.axis, sides, (top, bottom), view.tiers, view.lang)
        pen.text((left, top - 6), self._head("team"), size, SOFT)
        pen.text((self._tasks, top - 6), self._head("tasks"), size, SOFT, "right")
        pen.text((right, top - 6), self._head("share"), size, SOFT, "right")
        y = top
        for place, lane in enumerate(view.lanes):
            pen.line((left, y), (right, y), INK if not place else FAINT, 0.9 if not place else 0.6)
            self._lane(lane, y, is_busiest=not place)
            y += self._plan.height(lane)
        pen.line((left, bottom), (right, bottom), INK, 0.9)

    def _lane(self, lane: Lane, top: float, *, is_busiest: bool) -> None:
        pen, size, (left, _, right, _) = self._pen, self._letters.text, self._sheet.room
        base = top + 2 + _STRIP / 2 + size * _DROP
        room = self._start - left - 8
        label, used = self._ruler.shrink(self._label(lane), (size, size * 0.9, size * 0.8), room)
        pen.text((left, base), label, used, INK, bold=is_busiest)
        pen.text((self._tasks, base), str(len(lane.bars)), size, SOFT, "right")
        ink = ALARM if is_busiest else SOFT
        pen.text((right, base), share_of(lane), size, ink, "right", bold=is_busiest)
        self._people(lane, top + 2)
        if lane.id not in self._plan.hidden:
            self._bars(lane, top + 2 + _STRIP + 1)

    def _people(self, lane: Lane, top: float) -> None:
        """Draw how many there are, and how many are at work, as steps from a common ground."""
        ground, most = top + _STRIP - 1.5, max(lane.most, 1)
        scale = (_STRIP - 1.5) / most
        self._pen.boxes(self._columns(lane.duty, ground, scale), CALM)
        self._pen.boxes(self._columns(lane.busy, ground, scale), _BUSY)
        self._pen.line((self._start, ground), (self._end, ground), FAINT, 0.5)
        text, size = str(most), self._letters.small * 0.85
        self._pen.text((self._end + 4, top + size * 0.8), text, size, FAINT)

    def _columns(self, steps: Steps, ground: float, scale: float) -> list[Box]:
        ends = [*(moment for moment, _ in steps[1:]), self._view.axis.end]
        return [
            (self._x(start), ground - number * scale, self._x(end), ground)
            for (start, number), end in zip(steps, ends, strict=True)
            if number and start < self._view.axis.end
        ]

    def _bars(self, lane: Lane, top: float) -> None:
        track = self._plan.track
        boxes = [self._box(bar, top) for bar in lane.bars]
        self._pen.boxes(boxes, WITHIN)
        for bar, box in zip(lane.bars, boxes, strict=True):
            self._pen.line((box[2], box[1]), (box[2], box[3]), "white", 0.8)
            if bar.end > self._view.axis.end:
                middle = top + (bar.track + 0.5) * track
                draw_open(self._pen, self._end, middle, track * 0.35)
        if track >= _LABELLED:
            self._labels(lane, boxes)

    def _box(self, bar: Bar, top: float) -> Box:
        track, y = self._plan.track, top + bar.track * self._plan.track
        x0, x1 = self._x(bar.start), self._x(bar.end)
        return x0, y, max(x1, x0 + _LEAST_BAR), y + track * 0.84

    def _labels(self, lane: Lane, boxes: Sequence[Box]) -> None:
        """Write the names into the bars, or behind them where nothing follows soon."""
        size = min(self._plan.track * 0.72, self._letters.small)
        following: dict[int, float] = {}
        for bar, (x0, y0, x1, y1) in reversed(list(zip(lane.bars, boxes, strict=True))):
            base = (y0 + y1) / 2 + size * _DROP
            width = self._ruler.width(bar.name, size)
            behind = following.get(bar.track, self._end + 3) - x1 - 4
            if width <= x1 - x0 - 3:
                self._pen.text((x0 + 1.5, base), bar.name, size, INK)
            elif width <= behind:
                self._pen.text((x1 + 2, base), bar.name, size, SOFT)
            following[bar.track] = x0


def _keys(view: CrewsView) -> list[Key]:
    if not view.lanes:
        return []
    keys = {"task": WITHIN, "busy": _BUSY, "free": CALM}
    found = [Key(say(WORDS, f"legend-{key}", view.lang), _Fill(ink)) for key, ink in keys.items()]
    if any(bar.end > view.axis.end for lane in view.lanes for bar in lane.bars):
        found.append(Key(say(WORDS, "legend-open", view.lang), _show_open))
    return found


@dataclass(frozen=True, slots=True)
class _Fill:
    ink: str

    def __call__(self, pen: Pen, _ruler: Ruler, box: Box) -> None:
        pen.boxes([box], self.ink)


def _show_open(pen: Pen, _ruler: Ruler, box: Box) -> None:
    draw_open(pen, box[2] - 8, (box[1] + box[3]) / 2, 4.0)
