"""What a drill refuses to do, in no language."""

from __future__ import annotations

from bcp.errors import BcpError
from bcp.words import Phrase

__all__ = ["Refused"]


class Refused(BcpError):  # noqa: N818 (an answer, not a fault)
    """A command that cannot be carried out now: a key of ``bcp.words.drill`` and its values."""

    def __init__(self, key: str, **values: object) -> None:
        self.phrase = Phrase(f"refused-{key}", values)
        super().__init__(key)
