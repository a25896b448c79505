"""Sums of money as people type and read them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

import click

from bcp.cli.command import Complaint
from bcp.words import Lang

__all__ = ["money", "read_money"]

_SUM = re.compile(r"(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)\s*(?P<unit>億|百万|万|千|[kmb])?")
_UNITS = {
    "": 1,
    "千": 10**3,
    "k": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "m": 10**6,
    "億": 10**8,
    "b": 10**9,
}
_MOST = 10**18


def money(amount: int, lang: Lang) -> str:
    """Return a sum as it is written in a table.

    Examples
    --------
    >>> money(20_000_000, "ja"), money(-1_500, "en")
    ('20,000,000円', '-¥1,500')
    """
    if lang == "ja":
        return f"{amount:,}円"
    return f"{'-' if amount < 0 else ''}¥{abs(amount):,}"


def amount_of(text: str) -> int | None:
    """Return a sum in yen as somebody typed it; ``None`` if it is none.

    Examples
    --------
    >>> amount_of("20,000,000"), amount_of("２０００万円"), amount_of("1.5億"), amount_of("20M")
    (20000000, 20000000, 150000000, 20000000)
    >>> amount_of("-5"), amount_of("lots")
    (None, None)
    """
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    plain = plain.removeprefix("¥").removesuffix("円").removesuffix("yen").strip()
    match = _SUM.fullmatch(plain)
    if match is None:
        return None
    amount = Decimal(match["number"].replace(",", "")) * _UNITS[match["unit"] or ""]
    return int(amount) if amount <= _MOST else None


def read_money(context: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Read the sum that an option was given, or complain of it."""
    if value is None:
        return None
    amount = amount_of(value)
    if amount is None:
        raise Complaint("bad-money", context, name=param.opts[0], value=value)
    return amount
