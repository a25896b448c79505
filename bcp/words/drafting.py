"""What a drafted drill says: the texts of its injects, objectives and participants."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the head
    "drill-name": {"ja": "{kind}「{name}」", "en": "{kind}: {name}"},
    "kind-image-up": {"ja": "イメージアップ訓練", "en": "Awareness drill"},
    "kind-walkthrough": {"ja": "ウォークスルー訓練", "en": "Walk-through drill"},
    "kind-restore": {"ja": "リストア訓練", "en": "Restore drill"},
    "kind-power-cut": {"ja": "停電対応訓練", "en": "Power-cut drill"},
    "kind-damage-survey": {"ja": "被害状況調査訓練", "en": "Damage-survey drill"},
    "kind-full-scale": {"ja": "フルスケール訓練", "en": "Full-scale exercise"},
    "kind-tabletop": {"ja": "机上訓練", "en": "Table-top drill"},
    "kind-functional": {"ja": "機能別訓練", "en": "Functional drill"},
    "kind-connectivity": {"ja": "通信確認訓練", "en": "Connectivity drill"},
    "kind-assembly": {"ja": "参集訓練", "en": "Assembly drill"},
    "drill-purpose": {
        "ja": "業務継続計画のとおりに初動と復旧ができるかを確かめ、判断と連絡の力を高め、計画の不備を見つける。",
        "en": "See whether the first response and the recovery go as the continuity plan says, "
        "practise deciding and reporting, and find what the plan lacks.",
    },
    "drill-safety": {
        "ja": "本番の機器・データ・回線に触れない。訓練の連絡は必ず「訓練」と言ってから始め、庁外へは送らない。",
        "en": "Touch no live machine, data or line. Every message of the drill begins with the word "
        "EXERCISE, and none leaves the building.",
    },
    "drill-stop": {
        "ja": "実際の災害・障害・急病が起きたとき。進行役が「訓練中止」と告げて終える。",
        "en": "A real disaster, fault or emergency: the facilitator calls out that the drill is over.",
    },
    "document-plan": {"ja": "業務継続計画（復旧手順）", "en": "Continuity plan (procedures)"},
    "document-order": {"ja": "復旧優先順位表", "en": "Recovery priority table"},
    # --- people and means
    "facilitator": {"ja": "進行役", "en": "Facilitator"},
    "controller": {"ja": "状況付与役", "en": "Controller"},
    "recorder": {"ja": "記録係", "en": "Recorder"},
    "evaluator": {"ja": "評価者", "en": "Evaluator"},
    "player": {"ja": "{team} 担当", "en": "{team}"},
    "player-vendor": {"ja": "{team} 技術者", "en": "Engineer of {team}"},
    "everyone": {"ja": "全員", "en": "everyone"},
    "just-now": {"ja": "先ほど", "en": "just now"},
    "public-relations": {"ja": "広報担当", "en": "Public relations"},
    "headquarters-disaster": {"ja": "災害対策本部", "en": "Disaster headquarters"},
    "headquarters-normal": {"ja": "副市長", "en": "Deputy mayor"},
    "means-phone": {"ja": "電話", "en": "telephone"},
    "means-face": {"ja": "対面", "en": "face to face"},
    "means-word": {"ja": "口頭", "en": "by word of mouth"},
    # --- pieces of sentences
    "list": {"ja": "{ids}", "en": "{ids}"},
    "list-more": {"ja": "{ids} ほか{number}件", "en": "{ids} and {number} more"},
    "crew": {"ja": "{team}{number}人", "en": "{number} of {team}"},
    "crew-none": {"ja": "人手なし", "en": "nobody"},
    "workaround": {
        "ja": "代替手段（{name}、停止の{after}後から）を案内する。",
        "en": "Offer the workaround ({name}, from {after} after the stop on).",
    },
    "workaround-of-plan": {"ja": "計画の代替手段", "en": "as the plan has it"},
    "no-workaround": {
        "ja": "代替手段がないことを伝え、後日の受付を案内する。",
        "en": "Say that there is no workaround and when to come again.",
    },
    "latest": {
        "ja": "遅くとも発災から{latest}後までに着手する。",
        "en": "It has to begin {latest} after the incident at the latest.",
    },
    "at-once": {"ja": "直ちに着手する。", "en": "It has to begin at once."},
    "forecast": {
        "ja": "「{function}」は発災から{after}後",
        "en": "{function} {after} after the incident",
    },
    "forecast-none": {"ja": "見込みは立たない", "en": "nothing can be foreseen"},
    "opening-out": {
        "ja": "{ids}が使えない模様です。",
        "en": "These seem to be out: {ids}. ",
    },
    "opening-all": {
        "ja": "影響の範囲は分かっていません。",
        "en": "How far it reaches is not known. ",
    },
    "plan-procedure": {"ja": "復旧手順「{procedure}」", "en": "Procedure: {procedure}"},
    "plan-order": {"ja": "復旧優先順位表", "en": "Recovery priority table"},
    # --- the opening
    "opening-earthquake-text": {
        "ja": "これは訓練です。{when}、市内で強い揺れがありました（想定: {name}）。{out}庁内の被害はまだ分かりません。",
        "en": "This is an exercise. At {when} the city was shaken hard (scenario: {name}). {out}"
        "The damage in the building is not known yet.",
    },
    "opening-flood-text": {
        "ja": "これは訓練です。{when}、庁舎に水が入り始めたと守衛から連絡がありました（想定: {name}）。{out}",
        "en": "This is an exercise. At {when} the guard reports water coming into the building "
        "(scenario: {name}). {out}",
    },
    "opening-blackout-text": {
        "ja": "これは訓練です。{when}、停電しました（想定: {name}）。{out}復旧の時刻は分かりません。",
        "en": "This is an exercise. At {when} the power failed (scenario: {name}). {out}"
        "Nobody knows when it will be back.",
    },
    "opening-ransomware-text": {
        "ja": "これは訓練です。{when}、複数の課から「ファイルが開けず、見慣れない英文が出ている」と連絡がありました（想定: {name}）。{out}",
        "en": "This is an exercise. At {when} several divisions report files that do not open and a "
        "strange message (scenario: {name}). {out}",
    },
    "opening-failure-text": {
        "ja": "これは訓練です。{when}、情報システムに障害が起きました（想定: {name}）。{out}原因は分かっていません。",
        "en": "This is an exercise. At {when} systems failed (scenario: {name}). {out}"
        "The cause is not known.",
    },
    "opening-pandemic-text": {
        "ja": "これは訓練です。{when}、感染症による欠勤が急に増えています（想定: {name}）。{out}",
        "en": "This is an exercise. At {when} more and more people report sick (scenario: {name}). "
        "{out}",
    },
    "opening-other-text": {
        "ja": "これは訓練です。{when}、次の事態が起きました（想定: {name}）。{out}",
        "en": "This is an exercise. At {when} this happened (scenario: {name}). {out}",
    },
    **{
        f"opening-{kind}-expected": {
            "ja": "責任者を決め、調査・復旧・連絡・記録の役割を割り当てる。分かっていることと分からないことを書き出し、最初の判断をする。",
            "en": "Name who is in charge, share out survey, recovery, contact and record, write "
            "down what is known and what is not, and take the first decision.",
        }
        for kind in (
            "earthquake",
            "flood",
            "blackout",
            "ransomware",
            "failure",
            "pandemic",
            "other",
        )
    },
    # --- calls of departments
    "call-1-text": {
        "ja": "{department}です。「{function}」ができなくなりました。待っている方がいます。いつごろ戻りますか。",
        "en": "{department} here. “{function}” has stopped and people are waiting. When will it be back?",
    },
    "call-2-text": {
        "ja": "{department}です。画面が固まったままで「{function}」を進められません。受付を止めてよいですか。",
        "en": "{department} here. The screens are frozen and “{function}” cannot go on. Shall we stop "
        "taking requests?",
    },
    "call-3-text": {
        "ja": "{department}です。「{function}」が使えません。うちだけでしょうか。機器の電源を入れ直してもよいですか。",
        "en": "{department} here. “{function}” does not work. Is it only us? May we switch the machines "
        "off and on?",
    },
    "call-4-text": {
        "ja": "{department}です。「{function}」が止まっています。手作業で続けるなら、いつまで続ければよいか教えてください。",
        "en": "{department} here. “{function}” is down. If we are to go on by hand, until when?",
    },
    **{
        f"call-{number}-expected": {
            "ja": "時刻と内容を記録し、復旧の見込みか次に連絡する時刻を答える。{workaround}目標は停止から{rto}以内（「{function}」、{department}）。",
            "en": "Write down time and content, and say when it will be back or when to expect news. "
            "{workaround} The target is {rto} ({function}, {department}).",
        }
        for number in range(1, 5)
    },
    "call-staff-text": {
        "ja": "{department}です。職員がそろわず「{function}」を開けられません。応援をもらえますか。",
        "en": "{department} here. Too few of us have come to open “{function}”. Can you send help?",
    },
    "call-staff-expected": {
        "ja": "必要な人数と時間を聞き取り、応援を本部に上げる。{workaround}目標は停止から{rto}以内（「{function}」、{department}）。",
        "en": "Ask how many are needed and for how long, and pass it on to headquarters. {workaround} "
        "The target is {rto} ({function}, {department}).",
    },
    "call-again-text": {
        "ja": "{department}です。いったん戻った「{function}」がまた使えなくなりました。",
        "en": "{department} here. “{function}” had come back and has stopped again.",
    },
    "call-again-expected": {
        "ja": "時刻を記録し、何が変わったか（電源・燃料・通信・人）を確かめ、見込みを伝え直す。{workaround}目標は合計で{rto}以内（「{function}」、{department}）。",
        "en": "Write down the time, find out what has changed (power, fuel, lines, people), and give "
        "a new forecast. {workaround} The target is {rto} in all ({function}, {department}).",
    },
    "impatient-text": {
        "ja": "{department}です。先ほどの件、まだ返事がありません。「{function}」を待つ方の列が延びています。課長が替わります。",
        "en": "{department} again. We have heard nothing and the queue for “{function}” is growing. My "
        "chief wants a word.",
    },
    "impatient-expected": {
        "ja": "待たせたことを詫び、見込みか次に連絡する時刻を必ず答える。{workaround}返事が遅れた理由を記録する（「{function}」、{department}、目標{rto}）。",
        "en": "Apologise, and give a forecast or the time of the next call. {workaround} Note why the "
        "answer was late ({function}, {department}, target {rto}).",
    },
    # --- what is seen
    "sight-machines-from": {"ja": "監視担当", "en": "Monitoring"},
    "sight-machines-means": {"ja": "監視画面", "en": "monitoring screen"},
    "sight-machines-text": {"ja": "応答がありません: {ids}", "en": "No answer from {ids}."},
    "sight-machines-expected": {
        "ja": "調査票に書き出し、現地を確かめる。",
        "en": "Enter them in the survey sheet and have a look on site.",
    },
    "sight-machines-work-text": {"ja": "応答がありません: {ids}", "en": "No answer from {ids}."},
    "sight-machines-work-expected": {
        "ja": "調査票に書き出し、復旧の順を決める。計画では「{component}」の「{task}」（{procedure}）を{crew}で始める。",
        "en": "Enter them in the survey sheet and settle the order. The plan begins with {component}, "
        "“{task}” ({procedure}), by {crew}.",
    },
    "sight-data-from": {"ja": "監視担当", "en": "Monitoring"},
    "sight-data-means": {"ja": "監視画面", "en": "monitoring screen"},
    "sight-data-text": {
        "ja": "書き換えられて使えないものがあります: {ids}",
        "en": "Altered and of no use: {ids}.",
    },
    "sight-data-expected": {
        "ja": "広がりを止め、触らずに状態を記録し、使えるバックアップを確かめる。",
        "en": "Stop it from spreading, record the state untouched, and look for usable backups.",
    },
    "sight-data-work-text": {
        "ja": "書き換えられて使えないものがあります: {ids}",
        "en": "Altered and of no use: {ids}.",
    },
    "sight-data-work-expected": {
        "ja": "広がりを止め、触らずに状態を記録し、使えるバックアップを確かめる。計画では「{component}」の「{task}」（{procedure}）を{crew}で始める。",
        "en": "Stop it from spreading, record the state untouched, and look for usable backups. The "
        "plan begins with {component}, “{task}” ({procedure}), by {crew}.",
    },
    "sight-facilities-from": {"ja": "守衛・庁舎管理", "en": "Guard and facilities"},
    "sight-facilities-means": {"ja": "対面", "en": "face to face"},
    "sight-facilities-text": {
        "ja": "見回りで異常が見つかりました: {ids}。どうしますか。",
        "en": "On the round we found something wrong with {ids}. What shall we do?",
    },
    "sight-facilities-expected": {
        "ja": "人の安全を確かめ、立入りを止めるか決め、専門の業者を呼ぶ。",
        "en": "See that nobody is in danger, decide whether to bar the place, and call who can mend it.",
    },
    "sight-facilities-work-text": {
        "ja": "見回りで異常が見つかりました: {ids}。どうしますか。",
        "en": "On the round we found something wrong with {ids}. What shall we do?",
    },
    "sight-facilities-work-expected": {
        "ja": "人の安全を確かめ、立入りを止めるか決める。計画では「{component}」の「{task}」（{procedure}）を{crew}で始める。",
        "en": "See that nobody is in danger and decide whether to bar the place. The plan begins with "
        "{component}, “{task}” ({procedure}), by {crew}.",
    },
    "sight-outside-from": {"ja": "関係機関", "en": "Outside bodies"},
    "sight-outside-means": {"ja": "無線・携帯", "en": "radio or mobile"},
    "sight-outside-text": {
        "ja": "使えないとの連絡が入りました: {ids}。いつ戻るかは分かりません。",
        "en": "Reported to be out: {ids}. Nobody can say for how long.",
    },
    "sight-outside-expected": {
        "ja": "何が止まるかを洗い出し、予備（発電機・無停電電源装置・別の回線）がいつまで持つかを確かめ、本部に伝える。",
        "en": "List what stops with it, find out how long the reserves last (generator, UPS, another "
        "line), and tell headquarters.",
    },
    # --- people who arrive
    "arrival-vendor-text": {
        "ja": "{team}です。{number}人が作業に入れます。何から始めますか。",
        "en": "{team} here, {number} ready to work. Where do we begin?",
    },
    "arrival-vendor-expected": {
        "ja": "復旧の順に従って指示する。計画では「{component}」の「{task}」（{procedure}）を{crew}で始める。{latest}",
        "en": "Give work by the order of recovery: the plan has {component}, “{task}” ({procedure}), "
        "by {crew}. {latest}",
    },
    "arrival-own-text": {
        "ja": "{team}です。{number}人が動けます。指示をください。",
        "en": "{team} here, {number} on hand. What shall we do?",
    },
    "arrival-own-expected": {
        "ja": "復旧の順に従って指示する。計画では「{component}」の「{task}」（{procedure}）を{crew}で始める。{latest}",
        "en": "Give work by the order of recovery: the plan has {component}, “{task}” ({procedure}), "
        "by {crew}. {latest}",
    },
    # --- what comes back by itself
    "return-outage-from": {"ja": "関係機関", "en": "Outside bodies"},
    "return-outage-text": {
        "ja": "使えるようになったとの連絡が入りました: {ids}",
        "en": "Reported to be back: {ids}.",
    },
    "return-outage-expected": {
        "ja": "起動の順を確かめて立ち上げ、待っている課に見込みを伝える。",
        "en": "Start things in their order and give the divisions that wait a forecast.",
    },
    "return-outage-work-text": {
        "ja": "使えるようになったとの連絡が入りました: {ids}",
        "en": "Reported to be back: {ids}.",
    },
    "return-outage-work-expected": {
        "ja": "起動の順を確かめて立ち上げ、待っている課に見込みを伝える。計画では次に「{component}」の「{task}」（{procedure}）を{crew}で始める。",
        "en": "Start things in their order and give the divisions that wait a forecast. Next by the "
        "plan is {component}, “{task}” ({procedure}), by {crew}.",
    },
    "return-access-from": {"ja": "守衛・庁舎管理", "en": "Guard and facilities"},
    "return-access-text": {
        "ja": "立入りができるようになりました: {ids}",
        "en": "One may go in again: {ids}.",
    },
    "return-access-expected": {
        "ja": "二人以上で入り、被害を調査票に記録し、無理な作業をしない。",
        "en": "Go in by twos at least, record the damage in the survey sheet, and take no risks.",
    },
    "return-access-work-text": {
        "ja": "立入りができるようになりました: {ids}",
        "en": "One may go in again: {ids}.",
    },
    "return-access-work-expected": {
        "ja": "二人以上で入り、被害を調査票に記録する。計画では次に「{component}」の「{task}」（{procedure}）を{crew}で始める。",
        "en": "Go in by twos at least and record the damage in the survey sheet. Next by the plan is "
        "{component}, “{task}” ({procedure}), by {crew}.",
    },
    # --- reports
    "report-1-text": {
        "ja": "{headquarters}です。止まっている業務と原因、復旧の見込みを一枚にまとめて報告してください。",
        "en": "{headquarters} here. Report on one page what has stopped, why, and when it will be back.",
    },
    "report-1-expected": {
        "ja": "業務ごとに停止時刻・目標・見込みを報告する。分からないことは分からないと書く。計画どおりに進めば{forecasts}（{headquarters}へ）。",
        "en": "Report for each function when it stopped, its target and the forecast; say what is not "
        "known. If all goes as planned: {forecasts} (to: {headquarters}).",
    },
    "report-2-text": {
        "ja": "{headquarters}です。住民に再開の見込みを知らせます。いつと言ってよいですか。根拠も教えてください。",
        "en": "{headquarters} here. We want to tell the public when services resume. What may we say, "
        "and on what grounds?",
    },
    "report-2-expected": {
        "ja": "見込みに幅を付けて答え、変わる条件（業者の到着・電源・追加の故障）を添える。計画どおりに進めば{forecasts}（{headquarters}へ）。",
        "en": "Answer with a range and with what may change it (vendors, power, further faults). If all "
        "goes as planned: {forecasts} (to: {headquarters}).",
    },
    "report-3-text": {
        "ja": "{headquarters}です。これから半日で足りなくなる人・物・燃料を挙げてください。",
        "en": "{headquarters} here. Which people, goods and fuel will run short in the next half day?",
    },
    "report-3-expected": {
        "ja": "班ごとの在席と作業、業者の時間、備えの残りを示し、応援と交代を求める。見込みも更新する。計画どおりに進めば{forecasts}（{headquarters}へ）。",
        "en": "Show who is at work and until when, the vendors’ hours and what is left of the reserves; "
        "ask for help and relief; bring the forecast up to date. If all goes as planned: {forecasts} "
        "(to: {headquarters}).",
    },
    "report-late-text": {
        "ja": "{headquarters}です。報告がまだ来ません。会議が始まります。今ここで口頭で答えてください。",
        "en": "{headquarters} here. The report has not come and the meeting begins. Tell us now.",
    },
    "report-late-expected": {
        "ja": "分かっていることだけを三つにまとめて答える。計画どおりに進めば{forecasts}。遅れた理由を記録する（{headquarters}へ）。",
        "en": "Answer with the three things that are known. If all goes as planned: {forecasts}. Note "
        "why it was late (to: {headquarters}).",
    },
    # --- decisions
    "publish-text": {
        "ja": "問い合わせが増えています。分かっていることを今公表しますか。原因がはっきりするまで待ちますか。",
        "en": "More and more people ask. Do we publish now what we know, or wait until the cause is clear?",
    },
    "publish-expected": {
        "ja": "責任者が決め、理由と時刻を記録する。公表するなら、止まっている業務・代わりの方法・次に知らせる時刻を入れる。",
        "en": "Whoever is in charge decides, with reason and time on record. What is published names "
        "the services that are down, what to do instead, and when there will be news.",
    },
    "publish-now": {"ja": "分かっていることを今公表する", "en": "Publish now what is known"},
    "publish-wait": {"ja": "原因がはっきりするまで待つ", "en": "Wait until the cause is clear"},
    "rumour-text": {
        "ja": "「市役所の情報が全部消えた」という投稿が広がっています。取材の申込みも来ました。",
        "en": "Posts claim that the city has lost all its data, and reporters ask for an interview.",
    },
    "rumour-expected": {
        "ja": "事実と違う点を確かめ、公表の判断を見直し、窓口を一つにする。",
        "en": "Find out what is wrong in them, reconsider the decision, and let one person speak.",
    },
    "order-text": {
        "ja": "「{first}」を待つ課と「{second}」を待つ課が、どちらも自分の方を先にと言っています。どちらを先にしますか。",
        "en": "Those who wait for {first} and those who wait for {second} both want to be first. Which "
        "goes first?",
    },
    "order-expected": {
        "ja": "復旧優先順位に照らして決め、待たせる課に理由を伝える。計画では「{first}」が先、「{second}」が後である。",
        "en": "Decide by the recovery priority and tell the others why. The plan puts {first} before "
        "{second}.",
    },
    "order-first": {"ja": "「{name}」を先にする", "en": "{name} first"},
    "shifts-text": {
        "ja": "{team}です。作業が長引きます。全員で続けますか、交代で休みますか。",
        "en": "{team} here. This will take long. Does everyone go on, or do we rest by turns?",
    },
    "shifts-expected": {
        "ja": "見込みの時間と残る作業を見て決める（{team}）。続けるなら、いつ休むかも決める。",
        "en": "Decide by the time and the work that are left ({team}); whoever goes on needs a time "
        "to rest too.",
    },
    "shifts-all": {
        "ja": "全員で続ける（6時間後、疲れて半数になる）",
        "en": "Everyone goes on (half of them drop out after six hours)",
    },
    "shifts-turns": {"ja": "今から交代で休む", "en": "Rest by turns from now on"},
    # --- by the kind of scenario
    "extra-earthquake-1-from": {"ja": "作業班", "en": "Recovery crew"},
    "extra-earthquake-1-text": {
        "ja": "強い余震がありました。作業を続けてよいですか。外に出ますか。",
        "en": "A strong aftershock. Do we go on, or go out?",
    },
    "extra-earthquake-1-expected": {
        "ja": "人の安全を先にし、点呼を取り、再開の条件を決める。",
        "en": "People first: call the roll, and settle what has to be seen before work goes on.",
    },
    "extra-earthquake-2-from": {"ja": "避難所", "en": "Evacuation shelter"},
    "extra-earthquake-2-text": {
        "ja": "避難者の名簿を紙で作っています。後で入力する様式と送り先を教えてください。通信は不安定です。",
        "en": "We list the evacuees on paper. In which form shall it be typed in later, and where do we "
        "send it? The line is unstable.",
    },
    "extra-earthquake-2-expected": {
        "ja": "様式と送り先を示し、通信がない間の渡し方（持込み・無線）を決める。",
        "en": "Name the form and the address, and a way without a line (messenger, radio).",
    },
    "extra-flood-1-from": {"ja": "河川の水防担当", "en": "Flood watch"},
    "extra-flood-1-text": {
        "ja": "水位はまだ上がっています。庁舎の周りはあと2時間で通れなくなります。",
        "en": "The water still rises. In two hours nobody will get to the building.",
    },
    "extra-flood-1-expected": {
        "ja": "残す人と帰す人を決め、持ち出す媒体と書類を上の階へ移す。",
        "en": "Decide who stays and who goes, and carry media and papers upstairs.",
    },
    "extra-flood-2-from": {"ja": "避難所", "en": "Evacuation shelter"},
    "extra-flood-2-text": {
        "ja": "名簿を紙で作っています。市の情報が届きません。誰に聞けばよいですか。",
        "en": "We work on paper and hear nothing from the city. Whom shall we ask?",
    },
    "extra-flood-2-expected": {
        "ja": "連絡先と時刻を決め、届かないときの代わりの手段を示す。",
        "en": "Agree on a contact and a time, and on a way if that fails.",
    },
    "extra-blackout-1-from": {"ja": "庁舎管理", "en": "Facilities"},
    "extra-blackout-1-text": {
        "ja": "発電機の燃料の残りを報告します。このままでは明日まで持ちません。減らせる機器はありますか。",
        "en": "The generator’s fuel will not last until tomorrow. What can be switched off?",
    },
    "extra-blackout-1-expected": {
        "ja": "止めてよい機器を順に挙げ、燃料の手配先と時刻を決める。",
        "en": "Name what can be switched off, in order, and arrange for fuel with a time.",
    },
    "extra-blackout-2-from": {"ja": "監視担当", "en": "Monitoring"},
    "extra-blackout-2-text": {
        "ja": "サーバ室の温度が上がり続けています。35度まであとわずかです。",
        "en": "The server room grows hotter and is close to 35 °C.",
    },
    "extra-blackout-2-expected": {
        "ja": "止める順に正常終了させるか、扉を開けて送風するかを決める。",
        "en": "Decide whether to shut down in order or to open the doors and use fans.",
    },
    "extra-ransomware-1-from": {"ja": "警察（サイバー犯罪担当）", "en": "Police (cyber crime)"},
    "extra-ransomware-1-text": {
        "ja": "証拠の保全をお願いします。通信記録は何日分残っていますか。電源は落とさないでください。",
        "en": "Please keep the evidence. How many days of logs are there? Do not switch anything off.",
    },
    "extra-ransomware-1-expected": {
        "ja": "保全する機器と記録を決め、復旧に使う機器と分ける。",
        "en": "Decide what is kept as evidence, apart from what is needed for the recovery.",
    },
    "extra-ransomware-2-from": {"ja": "個人情報の担当", "en": "Data protection officer"},
    "extra-ransomware-2-text": {
        "ja": "個人情報が漏れたおそれがあるなら、国への速報が要ります。漏れたと考えますか。",
        "en": "If personal data may have leaked, the authority has to be told soon. Do we assume so?",
    },
    "extra-ransomware-2-expected": {
        "ja": "漏えいのおそれありとして扱い、報告の期限・担当・住民への通知を決める。",
        "en": "Treat it as a possible leak, and settle the deadline, who reports, and how people are told.",
    },
    "extra-failure-1-from": {"ja": "保守事業者の窓口", "en": "Vendor’s help desk"},
    "extra-failure-1-text": {
        "ja": "原因を調べるため、記録の一式と直前に行った作業の内容を送ってください。",
        "en": "To find the cause we need all logs and what was done just before.",
    },
    "extra-failure-1-expected": {
        "ja": "記録を保存してから渡し、直前の変更を洗い出す。復旧を先にするか原因調査を先にするか決める。",
        "en": "Save the logs before handing them over, list the last changes, and decide whether to "
        "recover or to investigate first.",
    },
    "extra-failure-2-from": {"ja": "監視担当", "en": "Monitoring"},
    "extra-failure-2-text": {
        "ja": "止まる直前に処理していた申請が、二重に登録されているかもしれません。",
        "en": "Requests in progress when it stopped may have been entered twice.",
    },
    "extra-failure-2-expected": {
        "ja": "照合の方法と担当を決め、済むまで使わせない範囲を示す。",
        "en": "Settle how and by whom it is checked, and what may not be used until then.",
    },
    "extra-pandemic-1-from": {"ja": "人事担当", "en": "Personnel"},
    "extra-pandemic-1-text": {
        "ja": "明日はさらに1割が休みます。止めてよい業務を挙げてください。",
        "en": "Another tenth will be absent tomorrow. Which functions can be stopped?",
    },
    "extra-pandemic-1-expected": {
        "ja": "業務のランクに従って止める順を示し、回せる人を挙げる。",
        "en": "Name them by rank, and who can be moved.",
    },
    "extra-pandemic-2-from": {"ja": "保守事業者の窓口", "en": "Vendor’s help desk"},
    "extra-pandemic-2-text": {
        "ja": "当社でも欠勤が出ています。訪問は来週になります。",
        "en": "Our people are ill too. We cannot come before next week.",
    },
    "extra-pandemic-2-expected": {
        "ja": "遠隔でできる作業と職員でできる作業を分け、代わりの手段を探す。",
        "en": "Sort out what can be done remotely or by own staff, and look for another way.",
    },
    "extra-other-1-from": {"ja": "県の担当課", "en": "Prefecture"},
    "extra-other-1-text": {
        "ja": "市の情報システムの被害を、様式で報告してください。",
        "en": "Please report the damage to the city’s systems in our form.",
    },
    "extra-other-1-expected": {
        "ja": "担当と期限を決め、分かる範囲で第一報を出す。",
        "en": "Settle who does it and by when, and send a first report of what is known.",
    },
    "extra-other-2-from": {"ja": "保守事業者の窓口", "en": "Vendor’s help desk"},
    "extra-other-2-text": {
        "ja": "ほかの団体でも障害が出ていて、手が回りません。急ぐものを一つ選んでください。",
        "en": "Others are hit too and we are stretched. Choose the one thing that is urgent.",
    },
    "extra-other-2-expected": {
        "ja": "復旧の順に照らして一つを選び、残りの手当てを決める。",
        "en": "Choose by the order of recovery, and settle what becomes of the rest.",
    },
    # --- what can be put wherever little happens
    "filler-1-from": {"ja": "市民", "en": "A resident"},
    "filler-1-text": {
        "ja": "今日中に手続きをしないと困ります。いつ行けばできますか。",
        "en": "I need this done today. When can I come?",
    },
    "filler-1-expected": {
        "ja": "決められた言い方で答え、担当課につなぎ、件数を数える。",
        "en": "Answer in the agreed words, put the caller through, and keep count.",
    },
    "filler-2-from": {"ja": "ある課の職員", "en": "Somebody in a division"},
    "filler-2-text": {
        "ja": "仕事が進まないので、私物のパソコンとメールを使ってよいですか。",
        "en": "We cannot work. May we use our own computers and mail?",
    },
    "filler-2-expected": {
        "ja": "規程に照らして断り、認められた代わりの方法を示す。",
        "en": "Refuse by the rules, and name a way that is allowed.",
    },
    "filler-3-from": {"ja": "近隣市の情報担当", "en": "ICT of a neighbouring city"},
    "filler-3-text": {
        "ja": "応援を出せます。何人、いつまで、何の作業ですか。",
        "en": "We can send people. How many, until when, for what?",
    },
    "filler-3-expected": {
        "ja": "頼める作業と頼めない作業を分けて答え、受入れの担当を決める。",
        "en": "Say what they can do and what not, and who receives them.",
    },
    "filler-4-from": {"ja": "代表電話の交換", "en": "Switchboard"},
    "filler-4-text": {
        "ja": "同じ問い合わせが続いています。答え方を決めてください。",
        "en": "The same question comes again and again. What do we answer?",
    },
    "filler-4-expected": {
        "ja": "短い想定問答を作り、次に直す時刻を添えて配る。",
        "en": "Write a short answer, with the time of the next one, and hand it out.",
    },
    "filler-5-from": {"ja": "記録係", "en": "Recorder"},
    "filler-5-text": {
        "ja": "だれが何を決めたか、記録が追いついていません。",
        "en": "The record of who decided what has fallen behind.",
    },
    "filler-5-expected": {
        "ja": "いったん手を止めて決定を読み上げ、時刻をそろえる。",
        "en": "Stop for a moment, read out the decisions and set the times right.",
    },
    "filler-6-from": {"ja": "人事担当", "en": "Personnel"},
    "filler-6-text": {
        "ja": "帰宅させる職員と残す職員の名簿を出してください。",
        "en": "We need the list of who goes home and who stays.",
    },
    "filler-6-expected": {
        "ja": "残る作業に要る人を挙げ、休む時間を決める。",
        "en": "Name who is needed for the rest of the work, and times of rest.",
    },
    # --- when something is back
    "back-text": {
        "ja": "{department}です。「{function}」が再開できそうです。もう始めてよいですか。",
        "en": "{department} here. “{function}” seems to work again. May we begin?",
    },
    "back-expected": {
        "ja": "データの照合が済んだかを確かめてから再開を告げ、止まっていた間の分の入力を頼む（「{function}」、{department}）。",
        "en": "See that the data were checked before you say so, and ask for what was done by hand to be "
        "entered ({function}, {department}).",
    },
    # --- the bench
    "bench-absent-text": {
        "ja": "{team}の中心の職員が倒れました。今から4時間、動けるのは多くて{number}人です。",
        "en": "A key person of {team} has collapsed. For four hours {number} can work at most.",
    },
    "bench-absent-expected": {
        "ja": "手当てをし、代わりを決め、抱えていた作業と情報を引き継ぐ（{team}、残り{number}人）。",
        "en": "See to them, name a stand-in, and hand over work and knowledge ({team}, {number} left).",
    },
    "bench-late-text": {
        "ja": "{team}です。道路が通れず、これから4時間は新しい作業に入れません。",
        "en": "{team} here. The roads are closed: for four hours we can begin nothing new.",
    },
    "bench-late-expected": {
        "ja": "{team}なしでできる作業を先にし、見込みを直して知らせる。",
        "en": "Bring forward what can be done without {team}, and correct the forecast.",
    },
    "bench-second-text": {
        "ja": "新たに応答がなくなりました: {component}",
        "en": "No answer from {component} any more.",
    },
    "bench-second-expected": {
        "ja": "影響する業務を調べ、復旧の順に入れ直す（「{component}」、手順は「{procedure}」）。",
        "en": "Find out which functions are hit and put it in the order of recovery ({component}, by "
        "{procedure}).",
    },
    "bench-press-from": {"ja": "報道機関", "en": "Press"},
    "bench-press-text": {
        "ja": "夕方の番組で伝えます。何が止まり、いつ戻り、個人情報は無事なのか、30分以内に答えてください。",
        "en": "We are on the air this evening. What is down, when is it back, and are personal data "
        "safe? We need it in half an hour.",
    },
    "bench-press-expected": {
        "ja": "広報に一本化し、確かなことだけを答え、次に知らせる時刻を示す。",
        "en": "Let public relations alone answer, with facts only and the time of the next news.",
    },
    "bench-member-from": {"ja": "市議会議員", "en": "Member of the assembly"},
    "bench-member-text": {
        "ja": "支持者から聞かれている。特別に今日中に処理してもらえないか。",
        "en": "My voters ask me. Could this one case be done today?",
    },
    "bench-member-expected": {
        "ja": "公表している内容だけを伝え、順番を変えない。記録して責任者に伝える。",
        "en": "Say what is public, keep to the order, and let whoever is in charge know.",
    },
    "bench-hint-from": {"ja": "進行役", "en": "Facilitator"},
    "bench-hint-text": {
        "ja": "助言: 復旧の順番の一番上は何ですか。それは今、何を待っていますか。",
        "en": "A hint: what is first in the order of recovery, and what does it wait for now?",
    },
    "bench-hint-expected": {
        "ja": "一番上の作業と、それを止めているものを口に出して確かめる。",
        "en": "Say aloud what comes first and what holds it up.",
    },
    # --- objectives
    "objective-start": {
        "ja": "責任者と役割を決め、最初の判断をする",
        "en": "Name who is in charge, share out the roles and take the first decision",
    },
    "criterion-start": {
        "ja": "最初の状況付与から想定時計で{within}（訓練の時計で{real}）以内に、責任者・役割・最初の判断が記録されている",
        "en": "Who is in charge, the roles and the first decision are on record within {within} of the "
        "scenario’s clock ({real} of the exercise)",
    },
    "objective-work": {
        "ja": "復旧の順番に従って最初の作業に着手する",
        "en": "Begin the first task by the order of recovery",
    },
    "criterion-work": {
        "ja": "「{component}」の最初の作業に、発災から{within}以内に着手する",
        "en": "The first task on {component} is begun within {within} of the incident",
    },
    "objective-work-none": {
        "ja": "自分たちで直せないものの状況をつかみ、備えの残りを示す",
        "en": "Keep track of what others have to mend, and of what is left of the reserves",
    },
    "criterion-work-none": {
        "ja": "連絡先・見込み・予備の残り時間が一覧になっている",
        "en": "Contacts, forecasts and remaining reserves are on one list",
    },
    "objective-restore": {
        "ja": "「{function}」を目標復旧時間内に再開する",
        "en": "Resume “{function}” within its RTO",
    },
    "criterion-restore": {
        "ja": "発災から{within}以内に再開する（目標復旧時間{rto}、計画では{planned}後）",
        "en": "It is up within {within} of the incident (RTO {rto}; by the plan after {planned})",
    },
    "objective-restore-late": {
        "ja": "「{function}」を計画より遅らせずに再開する",
        "en": "Resume “{function}” no later than the plan has it",
    },
    "criterion-restore-late": {
        "ja": "発災から{within}以内に再開する（計画でも{planned}後で、目標復旧時間{rto}には間に合わない）",
        "en": "It is up within {within} of the incident (the plan itself takes {planned} and misses the "
        "RTO of {rto})",
    },
    "objective-report": {
        "ja": "止まっている業務と復旧の見込みを、求められた時間内に報告する",
        "en": "Report what is down and when it will be back in the time that is asked for",
    },
    "criterion-report": {
        "ja": "最初の報告を求められてから想定時計で{within}（訓練の時計で{real}）以内に、業務・原因・見込みがそろった報告をする",
        "en": "The first report names functions, causes and forecasts within {within} of the scenario’s "
        "clock ({real} of the exercise) after it is asked for",
    },
    "objective-continue": {
        "ja": "止まった業務の課に見込みと代替手段を伝え、記録を残す",
        "en": "Give divisions a forecast and a workaround, and keep the record",
    },
    "criterion-continue": {
        "ja": "すべての問い合わせに、期限内に見込みか次の連絡時刻を答え、時刻と担当が記録されている",
        "en": "Every call is answered in time with a forecast or the time of the next call, and is on "
        "record with time and name",
    },
    "objective-judge": {
        "ja": "責任者が理由を示して決め、関係者に伝える",
        "en": "Whoever is in charge decides with reasons and lets people know",
    },
    "criterion-judge": {
        "ja": "決めたこと・理由・時刻が記録され、担当者が言える",
        "en": "Decision, reason and time are on record, and those concerned can repeat them",
    },
    # --- what the maker of the drill should know
    "remark-few": {
        "ja": "状況付与は{number}件です（目安は{least}件）。止まる業務が{functions}件、復旧作業が{tasks}件と少ないためです。",
        "en": "{number} injects instead of {least}: only {functions} functions stop and there are "
        "{tasks} tasks.",
    },
    "remark-no-tasks": {
        "ja": "復旧作業がありません。待つ間の判断（予備の残り・代替手段・連絡）が中心になります。",
        "en": "There is nothing to repair; the drill is about what to do meanwhile.",
    },
    "remark-clock": {
        "ja": "想定時計は{speed}倍で進みます（飛ばす「動きのない時間」: {leaps}か所）。期限が短すぎないか声に出して試してください。",
        "en": "The scenario’s clock runs at ×{speed}; dead times leapt over: {leaps}. Try aloud "
        "whether the deadlines leave time to talk.",
    },
    "remark-beyond": {
        "ja": "訓練の時間内には計画どおりでも戻らないため、目標から外しました: {ids}",
        "en": "Not among the objectives, since by the plan they come back after the end: {ids}",
    },
    "remark-late": {
        "ja": "計画どおりでも目標復旧時間に間に合わないため、計画の時間に1割を足して判断基準にしました: {ids}",
        "en": "The plan itself misses their RTO, so the criterion is the plan’s time and a tenth: {ids}",
    },
}
