"""The sentences of `bcp explain`: why something came back when it did, and what would change it."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- moments ---------------------------------------------------------------------------------
    "at-zero": {"ja": "発災と同時", "en": "at the moment of the incident"},
    "at-zero-clock": {
        "ja": "発災と同時（{clock}）",
        "en": "at the moment of the incident ({clock})",
    },
    "at": {"ja": "発災の{length}後", "en": "{length} after the incident"},
    "at-clock": {
        "ja": "発災の{length}後（{clock}）",
        "en": "{length} after the incident ({clock})",
    },
    "length": {"ja": "{one}", "en": "{one}"},
    "length-sum": {"ja": "{one}{other}", "en": "{one} {other}"},
    # --- what happened ---------------------------------------------------------------------------
    "lead-up": {
        "ja": "「{function}」は、この被害想定では停止しない。目標復旧時間（RTO）は{rto}である。",
        "en": "{function} does not stop in this scenario. Its RTO is {rto}.",
    },
    "lead-never": {
        "ja": "「{function}」は{down}に停止し、想定期間の{horizon}のうちには再開しない。目標復旧時間（RTO）は{rto}である。",
        "en": "{function} stops {down} and does not come back within the {horizon} that are looked at. Its RTO is {rto}.",
    },
    "lead-late": {
        "ja": "「{function}」は{down}に停止し、{back}に再開する。停止時間は{length}で、目標復旧時間（RTO）の{rto}を{by}超える。",
        "en": "{function} stops {down} and is back {back}. It is down for {length}: {by} longer than its RTO of {rto}.",
    },
    "lead-met": {
        "ja": "「{function}」は{down}に停止し、{back}に再開する。停止時間は{length}で、目標復旧時間（RTO）の{rto}まで{by}の余裕がある。",
        "en": "{function} stops {down} and is back {back}. It is down for {length}, which leaves {by} to its RTO of {rto}.",
    },
    "lead-exact": {
        "ja": "「{function}」は{down}に停止し、{back}に再開する。停止時間は{length}で、目標復旧時間（RTO）の{rto}ちょうどであり、余裕はない。",
        "en": "{function} stops {down} and is back {back}. It is down for {length}: exactly its RTO of {rto}, with nothing to spare.",
    },
    "mtpd-met": {
        "ja": "最大許容停止時間（MTPD）の{mtpd}までは{by}ある。",
        "en": "Its MTPD of {mtpd} is {by} further off.",
    },
    "mtpd-late": {
        "ja": "最大許容停止時間（MTPD）の{mtpd}も{by}超える。",
        "en": "It misses its MTPD of {mtpd} too, by {by}.",
    },
    "causes": {"ja": "元の原因は{causes}である。", "en": "What was struck: {causes}."},
    "causes-more": {
        "ja": "元の原因は{causes}ほか{others}件である。",
        "en": "What was struck: {causes} and {others} more.",
    },
    "knot": {
        "ja": "{names}が互いの復旧を待ち合い、どれも始められない。",
        "en": "{names} wait for each other, and none of them can ever start.",
    },
    "knot-more": {
        "ja": "{names}ほか{others}件が互いの復旧を待ち合い、どれも始められない。",
        "en": "{names} and {others} more wait for each other, and none of them can ever start.",
    },
    "no-procedure": {
        "ja": "{names}は損傷しているが、復旧の手順が台帳にない。",
        "en": "{names}: damaged, and no procedure says how to recover it.",
    },
    "times": {
        "ja": "停止は{number}回あり、停止時間はその合計である。以下は、{last}に始まる最後の停止の経過である。",
        "en": "It goes down {number} times; the time down is all of them together. What follows is the last time, from {last}.",
    },
    "times-open": {
        "ja": "停止は{number}回あり、最後の停止は{last}に始まる。",
        "en": "It goes down {number} times, the last time {last}.",
    },
    "component-up": {
        "ja": "「{component}」は、この被害想定では停止しない。",
        "en": "{component} does not go down in this scenario.",
    },
    "component-damaged": {
        "ja": "「{component}」は{down}に停止する。損傷しているため復旧作業が要り、{back}に使えるようになる（最後の停止の長さは{length}）。",
        "en": "{component} goes down {down}. It is damaged and has to be recovered, and is up again {back} (down for {length} the last time).",
    },
    "component-stopped": {
        "ja": "「{component}」は{down}に停止する。それ自体は損傷していないが、必要とするものが止まるためである。{back}に使えるようになる（最後の停止の長さは{length}）。",
        "en": "{component} goes down {down}. It is not damaged itself, but what it needs is down. It is up again {back} (down for {length} the last time).",
    },
    "component-damaged-never": {
        "ja": "「{component}」は{down}に損傷して停止し、想定期間の{horizon}のうちには戻らない。",
        "en": "{component} is damaged and goes down {down}, and is not back within the {horizon} that are looked at.",
    },
    "component-stopped-never": {
        "ja": "「{component}」は{down}に停止し、想定期間の{horizon}のうちには戻らない。それ自体は損傷していない。",
        "en": "{component} goes down {down} and is not back within the {horizon} that are looked at. It is not damaged itself.",
    },
    # --- the chain -------------------------------------------------------------------------------
    "startup": {
        "ja": "{names}の起動と動作確認に{length}かかる（{until}まで）。",
        "en": "{names} starts up and is checked: {length}, until {until}.",
    },
    "startups": {
        "ja": "{names}が順に起動し、動作確認を終える。{number}件で{length}かかる（{until}まで）。",
        "en": "{names} start up and are checked, one after the other: {length} for the {number}, until {until}.",
    },
    "work": {
        "ja": "「{component}」の復旧作業として、{tasks}を行う（{until}まで）。",
        "en": "{component} is worked on: {tasks}; until {until}.",
    },
    "works": {
        "ja": "「{component}」の復旧作業として、{tasks}を続けて行う。合わせて{length}かかる（{until}まで）。",
        "en": "{component} is worked on: {tasks}; {length} in all, until {until}.",
    },
    "task": {"ja": "{task}（{length}）", "en": "{task} ({length})"},
    "task-by": {"ja": "{task}（{teams}、{length}）", "en": "{task} ({teams}, {length})"},
    "heads": {"ja": "{team}{number}人", "en": "{number} of {team}"},
    "tell-outage": {
        "ja": "{name}が使えるようになるのを{length}待つ（{until}まで）。",
        "en": "{name} has to come back by itself: {length}, until {until}.",
    },
    "tell-switchover": {
        "ja": "{provider}への切替に{length}かかる（{until}まで）。",
        "en": "The changeover to {provider} takes {length}, until {until}.",
    },
    "tell-staff": {
        "ja": "{team}が{number}人そろうのを{length}待つ（{until}まで）。",
        "en": "{number} of {team} have to be on hand: {length}, until {until}.",
    },
    "tell-access": {
        "ja": "{component}のある場所に立ち入れるようになるのを{length}待つ（{until}まで）。",
        "en": "The place of {component} must not be entered for {length}, until {until}.",
    },
    "tell-hours": {
        "ja": "{team}の対応時間になるのを{length}待つ（{until}まで）。",
        "en": "The working hours of {team} have to begin: {length}, until {until}.",
    },
    "tell-arrival": {
        "ja": "{team}{number}人の到着を{length}待つ（{until}まで）。",
        "en": "{number} of {team} have to arrive: {length}, until {until}.",
    },
    "tell-busy": {
        "ja": "{team}の手が空くのを{length}待つ（{until}まで）。",
        "en": "{team} has no hands free for {length}, until {until}.",
    },
    "tell-turn": {
        "ja": "{team}の順番が来るのを{length}待つ（{until}まで）。",
        "en": "{team} has other work first: {length}, until {until}.",
    },
    "tell-event": {
        "ja": "{component}が影響を受けるのは{until}で、それまでは動いている。",
        "en": "{component} is not hit before {until}, and everything works until then.",
    },
    "rivals": {
        "ja": "その間、{team}（{size}人）は{names}の作業に当たっている。",
        "en": "Meanwhile {team} ({size} in all) is at work on {names}.",
    },
    "rivals-more": {
        "ja": "その間、{team}（{size}人）は{names}ほか{others}件の作業に当たっている。",
        "en": "Meanwhile {team} ({size} in all) is at work on {names} and {others} more.",
    },
    "rivals-for": {
        "ja": "「{function}」が待つ作業である。",
        "en": "That is what {function} waits for.",
    },
    "rivals-for-more": {
        "ja": "「{function}」ほか{others}業務が待つ作業である。",
        "en": "That is what {function} and {others} more functions wait for.",
    },
    # --- how long each sort took -----------------------------------------------------------------
    "sort-outage": {
        "ja": "復帰待ち（電力・回線など）",
        "en": "waiting for power, lines and the like",
    },
    "sort-startup": {"ja": "起動と動作確認", "en": "start-up and checks"},
    "sort-work": {"ja": "復旧作業", "en": "work"},
    "sort-crew": {"ja": "人の待ち", "en": "waiting for people"},
    "sort-access": {"ja": "立入りの待ち", "en": "waiting for access"},
    "sort-changeover": {"ja": "切替", "en": "changeovers"},
    "sort-before": {"ja": "影響を受けるまで", "en": "before it was hit"},
    "part": {"ja": "{sort}{length}", "en": "{sort} {length}"},
    # --- changes ---------------------------------------------------------------------------------
    "change-order": {
        "ja": "「{subject}」の復旧を、ほかの全てより先に行う",
        "en": "recover {subject} before everything else",
    },
    "change-order-function": {
        "ja": "「{subject}」が必要とするものの復旧を、ほかの全てより先に行う",
        "en": "recover all that {subject} needs before everything else",
    },
    "change-procedure": {
        "ja": "「{subject}」を、別の手順「{detail}」で復旧する",
        "en": "recover {subject} by another procedure: {detail}",
    },
    "change-hours-daily": {
        "ja": "{subject}に、土日祝日も同じ時間帯で対応してもらう",
        "en": "{subject} works its hours on weekends and holidays too",
    },
    "change-hours": {
        "ja": "{subject}に、24時間対応してもらう",
        "en": "{subject} works around the clock",
    },
    "change-arrival": {
        "ja": "{subject}の全員が{value}以内に着く（今は{before}）",
        "en": "all of {subject} are there within {value} (now {before})",
    },
    "change-arrival-zero": {
        "ja": "{subject}の全員が初めからいる（今は{before}かかる）",
        "en": "all of {subject} are there from the start (now {before})",
    },
    "change-duration": {
        "ja": "作業「{subject}」を{value}で終える（今は{before}。この手順「{detail}」を使う全てで）",
        "en": "finish the task {subject} in {value} (now {before}; wherever {detail} is used)",
    },
    "change-startup": {
        "ja": "「{subject}」の起動と動作確認を{value}で終える（今は{before}）",
        "en": "start up and check {subject} in {value} (now {before})",
    },
    "change-switchover": {
        "ja": "「{subject}」が使うものの切替を{value}で終える（今は{before}）",
        "en": "finish the changeover below {subject} in {value} (now {before})",
    },
    "change-people": {
        "ja": "{subject}を{value}人にする（今は{before}人）",
        "en": "let {subject} have {value} people (now {before})",
    },
    "change-holdover": {
        "ja": "「{subject}」で{value}持ちこたえる（今は{before}）",
        "en": "let {subject} last for {value} (now {before})",
    },
    "change-holdover-own": {
        "ja": "「{subject}」が、必要とするものなしで{value}持ちこたえる（今は{before}）",
        "en": "let {subject} carry on for {value} without what it needs (now {before})",
    },
    "change-measure": {
        "ja": "台帳の対策「{subject}」を行う",
        "en": "take the measure: {subject}",
    },
    "change-reserve": {
        "ja": "「{subject}」に、{detail}がなくても{value}持ちこたえる予備を備える（今はない）",
        "en": "give {subject} a reserve of {value} against the loss of {detail} (now none)",
    },
    "change-spare": {
        "ja": "「{subject}」の予備を、被害を受けない場所に備える",
        "en": "keep a spare of {subject} where the scenario does not strike",
    },
    "change-spare-outage": {
        "ja": "「{subject}」に代わる、影響を受けない手段を備える",
        "en": "have a substitute for {subject} that is not affected",
    },
}
