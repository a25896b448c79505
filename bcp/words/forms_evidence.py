"""What the self-assessment says: checklist, six elements, and what was found."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "checklist": {"ja": "ICT-BCPチェックリスト（令和6年）", "en": "ICT-BCP checklist (2024)"},
    "elements": {
        "ja": "業務継続計画の特に重要な6要素",
        "en": "Six elements of a business continuity plan",
    },
    "col-ask-text": {"ja": "項目", "en": "Item"},
    "col-ask-answer": {"ja": "回答", "en": "Answer"},
    "col-ask-evidence": {"ja": "本システムによる確認", "en": "What this program found"},
    "ask-number": {"ja": "項目{number}", "en": "item {number}"},
    "answer-yes": {"ja": "できている", "en": "yes"},
    "answer-partly": {"ja": "一部できている", "en": "in part"},
    "answer-no": {"ja": "できていない", "en": "no"},
    "at-odds": {"ja": "※ 右の確認結果と食い違う", "en": "at odds with what was found"},
    "checklist-1": {
        "ja": "非常時優先業務に必要な情報システムの復旧作業を行うために必要な、ICT部門の要員や外部事業者（ベンダー）の要員などの連絡先を把握し、参集体制を定めている",
        "en": "The contacts of the people needed to recover the systems of priority functions, of the ICT division and of vendors, are known, and how they gather is laid down",
    },
    "checklist-2": {
        "ja": "災害発生時に、本庁舎が利用できなくなった場合や、クラウドサービスやデータセンターにアクセスできなくなった場合を想定し、代替拠点先でのICT資源を確保している",
        "en": "For a disaster in which the city hall cannot be used, or cloud services or the data centre not be reached, ICT resources are secured at an alternate site",
    },
    "checklist-3": {
        "ja": "災害発生時に、電力の供給が断たれた場合に、非常時優先業務に必要な情報システムを稼働するための非常電源を確保している",
        "en": "Emergency power is secured to run the systems of priority functions when the supply is cut off in a disaster",
    },
    "checklist-4": {
        "ja": "災害発生時に使える通信手段を確保している（文言未確認）",
        "en": "Ways of communication that work in a disaster are secured (wording not verified)",
    },
    "checklist-5": {
        "ja": "重要な行政データのバックアップを確保している（文言未確認）",
        "en": "Backups of important administrative data are secured (wording not verified)",
    },
    "checklist-6": {
        "ja": "非常時優先業務に必要な情報システムを整理している（文言未確認）",
        "en": "The systems of priority functions have been identified (wording not verified)",
    },
    "checklist-note": {
        "ja": "項目1～3は総務省チェックリストの文言による。項目4～6は原典で確かめておらず、6要素に倣った案である。右の欄は台帳・試算・訓練記録から機械的に確かめた結果で、回答に代わるものではない。",
        "en": "Items 1 to 3 follow the ministry's checklist. Items 4 to 6 were not verified against it: they are a proposal after the six elements. The last column was computed from inventory, scenarios and drill records; it does not replace the answer.",
    },
    "element-1": {
        "ja": "首長不在時の明確な代行順位及び職員の参集体制",
        "en": "A clear order of deputies for an absent mayor, and how staff gather",
    },
    "element-2": {
        "ja": "本庁舎が使用できなくなった場合の代替庁舎の特定",
        "en": "An alternate building for when the city hall cannot be used",
    },
    "element-3": {"ja": "電気、水、食料等の確保", "en": "Electricity, water, food and the like"},
    "element-4": {
        "ja": "災害時にもつながりやすい多様な通信手段の確保",
        "en": "Various ways of communication that work in a disaster",
    },
    "element-5": {
        "ja": "重要な行政データのバックアップ",
        "en": "Backups of important administrative data",
    },
    "element-6": {"ja": "非常時優先業務の整理", "en": "Priority functions identified"},
    "elements-note": {
        "ja": "6要素は内閣府（防災担当）による。右の欄はICTに関わる範囲を機械的に確かめた結果で、回答に代わるものではない。",
        "en": "The six elements are those of the Cabinet Office. The last column was computed as far as ICT goes; it does not replace the answer.",
    },
    "ev-no-roles": {"ja": "緊急時の役割が台帳にない", "en": "no emergency role in the inventory"},
    "ev-deputies": {
        "ja": "代理者のいる役割 {number}／{of}",
        "en": "roles with a deputy: {number} of {of}",
    },
    "ev-assembly": {
        "ja": "参集時間を定めた要員の班 {number}／{of}",
        "en": "teams with times of arrival: {number} of {of}",
    },
    "ev-numbers": {
        "ja": "電話番号のある連絡先 {number}／{of}",
        "en": "contacts with a telephone number: {number} of {of}",
    },
    "ev-no-people": {"ja": "連絡先が台帳にない", "en": "no contact in the inventory"},
    "ev-no-site": {"ja": "建物が台帳にない", "en": "no building in the inventory"},
    "ev-site": {
        "ja": "「{site}」を失うと止まる業務 {number}／{of}",
        "en": "functions that stop without {site}: {number} of {of}",
    },
    "ev-elsewhere": {
        "ja": "代替参集場所のある役割 {number}／{of}",
        "en": "roles with another place to gather: {number} of {of}",
    },
    "ev-no-reserve": {"ja": "予備の電源が台帳にない", "en": "no power reserve in the inventory"},
    "ev-reserve": {
        "ja": "予備電源 {number}件、最長{span}（目安は72時間）",
        "en": "power reserves: {number}, the longest {span} (72 h wanted)",
    },
    "ev-cooled": {
        "ja": "予備電源につながる空調 {number}／{of}",
        "en": "cooling on a reserve: {number} of {of}",
    },
    "ev-supplies": {"ja": "水・食料は対象外", "en": "water and food are not looked at"},
    "ev-lines": {
        "ja": "庁外との通信手段 {number}件、うち災害時優先・衛星等 {special}件",
        "en": "ways out: {number}, of which priority or satellite: {special}",
    },
    "ev-alone": {
        "ja": "失うと業務が止まる通信手段 {number}件",
        "en": "of these, stopping functions alone: {number}",
    },
    "ev-safe": {
        "ja": "離れた場所にオフラインの複製があるデータ {number}／{of}",
        "en": "data with an offline copy elsewhere: {number} of {of}",
    },
    "ev-tested": {"ja": "復元を最後に確かめた日 {day}", "en": "last restore test: {day}"},
    "ev-untested": {"ja": "復元を確かめた記録がない", "en": "no restore test on record"},
    "ev-functions": {
        "ja": "目標復旧時間を定めた業務 {number}件",
        "en": "functions with an RTO: {number}",
    },
    "ev-ranked": {
        "ja": "重要度 {number}／{of}、影響度 {impact}／{of}",
        "en": "with a rank: {number} of {of}; with an impact: {impact} of {of}",
    },
    "ev-drilled": {
        "ja": "直近12か月の訓練 {number}回（最後は{day}）",
        "en": "drills in the last twelve months: {number} (the last on {day})",
    },
    "ev-not-drilled": {
        "ja": "直近12か月に訓練をしていない",
        "en": "no drill in the last twelve months",
    },
}
