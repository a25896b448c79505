"""Data of other tools: how sure each piece is, what is to be filled in, what is wrong with a file."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    # --- remarks in the files that are written -------------------------------------------------
    "fill-in": {"ja": "要記入", "en": "to fill in"},
    "organisation": {"ja": "（団体名）", "en": "(organisation)"},
    "head-1": {
        "ja": "{tool} のデータから作った台帳。名称は元のまま、IDは名称から付けた。",
        "en": "Made from data of {tool}. Names are as they were; ids were made from them.",
    },
    "head-2": {
        "ja": "所要時間、復旧手順、業務、要員は元のデータにない。「要記入」を探して埋める。",
        "en": "Durations, procedures, functions and people were not in it: look for `to fill in`.",
    },
    "head-3": {
        "ja": "依存関係を確かめる: bcp show ID、bcp check",
        "en": "Look at who needs whom: bcp show ID, bcp check",
    },
    "stubs-head-1": {
        "ja": "元のデータから分からないもの。値はすべて仮のものである。",
        "en": "What the data could not say. Every value here is made up.",
    },
    "stubs-head-2": {
        "ja": "「要記入」の値を実際のものに直し、直したら印を消す。",
        "en": "Put the real values in, and take each `to fill in` away when it is done.",
    },
    "function-of": {"ja": "{name} を使う業務", "en": "Work that uses {name}"},
    "team": {"ja": "情報部門", "en": "ICT office"},
    "restoring-power": {"ja": "電源設備の復旧", "en": "Restoring power equipment"},
    "restoring-cooling": {"ja": "空調の復旧", "en": "Restoring cooling"},
    "restoring-network": {"ja": "ネットワークの復旧", "en": "Restoring the network"},
    "restoring-server": {"ja": "サーバの復旧", "en": "Restoring a server"},
    "restoring-storage": {"ja": "ストレージの復旧", "en": "Restoring storage"},
    "restoring-service": {"ja": "サービスの復旧", "en": "Restoring a service"},
    "restoring-data": {"ja": "データの復元", "en": "Restoring data"},
    "scenario-name": {"ja": "全停止からの起動", "en": "Cold start"},
    "scenario-head-1": {
        "ja": "最初に試す被害想定。すべてが1時間止まり、その後、互いに必要なものを待って起動する。",
        "en": "A scenario to begin with: everything is off for an hour, then each waits for what it needs.",
    },
    "scenario-head-2": {
        "ja": "互いを待って起動できない組（循環）があれば、ここで分かる。",
        "en": "Where things wait for one another and none can start, this shows it.",
    },
    "grid-power": {"ja": "{name}の商用電源", "en": "Grid power of {name}"},
    "host": {"ja": "コンテナの稼働ホスト", "en": "Host of the containers"},
    "cluster": {"ja": "Kubernetes クラスター", "en": "Kubernetes cluster"},
    "ups-runtime": {
        "ja": "要記入: 無停電電源装置の持続時間。この装置から給電される機器の requires に holdover: 30m と held_by を書く。",
        "en": "to fill in: how long the UPS lasts, as holdover: 30m and held_by where its power is required.",
    },
    "supply-assumed": {
        "ja": "推測: 拠点の商用電源につながるとした",
        "en": "guessed: fed by the grid power of the site",
    },
    "power-unknown": {
        "ja": "推測: 電源の系統が記録にないため、拠点の商用電源とした",
        "en": "guessed: no power path on record, so the grid power of the site",
    },
    "one-source-is-enough": {
        "ja": "要確認: 電源はどれか1系統で足りるとした",
        "en": "to check: one of these sources is taken to be enough",
    },
    "one-path-is-enough": {
        "ja": "要確認: どれか1台につながれば足りるとした",
        "en": "to check: one of these is taken to be enough",
    },
    "one-copy-is-enough": {
        "ja": "要確認: 1つ動けば足りるとした",
        "en": "to check: one copy is taken to be enough",
    },
    "cluster-assumed": {
        "ja": "要確認: ホストが何台失われても動くか",
        "en": "to check: how many hosts it can lose",
    },
    "circuit-guessed": {
        "ja": "推測: 配線の記録がないため、拠点の最上位の機器が使うとした",
        "en": "guessed: no cable on record, so the outermost device of the site",
    },
    "finished-job": {
        "ja": "終わってから起動する処理。終了は模擬できないため、起動の条件とした",
        "en": "a job that has to finish first; taken as needed only to start",
    },
    # --- how sure ------------------------------------------------------------------------------
    "sure-taken": {"ja": "そのまま取り込んだもの", "en": "Taken as it was"},
    "sure-derived": {"ja": "導いたもの", "en": "Derived"},
    "sure-guessed": {
        "ja": "推測したもの（確かめてください）",
        "en": "Guessed (please check)",
    },
    "sure-left-out": {"ja": "取り込まなかったもの", "en": "Left out"},
    # --- taken ---------------------------------------------------------------------------------
    "netbox-sites": {"ja": "拠点（sites）", "en": "sites"},
    "netbox-locations": {"ja": "場所（locations）", "en": "locations"},
    "netbox-racks": {"ja": "ラック（racks）", "en": "racks"},
    "netbox-devices": {"ja": "機器（devices）", "en": "devices"},
    "netbox-power-panels": {"ja": "分電盤（power-panels）", "en": "power panels"},
    "netbox-power-feeds": {"ja": "電源系統（power-feeds）", "en": "power feeds"},
    "netbox-providers": {"ja": "回線事業者（providers）", "en": "providers"},
    "netbox-circuits": {"ja": "回線（circuits）", "en": "circuits"},
    "netbox-clusters": {"ja": "クラスター（clusters）", "en": "clusters"},
    "netbox-virtual-machines": {"ja": "仮想マシン（virtual-machines）", "en": "virtual machines"},
    "netbox-services": {"ja": "サービス（services）", "en": "services"},
    "service": {"ja": "サービス", "en": "services"},
    "volume": {"ja": "名前付きボリューム", "en": "named volumes"},
    "kubernetes": {"ja": "オブジェクト", "en": "objects"},
    "node": {"ja": "節点", "en": "nodes"},
    "edge": {"ja": "辺", "en": "edges"},
    "item": {"ja": "{sort}", "en": "{sort}"},
    # --- derived -------------------------------------------------------------------------------
    "feed-panel": {"ja": "電源系統 → 分電盤", "en": "power feed → panel"},
    "power-one": {"ja": "機器 → 電源（1系統）", "en": "device → its one power source"},
    "power-several": {
        "ja": "機器 → 電源（複数系統のどれか）",
        "en": "device → one of several power sources",
    },
    "network-one": {"ja": "機器 → 上位の機器・回線", "en": "device → the device or line above"},
    "network-several": {
        "ja": "機器 → 同じ役割の上位の機器・回線のどれか",
        "en": "device → one of several above, of one role",
    },
    "circuit-provider": {"ja": "回線 → 事業者", "en": "circuit → provider"},
    "cluster-hosts": {"ja": "クラスター → ホスト", "en": "cluster → its hosts"},
    "machine-cluster": {"ja": "仮想マシン → クラスター", "en": "virtual machine → cluster"},
    "machine-host": {
        "ja": "仮想マシン → 載っているもの",
        "en": "virtual machine → what it runs on",
    },
    "service-host": {"ja": "サービス → 機器・仮想マシン", "en": "service → its machine"},
    "depends-on": {"ja": "depends_on・links", "en": "depends_on, links"},
    "volume-of": {"ja": "サービス → ボリューム", "en": "service → volume"},
    "workload-claim": {"ja": "ワークロード → 永続ボリューム", "en": "workload → claim"},
    "service-workload": {
        "ja": "Service → 選ばれるワークロードのどれか",
        "en": "service → one of the workloads it selects",
    },
    "ingress-service": {"ja": "Ingress → Service", "en": "ingress → service"},
    "env-host": {
        "ja": "ワークロード → 環境変数・ConfigMap にある Service（*.svc）",
        "en": "workload → a service named in its environment (*.svc)",
    },
    "place-named": {
        "ja": "ほかの行に名前だけがある場所",
        "en": "places that are only named in other rows",
    },
    "runs-on": {"ja": "載っている機器・ソフトウェア", "en": "what it runs on"},
    "link": {"ja": "関連の表の依存関係", "en": "needs from tables of links"},
    "impact": {"ja": "影響分析の関係", "en": "relations of the impact analysis"},
    # --- guessed -------------------------------------------------------------------------------
    "id-changed": {
        "ja": "同じIDになるため番号を付けたもの",
        "en": "ids with a number added, as another has the same",
    },
    "role": {
        "ja": "役割の名前から区分を決めた（--map で変えられる）",
        "en": "what roles mean, by their names (--map changes it)",
    },
    "role-unknown": {
        "ja": "役割「{role}」が分からず、向きのないサーバとした（--map で変えられる）",
        "en": "role {role} not known, taken as a server of no rank (--map changes it)",
    },
    "supply": {"ja": "拠点の商用電源を加えた", "en": "a grid power added to the site"},
    "power-from-site": {
        "ja": "電源の系統が記録にない機器を拠点の商用電源につないだ",
        "en": "devices without a power path, put on the grid power of the site",
    },
    "main-site": {
        "ja": "機器の最も多い拠点に main-site の印を付けた",
        "en": "the site with the most devices, tagged main-site",
    },
    "cluster-spares": {
        "ja": "クラスターに要るホストの数（--spares で変えられる）",
        "en": "hosts that a cluster needs (--spares changes it)",
    },
    "circuit-at-site": {
        "ja": "配線の記録がない回線を、拠点の最上位の機器につないだ",
        "en": "lines without a cable, joined to the outermost device of the site",
    },
    "stub-functions": {
        "ja": "業務を仮に置いた（to-fill-in.yaml）",
        "en": "functions made up (to-fill-in.yaml)",
    },
    "replicas": {
        "ja": "数でない複製の数を1とした",
        "en": "replicas that are no number, taken as one",
    },
    "replicas-none": {"ja": "複製の数 0 を1とした", "en": "no replicas, taken as one"},
    "copies-one": {
        "ja": "複製は1つ動けば足りるとした",
        "en": "one copy is taken to be enough",
    },
    "env-name": {
        "ja": "環境変数・ConfigMap の値が Service の名前と一致",
        "en": "workload → a service, as a value is its name",
    },
    "kind-unknown": {
        "ja": "種別が分からず service とした",
        "en": "kind not known, taken as `service`",
    },
    # --- left out ------------------------------------------------------------------------------
    "status": {"ja": "稼働していない（{status}）", "en": "not at work ({status})"},
    "passive": {
        "ja": "電気を使わない機器（パッチパネルなど）、又は skip としたもの",
        "en": "passive devices (patch panels …), or mapped to `skip`",
    },
    "place-circle": {
        "ja": "場所が互いの中にあるため、外に置いた",
        "en": "places inside one another, put outside",
    },
    "place-missing": {"ja": "場所がデータにない", "en": "the place is not in the data"},
    "no-power": {
        "ja": "電源の系統も拠点も分からない",
        "en": "neither a power path nor a site is known",
    },
    "link-power-equipment": {
        "ja": "向きを決めない配線: 電源装置の監視用",
        "en": "no direction: a link to power equipment",
    },
    "link-no-rank": {
        "ja": "向きを決めない配線: 役割の上下が分からない",
        "en": "no direction: the rank of a role is not known",
    },
    "link-equal": {
        "ja": "向きを決めない配線: 同じ段の機器どうし",
        "en": "no direction: both ends have the same rank",
    },
    "link-beyond": {
        "ja": "--up-to より上への配線",
        "en": "links to what is above --up-to",
    },
    "link-management": {"ja": "管理用の配線", "en": "management links"},
    "cable-one-end": {"ja": "片側しかない配線", "en": "cables with one end only"},
    "cable-console": {"ja": "コンソールの配線", "en": "console cables"},
    "cable-panel": {
        "ja": "パッチパネルから先がたどれない配線",
        "en": "cables that cannot be followed beyond a patch panel",
    },
    "cable-not-drawn": {
        "ja": "端の機器を取り込んでいない配線",
        "en": "cables to what was not taken",
    },
    "cluster-no-hosts": {
        "ja": "ホストが分からないクラスター（devices の cluster）",
        "en": "the hosts of a cluster (no device names it)",
    },
    "machine-nowhere": {
        "ja": "クラスターも機器も分からない仮想マシンの載る先",
        "en": "what a virtual machine runs on",
    },
    "service-nowhere": {
        "ja": "動く機器の分からないサービス",
        "en": "services whose machine was not taken",
    },
    "endpoint": {"ja": "{endpoint}（扱わない種類）", "en": "{endpoint} (a sort that is not read)"},
    "page": {
        "ja": "{endpoint} の残りのページ。?limit=0 で全件を出力するか、すべてのページを指定する",
        "en": "further pages of {endpoint}: export with ?limit=0, or name all pages",
    },
    "copies": {
        "ja": "複製 {number} のうち {most} を超えるもの",
        "en": "copies beyond {most} of {number}",
    },
    "bind-mount": {
        "ja": "ホストのフォルダー・無名のボリューム",
        "en": "folders of the host, volumes without a name",
    },
    "network-inside": {"ja": "ホストの中のネットワーク", "en": "networks inside the host"},
    "network-outside": {
        "ja": "外部のネットワーク（何に依存するかは書かれていない）",
        "en": "networks outside (nothing says what they need)",
    },
    "key-unread": {"ja": "読まない項目", "en": "keys that are not read"},
    "object": {"ja": "{kind}（扱わない種類）", "en": "{kind} (a kind that is not read)"},
    "claim-missing": {
        "ja": "マニフェストにない PersistentVolumeClaim",
        "en": "claims that no manifest has",
    },
    "config-missing": {
        "ja": "マニフェストにない ConfigMap",
        "en": "config maps that no manifest has",
    },
    "host-missing": {"ja": "マニフェストにない Service", "en": "services that no manifest has"},
    "selects-nothing": {
        "ja": "どのワークロードも選ばない Service",
        "en": "services that select no workload",
    },
    "backend-missing": {
        "ja": "マニフェストにない Ingress の振り分け先",
        "en": "backends that no manifest has",
    },
    "edge-undirected": {"ja": "向きのない辺", "en": "edges without a direction"},
    "edge-role": {
        "ja": "役割 {role} の辺（requires、starts_with のほか）",
        "en": "edges of the role {role} (neither requires nor starts_with)",
    },
    "edge-self": {"ja": "自分自身への辺", "en": "edges from a node to itself"},
    "edge-again": {"ja": "重なる辺", "en": "edges that say the same again"},
    "group-empty": {"ja": "構成要素のない組", "en": "groups of nothing"},
    "holder-missing": {
        "ja": "データにない held_by",
        "en": "held_by of what is not in the data",
    },
    "graph-sort": {"ja": "{sort}（扱わない要素）", "en": "{sort} (an element that is not read)"},
    "class": {"ja": "{sort}（扱わない種類）", "en": "{sort} (a class that is not read)"},
    "name-several": {
        "ja": "同じ名前が複数あり、どれか分からない",
        "en": "names that several items have",
    },
    "name-missing": {"ja": "データにない名前への関連", "en": "links to what is not in the data"},
    "link-unread": {
        "ja": "意味の分からない関連の表",
        "en": "rows of tables of links that are not understood",
    },
    # --- tables of results ---------------------------------------------------------------------
    "yes": {"ja": "はい", "en": "yes"},
    "no": {"ja": "いいえ", "en": "no"},
    "sort-component": {"ja": "構成要素", "en": "component"},
    "sort-function": {"ja": "業務", "en": "function"},
    "column-id": {"ja": "ID", "en": "id"},
    "column-name": {"ja": "名称", "en": "name"},
    "column-sort": {"ja": "区分", "en": "sort"},
    "column-component": {"ja": "構成要素", "en": "component"},
    "column-procedure": {"ja": "復旧手順", "en": "procedure"},
    "column-task": {"ja": "作業", "en": "task"},
    "column-crew": {"ja": "要員", "en": "crew"},
    "column-start-s": {"ja": "開始（秒）", "en": "start (s)"},
    "column-start-h": {"ja": "開始（時間）", "en": "start (h)"},
    "column-finish-s": {"ja": "終了（秒）", "en": "finish (s)"},
    "column-finish-h": {"ja": "終了（時間）", "en": "finish (h)"},
    "column-from-s": {"ja": "停止の始まり（秒）", "en": "down from (s)"},
    "column-from-h": {"ja": "停止の始まり（時間）", "en": "down from (h)"},
    "column-to-s": {"ja": "停止の終わり（秒）", "en": "down to (s)"},
    "column-to-h": {"ja": "停止の終わり（時間）", "en": "down to (h)"},
    "column-damaged": {"ja": "損傷", "en": "damaged"},
    "column-causes": {"ja": "原因", "en": "causes"},
    "column-restored-s": {"ja": "再開（秒）", "en": "restored (s)"},
    "column-restored-h": {"ja": "再開（時間）", "en": "restored (h)"},
    "column-downtime-s": {"ja": "停止時間（秒）", "en": "downtime (s)"},
    "column-downtime-h": {"ja": "停止時間（時間）", "en": "downtime (h)"},
    "column-rto-s": {"ja": "目標復旧時間（秒）", "en": "RTO (s)"},
    "column-rto-met": {"ja": "目標復旧時間を守れる", "en": "RTO met"},
    "column-mtpd-s": {"ja": "最大許容停止時間（秒）", "en": "MTPD (s)"},
    "column-mtpd-met": {"ja": "最大許容停止時間を守れる", "en": "MTPD met"},
    "column-rpo-s": {"ja": "目標復旧時点（秒）", "en": "RPO (s)"},
    "column-data-loss-s": {"ja": "失うデータ（秒）", "en": "data loss (s)"},
    "column-rpo-met": {"ja": "目標復旧時点を守れる", "en": "RPO met"},
    "column-loss": {"ja": "損失（重み付き時間）", "en": "loss (weighted hours)"},
    "functions-beyond": {
        "ja": "業務を仮に置かなかったもの（上限 {most}）",
        "en": "components without a made-up function (at most {most})",
    },
}

FAULTS: dict[str, dict[Lang, str]] = {
    "foreign-too-many-things": {
        "ja": "構成要素が多すぎます（上限 {most}）。拠点などで絞って出力し直してください。",
        "en": "makes more than {most} components; export fewer, a site at a time for example",
    },
    "foreign-too-many-needs": {
        "ja": "依存関係が多すぎます（必要とされるものの延べ数の上限 {most}）。絞って出力し直してください。",
        "en": "makes needs that name more than {most} providers; export fewer",
    },
    "foreign-too-many": {
        "ja": "件数が多すぎます（上限 {most}）。絞って出力し直してください。",
        "en": "holds more than {most} entries; export fewer",
    },
    "foreign-not-utf-8": {
        "ja": "UTF-8 ではありません。UTF-8 で保存し直してください。",
        "en": "is not UTF-8; save it again as UTF-8",
    },
    "foreign-not-json": {
        "ja": "JSON として読めません。元の道具から出力し直してください。",
        "en": "cannot be read as JSON; export it again",
    },
    "foreign-no-number": {
        "ja": "NaN、Infinity や大きすぎる数は使えません。数か null にしてください。",
        "en": "NaN, Infinity and numbers beyond all bounds cannot stand here; write a number or null",
    },
    "foreign-key-twice": {
        "ja": "同じ項目が一つのオブジェクトに2回あります。一つにしてください。",
        "en": "stands twice in one object; keep one of them",
    },
    "foreign-not-object": {
        "ja": "項目の組（オブジェクト）が要ります。",
        "en": "must be an object with keys",
    },
    "foreign-not-list": {
        "ja": "一覧（リスト）が要ります。",
        "en": "must be a list",
    },
    "foreign-no-id": {
        "ja": "番号（id）がありません。REST API の出力をそのまま使ってください。",
        "en": "has no number as its id; use what the REST API returns, unchanged",
    },
    "foreign-number-twice": {
        "ja": "番号 {number} は内容の違うものが既にあります（{first}）。どちらかを除いてください。",
        "en": "number {number} is there with other content ({first}); take one of them out",
    },
    "foreign-not-netbox": {
        "ja": "NetBox の一覧が見つかりません。REST API の出力（{known}）を指定してください。",
        "en": "no list of NetBox found; name what its REST API returns for {known}",
    },
    "foreign-map-form": {
        "ja": "対応表には「roles: {{役割の名前: 区分, …}}」だけを書いてください。",
        "en": "a map file holds only `roles: {{NAME OF THE ROLE: PART, …}}`",
    },
    "foreign-map-part": {
        "ja": "「{value}」は区分ではありません。使えるもの: {known}",
        "en": "`{value}` is no part; there are {known}",
    },
    "foreign-not-compose": {
        "ja": "Docker Compose のファイルではありません（services がありません）。",
        "en": "is no Compose file: it has no services",
    },
    "foreign-no-service": {
        "ja": "「{value}」というサービスはありません。あるもの: {known}",
        "en": "there is no service `{value}`; there are {known}",
    },
    "foreign-not-kubernetes": {
        "ja": "ワークロード（Deployment、StatefulSet、DaemonSet、Pod）がありません。マニフェストを指定してください。",
        "en": "has no workload (Deployment, StatefulSet, DaemonSet, Pod); name manifests",
    },
    "foreign-no-kind": {
        "ja": "kind のあるオブジェクトではありません。Helm などのテンプレートは、展開してから指定してください。",
        "en": "is no object with a kind; templates (of Helm, say) have to be rendered first",
    },
    "foreign-no-name": {
        "ja": "名前がありません。名前を書いてください。",
        "en": "has no name; give it one",
    },
    "foreign-object-twice": {
        "ja": "{name} が2回あります。一つにしてください。",
        "en": "{name} is there twice; keep one of them",
    },
    "foreign-not-xml": {
        "ja": "XML として読めません。元の道具から出力し直してください。",
        "en": "cannot be read as XML; export it again",
    },
    "foreign-doctype": {
        "ja": "文書型宣言（<!DOCTYPE>）のあるファイルは、安全のため読みません。宣言を除いてください。",
        "en": "has a document type (<!DOCTYPE>), which is refused for safety; take it out",
    },
    "foreign-not-graphml": {
        "ja": "GraphML ではありません。",
        "en": "is no GraphML",
    },
    "foreign-not-node-link": {
        "ja": "node-link 形式の JSON ではありません（nodes と、edges 又は links の一覧が要ります）。",
        "en": "is no node-link JSON: it needs a list `nodes` and a list `edges` or `links`",
    },
    "foreign-no-nodes": {
        "ja": "構成要素になる節点がありません。",
        "en": "has no node that is a component",
    },
    "foreign-no-node-id": {
        "ja": "節点を示す id（文字列か整数）がありません。",
        "en": "has no id of a node here, a text or a whole number",
    },
    "foreign-no-node": {
        "ja": "「{value}」という節点はありません。",
        "en": "there is no node `{value}`",
    },
    "foreign-node-twice": {
        "ja": "節点「{value}」は既にあります（{first}）。idを変えてください。",
        "en": "the node `{value}` is there already ({first}); give one of them another id",
    },
    "foreign-no-duration": {
        "ja": "{name} の「{value}」は時間ではありません。30m、4h、3d のように書いてください。",
        "en": "{name}: `{value}` is no length of time; write 30m, 4h or 3d",
    },
    "foreign-no-count": {
        "ja": "{name} の「{value}」は1以上の整数ではありません。",
        "en": "{name}: `{value}` is not a whole number from 1 on",
    },
    "foreign-not-table": {
        "ja": "表として読めません。1行目に見出しがあり、列を「,」「;」又はタブで区切ったCSVを指定してください。",
        "en": "is no table; name a CSV file with headings in its first line and columns separated by comma, semicolon or tab",
    },
    "foreign-not-csv-text": {
        "ja": "文字コードが UTF-8 でも CP932（シフトJIS）でもありません。どちらかで保存し直してください。",
        "en": "is neither UTF-8 nor CP932; save it again in one of them",
    },
    "foreign-quote": {
        "ja": '引用符（"）の使い方が正しくありません。元の道具から出力し直してください。',
        "en": "has a quotation mark in the wrong place; export it again",
    },
    "foreign-row-length": {
        "ja": "列が {found} あります（見出しは {wanted}）。区切りの文字を含む欄は引用符で囲んでください。",
        "en": "has {found} columns where the headings are {wanted}; put quotes around cells with a separator",
    },
    "foreign-not-itop": {
        "ja": "iTop の構成アイテムがありません。ファイル名をクラス名（Server.csv など）にするか、finalclass の列を付けてください。",
        "en": "has no configuration items of iTop; name the file after its class (Server.csv …) or add the column finalclass",
    },
    "foreign-not-glpi": {
        "ja": "GLPI の資産がありません。ファイル名を種類（Computer.csv など）にするか、itemtype の列を付けてください。",
        "en": "has no assets of GLPI; name the file after their sort (Computer.csv …) or add the column itemtype",
    },
}
