"""Findings about people, reserves, redundancy and failures: what is wrong, and what to do."""

from __future__ import annotations

from bcp.words import Entry, Table

WHAT: Table = {
    "crew-too-large": {
        "ja": "{ids}の作業「{task}」は{team}が{number}人必要だが、{size}人しかいない。",
        "en": "The task {task} of {ids} needs {number} of {team}, who are only {size}.",
    },
    "staff-too-few": {
        "ja": "「{ids}」は{team}が{number}人必要だが、{size}人しかいない。",
        "en": "{ids} needs {number} of {team}, who are only {size}.",
    },
    "vendor-staff": {
        "ja": "「{ids}」を担う{team}は事業者のため、被害発生（連絡）後に参集するまで誰もいないとみなす。",
        "en": "{ids} is staffed by {team}, a vendor: nobody is on hand until the call.",
    },
    "one-person": {
        "ja": "{ids}は1人だけで、その人がいなければ次が復旧できない: {components}。",
        "en": "{ids} is one person, without whom these are never recovered: {components}.",
    },
    "one-vendor-person": {
        "ja": "{ids}から来るのは1人だけで、その人がいなければ次が復旧できない: {components}。",
        "en": "{ids} sends one person, without whom these are never recovered: {components}.",
    },
    "vendor-at-once": {
        "ja": "「{scenario}」では{ids}（{size}人）が{number}か所に同時に呼ばれ、延べ{wanted}人が要る: "
        "{components}。",
        "en": "In {scenario}, {ids} ({size} people) are called to {number} places at once, which "
        "want {wanted}: {components}.",
    },
    "vendor-at-once-all": {
        "ja": "すべて被災すると、{ids}（{size}人）が{number}か所に同時に呼ばれ、延べ{wanted}人が要る: "
        "{components}。",
        "en": "If everything is hit, {ids} ({size} people) are called to {number} places at once, "
        "which want {wanted}: {components}.",
    },
    "role-no-deputy": {
        "ja": "緊急時の役割「{ids}」を担うのは{person}だけで、代理がいない。",
        "en": "Only {person} can be {ids} in an emergency: there is no deputy.",
    },
    "roles-of-one": {
        "ja": "{ids}が緊急時の役割を{number}つ兼ねる: {roles}。",
        "en": "{ids} has to play {number} parts in an emergency: {roles}.",
    },
    "reserve-falls-too": {
        "ja": "{ids}: 予備の{held_by}は、補うはずの{bridged}と同時に停止する。",
        "en": "{ids}: {held_by}, which should bridge the loss of {bridged}, goes down with it.",
    },
    "reserve-too-short": {
        "ja": "{ids}: 予備の持ち時間（{holdover}）が、{slowest}に切り替わるまでの時間（{gap}）より短い。",
        "en": "{ids}: the reserve ({holdover}) ends before {slowest} has taken over ({gap}).",
    },
    "false-redundancy": {
        "ja": "{ids}: 冗長化した{providers}は、いずれも{shared}に依存し同時に停止する。",
        "en": "{ids}: the alternatives {providers} all stop with {shared}.",
    },
    "same-room": {
        "ja": "{ids}: 冗長化した{providers}は、いずれも{room}にある。",
        "en": "{ids}: the alternatives {providers} all stand in {room}.",
    },
    "same-carrier": {
        "ja": "{ids}: 冗長化した{providers}は、いずれも{carrier}の回線である。",
        "en": "{ids}: the alternatives {providers} are all run by {carrier}.",
    },
    "single-point": {
        "ja": "{ids}が使えなくなると{stopped}し、うち{late}業務が目標復旧時間を守れない: {names}。",
        "en": "If {ids} fails, {stopped}, {late} of them past the RTO: {names}.",
    },
    "single-point-in-time": {
        "ja": "{ids}が使えなくなると{stopped}するが、平日の体制なら目標復旧時間内に戻る: {names}。",
        "en": "If {ids} fails, {stopped}, but on a plain day within the RTO: {names}.",
    },
    "single-point-for-good": {
        "ja": "{ids}には復旧手順がない。使えなくなると{stopped}し、うち{late}業務が目標復旧時間を守れない: "
        "{names}。",
        "en": "{ids} has no procedure. If it fails, {stopped}, {late} of them past the RTO: "
        "{names}.",
    },
    "single-point-bundle": {
        "ja": "{ids}が使えなくなると{stopped}する（修理するものではなく、必要とするものとともに"
        "止まり、戻る）: {names}。",
        "en": "If {ids} fails, {stopped} (nothing to repair: it goes and comes back with what it "
        "needs): {names}.",
    },
    "single-point-unplayed": {
        "ja": "{ids}が使えなくなると{stopped}する（復旧の計算は影響の大きいものに限った）: {names}。",
        "en": "If {ids} fails, {stopped} (only the worst failures were played out): {names}.",
    },
    "pair": {
        "ja": "{ids}が同時に使えなくなると、一方だけなら止まらない{stopped}し、うち{late}業務が"
        "目標復旧時間を守れない: {names}。",
        "en": "If {ids} fail together, {stopped} that neither alone stops, {late} of them past "
        "the RTO: {names}.",
    },
    "pair-in-time": {
        "ja": "{ids}が同時に使えなくなると、一方だけなら止まらない{stopped}するが、平日の体制なら"
        "目標復旧時間内に戻る: {names}。",
        "en": "If {ids} fail together, {stopped} that neither alone stops, but on a plain day "
        "within the RTO: {names}.",
    },
    "pair-for-good": {
        "ja": "{ids}には復旧手順のないものがある。同時に使えなくなると、一方だけなら止まらない{stopped}し、"
        "うち{late}業務が目標復旧時間を守れない: {names}。",
        "en": "{ids}: one of them has no procedure. If both fail, {stopped} that neither alone "
        "stops, {late} of them past the RTO: {names}.",
    },
    "pair-unplayed": {
        "ja": "{ids}が同時に使えなくなると、一方だけなら止まらない{stopped}する"
        "（復旧の計算は影響の大きいものに限った）: {names}。",
        "en": "If {ids} fail together, {stopped} that neither alone stops (only the worst "
        "failures were played out): {names}.",
    },
}
"""What is wrong."""

