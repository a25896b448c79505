"""The sentences of the recovery: reasons of the priority table, links of the critical chain."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "reason-nobody": {
        "ja": "これを待つ業務はないため、最後でよい。",
        "en": "No function waits for it, so it can be last.",
    },
    "reason-spare": {
        "ja": "「{function}」ほか{others}業務の予備。先に戻る機器があるため後でよい。",
        "en": "A spare for {function} and {others} more; others of its group come first.",
    },
    "reason-spare-one": {
        "ja": "「{function}」の予備。先に戻る機器があるため後でよい。",
        "en": "A spare for {function}; others of its group come first.",
    },
    "reason-late": {
        "ja": "「{function}」ほか{others}業務が待つ。{length}かかるため、直ちに着手しても"
        "目標に{latest}間に合わない。",
        "en": "{function} and {others} more wait for it. It takes {length}, so even begun at once "
        "it is {latest} too late for the target.",
    },
    "reason-late-one": {
        "ja": "「{function}」が待つ。{length}かかるため、直ちに着手しても目標に{latest}間に合わない。",
        "en": "{function} waits for it. It takes {length}, so even begun at once it is {latest} "
        "too late for the target.",
    },
    "reason-due": {
        "ja": "「{function}」ほか{others}業務が待つ。発災後{by}までに必要で、{length}かかるため、"
        "遅くとも{latest}後には着手する。",
        "en": "{function} and {others} more wait for it. Needed {by} after the incident and taking "
        "{length}, it must be begun within {latest}.",
    },
    "reason-due-one": {
        "ja": "「{function}」が待つ。発災後{by}までに必要で、{length}かかるため、"
        "遅くとも{latest}後には着手する。",
        "en": "{function} waits for it. Needed {by} after the incident and taking {length}, it "
        "must be begun within {latest}.",
    },
    "reason-by": {
        "ja": "「{function}」ほか{others}業務が待つ。発災後{by}までに必要。",
        "en": "{function} and {others} more wait for it. Needed {by} after the incident.",
    },
    "reason-by-one": {
        "ja": "「{function}」が待つ。発災後{by}までに必要。",
        "en": "{function} waits for it. Needed {by} after the incident.",
    },
    "why-startup": {"ja": "起動・動作確認", "en": "start-up and checks"},
    "why-outage": {
        "ja": "{component}が使えるようになるのを待つ",
        "en": "waits until {component} comes back by itself",
    },
    "why-switchover": {
        "ja": "{provider}への切替を待つ",
        "en": "waits for the changeover to {provider}",
    },
    "why-staff": {
        "ja": "{team}の要員{number}人がそろうのを待つ",
        "en": "waits until {number} of {team} are on hand",
    },
    "why-access": {
        "ja": "{component}のある場所に立ち入れるのを待つ",
        "en": "waits until the place of {component} may be entered",
    },
    "why-hours": {
        "ja": "{team}の対応時間になるのを待つ",
        "en": "waits for the working hours of {team}",
    },
    "why-arrival": {
        "ja": "{team}{number}人の到着を待つ",
        "en": "waits for {number} of {team} to arrive",
    },
    "why-busy": {
        "ja": "{team}の手が空くのを待つ（{other}の作業中）",
        "en": "waits for {team}, busy with {other}",
    },
    "why-turn": {"ja": "{team}の順番を待つ", "en": "waits for its turn with {team}"},
    "why-event": {"ja": "{component}はまだ影響を受けていない", "en": "{component} is not hit yet"},
    "why-task": {"ja": "{task}", "en": "{task}"},
    "why-task-by": {"ja": "{task}（{teams}）", "en": "{task} ({teams})"},
}
