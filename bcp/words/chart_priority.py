"""What the picture of the recovery priority says."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the headline ------------------------------------------------------------------------
    "title-all-late": {
        "ja": "全てを失うと、{total}件のうち{late}件は、直ちに着手しても必要な時刻に間に合わない",
        "en": "If everything is lost, {late} of {total} components come too late, however soon work begins",
    },
    "title-all-met": {
        "ja": "全てを失っても、要員が足りれば{total}件すべてが必要な時刻に間に合う",
        "en": "If everything is lost, all {total} components can be back in time, given enough people",
    },
    "title-late": {
        "ja": "{scenario}: {total}件の復旧のうち{late}件が必要な時刻に遅れ、{name}の完了を{waiting}業務が待つ",
        "en": "{scenario}: {late} of {total} recoveries come too late; {waiting} functions wait for {name}",
    },
    "title-late-one": {
        "ja": "{scenario}: {total}件の復旧のうち{late}件が必要な時刻に遅れ、{name}の完了を1業務が待つ",
        "en": "{scenario}: {late} of {total} recoveries come too late; one function waits for {name}",
    },
    "title-met": {
        "ja": "{scenario}: {total}件の復旧はいずれも必要な時刻に間に合う",
        "en": "{scenario}: all {total} recoveries are in time",
    },
    "title-functions": {
        "ja": "{scenario}: 壊れるものはなく、止まる{total}業務のうち{late}業務がRTOに間に合わない",
        "en": "{scenario}: nothing is damaged; {late} of the {total} functions that stop miss their RTO",
    },
    "title-nothing": {
        "ja": "{scenario}: 壊れるものも、止まる業務もない",
        "en": "{scenario}: nothing is damaged and no function stops",
    },
    "title-empty": {"ja": "台帳に構成要素がない", "en": "the inventory holds no components"},
    # --- below it ----------------------------------------------------------------------------
    "facts-all": {
        "ja": "被害想定によらない復旧優先順位（全てが壊れ、要員に不足がない場合）",
        "en": "Without a scenario: everything is damaged, and no team is ever short",
    },
    "facts": {
        "ja": "業務の停止から再開までと、構成要素の着手から完了まで（復旧の順）",
        "en": "Functions from stop to restoration, components from start to finish",
    },
    "first": {
        "ja": "最初に着手する{name}を{waiting}業務が待つ",
        "en": "first: {name} (functions waiting: {waiting})",
    },
    "functions": {"ja": "業務", "en": "Functions"},
    "components": {"ja": "構成要素（復旧の順）", "en": "Components, in the order of recovery"},
    "column-verdict": {"ja": "判定", "en": "Verdict"},
    "column-up": {"ja": "復旧", "en": "Back"},
    "column-due": {"ja": "期限", "en": "Due"},
    "column-waiting": {"ja": "待つ業務", "en": "Waiting"},
    "before": {"ja": "発生前", "en": "before"},
    "never": {"ja": "未復旧", "en": "not back"},
    "verdict-met": {"ja": "○", "en": "○"},
    "verdict-late": {"ja": "△", "en": "△"},
    "verdict-beyond": {"ja": "×", "en": "×"},
    "verdict-none": {"ja": "–", "en": "–"},
    # --- the legend --------------------------------------------------------------------------
    "legend-within": {"ja": "期限まで", "en": "until it is due"},
    "legend-late": {"ja": "期限の後", "en": "after it was due"},
    "legend-beyond": {"ja": "MTPDの後", "en": "beyond the MTPD"},
    "legend-due": {
        "ja": "期限（業務: RTO、構成要素: 必要な時刻）",
        "en": "due (functions: RTO; components: when it is needed)",
    },
    "legend-mtpd": {"ja": "最大許容停止時間（MTPD）", "en": "MTPD"},
    "legend-before": {"ja": "期限が発生より前", "en": "due before the incident"},
    "legend-open": {"ja": "期間の終わりも未復旧", "en": "not back at the end"},
    # --- the notes ---------------------------------------------------------------------------
    "note-due": {
        "ja": "必要な時刻は、待つ業務の中で最も早いRTOから、その業務に至るまでの復旧と起動の時間を引いたもの。",
        "en": "A component is needed by the earliest RTO of the functions that wait for it, less what recovery and start-up take in between.",
    },
    "note-others": {
        "ja": "ほかに{others}があり、省略した。",
        "en": "Not shown: {others}.",
    },
    "others-functions": {"ja": "業務{number}件", "en": "functions: {number}"},
    "others-components": {"ja": "構成要素{number}件", "en": "components: {number}"},
    # --- read out ----------------------------------------------------------------------------
    "spoken": {
        "ja": "{mark} {name}: {verdict} {start}から{end}まで、期限 {due}、待つ業務 {waiting}件。",
        "en": "{mark} {name}: {verdict} from {start} to {end}, due {due}, functions waiting: {waiting}.",
    },
}
