"""The two clocks: that of the exercise, which pauses, and that of the scenario, which leaps.

The exercise clock counts milliseconds of running time since the start of the drill. The
scenario's clock counts seconds since the incident; between two anchors it runs evenly.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Anchor"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """From here on the scenario's clock runs at one speed."""

    exercise: int
    """Milliseconds of the exercise clock."""
    scenario: int
    """Seconds of the scenario's clock."""
    speed: int
    """Seconds of the scenario in a second of the exercise."""

    def scenario_at(self, exercise: int) -> int:
        """Return the scenario's clock at a moment of the exercise clock not before the anchor.

        Examples
        --------
        >>> Anchor(1000, 60, 60).scenario_at(2500)
        150
        """
        return self.scenario + max(0, exercise - self.exercise) * self.speed // 1000

    def exercise_at(self, scenario: int) -> int:
        """Return the first moment of the exercise clock at which the scenario's shows this.

        Examples
        --------
        >>> Anchor(1000, 60, 60).exercise_at(150), Anchor(0, 0, 7).exercise_at(1)
        (2500, 143)
        """
        wanted = max(0, scenario - self.scenario) * 1000
        return self.exercise + -(-wanted // self.speed)
