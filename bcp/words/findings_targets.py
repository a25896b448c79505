"""Findings about targets and backups: what is wrong, and what to do."""

from __future__ import annotations

from bcp.words import Entry, Table

WHAT: Table = {
    "target-impossible": {
        "ja": "「{function}」の目標復旧時間は、すべて被災すると守れない。{ids}は直ちに着手しても"
        "{late}遅れる（ほか{others}件）。",
        "en": "The RTO of {function} cannot be met if everything is hit: {ids}, even begun at "
        "once, is {late} too late (and {others} more).",
    },
    "target-impossible-one": {
        "ja": "「{function}」の目標復旧時間は、すべて被災すると守れない。{ids}は直ちに着手しても"
        "{late}遅れる。",
        "en": "The RTO of {function} cannot be met if everything is hit: {ids}, even begun at "
        "once, is {late} too late.",
    },
    "target-later-below": {
        "ja": "「{ids}」（目標{rto}）は、目標がより遅い「{other}」（{other_rto}）を必要とする。",
        "en": "{ids} (RTO {rto}) needs {other}, whose RTO is later ({other_rto}).",
    },
    "disaster-rto-beyond-mtpd": {
        "ja": "「{ids}」の災害時の目標復旧時間（{rto}）が最大許容停止時間（{mtpd}）を超える。",
        "en": "{ids}: the disaster RTO ({rto}) lies beyond the MTPD ({mtpd}).",
    },
    "target-below-startup": {
        "ja": "「{ids}」の目標復旧時間（{rto}）は、全停止の後では何も壊れていなくても守れない。"
        "順に起動するだけで{start}かかる。",
        "en": "{ids}: after everything was off, the RTO ({rto}) cannot be met though nothing is "
        "broken: starting up alone takes {start}.",
    },
    "rank-crowded": {
        "ja": "順位を付けた{of}業務のうち{number}業務が最上位の「{rank}」で、優先順位にならない: "
        "{names}。",
        "en": "{number} of {of} functions are of the first rank, {rank}, which then puts nothing "
        "first: {names}.",
    },
    "no-backup": {
        "ja": "{ids}: バックアップがない。",
        "en": "{ids}: no backup.",
    },
    "backup-same-place": {
        "ja": "{ids}: バックアップ（{at}）がすべてデータと同じ場所（{place}）にあり、"
        "同時に被災するおそれがある。",
        "en": "{ids}: every backup ({at}) stands in the same place as the data ({place}) and may "
        "be lost with it.",
    },
    "backup-online-only": {
        "ja": "{ids}: バックアップ（{at}）がすべてオンラインで、ランサムウェアにより同時に失う"
        "おそれがある。",
        "en": "{ids}: every backup ({at}) is online; ransomware may take them with the data.",
    },
    "backup-too-rare": {
        "ja": "{ids}: バックアップの間隔（{every}）が「{function}」の目標復旧時点（{rpo}）より長い。",
        "en": "{ids}: the time between backups ({every}) is longer than the RPO of {function} "
        "({rpo}).",
    },
    "backup-untested": {
        "ja": "{ids}: どのバックアップからも、復元を試した記録がない。",
        "en": "{ids}: no record of a test restoration from any of its backups.",
    },
    "backup-test-old": {
        "ja": "{ids}: 最後に復元を試したのは{on}で、{ago}前である。",
        "en": "{ids}: the last test restoration was on {on}, {ago} ago.",
    },
    "backup-circular": {
        "ja": "{ids}: バックアップ（{at}）を使うには、失われたそのデータが先に要る。",
        "en": "{ids}: to use its backup ({at}), the very data that was lost is needed first.",
    },
}
"""What is wrong."""

_RELAX: Entry = {
    "ja": "目標を見直すか、手順を短くするか、予備を置く。",
    "en": "Relax the target, shorten the procedure or add a spare.",
}

REMEDY: Table = {
    "target-impossible": _RELAX,
    "target-impossible-one": _RELAX,
    "target-later-below": {
        "ja": "後者の目標を早めるか、前者を見直す。",
        "en": "Bring the latter forward or relax the former.",
    },
    "disaster-rto-beyond-mtpd": {
        "ja": "災害時の mtpd を定めるか、目標を見直す。",
        "en": "Give a disaster mtpd or a shorter target.",
    },
    "target-below-startup": {
        "ja": "経路上の起動（startup）を短くするか、電源が切れない備えを置くか、目標を見直す。",
        "en": "Shorten the start-ups on the way, keep them powered, or relax the target.",
    },
    "rank-crowded": {
        "ja": "止められない時間の長さで比べ直し、順位を分ける。",
        "en": "Compare by how long each can be missed, and spread the ranks.",
    },
    "no-backup": {
        "ja": "backups を定める。",
        "en": "Give it backups.",
    },
    "backup-same-place": {
        "ja": "離れた場所に複製を置く。",
        "en": "Keep a copy elsewhere.",
    },
    "backup-online-only": {
        "ja": "オフラインの複製を置く。",
        "en": "Keep an offline copy.",
    },
    "backup-too-rare": {
        "ja": "間隔を目標復旧時点以下に縮めるか、失ってよいデータの量を業務と決め直す。",
        "en": "Back up at least as often as the RPO, or agree anew how much may be lost.",
    },
    "backup-untested": {
        "ja": "訓練で復元を試し、日付を tested に書く。",
        "en": "Restore it once as a drill, and write the date as `tested`.",
    },
    "backup-test-old": {
        "ja": "次の訓練で復元を試し、tested を改める。",
        "en": "Restore it in the next drill, and renew `tested`.",
    },
    "backup-circular": {
        "ja": "そのデータなしで読み出せる複製を、別に置く。",
        "en": "Keep a copy that can be read without that data.",
    },
}
"""What to do about it."""
