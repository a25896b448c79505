"""The commands that take in data of other tools and give graphs and results to others."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

_WORKSPACE: Mapping[Lang, str] = {
    "ja": "新しいフォルダーに台帳と被害想定 cold-start を作ります。既にあるものは書き換えません。所要時間、目標復旧時間（RTO）、要員は元のデータにないため、仮の値に「要記入」の印を付けます。取り込んだもの、導いたもの、推測したもの、取り込まなかったものを、件数と理由とともに示します。",
    "en": "Makes a new folder with an inventory and the scenario `cold-start`; nothing that is there is changed. Durations, targets and people are not in the data: they are made up and marked `to fill in`. What was taken, derived, guessed and left out is told, with numbers and reasons.",
}


def _help(ja: str, en: str) -> Mapping[Lang, str]:
    return {"ja": f"{ja}\n\n{_WORKSPACE['ja']}", "en": f"{en}\n\n{_WORKSPACE['en']}"}


WORDS: dict[str, Mapping[Lang, str]] = {
    # --- in --------------------------------------------------------------------------------------
    "argument-foreign-files": {"ja": "ファイル（複数可）", "en": "one or more files"},
    "argument-foreign-file": {"ja": "ファイル", "en": "the file"},
    "option-foreign-output": {
        "ja": "作るフォルダー。省略するとファイルの名前から決めます。",
        "en": "the folder to make; named after the first file if left out",
    },
    "option-foreign-map": {
        "ja": "役割の区分を書いたファイル（roles: {{名前: core, …}}）",
        "en": "a file that says what roles mean (roles: {{NAME: core, …}})",
    },
    "option-foreign-spares": {
        "ja": "クラスターが失ってもよいホストの数（省略時 1）",
        "en": "hosts that a cluster can lose (1 if left out)",
    },
    "option-foreign-up-to": {
        "ja": "ここまでを必要とみなす（省略時 circuit）。core なら、庁内の機器は境界の機器と回線がなくても動く",
        "en": "how far up devices need the network (circuit if left out); with core they run without edge devices and lines",
    },
    "option-foreign-edges": {
        "ja": "A→B の辺の意味。needs: AがBを必要とする（省略時）、feeds: AがBに供給する",
        "en": "what an edge A→B means: A needs B (the default), or A feeds B",
    },
    "option-foreign-details": {
        "ja": "名前をすべて示します。",
        "en": "show every name",
    },
    "short-import-netbox": {
        "ja": "NetBox の REST API の出力（JSON）",
        "en": "what the REST API of NetBox returns (JSON)",
    },
    "help-import-netbox": _help(
        "NetBox の REST API の出力（JSON）から台帳を作ります。拠点・ラック・機器・電源・配線・回線・クラスター・仮想マシン・サービスを読みます。配線には向きがないため、役割の順（アクセス→ディストリビューション→コア→境界→回線→事業者）に一方向の依存関係とし、決められないものは理由とともに挙げます。",
        "Make an inventory from what the REST API of NetBox returns: sites, racks, devices, power, cables, circuits, clusters, virtual machines, services. Cables have no direction: needs run one way, by roles, from access to distribution, core, edge, circuit and provider. What cannot be decided is told with the reason.",
    ),
    "example-import-netbox": {
        "ja": "  bcp import netbox netbox.json\n  bcp import netbox devices.json cables.json power-ports.json -o town\n  bcp import netbox netbox.json --map roles.yaml --spares 2",
        "en": "  bcp import netbox netbox.json\n  bcp import netbox devices.json cables.json power-ports.json -o town\n  bcp import netbox netbox.json --map roles.yaml --spares 2",
    },
    "short-import-compose": {"ja": "Docker Compose のファイル", "en": "a file of Docker Compose"},
    "help-import-compose": _help(
        "Docker Compose のファイルから台帳を作ります。services、depends_on、links、名前付きボリューム、複製の数を読み、すべてを1台のホストに載せます。",
        "Make an inventory from a Compose file: services, depends_on, links, named volumes and replicas, all on one host.",
    ),
    "example-import-compose": {
        "ja": "  bcp import compose compose.yaml -o portal",
        "en": "  bcp import compose compose.yaml -o portal",
    },
    "short-import-kubernetes": {
        "ja": "Kubernetes のマニフェスト",
        "en": "manifests of Kubernetes",
    },
    "help-import-kubernetes": _help(
        "Kubernetes のマニフェストから台帳を作ります。Ingress → Service → ワークロード → 永続ボリュームの依存関係と、環境変数・ConfigMap に現れる Service を読みます。",
        "Make an inventory from manifests: ingress → service → workload → claim, and the services that environments and config maps name.",
    ),
    "example-import-kubernetes": {
        "ja": "  bcp import kubernetes k8s/*.yaml -o portal",
        "en": "  bcp import kubernetes k8s/*.yaml -o portal",
    },
    "short-import-graphml": {"ja": "GraphML の図", "en": "a graph in GraphML"},
    "help-import-graphml": _help(
        "GraphML（networkx、yEd、Gephi など）から台帳を作ります。bcp export graphml の出力は元の構造に戻ります。",
        "Make an inventory from GraphML, as networkx, yEd or Gephi write it. What `bcp export graphml` wrote comes back with the same structure.",
    ),
    "example-import-graphml": {
        "ja": "  bcp import graphml network.graphml --edges feeds",
        "en": "  bcp import graphml network.graphml --edges feeds",
    },
    "short-import-node-link": {"ja": "node-link 形式の JSON", "en": "a graph in node-link JSON"},
    "help-import-node-link": _help(
        "node-link 形式の JSON（networkx など）から台帳を作ります。",
        "Make an inventory from node-link JSON, as networkx writes it.",
    ),
    "example-import-node-link": {
        "ja": "  bcp import node-link graph.json -o town",
        "en": "  bcp import node-link graph.json -o town",
    },
    "short-import-itop": {"ja": "iTop の CSV", "en": "CSV files of iTop"},
    "help-import-itop": _help(
        "iTop が出力した CSV から台帳を作ります。構成アイテムの表（Server.csv など）と、関連の表（lnkApplicationSolutionToFunctionalCI.csv など）を一緒に指定します。",
        "Make an inventory from CSV files that iTop exported: tables of configuration items (Server.csv …) together with tables of links (lnkApplicationSolutionToFunctionalCI.csv …).",
    ),
    "example-import-itop": {
        "ja": "  bcp import itop itop/*.csv -o town",
        "en": "  bcp import itop itop/*.csv -o town",
    },
    "short-import-glpi": {"ja": "GLPI の CSV", "en": "CSV files of GLPI"},
    "help-import-glpi": _help(
        "GLPI が出力した CSV から台帳を作ります。資産の一覧（Computer.csv など）と、影響分析の関係（glpi_impactrelations.csv）を一緒に指定します。",
        "Make an inventory from CSV files that GLPI exported: lists of assets (Computer.csv …) together with the relations of its impact analysis (glpi_impactrelations.csv).",
    ),
    "example-import-glpi": {
        "ja": "  bcp import glpi Computer.csv NetworkEquipment.csv glpi_impactrelations.csv",
        "en": "  bcp import glpi Computer.csv NetworkEquipment.csv glpi_impactrelations.csv",
    },
    "foreign-done": {
        "ja": "{target} を作りました（構成要素 {components}、業務 {functions}、依存関係 {needs}）。",
        "en": "{target} made: {components} components, {functions} functions, {needs} needs.",
    },
    "foreign-counts": {
        "ja": "取込み {taken}、導出 {derived}、推測 {guessed}、除外 {left_out}",
        "en": "taken {taken}, derived {derived}, guessed {guessed}, left out {left_out}",
    },
    "foreign-number": {"ja": "件数", "en": "No."},
    "foreign-what": {"ja": "内容", "en": "What"},
    "foreign-more": {"ja": "{names} ほか{number}件", "en": "{names} and {number} more"},
    "foreign-too-many-files": {
        "ja": "一度に指定できるファイルは {most} までです。",
        "en": "no more than {most} files at once",
    },
    "foreign-next": {
        "ja": "「要記入」の値を直してから、結果を使ってください。",
        "en": "Put real values where it says `to fill in` before you use a result.",
    },
    # --- out -------------------------------------------------------------------------------------
    "option-export-within": {
        "ja": "この場所の中にあるものだけ（場所そのものを含む）",
        "en": "only what stands in this place, and the place",
    },
    "option-export-around": {
        "ja": "このIDの周りだけ（--depth の段数まで）",
        "en": "only what is around this id, --depth steps far",
    },
    "option-export-depth": {
        "ja": "--around からの段数（省略時 2）",
        "en": "steps from --around (2 if left out)",
    },
    "option-export-graph-output": {
        "ja": "書き出すファイル。省略すると標準出力に書きます。",
        "en": "the file to write; standard output if left out",
    },
    "graph-cut": {
        "ja": "切り出した外への依存関係 {number} を省きました。",
        "en": "{number} needs of what lies outside were left out",
    },
    "depth-without-around": {
        "ja": "--depth は --around と一緒に指定してください。",
        "en": "--depth goes with --around",
    },
    "not-a-place": {
        "ja": "「{name}」は構成要素ではありません。--within には場所のIDを指定してください。",
        "en": "`{name}` is no component; --within takes the id of a place",
    },
    "nobody-around": {
        "ja": "「{name}」は構成要素でも業務でもありません。--around にはどちらかのIDを指定してください。",
        "en": "`{name}` is neither a component nor a function; --around takes the id of one",
    },
    "short-export-graphml": {
        "ja": "依存関係の図（GraphML）",
        "en": "the dependency graph as GraphML",
    },
    "help-export-graphml": {
        "ja": "依存関係を GraphML で書き出します。辺は「必要とする側 → 必要とされる側」です。組（any_of）は at_least の付いた節点に、持ちこたえる時間（holdover）は辺の属性になります。bcp import graphml で同じ構造に戻ります。",
        "en": "Write who needs whom as GraphML. An edge runs from what needs to what is needed; a group is a node with `at_least`; a reserve (`holdover`) stands on the edge. `bcp import graphml` brings the same structure back.",
    },
    "example-export-graphml": {
        "ja": "  bcp export graphml -o town.graphml\n  bcp export graphml --within server-room -o room.graphml",
        "en": "  bcp export graphml -o town.graphml\n  bcp export graphml --within server-room -o room.graphml",
    },
    "short-export-dot": {
        "ja": "依存関係の図（Graphviz DOT）",
        "en": "the dependency graph for Graphviz",
    },
    "help-export-dot": {
        "ja": "依存関係を Graphviz の DOT で書き出します。場所は枠になります。",
        "en": "Write who needs whom in DOT, for Graphviz. Places become frames.",
    },
    "example-export-dot": {
        "ja": "  bcp export dot -o town.dot\n  dot -Tsvg town.dot -o town.svg",
        "en": "  bcp export dot -o town.dot\n  dot -Tsvg town.dot -o town.svg",
    },
    "short-export-mermaid": {
        "ja": "依存関係の図（Mermaid）",
        "en": "the dependency graph as Mermaid",
    },
    "help-export-mermaid": {
        "ja": "依存関係を Mermaid で書き出します。Markdown に貼れます。大きな台帳は --around や --within で切り出してください。",
        "en": "Write who needs whom as Mermaid, to put into Markdown. Cut large inventories with --around or --within.",
    },
    "example-export-mermaid": {
        "ja": "  bcp export mermaid --around resident-certificates --depth 2",
        "en": "  bcp export mermaid --around resident-certificates --depth 2",
    },
    "short-export-node-link": {
        "ja": "依存関係の図（node-link 形式の JSON）",
        "en": "the dependency graph as node-link JSON",
    },
    "help-export-node-link": {
        "ja": "依存関係を node-link 形式の JSON（networkx の node_link_graph で読める）で書き出します。",
        "en": "Write who needs whom as node-link JSON, which `node_link_graph` of networkx reads.",
    },
    "example-export-node-link": {
        "ja": "  bcp export node-link -o town.json",
        "en": "  bcp export node-link -o town.json",
    },
    "short-export-json": {
        "ja": "依存関係の一覧（JSON）",
        "en": "components, functions and needs as plain JSON",
    },
    "help-export-json": {
        "ja": "構成要素、業務と、誰が何を必要とするかを、そのままの形の JSON で書き出します。時間は秒です。",
        "en": "Write components, functions and needs as plain JSON, groups as they are, times in seconds.",
    },
    "example-export-json": {
        "ja": "  bcp export json -o town.json",
        "en": "  bcp export json -o town.json",
    },
    "short-export-results": {
        "ja": "模擬の結果の表（CSV・JSON）",
        "en": "results of a simulation as tables (CSV, JSON)",
    },
    "help-export-results": {
        "ja": "被害想定を模擬し、業務（functions）、復旧作業（tasks）、停止の区間（outages）を一つずつの表にします。CSVはExcelで開けるUTF-8（BOM付き）で、数式と見なされる欄には先頭に「'」を付けます。時間は秒と、発生からの時間（h）です。",
        "en": "Play a scenario and write three tables: functions, tasks, and the intervals in which things were down (outages). CSV is UTF-8 with a mark, as Excel wants it; cells that would be formulas begin with an apostrophe. Times are in seconds and in hours since the incident.",
    },
    "example-export-results": {
        "ja": "  bcp export results quake -o quake-results\n  bcp export results quake --format json",
        "en": "  bcp export results quake -o quake-results\n  bcp export results quake --format json",
    },
    "option-export-results-output": {
        "ja": "作るフォルダー。省略すると「被害想定のID-results」です。",
        "en": "the folder to make; SCENARIO-results if left out",
    },
    "option-export-results-format": {
        "ja": "形式（省略時 csv）",
        "en": "the format (csv if left out)",
    },
}
