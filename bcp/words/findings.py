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
}
