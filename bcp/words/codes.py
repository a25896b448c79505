"""What each code of a finding stands for, in a sentence that is true of all of its kind.

The keys are the codes in small letters.
"""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "bcp-001": {"ja": "台帳のファイルに誤りがある。", "en": "A file of the inventory is at fault."},
    "bcp-101": {
        "ja": "すべて被災すると、直ちに着手しても目標復旧時間（RTO）を守れない業務がある。",
        "en": "If everything is hit, an RTO cannot be met even if work begins at once.",
    },
    "bcp-102": {
        "ja": "業務が、目標復旧時間のより遅い別の業務を必要とする。",
        "en": "A function needs another one whose RTO is later.",
    },
    "bcp-103": {
        "ja": "災害時の目標復旧時間が最大許容停止時間（MTPD）を超える。",
        "en": "The RTO in a disaster lies beyond the MTPD.",
    },
    "bcp-104": {
        "ja": "全停止の後は、何も壊れていなくても起動だけで目標復旧時間を過ぎる。",
        "en": "After everything was off, starting up alone takes longer than the RTO.",
    },
    "bcp-105": {
        "ja": "ほとんどの業務が最上位の順位にあり、優先順位にならない。",
        "en": "Nearly all functions are of the first rank, which then puts nothing first.",
    },
    "bcp-201": {"ja": "バックアップのないデータがある。", "en": "Data has no backup."},
    "bcp-202": {
        "ja": "バックアップがすべてデータと同じ場所にある。",
        "en": "Every backup stands in the same place as the data.",
    },
    "bcp-203": {
        "ja": "バックアップがすべてオンラインで、データとともに暗号化・破壊されるおそれがある。",
        "en": "Every backup is online, and can be corrupted with the data.",
    },
    "bcp-204": {
        "ja": "バックアップの間隔が目標復旧時点（RPO）より長い。",
        "en": "The time between backups is longer than an RPO.",
    },
    "bcp-205": {
        "ja": "バックアップからの復元を試した記録がない。",
        "en": "There is no record of a test restoration.",
    },
    "bcp-206": {
        "ja": "バックアップからの復元を1年以上試していない。",
        "en": "The last test restoration is more than a year ago.",
    },
    "bcp-207": {
        "ja": "バックアップを使うのに、失われたデータそのものが要る。",
        "en": "To use a backup, the very data that was lost is needed.",
    },
    "bcp-301": {
        "ja": "作業に必要な人数が、班の人数より多い。",
        "en": "A task wants more people than the team has.",
    },
    "bcp-302": {
        "ja": "業務に必要な人数が、班の人数より多い。",
        "en": "A function wants more people than the team has.",
    },
    "bcp-303": {
        "ja": "業務を担うのが、呼ばれて参集する事業者である。",
        "en": "A function is staffed by a vendor who comes on call.",
    },
    "bcp-304": {
        "ja": "1人がいなければ復旧できないものがある。",
        "en": "Something cannot be recovered without one person.",
    },
    "bcp-305": {
        "ja": "一つの事業者が、人数を超える数の場所に同時に呼ばれる。",
        "en": "One vendor is called to more places at once than its people can serve.",
    },
    "bcp-306": {
        "ja": "緊急時の役割に代理がいない。",
        "en": "A part in an emergency has no deputy.",
    },
    "bcp-307": {
        "ja": "1人が緊急時の役割を兼ねる。",
        "en": "One person has to play several parts in an emergency.",
    },
    "bcp-401": {
        "ja": "予備が、補うはずのものと同時に停止する。",
        "en": "A reserve goes down with what it should bridge.",
    },
    "bcp-402": {
        "ja": "予備の持ち時間が、切替えにかかる時間より短い。",
        "en": "A reserve ends before what takes over has started.",
    },
    "bcp-403": {
        "ja": "冗長化したものが、共通の一つに依存して同時に停止する（見かけの冗長化）。",
        "en": "Alternatives all stop with one thing that they share (false redundancy).",
    },
    "bcp-404": {
        "ja": "冗長化したものが、すべて同じ部屋にある。",
        "en": "Alternatives all stand in one room.",
    },
    "bcp-405": {
        "ja": "冗長化した回線が、すべて同じ事業者のものである。",
        "en": "Lines that stand in for each other are run by one carrier.",
    },
    "bcp-501": {
        "ja": "それだけで業務を停止させるものがある（単一障害点）。",
        "en": "One component alone stops functions (single point of failure).",
    },
    "bcp-502": {
        "ja": "二つが同時に故障すると、一方だけなら止まらない業務が停止する。",
        "en": "Two components together stop functions that neither alone stops.",
    },
    "bcp-601": {
        "ja": "全停止の後、相互に起動を待って再起動できない（コールドスタート・デッドロック）。",
        "en": "After everything was off, each waits for the other to start (cold-start deadlock).",
    },
    "bcp-602": {
        "ja": "すべて被災すると、相互に復旧を待って復旧できない。",
        "en": "If all are damaged, the recovery of each waits for the other.",
    },
    "bcp-701": {
        "ja": "被害想定が被災させる場所の中のものが、その場所に依存していない。",
        "en": "A scenario strikes a place on which its contents do not depend.",
    },
    "bcp-702": {
        "ja": "被害想定で被災するものに、復旧手順がない。",
        "en": "A scenario damages what has no procedure.",
    },
    "bcp-703": {"ja": "業務が何も必要としていない。", "en": "A function needs nothing."},
    "bcp-704": {
        "ja": "どの業務からも必要とされていないものがある。",
        "en": "A component is needed by no function.",
    },
    "bcp-705": {
        "ja": "業務以外に書かれた levels は使われない。",
        "en": "Levels are read for functions only.",
    },
    "bcp-801": {
        "ja": "被害想定の計算で、相互に起動を待つものが残った。",
        "en": "In a scenario, some wait for each other for ever.",
    },
    "bcp-802": {
        "ja": "被害想定の計算で、復旧手順のないものが残った。",
        "en": "In a scenario, something damaged has no procedure.",
    },
    "bcp-803": {
        "ja": "被害想定の計算で、人数がそろわず着手できない作業がある。",
        "en": "In a scenario, a task never gets its people together.",
    },
    "bcp-804": {
        "ja": "被害想定の計算で、必要なものがなく着手できない作業がある。",
        "en": "In a scenario, a task lacks what it requires.",
    },
    "bcp-805": {
        "ja": "被害想定の計算で、期間内に着手できない作業がある。",
        "en": "In a scenario, a task does not start within the horizon.",
    },
    "bcp-806": {
        "ja": "被害想定の計算で、使えるバックアップがなくデータを失う。",
        "en": "In a scenario, data is lost for want of a usable backup.",
    },
    "bcp-901": {
        "ja": "訓練の終わりより遅い状況付与がある。",
        "en": "An inject is planned for after the end of the drill.",
    },
    "bcp-911": {
        "ja": "受容した指摘の期限が過ぎている。",
        "en": "The acceptance of a finding has expired.",
    },
    "bcp-912": {
        "ja": "受容した指摘が、もう見つからない。",
        "en": "What was accepted is no longer found.",
    },
}
