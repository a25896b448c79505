"""Three looks, each readable by people who do not tell red from green: blue, orange, vermilion.

The hues are those of Okabe and Ito. A sign says the same as each colour.
"""

from __future__ import annotations

from textual.theme import Theme

__all__ = ["CURSOR", "THEMES"]

CURSOR = "sheet-cursor"
"""What a theme calls the ground of the line under the cursor."""

THEMES = {
    "dark": Theme(
        name="dark",
        dark=True,
        background="#10151c",
        surface="#151c25",
        panel="#1f2935",
        foreground="#e6ebf0",
        primary="#56b4e9",
        secondary="#93a7bb",
        accent="#f0e442",
        success="#4cc2a0",
        warning="#f2a72e",
        error="#ff7a4d",
        variables={CURSOR: "#1f3a50"},
    ),
    "light": Theme(
        name="light",
        dark=False,
        background="#fbfbf8",
        surface="#ffffff",
        panel="#e6ebf0",
        foreground="#14202b",
        primary="#005a9c",
        secondary="#4c5f70",
        accent="#7a3e9d",
        success="#00664a",
        warning="#8f5300",
        error="#b52a00",
        variables={CURSOR: "#dbe7f2"},
    ),
    "high-contrast": Theme(
        name="high-contrast",
        dark=True,
        background="#000000",
        surface="#000000",
        panel="#202020",
        foreground="#ffffff",
        primary="#ffffff",
        secondary="#d0d0d0",
        accent="#ffff00",
        success="#7fdfff",
        warning="#ffd000",
        error="#ff9f80",
        text_alpha=1.0,
        variables={CURSOR: "#404040"},
    ),
}
"""By name, which is also what ``--theme`` takes."""
