"""What the sheets of scenarios are called, and what their columns mean where models do not say."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "sheet-scenarios": {"ja": "被害想定", "en": "Scenarios"},
    "sheet-events": {"ja": "出来事", "en": "Events"},
    "about-sheet-scenarios": {
        "ja": "被害想定の名前と、いつ起こるか。1行に1つの想定（1つのファイル）。",
        "en": "What a scenario is called and when it happens: a row a scenario, each in a file of its own.",
    },
    "about-sheet-events": {
        "ja": "被害想定の中で起きること。1行に1つ。何に起きるかは「対象」の列で選び、複数の列に書けば、すべてに当たるものになる。",
        "en": "What happens in a scenario, a row each. The columns of what it strikes are joined by AND, the words of one column by OR.",
    },
    # --- headings ------------------------------------------------------------------------------
    "scenarios-kind": {"ja": "災害の種類", "en": "Kind of disaster"},
    "col-severity": {"ja": "使う目標", "en": "Severity"},
    "scenarios-assembly": {"ja": "参集から始まる", "en": "Begins with assembly"},
    "col-starts": {"ja": "発災日時", "en": "Starts"},
    "col-horizon": {"ja": "計算する期間", "en": "Horizon"},
    "col-likelihood": {"ja": "年あたりの回数", "en": "Likelihood (a year)"},
    "col-teaches": {"ja": "分かること", "en": "Teaches"},
    "col-teaches-en": {"ja": "分かること（英語）", "en": "Teaches (English)"},
    "col-words": {"ja": "探す言葉", "en": "Search words"},
    "col-parameters": {"ja": "変数（YAML）", "en": "Parameters (YAML)"},
    "col-file": {"ja": "ファイルの注記（YAML）", "en": "Of the file (YAML)"},
    "events-of": {"ja": "被害想定", "en": "Scenario"},
    "events-at": {"ja": "発災からの時間", "en": "At"},
    "col-happens": {"ja": "起きること", "en": "What happens"},
    "col-select-id": {"ja": "対象（ID）", "en": "Strikes (ids)"},
    "col-select-kind": {"ja": "対象の種類", "en": "Strikes kinds"},
    "col-select-within": {"ja": "対象の設置場所", "en": "Strikes what stands in"},
    "col-select-tag": {"ja": "対象の分類", "en": "Strikes tags"},
    "col-select-within-tag": {
        "ja": "対象の設置場所の分類",
        "en": "Strikes what stands in places with tags",
    },
    "col-for": {"ja": "続く長さ", "en": "For"},
    "col-share": {"ja": "壊れる割合", "en": "Share"},
    "col-correlation": {"ja": "まとまって壊れる範囲", "en": "Correlation"},
    "col-corrupt-since": {"ja": "データが壊れ始めた時", "en": "Data spoilt since"},
    "events-team": {"ja": "要員", "en": "Team"},
    "col-teams": {"ja": "要員の別", "en": "Teams"},
    "col-available": {"ja": "動ける人数・割合", "en": "Available"},
    "col-optional": {"ja": "当たらなければ省く", "en": "Optional"},
    # --- words of which a column takes one -----------------------------------------------------
    "choice-severity-normal": {"ja": "通常時", "en": "normal"},
    "choice-severity-disaster": {"ja": "大規模災害時", "en": "disaster"},
    "choice-happens-damage": {"ja": "損傷", "en": "damage"},
    "choice-happens-outage": {"ja": "停止", "en": "outage"},
    "choice-happens-access": {"ja": "立入不可", "en": "access"},
    "choice-happens-staff": {"ja": "要員の不足", "en": "staff"},
    "choice-teams-own": {"ja": "職員", "en": "own"},
    "choice-teams-vendors": {"ja": "事業者", "en": "vendors"},
    "choice-teams-all": {"ja": "すべて", "en": "all"},
    "choice-teams-busiest": {"ja": "最も多くの作業を担う班", "en": "busiest"},
    # --- what they mean ------------------------------------------------------------------------
    "about-scenarios-id": {
        "ja": "被害想定の名前。新しい想定は、この名前のファイルになる。",
        "en": "By which the scenario is called on the command line; a new one makes a file of this name.",
    },
    "about-scenarios-parameters": {
        "ja": "動かすたびに変えられる値。値を書く所に $名前 と書く。例 [{{id: power, name: 停電の長さ, default: 3d}}]",
        "en": "Values that can be set anew each time; where one is wanted stands $name. Such as [{{id: power, name: how long the grid is out, default: 3d}}]",
    },
    "about-scenarios-file": {
        "ja": "想定のファイルの、いちばん外側に書かれた注記や出典。",
        "en": "Remarks and sources at the top of the file, beside the scenario.",
    },
    "about-events-of": {
        "ja": "どの被害想定で起きるか（ID）。",
        "en": "The scenario in which it happens (id).",
    },
    "about-events-happens": {
        "ja": "損傷（復旧手順で直すまで使えない）、停止（自然に戻る）、立入不可（現地の作業を始められない）、要員の不足。",
        "en": "damage (broken until repaired), outage (comes back by itself), access (no onsite task can start), staff (only a part of a team is there).",
    },
    "about-events-select-id": {
        "ja": "どの構成要素に起きるか。ID（又は名称）で選ぶ。",
        "en": "Which components it strikes, by id (or name).",
    },
    "about-events-select-kind": {
        "ja": "どの種類の構成要素に起きるか。",
        "en": "Which kinds of components it strikes.",
    },
    "about-events-select-within": {
        "ja": "どこに置かれているものに起きるか（入れ子も含む。場所そのものは含まない）。",
        "en": "It strikes what stands in these at any depth, not the places themselves.",
    },
    "about-events-select-tag": {
        "ja": "どの分類の構成要素に起きるか（構成要素の「分類」の列の語）。",
        "en": "It strikes components with any of these tags.",
    },
    "about-events-select-within-tag": {
        "ja": "どの分類の場所に置かれているものに起きるか（入れ子も含む）。「対象の設置場所」とはどちらか一つ。",
        "en": "It strikes what stands, at any depth, in places with any of these tags; either this or the places themselves.",
    },
    "about-events-for": {
        "ja": "停止・立入不可・要員の不足が続く長さ。空欄なら最後まで。",
        "en": "How long an outage, no access or a lack of staff lasts; to the end if left out.",
    },
    "about-events-share": {
        "ja": "損傷で、それぞれが壊れる確率。空欄なら必ず壊れる。",
        "en": "Of damage: the probability that each is hit; all are if left out.",
    },
    "about-events-correlation": {
        "ja": "損傷で site と書くと、同じ拠点のものは一緒に壊れるか一緒に助かる。",
        "en": "Of damage: with `site`, what stands at one site is hit together or not at all.",
    },
    "about-events-corrupt-since": {
        "ja": "損傷で、データが出来事のどれだけ前から壊れていたか。",
        "en": "Of damage: how long before the event the data was already spoilt.",
    },
    "about-events-team": {
        "ja": "要員の不足で、どの要員か。「要員の別」とはどちらか一つ。",
        "en": "Of staff: which team; either this or teams by what they are.",
    },
    "about-events-teams": {
        "ja": "要員の不足で、どの種類の要員か。「要員」とはどちらか一つ。",
        "en": "Of staff: which teams, by what they are; either this or one team.",
    },
    "about-events-available": {
        "ja": "要員の不足で、それぞれ何人又は何割が動けるか。例 2、60%",
        "en": "Of staff: how many of each team are there, as heads or as a share: 2, 60%",
    },
    "about-events-optional": {
        "ja": "台帳に当たるものがなければ省くか。",
        "en": "Whether it is left out where nothing in the inventory matches.",
    },
}