_SPARE: Entry = {
    "ja": "予備を置くか、復旧手順を短くするか、代替手段を業務に用意する。",
    "en": "Add a spare, shorten the procedure, or give the functions another way to go on.",
}
_NO_PROCEDURE: Entry = {
    "ja": "外部のものなら復旧の見込みと代替手段を、自前のものなら手順（procedure）を定める。",
    "en": "If it is somebody else's, agree when it is back and how to go on without it; if it is "
    "your own, give it a procedure.",
}
_MORE_PEOPLE: Entry = {
    "ja": "人数を増やすか、必要な人数を見直す。",
    "en": "Add people, or ask for fewer.",
}
_SECOND: Entry = {
    "ja": "もう1人に手順を習得させるか、別の班でもできる手順を加える。",
    "en": "Train a second person, or add a procedure that another team can do.",
}
_VENDOR: Entry = {
    "ja": "優先順位を事業者と決めておくか、自前でできる作業を増やすか、契約の人数を改める。",
    "en": "Agree with the vendor who comes first, do more with your own people, or contract more.",
}
_APART: Entry = {
    "ja": "一方を、共通するものに依存しない系統に移す。移せなければ、同時に停止する前提で備える。",
    "en": "Move one of them to what they do not share; else plan for losing both.",
}
_BOTH: Entry = {
    "ja": "片方が故障したら、もう片方を守る運用（点検・作業の禁止、部品の確保）を決めておく。",
    "en": "Decide how the other is guarded once one has failed: no works on it, spare parts ready.",
}

REMEDY: Table = {
    "crew-too-large": _MORE_PEOPLE,
    "staff-too-few": _MORE_PEOPLE,
    "vendor-staff": {
        "ja": "常駐であれば assembly を外す。",
        "en": "If they are always there, leave out their assembly.",
    },
    "one-person": _SECOND,
    "one-vendor-person": {
        "ja": "契約で2人目を確保するか、自前の班でもできる手順を加える。",
        "en": "Have the contract name a second person, or add a procedure for a team of your own.",
    },
    "vendor-at-once": _VENDOR,
    "vendor-at-once-all": _VENDOR,
    "role-no-deputy": {
        "ja": "代理（deputies）を定める。",
        "en": "Name deputies.",
    },
    "roles-of-one": {
        "ja": "同時に担えるかを訓練で確かめ、担えなければ別の人に分ける。",
        "en": "See in a drill whether one person can, and share the parts if not.",
    },
    "reserve-falls-too": {
        "ja": "予備を別の系統から取るか、補うものに依存しないようにする。",
        "en": "Feed the reserve from elsewhere, or free it from what it should bridge.",
    },
    "reserve-too-short": {
        "ja": "予備の持ち時間を延ばすか、切替え（switchover）と起動（startup）を早める。",
        "en": "Make the reserve last longer, or the changeover and the start-up quicker.",
    },
    "false-redundancy": _APART,
    "same-room": {
        "ja": "別の部屋に分けるか、部屋ごと失う場合に備える。部屋に依存するなら requires に加える。",
        "en": "Put them into different rooms, or plan for losing the room; if they depend on it, "
        "let them require it.",
    },
    "same-carrier": {
        "ja": "一方を別の事業者・別の経路にする。事業者の設備に依存するなら requires に加える。",
        "en": "Take one from another carrier by another route; if they depend on the carrier's "
        "network, let them require it.",
    },
    "single-point": _SPARE,
    "single-point-in-time": {
        "ja": "このままでよいかを業務と確かめ、復旧できる人と部品を切らさない。",
        "en": "Agree that this will do, and keep people and parts for it at hand.",
    },
    "single-point-for-good": _NO_PROCEDURE,
    "single-point-bundle": {
        "ja": "必要とするものの指摘を見る。それ自体が壊れるものなら procedure を定める。",
        "en": "See the findings of what it needs; if it can break by itself, give it a procedure.",
    },
    "single-point-unplayed": _SPARE,
    "pair": _BOTH,
    "pair-in-time": _BOTH,
    "pair-for-good": _NO_PROCEDURE,
    "pair-unplayed": _BOTH,
}
"""What to do about it."""
