"""What the dependency map says."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- boxes and areas ---------------------------------------------------------------------
    "kind-site": {"ja": "敷地・建物", "en": "Site"},
    "kind-room": {"ja": "室", "en": "Room"},
    "kind-power": {"ja": "電源", "en": "Power"},
    "kind-cooling": {"ja": "空調", "en": "Cooling"},
    "kind-network": {"ja": "ネットワーク", "en": "Network"},
    "kind-server": {"ja": "サーバ", "en": "Server"},
    "kind-storage": {"ja": "ストレージ", "en": "Storage"},
    "kind-service": {"ja": "サービス", "en": "Service"},
    "kind-data": {"ja": "データ", "en": "Data"},
    "kind-external": {"ja": "外部", "en": "External"},
    "kind-function": {"ja": "業務", "en": "Function"},
    "kinds-site": {"ja": "敷地・建物", "en": "Sites"},
    "kinds-room": {"ja": "室", "en": "Rooms"},
    "kinds-power": {"ja": "電源", "en": "Power"},
    "kinds-cooling": {"ja": "空調", "en": "Cooling"},
    "kinds-network": {"ja": "ネットワーク", "en": "Network"},
    "kinds-server": {"ja": "サーバ", "en": "Servers"},
    "kinds-storage": {"ja": "ストレージ", "en": "Storage"},
    "kinds-service": {"ja": "サービス", "en": "Services"},
    "kinds-data": {"ja": "データ", "en": "Data"},
    "kinds-external": {"ja": "外部", "en": "External"},
    "sign-site": {"ja": "敷", "en": "Si"},
    "sign-room": {"ja": "室", "en": "Ro"},
    "sign-power": {"ja": "電", "en": "Po"},
    "sign-cooling": {"ja": "冷", "en": "Co"},
    "sign-network": {"ja": "網", "en": "Ne"},
    "sign-server": {"ja": "機", "en": "Se"},
    "sign-storage": {"ja": "蔵", "en": "St"},
    "sign-service": {"ja": "務", "en": "Sv"},
    "sign-data": {"ja": "数", "en": "Da"},
    "sign-external": {"ja": "外", "en": "Ex"},
    "sign-function": {"ja": "業", "en": "Fn"},
    "several": {"ja": "{what}（{number}）", "en": "{what} ({number})"},
    "rank": {"ja": "ランク{rank}の業務", "en": "Functions of rank {rank}"},
    "rank-none": {"ja": "ランクのない業務", "en": "Functions without a rank"},
    "department-none": {"ja": "所管のない業務", "en": "Functions of no department"},
    "region-functions": {"ja": "業務", "en": "Functions"},
    "region-elsewhere": {
        "ja": "場所を定めないもの（外部を含む）",
        "en": "In no place (external ones too)",
    },
    "region-everywhere": {"ja": "すべての場所", "en": "All places"},
    "region-others": {"ja": "ほかの{number}か所", "en": "{number} other places"},
    # --- the finding -------------------------------------------------------------------------
    "headline": {
        "ja": "{organisation}の依存関係: {finding}",
        "en": "Dependencies of {organisation}: {finding}",
    },
    "finding-worst": {
        "ja": "「{name}」だけでも、長く止まると{total}業務のうち{number}業務が止まる",
        "en": "the lasting loss of {name} alone stops {number} of {total} functions",
    },
    "finding-worst-several": {
        "ja": "「{name}」だけでも、長く止まると{total}業務のうち{number}業務が止まる（同じ影響のものがほかに{more}件）",
        "en": "the lasting loss of {name} alone stops {number} of {total} functions ({more} more like it)",
    },
    "finding-none": {
        "ja": "一つが止まるだけで止まる業務はない（{total}業務）",
        "en": "the loss of no single thing stops any of the {total} functions",
    },
    "finding-empty": {"ja": "台帳に何もない", "en": "the inventory is empty"},
    "finding-struck": {
        "ja": "{scenario}で{damaged}件が損傷し、ほかに{down}件が止まる。{stopped}業務が停止し、うち{late}業務がRTOに間に合わない",
        "en": "{scenario}: {damaged} damaged, {down} more stop; of {stopped} functions that stop, {late} miss their RTO",
    },
    "finding-struck-none": {
        "ja": "{scenario}で{damaged}件が損傷し、ほかに{down}件が止まるが、業務は止まらない",
        "en": "{scenario}: {damaged} damaged, {down} more stop, but no function does",
    },
    "finding-function": {
        "ja": "「{name}」は{needs}件に支えられ、うち{alone}件は一つ欠けるだけでこの業務が止まる",
        "en": "{name} rests on {needs} things, and the loss of any one of {alone} stops it",
    },
    "finding-component": {
        "ja": "「{name}」は{needs}件に支えられ、{functions}業務に使われ、これだけが止まっても{stops}業務が止まる",
        "en": "{name} rests on {needs} things and serves {functions} functions, {stops} of which stop with it alone",
    },
    "facts": {
        "ja": "構成要素{components}件、業務{functions}件",
        "en": "{components} components, {functions} functions",
    },
    "facts-part": {
        "ja": "構成要素{components}件と業務{functions}件のうち、関わりのある{shown}件",
        "en": "the {shown} that have to do with it, of {components} components and {functions} functions",
    },
    # --- the legend --------------------------------------------------------------------------
    "line-requires": {
        "ja": "必要とする（左のものを右のものが）",
        "en": "needed by (from left to right)",
    },
    "line-spare": {"ja": "予備として", "en": "as a spare"},
    "line-starts": {"ja": "起動時にだけ必要", "en": "to start only"},
    "line-held": {"ja": "途絶えたときに支える", "en": "bridges a loss"},
    "line-task": {"ja": "復旧作業に必要", "en": "for its recovery"},
    "state-damaged": {"ja": "× 損傷する", "en": "× damaged"},
    "state-down": {"ja": "▼ 止まる（業務はRTOに間に合う）", "en": "▼ stops (a function: in time)"},
    "state-late": {"ja": "△ 業務がRTOに間に合わない", "en": "△ function misses its RTO"},
    "legend-worst": {"ja": "単独で最も多くの業務を止めるもの", "en": "stops most functions alone"},
    "legend-centre": {"ja": "この図の中心", "en": "what the map is about"},
    # --- the notes ---------------------------------------------------------------------------
    "note-reading": {
        "ja": "線は左のものを右のものが必要とすることを表す。ほかの線をたどれば分かる線は省いた。灰色の枠は建っている場所。",
        "en": "A line leads from what is needed, at the left, to who needs it. Lines that others imply are left out. Grey areas are the places things stand in.",
    },
    "note-condensed": {
        "ja": "読めるように、{number}件を場所・種類・所管ごとの{boxes}個の箱にまとめた（括弧の中は件数）。",
        "en": "To keep it readable, {number} things are put together in {boxes} boxes by place, kind or department (how many: in brackets).",
    },
    "note-worst": {
        "ja": "単独で最も多くの業務を止めるもの（建物・室を除く）: {names}。",
        "en": "What stops most functions alone (buildings and rooms left out): {names}.",
    },
    "note-worst-more": {
        "ja": "単独で最も多くの業務を止めるもの（建物・室を除く）: {names}、ほか{more}件。",
        "en": "What stops most functions alone (buildings and rooms left out): {names} and {more} more.",
    },
    # --- read out ----------------------------------------------------------------------------
    "spoken-region": {"ja": "区域: {region}", "en": "Area: {region}"},
    "spoken-stops": {
        "ja": "{name}: これだけが止まると{number}業務が止まる",
        "en": "{name}: its loss alone stops {number} functions",
    },
    "spoken-state": {"ja": "{name}: {state}", "en": "{name}: {state}"},
}
