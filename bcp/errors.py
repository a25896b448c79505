"""What can go wrong outside the model: a class for each place, each keeping its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, order=True)
class Fault:
    """One fault of an input file, with the place where a person can mend it."""

    file: str
    """The file as the user would name it; empty if no single file is at fault."""
    line: int
    """Counted from 1; 0 if the whole file is meant."""
    where: str
    """The path inside the file in the user's words, such as ``components[3].rto``."""
    key: str
    """Which text of ``bcp.words.faults`` says what is wrong and what would be right."""
    values: Mapping[str, object] = field(default_factory=dict, compare=False)
    """What that text names."""


class BcpError(Exception):
    """The base of every error that a person can do something about."""


class InputError(BcpError):
    """Files are at fault: every fault of all of them at once."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__(f"{len(self.faults)} faults")


class UsageError(BcpError):
    """What was asked for cannot be: a key of ``bcp.words.faults`` and its values."""

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = key, values
        super().__init__(key)


class Unavailable(BcpError):  # noqa: N818 (it says what is the matter)
    """Something outside is not there or cannot do it: a key of ``bcp.words.cli``, and its values."""

    def __init__(self, key: str, values: Mapping[str, object]) -> None:
        self.key, self.values = key, values
        super().__init__(key, values)  # both, so that it survives the way between processes
