"""The restoration curves: now, after the planned measures, and how far it may differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bcp.outlook.curve import Curve
from bcp.outlook.outlook import Outlook
from bcp.report.charts.timeline.scale import Scale, scale_to
from bcp.report.dossier import Dossier
from bcp.report.page.order import Tick
from bcp.report.page.voice import Both, Voice
from bcp.report.risk import Risk

__all__ = ["HEIGHT", "WIDTH", "CurveDrawing", "curves_of"]

WIDTH, HEIGHT = 640.0, 220.0
"""Of the area that the curve is drawn in."""
_CURVES = 12
_SAID = (0, 24 * 3600, 72 * 3600, 7 * 86400, 30 * 86400)
"""Moments at which a curve is put into words."""


@dataclass(frozen=True, slots=True)
class CurveDrawing:
    """A curve as lines that a page can draw."""

    scenario: str
    name: Both
    finding: Both
    """What it shows, in a sentence."""
    now: str
    """The path of the curve."""
    lost: str
    """The area above it, closed."""
    after: str
    """The path after the planned measures; empty if none is planned."""
    band: str
    """The area between a bad case and a good one; empty if nobody asked."""
    ticks: tuple[Tick, ...]
    table: tuple[tuple[Both, str, str], ...]
    """(moment, share now, share after) for those who cannot see the picture."""


def curves_of(dossier: Dossier, voice: Voice) -> tuple[CurveDrawing, ...]:
    """Return a drawing for each scenario that stops anything, in the order of the dossier."""
    after = {one.head.id: one for one in dossier.after}
    hit = [one for one in dossier.outlooks if one.curve.lost]
    return tuple(_drawing(one, after.get(one.head.id), dossier, voice) for one in hit[:_CURVES])


def _drawing(
    outlook: Outlook, after: Outlook | None, dossier: Dossier, voice: Voice
) -> CurveDrawing:
    curves = [outlook.curve] + ([after.curve] if after else [])
    scale = scale_to(
        [curve.points[-1][0] for curve in curves],
        dossier.inventory.organisation.tiers,
        outlook.horizon,
    )
    risk = dossier.risks.get(outlook.head.id)
    now = _steps(outlook.curve, scale)
    return CurveDrawing(
        scenario=outlook.head.id,
        name=voice.scenario(outlook.head.id),
        finding=_finding(outlook, after, voice),
        now=f"M{_joined(now)}",
        lost=f"M{_joined(now)} {WIDTH:g},0 0,0Z",
        after=f"M{_joined(_steps(after.curve, scale))}" if after else "",
        band=_band(risk, scale) if risk else "",
        ticks=tuple(
            Tick(scale.place(edge), voice.brief(edge) if edge else voice.say("axis-start"))
            for edge in scale.edges
        ),
        table=_table(curves, scale, voice),
    )


def _finding(outlook: Outlook, after: Outlook | None, voice: Voice) -> Both:
    low, moment = min((share, moment) for moment, share in outlook.curve.points)
    lost = voice.hours(outlook.curve.lost)
    values = {"low": voice.percent(low), "lost": lost, "moment": _when(moment, voice)}
    if after is None:
        return voice.say("curve", **values)
    return voice.say("curve-after", **values, left=voice.hours(after.curve.lost))


def _when(moment: int, voice: Voice) -> Both:
    return voice.say("at-once") if not moment else voice.say("later", length=voice.span(moment))


Points = list[tuple[float, float]]


def _steps(curve: Curve, scale: Scale) -> Points:
    """Return the corners of a curve that holds each share until the next moment."""
    found: Points = [(0.0, _y(float(curve.points[0][1])))]
    for (_, before), (moment, share) in pairwise(curve.points):
        x = scale.place(moment) * WIDTH
        found += [(x, _y(float(before))), (x, _y(float(share)))]
    found.append((WIDTH, _y(float(curve.points[-1][1]))))
    return found


def _y(share: float) -> float:
    return (1 - share) * HEIGHT


def _joined(points: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _band(risk: Risk, scale: Scale) -> str:
    if not risk.band:
        return ""
    ends = [*(moment for moment, *_ in risk.band[1:]), scale.edges[-1]]
    low: Points = []
    high: Points = []
    for (moment, bad, good), end in zip(risk.band, ends, strict=True):
        left, right = scale.place(moment) * WIDTH, scale.place(end) * WIDTH
        low += [(left, _y(bad)), (right, _y(bad))]
        high += [(left, _y(good)), (right, _y(good))]
    return f"M{_joined(low)} {_joined(high[::-1])}Z"


def _table(
    curves: Sequence[Curve], scale: Scale, voice: Voice
) -> tuple[tuple[Both, str, str], ...]:
    moments = [moment for moment in _SAID if moment <= scale.edges[-1]]
    rows = []
    for moment in moments:
        shares = [voice.percent(curve.at(moment)) for curve in curves]
        rows.append((_when(moment, voice), shares[0], shares[1] if len(shares) > 1 else ""))
    return tuple(rows)
