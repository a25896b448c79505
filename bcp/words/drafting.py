"""What a drafted drill says: the texts of its injects, objectives and participants."""

from __future__ import annotations

from bcp.words import Table
from bcp.words.catalogue import catalogue, joined

WORDS: Table = joined(
    {
        f"opening-{kind}-expected": {
            "ja": "責任者を決め、調査・復旧・連絡・記録の役割を割り当てる。分かっていることと分からないことを書き出し、最初の判断をする。",
            "en": "Name who is in charge, share out survey, recovery, contact and record, write down what is known and what is not, and take the first decision.",
        }
        for kind in (
            "earthquake",
            "flood",
            "blackout",
            "ransomware",
            "failure",
            "pandemic",
            "other",
        )
    },
    {
        f"call-{number}-expected": {
            "ja": "時刻と内容を記録し、復旧の見込みか次に連絡する時刻を答える。{workaround}目標は停止から{rto}以内（「{function}」、{department}）。",
            "en": "Write down time and content, and say when it will be back or when to expect news. {workaround} The target is {rto} ({function}, {department}).",
        }
        for number in range(1, 5)
    },
    catalogue("drafting"),
)
