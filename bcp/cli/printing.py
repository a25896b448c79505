"""JSON on standard output, and messages beside it on standard error."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import click


def print_json(document: dict[str, Any]) -> None:
    """Write one JSON document and nothing else, in UTF-8 whatever the terminal speaks."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    click.echo(json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False))


def tell(text: str) -> None:
    """Say something that is no result."""
    click.echo(text, err=True)
