"""What the picture of the teams' work says."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the headline ------------------------------------------------------------------------
    "title": {
        "ja": "{scenario}: 最も忙しいのは{team}で、最後の作業が終わる{until}後までの稼働率は{share}",
        "en": "{scenario}: busiest is {team}, {share} of its time until the last task ends after {until}",
    },
    "title-none": {
        "ja": "{scenario}: 復旧の作業はない",
        "en": "{scenario}: there is no recovery work",
    },
    # --- below it ----------------------------------------------------------------------------
    "facts": {
        "ja": "要員{teams}班の作業{tasks}件（稼働率の高い順）",
        "en": "{tasks} tasks of {teams} teams, busiest first",
    },
    "people": {"ja": "{number}人", "en": "({number})"},
    "column-team": {"ja": "要員（人数）", "en": "Team (size)"},
    "column-tasks": {"ja": "作業", "en": "Tasks"},
    "column-share": {"ja": "稼働率", "en": "Busy"},
    # --- the legend --------------------------------------------------------------------------
    "legend-task": {
        "ja": "作業（構成要素の名前）",
        "en": "a task, named after its component",
    },
    "legend-busy": {"ja": "作業中の人数", "en": "people at work on tasks"},
    "legend-free": {
        "ja": "そこにいて勤務中の人数",
        "en": "people on hand and on duty",
    },
    "legend-open": {"ja": "期間の終わりも作業中", "en": "still under way at the end"},
    # --- the notes ---------------------------------------------------------------------------
    "axis": {
        "ja": "横軸は発生からの経過時間。上の帯の高さは人数（右上は最大）",
        "en": "Time since the incident; the height of the upper strip is the number of people (its most is to the right)",
    },
    "axis-log": {
        "ja": "横軸は発生からの経過時間（対数目盛: 左ほど細かい）。上の帯の高さは人数（右上は最大）",
        "en": "Time since the incident, logarithmic (finer to the left); the height of the upper strip is the number of people (its most is to the right)",
    },
    "note-share": {
        "ja": "稼働率は、最後の作業が終わるまでに、そこにいて勤務中の延べ時間のうち作業に使った割合（勤務時間を越えて続く作業の時間は、両方に数える）。",
        "en": "Busy: of the person-hours on hand and on duty until the last task ends, the share spent on tasks (a task that goes on after hours counts in both).",
    },
    "note-idle": {
        "ja": "出番のない要員{number}班: {names}",
        "en": "Teams without a task, {number}: {names}",
    },
    "note-others": {
        "ja": "ほかに要員{teams}班（作業{tasks}件）があり、省略した。",
        "en": "Not shown: {teams} more teams with {tasks} tasks.",
    },
    "note-hidden": {
        "ja": "作業の多い要員は、人数の帯だけを示す。",
        "en": "Of teams with too many tasks for the sheet, only the strip of people is shown.",
    },
    "note-cut": {
        "ja": "作業の全部ではなく、早いものから{tasks}件による。",
        "en": "Only the first {tasks} tasks are counted.",
    },
    # --- read out ----------------------------------------------------------------------------
    "spoken": {
        "ja": "{team}（{size}人）: 作業{tasks}件、稼働率 {share}、{start}から{end}まで。",
        "en": "{team} ({size} people): {tasks} tasks, busy {share}, from {start} to {end}.",
    },
}
