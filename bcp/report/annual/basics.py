"""Chapter 1: what the plan is for, what it is about, and in which words."""

from __future__ import annotations

from bcp.report.annual.author import NONE, Author, chapter
from bcp.report.annual.cover import facts_of
from bcp.report.document import Block, Bullets, Column, KeyValues, Paragraph, Section, Table
from bcp.report.names import called, department_of

__all__ = ["basics"]

_MOST = 40
"""Of names in a row: beyond that they are counted."""
_TERMS = (
    "function",
    "rto",
    "mtpd",
    "rpo",
    "scenario",
    "priority",
    "curve",
    "loss",
    "workaround",
)


def basics(author: Author) -> Section | None:
    """Return the chapter."""
    plan = facts_of(author)
    purpose = author.draft(plan.purpose, "purpose", author.tell("ch-purpose"), "plan: purpose")
    policy = author.draft(plan.policy, "policy", author.tell("ch-policy"), "plan: policy")
    return chapter(
        author.tell("ch-basics"),
        "basics",
        sections=(
            chapter(author.tell("ch-purpose"), "purpose", purpose),
            chapter(author.tell("ch-policy"), "policy", policy),
            chapter(author.tell("ch-scope"), "scope", _scope(author)),
            chapter(author.tell("ch-related"), "related", _related(author)),
            chapter(author.tell("ch-terms"), "terms", _terms(author)),
        ),
    )


def _scope(author: Author) -> list[Block]:
    inventory, plan = author.dossier.inventory, facts_of(author)
    systems = [item.id for item in inventory.components if item.kind == "service"]
    sites = [item.id for item in inventory.components if item.kind == "site"]
    departments = dict.fromkeys(department_of(one, author.lang) for one in inventory.functions)
    departments.pop("", None)
    rows = [
        ("scope-functions", len(inventory.functions), ""),
        ("scope-systems", len(systems), author.list(systems, _MOST)),
        ("scope-sites", len(sites), author.list(sites, _MOST)),
        ("scope-departments", len(departments), author.list(departments, _MOST)),
        ("scope-components", len(inventory.components), ""),
    ]
    pairs = tuple(
        (author.tell(key), author.tell("listed" if names else "count", number=number, names=names))
        for key, number, names in rows
        if number
    )
    lead = author.tell("scope-lead", organisation=called(inventory.organisation, author.lang))
    blocks: list[Block] = [Paragraph(lead)]
    if pairs:
        blocks.append(KeyValues(pairs, author.tell("cap-scope")))
    return [*blocks, *map(Paragraph, plan.scope)]


def _related(author: Author) -> list[Block]:
    plan = facts_of(author)
    if not plan.related:
        author.note(author.tell("ch-related"), author.tell("cap-related"), "plan: related")
    kept = () if author.is_public else (("kept", 1.6),)
    rows = (
        (one.name, one.relation or NONE, *((one.kept or NONE,) if kept else ()))
        for one in plan.related
    )
    table = author.table("cap-related", (("paper", 2.0), ("relation", 3.0), *kept), rows, _MOST)
    parts = ["parts-plan", "parts-forms", "parts-drills"]
    if not author.is_public:
        parts.append("parts-files")
    bullets = Bullets(tuple(author.tell(key) for key in parts))
    return [*table, Paragraph(author.tell("parts-lead")), bullets]


def _terms(author: Author) -> list[Block]:
    columns = (
        Column(author.tell("col-term"), share=1.4),
        Column(author.tell("col-meaning"), share=4),
    )
    rows = tuple((author.tell(f"term-{key}"), author.tell(f"means-{key}")) for key in _TERMS)
    return [Table(author.tell("cap-terms"), columns, rows)]
