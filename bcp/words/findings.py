"""The findings of a simulation and of a check: what is wrong, and what would be right."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "deadlock": {
        "ja": "相互に起動を待つため復旧できない（コールドスタート・デッドロック）: {ids}。"
        "いずれかを単独で起動できるようにする。",
        "en": "Each waits for the other to start, so none ever will (cold-start deadlock): {ids}. "
        "Make one of them able to start alone.",
    },
    "no-procedure": {
        "ja": "復旧手順が定められていないため復旧しない: {ids}。procedure を定める。",
        "en": "Damaged without a procedure, so it never comes back: {ids}. Give it a procedure.",
    },
    "never-enough-people": {
        "ja": "{ids}の作業「{task}」は{team}が{number}人必要だが、最大{most}人しか参集しないため"
        "着手できない。",
        "en": "The task {task} of {ids} needs {number} of {team}, but never more than {most} are "
        "on hand.",
    },
    "task-lacks": {
        "ja": "{ids}の作業「{task}」は{missing}が使えないため、期間内に着手できなかった。",
        "en": "The task {task} of {ids} did not start within the horizon: {missing} was missing.",
    },
    "task-not-started": {
        "ja": "{ids}の作業「{task}」は期間内に着手できなかった。",
        "en": "The task {task} of {ids} did not start within the horizon.",
    },
    "data-lost": {
        "ja": "{ids}は使えるバックアップがなく、データを失う。"
        "同時に被災しない場所に、オフラインの複製を置く。",
        "en": "{ids} has no usable backup left: the data is lost. Keep an offline copy where the "
        "same event does not reach it.",
    },
    "target-impossible": {
        "ja": "「{function}」の目標復旧時間は、すべて被災すると守れない。{ids}は直ちに着手しても"
        "{late}遅れる（ほか{others}件）。目標を見直すか、手順を短くするか、予備を置く。",
        "en": "The RTO of {function} cannot be met if everything is hit: {ids}, even begun at "
        "once, is {late} too late (and {others} more). Relax the target, shorten the procedure or "
        "add a spare.",
    },
    "target-impossible-one": {
        "ja": "「{function}」の目標復旧時間は、すべて被災すると守れない。{ids}は直ちに着手しても"
        "{late}遅れる。目標を見直すか、手順を短くするか、予備を置く。",
        "en": "The RTO of {function} cannot be met if everything is hit: {ids}, even begun at "
        "once, is {late} too late. Relax the target, shorten the procedure or add a spare.",
    },
    "target-later-below": {
        "ja": "「{ids}」（目標{rto}）は、目標がより遅い「{other}」（{other_rto}）を必要とする。"
        "後者の目標を早めるか、前者を見直す。",
        "en": "{ids} (RTO {rto}) needs {other}, whose RTO is later ({other_rto}). Bring the latter "
        "forward or relax the former.",
    },
    "disaster-rto-beyond-mtpd": {
        "ja": "「{ids}」の災害時の目標復旧時間（{rto}）が最大許容停止時間（{mtpd}）を超える。"
        "災害時の mtpd を定めるか、目標を見直す。",
        "en": "{ids}: the disaster RTO ({rto}) lies beyond the MTPD ({mtpd}). Give a disaster mtpd "
        "or a shorter target.",
    },
    "cold-start": {
        "ja": "すべて停止した後は相互に起動を待ち、再起動できない: {ids}。"
        "いずれかを単独で起動できるようにする。",
        "en": "Once all are down, each waits for the other to start: {ids}. Make one of them able "
        "to start alone.",
    },
    "repair-deadlock": {
        "ja": "すべて被災すると相互に復旧を待ち、復旧できない: {ids}。"
        "復旧手順（requires）を見直すか、別の手順を用意する。",
        "en": "If all are damaged, the recovery of each waits for the other: {ids}. Change what "
        "their procedures require, or add another procedure.",
    },
    "no-backup": {
        "ja": "{ids}: バックアップがない。backups を定める。",
        "en": "{ids}: no backup. Give it backups.",
    },
    "backup-same-place": {
        "ja": "{ids}: バックアップ（{at}）がすべてデータと同じ場所にあり、同時に被災するおそれがある。"
        "離れた場所に複製を置く。",
        "en": "{ids}: every backup ({at}) stands in the same place as the data and may be lost "
        "with it. Keep a copy elsewhere.",
    },
    "backup-online-only": {
        "ja": "{ids}: バックアップがすべてオンラインで、ランサムウェアにより同時に失うおそれがある。"
        "オフラインの複製を置く。",
        "en": "{ids}: every backup is online; ransomware may take them with the data. Keep an "
        "offline copy.",
    },
    "backup-too-rare": {
        "ja": "{ids}: バックアップの間隔（{every}）が「{function}」の目標復旧時点（{rpo}）より長い。",
        "en": "{ids}: the time between backups ({every}) is longer than the RPO of {function} "
        "({rpo}).",
    },
    "crew-too-large": {
        "ja": "{ids}の作業「{task}」は{team}が{number}人必要だが、{size}人しかいない。",
        "en": "The task {task} of {ids} needs {number} of {team}, who are only {size}.",
    },
    "staff-too-few": {
        "ja": "「{ids}」は{team}が{number}人必要だが、{size}人しかいない。",
        "en": "{ids} needs {number} of {team}, who are only {size}.",
    },
    "vendor-staff": {
        "ja": "「{ids}」を担う{team}は事業者のため、被害発生（連絡）後に参集するまで誰もいないとみなす。"
        "常駐であれば assembly を外す。",
        "en": "{ids} is staffed by {team}, a vendor: nobody is on hand until the call. If they are "
        "always there, leave out their assembly.",
    },
    "reserve-falls-too": {
        "ja": "{ids}: 予備の{held_by}は、補うはずの{bridged}と同時に停止する。",
        "en": "{ids}: {held_by}, which should bridge the loss of {bridged}, goes down with it.",
    },
    "false-redundancy": {
        "ja": "{ids}: 冗長化した{providers}は、いずれも{shared}に依存し同時に停止する。",
        "en": "{ids}: the alternatives {providers} all stop with {shared}.",
    },
    "place-without-effect": {
        "ja": "「{scenario}」は{ids}を被災させるが、中にある{inside}など{number}件は影響を受けない。"
        "requires に場所を加えるか、想定で中のものも選ぶ。",
        "en": "{scenario} strikes {ids}, but {number} things in it go on ({inside} …). Let them "
        "require the place, or select them too.",
    },
    "damaged-without-procedure": {
        "ja": "「{scenario}」で被災する{ids}に復旧手順がない。procedure を定める。",
        "en": "{scenario} damages {ids}, which has no procedure. Give it one.",
    },
    "single-point": {
        "ja": "{ids}が停止すると{number}業務が停止する（{functions}ほか）。",
        "en": "If {ids} fails, {number} functions stop ({functions} …).",
    },
    "needs-nothing": {
        "ja": "「{ids}」は何も必要としないため、どの想定でも停止しない。requires を定める。",
        "en": "{ids} needs nothing, so nothing ever stops it. Give it requires.",
    },
    "levels-unread": {
        "ja": "{ids}の levels は業務（functions）以外では使われない。",
        "en": "The levels of {ids} are read for functions only.",
    },
    "inject-after-end": {
        "ja": "{ids}: 予定（{at}後）が訓練の終わり（{end}後）より遅く、時間どおりには出ない。"
        "時点、訓練の長さ（length）、時計の速さ（speed）のいずれかを見直す。",
        "en": "{ids} is planned for {at} after the incident, but the drill ends at {end}. Change its "
        "time, the length of the drill or the speed of the clock.",
    },
}
