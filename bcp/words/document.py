"""What writers add to a document: labels, and words for what is only a sign."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "contents": {"ja": "目次", "en": "Contents"},
    "table": {"ja": "表{number}", "en": "Table {number}"},
    "figure": {"ja": "図{number}", "en": "Figure {number}"},
    "day": {"ja": "{year}年{month}月{day}日", "en": "{year}-{month:02}-{day:02}"},
    "organisation": {"ja": "団体名", "en": "Organisation"},
    "date": {"ja": "作成日", "en": "Date"},
    "version": {"ja": "版", "en": "Version"},
    "inputs": {"ja": "入力データ", "en": "Inputs"},
    "signed-on": {"ja": "　　年　月　日", "en": "Date:"},
    "cover": {"ja": "表紙", "en": "Cover"},
    "sheet": {"ja": "表", "en": "Sheet"},
    "done": {"ja": "済", "en": "done"},
    "open": {"ja": "未", "en": "open"},
    "page": {"ja": "{number} / {total} ページ", "en": "Page {number} of {total}"},
}
