"""What the official forms say: titles, columns, choices."""

from __future__ import annotations

from bcp.words import Table
from bcp.words import forms_evidence as evidence
from bcp.words import forms_impact as impact
from bcp.words import forms_response as response
from bcp.words import forms_survey as survey

_TITLES: Table = {
    "title-1": {"ja": "情報システム一覧", "en": "Information systems"},
    "title-2": {"ja": "外部事業者との関係整理", "en": "Relations with vendors"},
    "title-3": {"ja": "庁舎（建物）の状況把握結果", "en": "State of the buildings"},
    "title-4": {
        "ja": "システム機器設置場所の状況把握結果",
        "en": "State of the places where equipment stands",
    },
    "title-5": {
        "ja": "電力供給、通信手段に関するリスクの把握結果",
        "en": "Risks of power supply and communication",
    },
    "title-6": {
        "ja": "現状の脆弱性と対策の実施計画",
        "en": "Present weaknesses and planned measures",
    },
    "title-7": {
        "ja": "重要情報のバックアップの状況と対策計画",
        "en": "Backups of important data and planned measures",
    },
    "title-8": {"ja": "緊急時対応体制", "en": "Emergency organisation"},
    "title-9": {"ja": "緊急連絡先一覧", "en": "Emergency contacts"},
    "title-10": {
        "ja": "緊急時における行動計画（初動・代替・復旧行動計画）",
        "en": "Emergency action plan (initial response, alternates, recovery)",
    },
    "title-11": {"ja": "被害チェックシート　簡易版", "en": "Damage check sheet, short version"},
    "title-12": {"ja": "訓練計画", "en": "Drill plan"},
    "title-13": {
        "ja": "業務継続計画の運用体制",
        "en": "Organisation that keeps the plan up to date",
    },
    "title-14": {"ja": "被害想定の整理結果", "en": "Damage assumptions"},
    "title-15": {
        "ja": "業務影響分析ワークシート",
        "en": "Business impact analysis worksheet",
    },
    "title-16": {"ja": "重要業務一覧", "en": "Important functions"},
    "title-17": {
        "ja": "重要情報システムとその目標復旧時間",
        "en": "Important information systems and their RTO",
    },
    "title-18": {"ja": "必要最小資源の整理一覧", "en": "Minimum resources required"},
}
"""As the ministry calls them."""

_SHARED: Table = {
    "blank": {"ja": "（未記入）", "en": "(not filled in)"},
    "and-more": {"ja": "{names}ほか{number}件", "en": "{names} and {number} more"},
    "form-name": {"ja": "様式{number}", "en": "Form {number}"},
    "form-title": {"ja": "様式{number}　{title}", "en": "Form {number}  {title}"},
    "whole-form": {"ja": "「{title}」の全体", "en": "all of “{title}”"},
    "columns-ours": {
        "ja": "欄の構成は本システムの案である（国の様式集の欄名ではない）。",
        "en": "The columns are this program's proposal, not those of the ministry's form.",
    },
    "rows-left": {
        "ja": "先頭の{shown}件を示した。ほか{left}件。",
        "en": "The first {shown} are shown; there are {left} more.",
    },
    "titled": {"ja": "{name}（{title}）", "en": "{name} ({title})"},
    "heads": {"ja": "{number}人", "en": "{number}"},
    "there-by": {"ja": "{by}で{number}人", "en": "{number} within {by}"},
    "always-there": {"ja": "{number}人が常時対応可能", "en": "{number}, always on hand"},
    "nobody-comes": {"ja": "参集しない", "en": "nobody comes"},
    "hours-always": {"ja": "24時間", "en": "around the clock"},
    "hours-weekdays": {"ja": "平日 {begin}～{end}", "en": "weekdays {begin}–{end}"},
    "hours-daily": {"ja": "毎日 {begin}～{end}", "en": "daily {begin}–{end}"},
    "yen": {"ja": "{cost}円", "en": "¥{cost}"},
    "verdict-good": {"ja": "良好", "en": "good"},
    "verdict-fair": {"ja": "要注意", "en": "fair"},
    "verdict-poor": {"ja": "弱い", "en": "poor"},
}

WORDS: Table = {
    **_TITLES,
    **_SHARED,
    **survey.WORDS,
    **response.WORDS,
    **impact.WORDS,
    **evidence.WORDS,
}
