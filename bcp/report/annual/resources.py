"""Chapters 5, 6 and 7: what is needed, what is weak, and what is done when it happens."""

from __future__ import annotations

from bcp.outlook.effects import countermeasures
from bcp.report.annual.author import Author, chapter, shown
from bcp.report.annual.cover import facts_of
from bcp.report.document import Block, Paragraph, Section
from bcp.report.forms import role_cards
from bcp.report.names import called

__all__ = ["resources", "response", "weaknesses"]


def resources(author: Author) -> Section | None:
    """Return chapter 5: what recovery needs, and from whom."""
    forms = (author.form(18), author.form(2))
    if not any(forms):
        return None
    inventory = author.dossier.inventory
    values = {
        "teams": sum(not team.vendor for team in inventory.teams),
        "people": sum(team.size for team in inventory.teams if not team.vendor),
        "vendors": sum(team.vendor for team in inventory.teams),
        "contracts": len(inventory.contracts),
    }
    lead = Paragraph(author.tell("resources-lead", **values))
    return chapter(author.tell("ch-resources"), "resources", [lead], forms)


# --- chapter 6 ----------------------------------------------------------------------------------


def weaknesses(author: Author) -> Section | None:
    """Return chapter 6: what is weak, and what is done about it."""
    if author.is_public:
        return None
    return chapter(
        author.tell("ch-weaknesses"),
        "weaknesses",
        _lead(author),
        (
            author.form(6),
            chapter(author.tell("ch-effects"), "effects", _effects(author)),
            author.form(7),
        ),
    )


def _lead(author: Author) -> list[Block]:
    found, measures = author.dossier.findings, countermeasures(author.dossier.inventory.measures)
    if not found and not measures:
        return []
    values = {
        "found": len(found),
        "serious": sum(one.severity == "serious" for one in found),
        "measures": len(measures),
        "done": sum(one.status == "done" for one in measures),
        "planned": sum(one.status in {"planned", "doing"} for one in measures),
    }
    return [Paragraph(author.tell("weaknesses-lead", **values))]


def _effects(author: Author) -> list[Block]:
    """Return which measure does most by itself, and what each costs."""
    effects = [one for one in author.dossier.effects if one.avoided > 0]
    if not effects:
        return []
    best = max(effects, key=lambda one: one.avoided)
    held = {one.id: one for one in author.dossier.inventory.measures}.get(best.measure)
    gained = {id_ for ids in best.gained.values() for id_ in ids}
    lead = author.tell(
        "effects-lead",
        measure=called(held, author.lang) if held else best.measure,
        avoided=shown(float(best.avoided)),
        gained=len(gained),
    )
    figure = author.figures.get("benefit")
    note = Paragraph(author.tell("effects-note"), "note")
    return [*((figure,) if figure else ()), Paragraph(lead), note]


# --- chapter 7 ----------------------------------------------------------------------------------


def response(author: Author) -> Section | None:
    """Return chapter 7: when the plan applies, and what is done in which order."""
    plan = facts_of(author)
    starts, ends = author.tell("ch-activation"), author.tell("ch-deactivation")
    return chapter(
        author.tell("ch-response"),
        "response",
        sections=(
            chapter(
                starts,
                "activation",
                author.draft(plan.activation, "activation", starts, "plan: activation"),
            ),
            chapter(
                ends,
                "deactivation",
                author.draft(plan.deactivation, "deactivation", ends, "plan: deactivation"),
            ),
            author.form(10),
            None if author.is_public else role_cards(author),
            author.form(11),
        ),
    )
