"""``bcp report``: the command as people run it, and its page in a real browser.

Where no browser is found the tests of the page are skipped, unless ``BCP_BROWSER_NEEDED`` is set.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from tests.functional.conftest import Run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ROOM = "server-room"


# --- the command ---------------------------------------------------------------------------------


def test_page_is_written_whole_and_named(bcp: Run, workspace: Path) -> None:
    """One file under the name of the inventory; the first sentence is told, too."""
    done = bcp("report", "--date", "2027-04-01", cwd=workspace)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("town-report.html\n")
    assert "1業務のうち1業務が目標復旧時間（RTO）に間に合わない" in done.stdout.replace("\n", "")
    page = (workspace / "town-report.html").read_text(encoding="utf-8")
    assert "2027-04-01" in page
    assert page.rstrip().endswith("</html>")
    assert [path.name for path in workspace.iterdir() if path.is_file()] == ["town-report.html"]


def test_same_inputs_same_bytes(bcp: Run, workspace: Path) -> None:
    """Whatever the order in which this machine hashes."""
    for name, seed in (("a.html", "1"), ("b.html", "2")):
        assert bcp("report", "-o", name, cwd=workspace, PYTHONHASHSEED=seed).returncode == 0

    assert (workspace / "a.html").read_bytes() == (workspace / "b.html").read_bytes()


def test_nothing_is_overwritten_unasked(bcp: Run, workspace: Path) -> None:
    """A file that is there stays until --force."""
    page = workspace / "page.html"
    page.write_text("mine", encoding="utf-8")
    refused = bcp("--lang", "en", "report", "-o", "page.html", cwd=workspace)

    assert refused.returncode == 2
    assert "page.html exists" in refused.stderr
    assert page.read_text(encoding="utf-8") == "mine"
    assert bcp("report", "-o", "page.html", "--force", cwd=workspace).returncode == 0
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "page.pdf"), ".html"),
        (("-o", "nowhere/page.html"), "nowhere"),
        (("--scenario", "flood"), "flood"),
        (("--date", "tomorrow"), "tomorrow"),
        (("--since", "nowhere"), "nowhere"),
        (("--risk", "nowhere.json"), "nowhere.json"),
    ],
)
def test_wrong_wishes_are_refused_in_words(
    bcp: Run, workspace: Path, arguments: tuple[str, ...], said: str
) -> None:
    """What cannot be is said in a sentence, and nothing is written."""
    done = bcp("--lang", "en", "report", *arguments, cwd=workspace)

    assert done.returncode in {1, 2}
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert not [*workspace.glob("*.html")]


def test_json_prints_the_figures_and_writes_only_on_wish(bcp: Run, workspace: Path) -> None:
    """The figures are those of `bcp simulate`."""
    done = bcp("report", "--json", cwd=workspace)
    simulated = json.loads(bcp("simulate", "crash", "--json", cwd=workspace).stdout)
    figures = json.loads(done.stdout)

    assert not [*workspace.glob("*.html")]
    assert figures["functions_missing_rto"] == ["desk"]
    assert figures["loss"] == simulated["loss"]
    assert figures["by_scenario"][0]["strategy"] == simulated["strategy"]
    assert bcp("report", "--json", "-o", "page.html", cwd=workspace).returncode == 0
    assert (workspace / "page.html").exists()


def test_only_the_scenarios_asked_for(bcp: Run, workspace: Path) -> None:
    """--scenario chooses, in this order."""
    text = (workspace / "scenarios" / "crash.yaml").read_text(encoding="utf-8")
    for name in ("one", "two"):
        path = workspace / "scenarios" / f"{name}.yaml"
        path.write_text(text.replace("id: crash", f"id: {name}"), encoding="utf-8")
    done = bcp("report", "--json", "--scenario", "two", "--scenario", "one", cwd=workspace)

    assert [one["id"] for one in json.loads(done.stdout)["by_scenario"]] == ["two", "one"]


def test_earlier_state_adds_what_changed(bcp: Run, workspace: Path) -> None:
    """--since puts then beside now."""
    before = workspace.parent / "before"
    shutil.copytree(workspace, before)
    held = before / "inventory" / "all.yaml"
    held.write_text(
        held.read_text(encoding="utf-8").replace("rto: 1h", "rto: 9h"), encoding="utf-8"
    )
    done = bcp("report", "--since", str(before), cwd=workspace)

    assert done.returncode == 0, done.stderr
    page = (workspace / "town-report.html").read_text(encoding="utf-8")
    assert 'id="since"' in page
    assert "目標復旧時間（RTO）: 9h → 1h" in page


# --- the page ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return a headless browser of this machine."""
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None and "BCP_BROWSER_NEEDED" not in os.environ:
        pytest.skip("no browser")
    if "BCP_BROWSER_NEEDED" not in os.environ:
        pytest.importorskip("playwright.sync_api")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def chikusei(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Return the page of Chikusei, in a folder with a Japanese name and a blank in it."""
    page = tmp_path_factory.mktemp("報告 書") / "筑西市.html"
    subprocess.run(
        [sys.executable, "-m", "bcp", "report", "--inventory", "inventory/chikusei", "-o", page],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
        check=True,
        capture_output=True,
        timeout=300,
    )
    return page


class Reader:
    """Somebody who reads the page, what it asked for and what the browser complained about."""

    def __init__(self, browser: Browser, path: Path, **context: Any) -> None:
        size = {"width": 1280, "height": 900}
        self._context = browser.new_context(**{"viewport": size, **context})
        self._context.set_default_timeout(60_000)
        self.page: Page = self._context.new_page()
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.goto(path.as_uri())

    def close(self) -> None:
        """Leave, content: no complaint and no request but for the page itself."""
        self._context.close()
        assert self.complaints == []
        assert [url for url in self.asked if not url.startswith(("file:", "data:"))] == []
        assert len([url for url in self.asked if url.startswith("file:")]) == 1


@pytest.fixture
def reader(browser: Browser, chikusei: Path) -> Iterator[Reader]:
    """Return a reader of the page of Chikusei."""
    opened = Reader(browser, chikusei)
    yield opened
    opened.close()


def shown(bcp: Run, id_: str) -> dict[str, Any]:
    """Return what `bcp show` says of a component."""
    done = bcp("show", id_, "--json", "--inventory", "inventory/chikusei")
    held: dict[str, Any] = json.loads(done.stdout)
    return held


def panel(page: Page) -> list[list[str]]:
    """Return the names in the panel: needs, users, functions that stop."""
    return [
        [button.inner_text() for button in part.locator("button").all()]
        for part in page.locator("#panel-body .cols > div").all()
    ]


@pytest.mark.parametrize(
    "wish", ["サーバ室（本庁舎1階）", "ｻｰﾊﾞ室（本庁舎１階）", "Server room", ROOM]
)
def test_search_finds_by_any_writing(reader: Reader, wish: str) -> None:
    """By either language, narrow letters, or the id: the first hit is the server room."""
    page = reader.page
    page.fill("#find", wish)
    page.press("#find", "Enter")

    assert page.inner_text("#panel-title").startswith("サーバ室（本庁舎1階）")
    assert page.locator(".box.on").count() == 1


def test_panel_says_what_bcp_show_says(reader: Reader, bcp: Run) -> None:
    """What it needs, who needs it and which functions stop, by name."""
    held, page = shown(bcp, ROOM), reader.page
    page.fill("#find", ROOM)
    page.press("#find", "Enter")
    needs, users, stops = panel(page)
    played = json.loads(bcp("simulate", "ransomware", "--json").stdout)
    items = {**played["components"], **played["functions"]}
    stopped = [id_ for id_ in held["stops"] if id_ in played["functions"]]

    def names(ids: list[str]) -> list[str]:
        return [items[id_]["name"] for id_ in ids]

    assert needs == names([id_ for need in held["needs"] for id_ in need["any_of"]])
    assert users == names(held["needed_by"])
    assert stops == names(stopped)
    assert f"({len(stopped)})" in page.inner_text("#panel-body .all h4")


def test_click_on_a_box_and_on_its_neighbour(reader: Reader) -> None:
    """A click tells of the box; a name in the panel leads on, and the focus with it."""
    page = reader.page
    page.locator(".box.power").first.click()
    first = page.inner_text("#panel-title")
    page.locator("#panel-body button").first.click()

    assert "電源" in first
    assert page.inner_text("#panel-title") != first
    assert page.evaluate("document.activeElement.id") == "panel"


def test_map_by_keyboard_alone(reader: Reader) -> None:
    """Enter steps into the boxes, arrows go on, Enter chooses, Escape leaves; + zooms, 0 resets."""
    page = reader.page
    page.focus("#drawing")
    page.keyboard.press("+")
    zoomed = page.get_attribute("#world", "transform")
    page.keyboard.press("0")
    page.keyboard.press("Enter")
    start = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowLeft")
    there = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Enter")

    assert zoomed != "translate(0.00 0.00) scale(1.000)"
    assert there not in {start, None}
    assert page.inner_text("#panel-title").startswith(there)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "drawing"


def test_heat_table_by_keyboard_tells_why(reader: Reader) -> None:
    """One stop for the Tab key; arrows move, Enter tells, in a region that is read out."""
    page = reader.page
    assert page.locator("#heat-table td[tabindex='0']").count() == 1
    page.locator("#heat-table td[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    head = page.locator("#heat-table thead th").nth(3).inner_text().strip()
    assert page.get_attribute("#heat-why", "role") == "status"
    assert head in page.inner_text("#heat-why")
    assert "停止" in page.inner_text("#heat-why")
    assert page.locator("#heat-table [aria-selected=true]").count() == 1


def test_language_switch_changes_everything(reader: Reader) -> None:
    """Title, headings, panel and the names for screen readers; and back again."""
    page = reader.page
    page.fill("#find", ROOM)
    page.press("#find", "Enter")
    page.click("#switch")

    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title().startswith("Chikusei City")
    assert page.locator("h1").inner_text().startswith("Chikusei City")
    assert page.inner_text("#panel-title").endswith("(room)")
    assert page.get_attribute("#zoom-in", "aria-label") == "Zoom in"
    assert page.locator("main [lang=ja]:visible").count() == 0
    page.click("#switch")
    assert page.locator("h1").inner_text().startswith("筑西市")
    assert page.locator("main [lang=en]:visible").count() == 0


def test_without_a_script_everything_can_be_read(browser: Browser, chikusei: Path) -> None:
    """No dead buttons; details open by themselves; the map and the table are there."""
    held = Reader(browser, chikusei, java_script_enabled=False)
    page = held.page

    assert page.locator("button:visible, input:visible").count() == 0
    assert page.locator("#drawing").is_visible()
    assert page.locator("#heat-table tbody tr").count() == 63
    page.locator("#late summary").first.click()
    assert page.locator("#late details table").first.is_visible()
    held.close()


def test_fits_on_a_phone(browser: Browser, chikusei: Path) -> None:
    """360 px wide: nothing makes the page itself scroll sideways, in either language."""
    held = Reader(
        browser,
        chikusei,
        viewport={"width": 360, "height": 740},
        is_mobile=True,
        has_touch=True,
    )
    page = held.page
    page.click("#details")
    for _ in ("ja", "en"):
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.click("#switch")
    page.locator(".box.function").first.tap()
    assert page.inner_text("#panel-title") != "選んだもの"
    held.close()


def test_prints_on_paper_with_all_details(reader: Reader) -> None:
    """A sane number of pages, upright and across, what was folded included, no buttons."""
    reader.page.emulate_media(media="print")
    data = reader.page.pdf(prefer_css_page_size=True, print_background=True)
    sheets = PdfReader(io.BytesIO(data)).pages
    upright = {one.mediabox.height > one.mediabox.width for one in sheets}
    text = "".join(one.extract_text() for one in sheets)

    assert 8 <= len(sheets) <= 30
    assert upright == {True, False}
    assert "English" not in text
    assert "何を待つか" in text


CONTRAST = """
() => {
  const channel = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const ground = (element) => {
    for (let held = element; held; held = held.parentElement) {
      const colour = parse(getComputedStyle(held).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || element.closest("svg, script, .vh")) continue;
    if (!element.checkVisibility()) continue;
    const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...poor];
}
"""
NAMELESS = """
() => [...document.querySelectorAll("button, input, a, summary, [role=region], [role=listbox], svg[role]")]
  .filter((element) => element.checkVisibility() && !element.closest("[aria-hidden=true]"))
  .filter((element) => {
    const by = (element.getAttribute("aria-labelledby") || "").split(" ").map((id) => document.getElementById(id));
    const label = element.id && document.querySelector(`label[for="${element.id}"]`);
    const text = [element.getAttribute("aria-label"), ...by.map((held) => held && held.textContent), label && label.innerText, element.innerText];
    return !text.some((held) => (held || "").trim());
  })
  .map((element) => element.outerHTML.slice(0, 80))
"""


def test_letters_stand_out_from_their_ground(reader: Reader) -> None:
    """At least 4.5 to 1, everywhere that is text of the page, details open."""
    reader.page.click("#details")

    assert reader.page.evaluate(CONTRAST) == []


def test_everything_that_works_has_a_name(reader: Reader) -> None:
    """Buttons, fields, links, regions and pictures can be told apart without seeing them."""
    page = reader.page

    assert page.evaluate(NAMELESS) == []
    landmarks = page.evaluate(
        "['header','nav','main'].map(t => document.querySelectorAll(t).length)"
    )
    assert landmarks == [1, 1, 1]


def test_focus_can_be_seen(reader: Reader) -> None:
    """Tab leads through the page, and what has the focus bears a line around it."""
    page = reader.page
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 80)")


def test_high_contrast_keeps_signs(browser: Browser, chikusei: Path) -> None:
    """Where a system takes the colours away, signs and words tell the verdicts."""
    held = Reader(browser, chikusei, forced_colors="active")
    cells = held.page.locator("#heat-table tbody td.mtpd, #heat-table tbody td.down")

    assert cells.count() > 10
    assert all("×" in text for text in cells.all_inner_texts())
    held.close()


def test_small_inventory_has_no_empty_part(browser: Browser, bcp: Run, workspace: Path) -> None:
    """One component and one function: each part says something."""
    assert bcp("report", "-o", "page.html", cwd=workspace).returncode == 0
    held = Reader(browser, workspace / "page.html")
    for part in held.page.locator("main > section").all():
        said = part.inner_text().split("\n", 1)
        assert len(said) == 2, said
        assert len(said[1].strip()) > 10, said
    held.close()
