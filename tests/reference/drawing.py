"""Chance and YAML text, as the random cases use them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, TypeVar

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

T = TypeVar("T")
Draw = random.Random


class PlainDumper(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """Write every scalar bare, as a person would."""

    def __init__(self, stream: Any, **options: Any) -> None:
        """Take the options `yaml.dump` passes, and keep only the ones in use."""
        Emitter.__init__(self, stream, allow_unicode=True, width=1000)
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, sort_keys=False)
        BaseResolver.__init__(self)

    def ignore_aliases(self, data: Any) -> bool:
        """Write shared values out each time."""
        return True


def dump(tree: Any) -> str:
    """Return the YAML text of a tree of mappings, lists and text."""
    return str(yaml.dump(tree, Dumper=PlainDumper))


def chance(rng: Draw, p: float) -> bool:
    """Return true with probability `p`."""
    return rng.random() < p


def some(rng: Draw, items: Sequence[T], at_most: int) -> list[T]:
    """Return one to `at_most` of the items, none twice."""
    return rng.sample(list(items), rng.randint(1, min(at_most, len(items))))
