"""Findings about starts, places, simulations and drills: what is wrong, and what to do."""

from __future__ import annotations

from bcp.words import Entry, Table

WHAT: Table = {
    "cold-start": {
        "ja": "すべて停止した後は相互に起動を待ち、再起動できない: {ids}。",
        "en": "Once all are down, each waits for the other to start: {ids}.",
    },
    "repair-deadlock": {
        "ja": "すべて被災すると相互に復旧を待ち、復旧できない: {ids}。",
        "en": "If all are damaged, the recovery of each waits for the other: {ids}.",
    },
    "place-without-effect": {
        "ja": "「{scenario}」は{ids}を被災させるが、中にある{number}件は影響を受けない: {inside}。",
        "en": "{scenario} strikes {ids}, but {number} things in it go on: {inside}.",
    },
    "damaged-without-procedure": {
        "ja": "「{scenario}」で被災する{ids}に復旧手順がない。",
        "en": "{scenario} damages {ids}, which has no procedure.",
    },
    "needs-nothing": {
        "ja": "「{ids}」は何も必要としないため、どの想定でも停止しない。",
        "en": "{ids} needs nothing, so nothing ever stops it.",
    },
    "unneeded": {
        "ja": "{ids}は、どの業務からも必要とされていない。",
        "en": "{ids} is needed by no function.",
    },
    "levels-unread": {
        "ja": "{ids}の levels は業務（functions）以外では使われない。",
        "en": "The levels of {ids} are read for functions only.",
    },
    "deadlock": {
        "ja": "相互に起動を待つため復旧できない（コールドスタート・デッドロック）: {ids}。",
        "en": "Each waits for the other to start, so none ever will (cold-start deadlock): {ids}.",
    },
    "no-procedure": {
        "ja": "復旧手順が定められていないため復旧しない: {ids}。",
        "en": "Damaged without a procedure, so it never comes back: {ids}.",
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
        "ja": "{ids}は使えるバックアップがなく、データを失う。",
        "en": "{ids} has no usable backup left: the data is lost.",
    },
    "inject-after-end": {
        "ja": "{ids}: 予定（{at}後）が訓練の終わり（{end}後）より遅く、時間どおりには出ない。",
        "en": "{ids} is planned for {at} after the incident, but the drill ends at {end}.",
    },
    "acceptance-expired": {
        "ja": "受容の期限（{expires}）が過ぎた: {code} {about}（{by}、理由: {reason}）。",
        "en": "Accepted until {expires}, which is past: {code} {about} ({by}: {reason}).",
    },
    "acceptance-unused": {
        "ja": "受容した指摘が、もう見つからない: {code} {about}（{by}、理由: {reason}）。",
        "en": "What was accepted is no longer found: {code} {about} ({by}: {reason}).",
    },
}
"""What is wrong."""

_ALONE: Entry = {
    "ja": "いずれかを単独で起動できるようにする。",
    "en": "Make one of them able to start alone.",
}
_PEOPLE: Entry = {
    "ja": "参集できる人数に合わせて作業を分けるか、応援を取り決める。",
    "en": "Split the task to fit who comes, or arrange for help.",
}
_HORIZON: Entry = {
    "ja": "何を待っているかを bcp show で確かめ、手順か体制を見直す。",
    "en": "See with bcp show what it waits for, and change the procedure or the people.",
}

REMEDY: Table = {
    "cold-start": _ALONE,
    "repair-deadlock": {
        "ja": "復旧手順（requires）を見直すか、別の手順を用意する。",
        "en": "Change what their procedures require, or add another procedure.",
    },
    "place-without-effect": {
        "ja": "requires に場所を加えるか、想定で中のものも選ぶ。",
        "en": "Let them require the place, or select them too.",
    },
    "damaged-without-procedure": {
        "ja": "procedure を定める。",
        "en": "Give it one.",
    },
    "needs-nothing": {
        "ja": "requires を定める。",
        "en": "Give it requires.",
    },
    "unneeded": {
        "ja": "必要とする業務・構成要素の requires に加えるか、使っていなければ台帳から外す。",
        "en": "Add it to the requires of whoever needs it, or take it out if it is not in use.",
    },
    "levels-unread": {
        "ja": "業務の requires に移すか、外す。",
        "en": "Move them to the function, or leave them out.",
    },
    "deadlock": _ALONE,
    "no-procedure": {
        "ja": "procedure を定める。",
        "en": "Give it a procedure.",
    },
    "never-enough-people": _PEOPLE,
    "task-lacks": _HORIZON,
    "task-not-started": _HORIZON,
    "data-lost": {
        "ja": "同時に被災しない場所に、オフラインの複製を置く。",
        "en": "Keep an offline copy where the same event does not reach it.",
    },
    "inject-after-end": {
        "ja": "時点、訓練の長さ（length）、時計の速さ（speed）のいずれかを見直す。",
        "en": "Change its time, the length of the drill or the speed of the clock.",
    },
    "acceptance-expired": {
        "ja": "改めて判断し、受け入れるなら期限（expires）を延ばし、受け入れないなら項目を消す。",
        "en": "Decide again: put `expires` off if it still holds, else take the entry out.",
    },
    "acceptance-unused": {
        "ja": "項目を消す。IDを変えた場合は ids を改める。",
        "en": "Take the entry out; if an id was changed, change it here too.",
    },
}
"""What to do about it."""
