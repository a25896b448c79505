"use strict";
(() => {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("data").textContent);
  const $ = (id) => document.getElementById(id);
  const lang = () => (root.lang === "en" ? "en" : "ja");
  const pick = (pair) => pair[lang() === "en" ? 1 : 0];
  const say = (key, values = {}) => data.words[lang()][key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const make = (tag, text, names) => Object.assign(document.createElement(tag), names || {}, text === undefined ? {} : { textContent: text });
  const heard = [];

  // Language: the style shows what is in the root's language; this sees to what no style reaches.
  const speak = (language) => {
    root.lang = language;
    for (const element of document.querySelectorAll("[data-ja]")) {
      const text = element.getAttribute(`data-${language}`);
      if (element.dataset.of) element.setAttribute(element.dataset.of, text);
      else element.textContent = text;
    }
    heard.forEach((listen) => listen());
  };
  $("switch").addEventListener("click", () => speak(lang() === "ja" ? "en" : "ja"));

  // Details, and paper.
  const folds = [...document.querySelectorAll("details")];
  $("details").addEventListener("click", () => {
    const open = folds.some((fold) => !fold.open);
    folds.forEach((fold) => { fold.open = open; });
  });
  let before = null;
  addEventListener("beforeprint", () => {
    before = before || folds.map((fold) => fold.open);
    folds.forEach((fold) => { fold.open = true; });
    if (window.wholeMap) window.wholeMap();
  });
  addEventListener("afterprint", () => {
    if (before) folds.forEach((fold, place) => { fold.open = before[place]; });
    before = null;
  });
  $("print").addEventListener("click", () => print());
  document.querySelector(".tools").hidden = false;

  // The heat table: one stop for the Tab key, arrows inside, the reason of a cell in a live region.
  const table = $("heat-table");
  if (table) {
    const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].slice(2));
    const names = [...table.tHead.rows[0].cells].slice(2);
    const why = $("heat-why");
    let place = [0, 0];
    let chosen = null;
    why.hidden = false;
    table.setAttribute("role", "grid");
    rows.flat().forEach((cell) => { cell.tabIndex = -1; cell.setAttribute("role", "gridcell"); });
    if (rows[0][0]) rows[0][0].tabIndex = 0;
    const visible = (element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll(`[lang="${lang() === "ja" ? "en" : "ja"}"]`).forEach((held) => held.remove());
      return copy.textContent.trim();
    };
    const go = (r, c) => {
      rows[place[0]][place[1]].tabIndex = -1;
      place = [Math.max(0, Math.min(rows.length - 1, r)), Math.max(0, Math.min(names.length - 1, c))];
      rows[place[0]][place[1]].tabIndex = 0;
      rows[place[0]][place[1]].focus();
    };
    const tell = () => {
      if (!chosen) { why.textContent = say("heat-pick"); return; }
      const cell = rows[chosen[0]][chosen[1]];
      const head = `${visible(cell.parentElement.cells[0])} × ${visible(names[chosen[1]])}: `;
      const number = cell.dataset.w;
      why.textContent = head + (number === undefined ? visible(cell.querySelector(".told")) : pick(data.why[number]));
    };
    const choose = () => {
      if (chosen) rows[chosen[0]][chosen[1]].removeAttribute("aria-selected");
      chosen = place;
      rows[chosen[0]][chosen[1]].setAttribute("aria-selected", "true");
      tell();
    };
    const find = (target) => {
      const cell = target.closest("td");
      const r = rows.findIndex((row) => row.includes(cell));
      return r < 0 ? null : [r, rows[r].indexOf(cell)];
    };
    table.addEventListener("click", (event) => {
      const found = find(event.target);
      if (found) { go(...found); choose(); }
    });
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0], Home: [0, -999], End: [0, 999] };
    table.addEventListener("keydown", (event) => {
      if (!find(event.target)) return;
      if (moves[event.key]) go(place[0] + moves[event.key][0], place[1] + moves[event.key][1]);
      else if (event.key === "Enter" || event.key === " ") choose();
      else return;
      event.preventDefault();
    });
    heard.push(tell);
  }

  // The map.
  const svg = $("drawing");
  if (!svg) return;
  const { items, lines, kinds } = data.map;
  const boxes = [...$("boxes").children];
  const paths = [...$("lines").children];
  const world = $("world");
  const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const members = boxes.map(() => []);
  items.forEach((item, number) => { if (item[4] >= 0) members[item[4]].push(number); });
  const name = (number) => (lang() === "en" && items[number][2]) || items[number][1];
  const kind = (number) => pick(kinds[items[number][3]]);

  let view = { k: 1, x: 0, y: 0 };
  const show = () => {
    const k = Math.max(1, Math.min(24, view.k));
    const margin = 0.5;
    view = {
      k,
      x: Math.min(width * margin, Math.max(width * (margin - k), view.x)),
      y: Math.min(height * margin, Math.max(height * (margin - k), view.y)),
    };
    if (k === 1) { view.x = 0; view.y = 0; }
    world.setAttribute("transform", `translate(${view.x.toFixed(2)} ${view.y.toFixed(2)}) scale(${k.toFixed(3)})`);
    svg.classList.toggle("zoomed", k > 1);
  };
  const zoom = (factor, at = [width / 2, height / 2]) => {
    const k = Math.max(1, Math.min(24, view.k * factor));
    view = { k, x: at[0] - (at[0] - view.x) * (k / view.k), y: at[1] - (at[1] - view.y) * (k / view.k) };
    show();
  };
  const pan = (x, y) => { view.x += x; view.y += y; show(); };
  const whole = () => { view = { k: 1, x: 0, y: 0 }; show(); };
  window.wholeMap = whole;
  const inside = (event) => {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  const middle = (box) => {
    const rect = box.firstElementChild;
    const of = (key) => Number(rect.getAttribute(key));
    return [of("x") + of("width") / 2, of("y") + of("height") / 2];
  };
  const center = (box, isReadable) => {
    const [x, y] = middle(box);
    const scale = svg.getScreenCTM().a;
    const k = isReadable ? Math.max(view.k, 12 / (6.6 * scale)) : view.k;
    view = { k, x: width / 2 - x * k, y: height / 2 - y * k };
    show();
  };

  // Choosing: `chosen` is the number of an item, or ~ the number of a box that stands for several.
  let chosen = null;
  const mark = () => {
    boxes.forEach((box) => box.classList.remove("on", "near", "stops"));
    paths.forEach((path) => path.classList.remove("lit"));
    svg.classList.toggle("picked", chosen !== null);
    if (chosen === null) return;
    const at = chosen < 0 ? ~chosen : items[chosen][4];
    const stops = chosen < 0 ? [] : items[chosen][8];
    stops.forEach((number) => boxes[items[number][4]]?.classList.add("stops"));
    lines.forEach(([start, end], number) => {
      if (start !== at && end !== at) return;
      paths[number].classList.add("lit");
      boxes[start === at ? end : start]?.classList.add("near");
    });
    if (chosen >= 0) {
      [...items[chosen][5].flatMap((need) => need[1]), ...items[chosen][6]].forEach((number) => boxes[items[number][4]]?.classList.add("near"));
    }
    boxes[at]?.classList.remove("near", "stops");
    boxes[at]?.classList.add("on");
  };
  const choose = (number, { moves = true, reads = false } = {}) => {
    chosen = number;
    mark();
    render();
    const box = boxes[number < 0 ? ~number : items[number][4]];
    if (box && moves) center(box, true);
    $("map-told").textContent = $("panel-title").textContent;
    if (reads) $("panel").focus();
  };

  const button = (number) => {
    const held = make("button", name(number), { type: "button" });
    held.addEventListener("click", () => choose(number, { reads: true }));
    const entry = make("li");
    entry.append(held);
    return entry;
  };
  const list = (title, entries, rest) => {
    const part = make("div");
    part.append(make("h4", title));
    const held = make("ul");
    entries.forEach((entry) => held.append(entry));
    if (rest > 0) held.append(make("li", say("panel-rest", { number: rest })));
    part.append(entries.length ? held : make("p", say("panel-none")));
    return part;
  };
  const need = ([least, providers, starts, staff]) => {
    const entry = make("li", undefined, { className: "group" });
    if (staff) { entry.textContent = pick(staff); return entry; }
    if (providers.length === 1 && !starts) return button(providers[0]);
    const told = [];
    if (providers.length > 1) told.push(say("panel-any", { number: least }));
    if (starts) told.push(say("panel-start"));
    const held = make("ul");
    held.append(make("li", `${told.join(" · ")}:`), ...providers.map(button));
    entry.append(held);
    return entry;
  };
  const render = () => {
    if (chosen === null) return;
    const body = $("panel-body");
    body.replaceChildren();
    const columns = make("div", undefined, { className: "cols" });
    if (chosen < 0) {
      const held = members[~chosen];
      $("panel-title").textContent = [...boxes[~chosen].querySelectorAll("text")].filter((text) => !text.lang || text.lang === lang()).map((text) => text.textContent).join("") || kind(held[0]);
      columns.append(list(`${say("panel-members")} (${held.length})`, held.slice(0, 60).map(button), held.length - 60));
    } else {
      const [, , , , , needs, users, usersAll, stops, stopsAll, others] = items[chosen];
      $("panel-title").textContent = `${name(chosen)} (${kind(chosen)})`;
      columns.append(
        list(say("panel-needs"), needs.map(need), 0),
        list(`${say("panel-users")} (${usersAll})`, users.map(button), usersAll - users.length),
        list(`${say("panel-stops")} (${stopsAll})`, stops.map(button), stopsAll - stops.length),
      );
      columns.lastChild.className = "all";
      if (others) columns.lastChild.append(make("p", say("panel-others", { number: others }), { className: "note" }));
    }
    body.append(columns);
  };

  // Boxes: one is reached by Enter on the map, the others by arrows from there.
  const stepTo = (box) => { boxes.forEach((held) => held.removeAttribute("tabindex")); box.setAttribute("tabindex", "-1"); box.focus({ preventScroll: true }); center(box, true); };
  const pickBox = (box) => {
    const at = boxes.indexOf(box);
    choose(members[at].length === 1 ? members[at][0] : ~at, { moves: false });
  };
  const nextTo = (box, x, y) => {
    const [fromX, fromY] = middle(box);
    let best = null;
    let least = Infinity;
    boxes.forEach((held) => {
      const [toX, toY] = middle(held);
      const ahead = (toX - fromX) * x + (toY - fromY) * y;
      if (ahead <= 1) return;
      const aside = Math.abs((toX - fromX) * y) + Math.abs((toY - fromY) * x);
      if (ahead + 2.5 * aside < least) { least = ahead + 2.5 * aside; best = held; }
    });
    return best;
  };
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  svg.addEventListener("keydown", (event) => {
    const box = event.target.closest(".box");
    const arrow = arrows[event.key];
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (arrow && box) { const to = nextTo(box, ...arrow); if (to) stepTo(to); }
    else if (arrow) pan(-arrow[0] * width * 0.1, -arrow[1] * height * 0.1);
    else if (event.key === "+" || event.key === ";") zoom(1.4);
    else if (event.key === "-") zoom(1 / 1.4);
    else if (event.key === "0") whole();
    else if (event.key === "Enter" && box) pickBox(box);
    else if (event.key === "Enter") {
      const here = boxes.map((held) => { const [x, y] = middle(held); return Math.hypot(x * view.k + view.x - width / 2, y * view.k + view.y - height / 2); });
      stepTo(chosen !== null && boxes[chosen < 0 ? ~chosen : items[chosen][4]] || boxes[here.indexOf(Math.min(...here))]);
    } else if (event.key === "Escape" && box) svg.focus();
    else return;
    event.preventDefault();
  });

  // Pointers: one drags, two pinch; a press without a drag chooses.
  const down = new Map();
  let moved = 0;
  let pressed = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    down.set(event.pointerId, inside(event));
    if (down.size === 1) { moved = 0; pressed = event.target.closest(".box"); }
  });
  svg.addEventListener("pointermove", (event) => {
    const last = down.get(event.pointerId);
    if (!last) return;
    const now = inside(event);
    const others = [...down].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    if (others.length) {
      const reach = (at) => Math.hypot(at[0] - others[0][0], at[1] - others[0][1]) || 1;
      zoom(reach(now) / reach(last), others[0]);
      moved = 99;
    } else {
      moved += Math.hypot(now[0] - last[0], now[1] - last[1]) * svg.getScreenCTM().a;
      if (moved > 5) { svg.setPointerCapture(event.pointerId); pan(now[0] - last[0], now[1] - last[1]); }
    }
    down.set(event.pointerId, now);
  });
  const lift = (event) => {
    if (down.delete(event.pointerId) && event.type === "pointerup" && moved <= 5 && !down.size && pressed) pickBox(pressed);
  };
  ["pointerup", "pointercancel"].forEach((kindOf) => svg.addEventListener(kindOf, lift));
  svg.addEventListener("wheel", (event) => {
    // The page scrolls on over the map until the map is in use.
    if (!event.ctrlKey && !svg.contains(document.activeElement)) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * 0.002), inside(event));
  }, { passive: false });
  $("zoom-in").addEventListener("click", () => zoom(1.5));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.5));
  $("zoom-all").addEventListener("click", () => { chosen = null; mark(); $("panel-title").textContent = ""; $("panel-body").replaceChildren(make("p", say("map-pick"))); whole(); });

  // The search: in either language, whatever the width of letters and the sort of kana.
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\u30a1-\u30f6]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 96)).replace(/\s+/g, " ").trim();
  const known = items.map((item) => [item[1], item[2] || "", item[0]].map(plain));
  const find = $("find");
  const found = $("found");
  let hits = [];
  let active = -1;
  const close = () => { found.hidden = true; find.setAttribute("aria-expanded", "false"); find.removeAttribute("aria-activedescendant"); active = -1; };
  const light = (place) => {
    [...found.children].forEach((entry, number) => entry.setAttribute("aria-selected", number === place));
    active = place;
    if (place < 0) return;
    find.setAttribute("aria-activedescendant", found.children[place].id);
    found.children[place].scrollIntoView({ block: "nearest" });
  };
  const look = () => {
    const text = plain(find.value);
    found.replaceChildren();
    if (!text) { close(); return; }
    const rank = (names) => Math.min(...names.map((held) => (held === text ? 0 : held.startsWith(text) ? 1 : held.includes(text) ? 2 : 9)));
    const all = known.map((names, number) => [rank(names), number]).filter(([order]) => order < 9).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    hits = all.slice(0, 12).map(([, number]) => number);
    hits.forEach((number, place) => {
      const entry = make("li", name(number), { id: `found-${place}` });
      entry.setAttribute("role", "option");
      entry.append(make("small", kind(number)));
      entry.addEventListener("pointerdown", (event) => { event.preventDefault(); take(place); });
      found.append(entry);
    });
    found.hidden = !hits.length;
    find.setAttribute("aria-expanded", String(hits.length > 0));
    $("map-told").textContent = say("map-found", { number: all.length });
    light(hits.length ? 0 : -1);
  };
  const take = (place) => { const number = hits[place]; find.value = name(number); close(); choose(number); };
  find.addEventListener("input", look);
  find.addEventListener("blur", close);
  find.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.hidden) look();
      else light((active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter" && active >= 0) take(active);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });

  ["map-tools", "panel", "map-keys"].forEach((id) => { $(id).hidden = false; });
  svg.classList.add("live");
  svg.setAttribute("role", "group");
  svg.setAttribute("tabindex", "0");
  svg.setAttribute("aria-describedby", "map-keys");
  boxes.forEach((box, number) => {
    box.setAttribute("role", "button");
    box.setAttribute("aria-label", members[number].length === 1 ? name(members[number][0]) : box.textContent);
  });
  heard.push(() => {
    render();
    boxes.forEach((box, number) => { if (members[number].length === 1) box.setAttribute("aria-label", name(members[number][0])); });
  });
  show();
})();
