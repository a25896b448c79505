"""The official forms (様式1 to 18), filled from what the inventory and the results say.

:func:`form` gives one of them, or None if there is nothing at all to list; what is missing then
stands in :attr:`Teller.blanks`. :func:`role_cards`, :func:`checklist` and :func:`six_elements` are
the papers that go with them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bcp.report.document import Section
from bcp.report.forms import (
    cards,
    form_01_systems,
    form_02_vendors,
    form_03_buildings,
    form_04_rooms,
    form_05_power_and_lines,
    form_06_weaknesses,
    form_07_backups,
    form_08_organisation,
    form_09_contacts,
    form_10_actions,
    form_11_damage_check,
    form_12_drills,
    form_13_upkeep,
    form_14_damage,
    form_15_impact,
    form_16_functions,
    form_17_targets,
    form_18_resources,
)
from bcp.report.forms.checklist import checklist, six_elements
from bcp.report.forms.laying import MOST, form_name, tag, title
from bcp.report.forms.teller import Teller

__all__ = [
    "FORMS",
    "MOST",
    "TITLES",
    "checklist",
    "form",
    "form_name",
    "form_tag",
    "form_title",
    "role_cards",
    "six_elements",
]

_BUILDERS: Mapping[int, Callable[[Teller, int], Section | None]] = {
    1: form_01_systems.build,
    2: form_02_vendors.build,
    3: form_03_buildings.build,
    4: form_04_rooms.build,
    5: form_05_power_and_lines.build,
    6: form_06_weaknesses.build,
    7: form_07_backups.build,
    8: form_08_organisation.build,
    9: form_09_contacts.build,
    10: form_10_actions.build,
    11: form_11_damage_check.build,
    12: form_12_drills.build,
    13: form_13_upkeep.build,
    14: form_14_damage.build,
    15: form_15_impact.build,
    16: form_16_functions.build,
    17: form_17_targets.build,
    18: form_18_resources.build,
}
FORMS = tuple(_BUILDERS)
"""The numbers of the forms."""
TITLES = {number: f"title-{number}" for number in FORMS}
"""By number: the key of the title among the words of the forms."""


def form(number: int, teller: Teller, most: int = MOST) -> Section | None:
    """Return an official form; None if there is nothing at all to list in it.

    Parameters
    ----------
    number
        From 1 to 18.
    teller
        What to tell, and in which language; notes what nobody has filled in.
    most
        How many rows a list has before it only counts the rest.

    Raises
    ------
    KeyError
        If there is no form of that number.
    """
    return _BUILDERS[number](teller, most)


def form_title(number: int, teller: Teller) -> str:
    """Return a form's title, as it stands above it."""
    return title(number, teller)


def form_tag(number: int) -> str:
    """Return the id of a form's section, for what leads to it."""
    return tag(number)


def role_cards(teller: Teller) -> Section | None:
    """Return a card a role, each on a page of its own; None without roles for an emergency."""
    return cards.build(teller)
