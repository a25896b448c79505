"""What the scenarios do: the curves, the figures of each, what is too late and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bcp.outlook.outlook import Outlook, by_urgency
from bcp.recovery.result import FunctionResult, Link
from bcp.report.annual.author import NONE, Author, chapter, shown
from bcp.report.document import Block, Cell, Column, Figure, Paragraph, Row, Section, Table, Tone
from bcp.report.names import called
from bcp.units import DAY, HOUR, WEEK
from bcp.words.recovery import WORDS as RECOVERY

__all__ = ["certainty", "curves", "misses", "results"]

_SCENARIOS = 8
"""Of how many scenarios the misses are told one by one."""
_MISSES = 12
"""Of each: how many functions."""
_ROWS = 60
_LINKS = 4
"""How many links of a chain a sentence names."""
_SHARE = 20
"""A link shorter than this part of the whole is not worth a word."""
_MOMENTS = (3 * HOUR, DAY, 3 * DAY, WEEK)


def curves(author: Author, figure: Figure | None) -> list[Block]:
    """Return how much is back when, now and with the planned measures."""
    held = author.dossier.outlooks
    if not held or not author.dossier.inventory.functions:
        return []
    first = held[0]
    values = {
        "scenario": author.scene(first),
        "day": _percent(first, DAY),
        "three": _percent(first, 3 * DAY),
    }
    lead = author.tell("curve-lead", **values)
    later = author.later(first)
    if later is not None:
        after = author.tell("curve-later", day=_percent(later, DAY), three=_percent(later, 3 * DAY))
        lead = author.sentences(lead, after)
    return [*((figure,) if figure else ()), Paragraph(lead), *_shares(author)]


def _percent(outlook: Outlook, moment: int) -> str:
    return f"{round(100 * outlook.curve.at(moment))}%"


def _shares(author: Author) -> list[Block]:
    """Return the share of all functions that is there at some moments, by scenario."""
    moments = [
        moment for moment in _MOMENTS if any(moment <= o.horizon for o in author.dossier.outlooks)
    ]
    now, then = author.tell("now"), author.tell("then")
    columns = [Column(author.tell("col-scenario"), share=3.0)]
    for moment in moments:
        group = author.tell("after-time", time=author.span(moment))
        columns.append(Column(now, "right", group=group))
        if author.dossier.after:
            columns.append(Column(then, "right", group=group))
    rows = [_share_row(author, outlook, moments) for outlook in author.dossier.outlooks[:_ROWS]]
    return [Table(author.tell("cap-shares"), tuple(columns), tuple(rows))]


def _share_row(author: Author, outlook: Outlook, moments: Sequence[int]) -> Row:
    cells: list[Cell | str] = [author.scene(outlook)]
    later = author.later(outlook)
    for moment in moments:
        cells.append(_percent(outlook, moment))
        if author.dossier.after:
            cells.append(NONE if later is None else _percent(later, moment))
    return tuple(cells)


def results(author: Author) -> list[Block]:
    """Return what each scenario comes to, in figures."""
    held = author.dossier.outlooks
    if not held or not author.dossier.inventory.functions:
        return []
    columns = [
        ("scenario", 3.0),
        ("#damaged", 0.9),
        ("#stopped", 0.9),
        ("#missed", 0.9),
        ("#mtpd-missed", 0.9),
        ("#loss", 1.1),
    ]
    if author.dossier.after:
        columns += [("#missed-then", 0.9), ("#loss-then", 1.1)]
    rows = (_result_row(author, outlook) for outlook in held)
    table = author.table("cap-results", columns, rows, _ROWS)
    return [*table, Paragraph(author.tell("loss-note"), "note")]


def _result_row(author: Author, outlook: Outlook) -> Row:
    missed = len(outlook.missed)
    beyond = sum(held.mtpd_met is False for held in outlook.functions.values())
    row: list[Cell | str] = [
        author.scene(outlook),
        str(outlook.damaged),
        str(len(outlook.stopped)),
        Cell(str(missed), tone="bad" if missed else "good"),
        Cell(str(beyond), tone="bad" if beyond else "none"),
        shown(float(outlook.loss)),
    ]
    if author.dossier.after:
        later = author.later(outlook)
        row += [NONE, NONE] if later is None else [str(len(later.missed)), shown(float(later.loss))]
    return tuple(row)


# --- what is too late, and why ------------------------------------------------------------------


def misses(author: Author) -> Iterator[Section | None]:
    """Return what misses its target in the first scenarios, and why."""
    if author.is_public:
        return
    late = [outlook for outlook in author.dossier.outlooks if outlook.missed]
    if not late:
        return
    sections = (_missed(author, outlook) for outlook in late[:_SCENARIOS])
    blocks = [Paragraph(author.tell("misses-lead"))]
    if len(late) > _SCENARIOS:
        blocks.append(Paragraph(author.tell("misses-more", number=len(late) - _SCENARIOS), "note"))
    yield chapter(author.tell("ch-misses"), "misses", blocks, sections, is_wide=True)


def _missed(author: Author, outlook: Outlook) -> Section | None:
    worst = set(outlook.missed[:_MISSES])
    rows = [
        _missed_row(author, outlook, id_)
        for id_ in by_urgency(author.dossier.inventory, outlook.missed)
        if id_ in worst
    ]
    columns = (("function", 2.2), ("class", 0.6), ("#rto", 1.0), ("#downtime", 1.2), ("why", 5.0))
    blocks = author.table("cap-missed", columns, rows, _MISSES)
    if len(outlook.missed) > _MISSES:
        more = author.tell("missed-more", number=len(outlook.missed) - _MISSES)
        blocks.append(Paragraph(more, "note"))
    return chapter(author.scene(outlook), f"missed-{outlook.head.id}", blocks)


def _missed_row(author: Author, outlook: Outlook, id_: str) -> Row:
    held = outlook.functions[id_]
    function = next(one for one in author.dossier.inventory.functions if one.id == id_)
    tone: Tone = "bad" if held.mtpd_met is False or held.restored is None else "warn"
    return (
        author.name(id_),
        function.rank or NONE,
        author.span(held.rto),
        Cell(_downtime(author, held), tone=tone),
        _why(author, held),
    )


def _downtime(author: Author, held: FunctionResult) -> str:
    return author.tell("not-back") if held.restored is None else author.span(held.downtime)


def _why(author: Author, held: FunctionResult) -> str:
    """Return the critical chain as a sentence: its longest links, in the order of time."""
    if not held.chain:
        causes = author.list(held.causes, 3)
        return author.tell("because-of", causes=causes) if causes else NONE
    whole = held.chain[-1].end - held.chain[0].start
    longest = sorted(held.chain, key=lambda link: link.start - link.end)[:_LINKS]
    kept = [
        link for link in held.chain if link in longest and (link.end - link.start) * _SHARE >= whole
    ]
    return author.tell("arrow").join(_link(author, link) for link in kept)


def _link(author: Author, link: Link) -> str:
    component = link.id.partition("/")[0]
    return author.tell(
        "link-task" if link.what == "task" else "link",
        component=author.name(component),
        why=author.render(RECOVERY, link.why),
        length=author.span(link.end - link.start),
    )


# --- how sure we are ----------------------------------------------------------------------------


def certainty(author: Author) -> list[Block]:
    """Return what chance said, where `bcp risk` was asked."""
    names = {
        outlook.head.id: called(outlook.head, author.lang) for outlook in author.dossier.outlooks
    }
    known = {id_: risk for id_, risk in author.dossier.risks.items() if id_ in names}
    if not known:
        return []
    rows = [
        (
            names[id_],
            author.name(function),
            f"{round(100 * chance.p_rto_met)}%",
            author.span(round(chance.downtime.p50)),
            author.span(round(chance.downtime.p90)),
        )
        for id_, risk in known.items()
        for function, chance in sorted(risk.functions.items(), key=lambda pair: pair[1].p_rto_met)
        if chance.p_down
    ]
    runs = max(risk.runs for risk in known.values())
    columns = (("scenario", 2.6), ("function", 2.6), ("#chance", 1.0), ("#p50", 1.0), ("#p90", 1.0))
    table = author.table("cap-certainty", columns, rows, _ROWS)
    return [Paragraph(author.tell("certainty-lead", runs=f"{runs:,}")), *table]
