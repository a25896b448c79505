"""Scenarios for any inventory: finding them, setting their parameters, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Table
from bcp.words.catalogue import catalogue

WORDS: Table = catalogue("cli_library")

KINDS: Mapping[str, str] = {
    "blackout": "停電",
    "cloud": "クラウド",
    "compound": "複合災害",
    "cyber": "サイバー",
    "earthquake": "地震",
    "facility": "設備故障",
    "failure": "機器故障 障害",
    "fire": "火災",
    "flood": "水害 浸水",
    "human": "人為 要員",
    "network": "通信障害",
    "pandemic": "感染症",
    "ransomware": "ランサムウェア",
    "snow": "大雪",
    "storage": "ストレージ 障害",
    "storm": "風水害 台風",
    "tsunami": "津波",
    "volcano": "火山 噴火",
}
"""By which Japanese words scenarios of a kind are found as well."""

FAULTS: Table = catalogue("cli_library", "faults")
