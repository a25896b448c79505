"""The figures of the page as JSON, for whoever reads on with a program."""

from __future__ import annotations

from typing import Any

from bcp.outlook.outlook import Outlook
from bcp.report.conditions import conditions_json
from bcp.report.dossier import Dossier
from bcp.report.json import rounded
from bcp.report.page.content import Content
from bcp.words import Lang

__all__ = ["figures_json"]

Json = dict[str, Any]


def figures_json(content: Content, dossier: Dossier, lang: Lang) -> Json:
    """Return what ``bcp report --json`` prints."""
    tally, planned = content.tally, content.remedies.planned
    return {
        "inventory": dossier.inventory.organisation.id,
        "digest": dossier.digest,
        "version": dossier.version,
        "date": content.date or None,
        "headline": [
            text.in_(lang)
            for text in (content.headline.sentence, content.headline.worst, content.headline.change)
            if text
        ],
        "scenarios": tally.scenarios,
        "scenarios_failing": tally.failing,
        "functions": tally.functions,
        "functions_missing_rto": [*tally.missed],
        "functions_missing_mtpd": [*tally.beyond],
        "functions_missing_rpo": [*tally.losing],
        "misses": tally.pairs,
        "loss": rounded(tally.loss),
        "worst_scenario": None if tally.worst is None else tally.worst.head.id,
        "planned": None
        if planned is None
        else {"misses": planned.pairs[1], "loss": rounded(planned.loss[1])},
        "by_scenario": [_scenario(one) for one in dossier.outlooks],
        "measures": [
            {
                "id": row.id,
                "loss_avoided": rounded(row.avoided),
                "functions_gained": row.gained,
                "functions_spoilt": row.spoilt,
            }
            for row in content.remedies.rows
        ],
        "barely_met": content.sureness.barely_met,
        "barely_missed": content.sureness.barely_missed,
    }


def _scenario(outlook: Outlook) -> Json:
    return {
        "id": outlook.head.id,
        "strategy": outlook.strategy,
        "loss": rounded(outlook.loss),
        "missed": [*outlook.missed],
        "digest": outlook.digest,
        **conditions_json(outlook),
    }
