"""The pages of `coopmine report` and `coopmine show --html` in a real Chromium: report_test.py COOPMINE PICTURES

Ends with 77 (skipped) where chromium or its driver is not installed.  Screenshots go to the folder PICTURES.
"""
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from browser import Browser, NoSession, available

ROOT = Path(__file__).resolve().parents[2]
READY = "return document.documentElement.dataset.ready"
USABLE = 3000  # milliseconds, for MANY records
MANY = 20000
ENTER, TAB = "\ue007", "\ue004"

ATTACK = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>\u2028\u202e"


def commitment(number, **slots):
    """A record as extract writes it, with what the test asks of it."""
    text = slots.get("text", "Norway will give Kenya $5 million.")
    return {
        "kind": "commitment", "schema": "coopmine/1", "id": f"{number:016x}",
        "doc": {"id": slots.get("doc", f"{number}.txt"), "title": slots.get("title"), "date": slots.get("date"),
                "date_from": None, "lang": "en", "sha256": f"{number:064x}", **slots.get("kept", {})},
        "type": slots.get("type", "aid"), "status": slots.get("status", "pledged"), "act": "provide",
        "parties": [{"role": role, "id": code, "name": name, "kind": "state", "organ": None, "text": None, "span": None, "via": None}
                    for role, code, name in slots.get("parties", [("giver", "NOR", "Norway"), ("receiver", "KEN", "Kenya")])],
        "initiator": None, "sectors": [{"id": sector, "text": None, "span": None} for sector in slots.get("sectors", [])],
        "instrument": None, "amounts": slots.get("amounts", []), "dates": [], "duration": None, "measures": [], "attribution": None,
        "part_of": None, "evidence": [{"text": text, "span": [0, len(text)], "sentence": 1, "zone": "body", "trigger": None}],
        "rules": ["verb.to"], "confidence": slots.get("confidence", 0.5),
        "codes": {"plover": None, "cameo": None, "iati": None, "aiddata": None, "dac": []},
    }


def money(value, currency, cumulative=False):
    return {"value": value, "currency": currency, "max": None, "approx": None, "cumulative": cumulative, "text": None, "span": None}


class Pages:
    """Makes pages of records, each in the scratch folder."""

    def __init__(self, coopmine, folder):
        self.coopmine, self.folder = coopmine, Path(folder)

    def of_lines(self, name, lines, *options):
        records, page = self.folder / f"{name}.jsonl", self.folder / f"{name}.html"
        records.write_text(lines, encoding="utf-8")
        subprocess.run([self.coopmine, "report", records, "-o", page, *options], check=True)
        return page.as_uri()

    def of(self, name, records, *options):
        return self.of_lines(name, "".join(json.dumps(record) + "\n" for record in records), *options)

    def of_corpus(self):
        articles = sorted(path.relative_to(ROOT) for path in (ROOT / "corpus").glob("*.txt"))
        done = subprocess.run([self.coopmine, "extract", "-q", *articles], check=True, stdout=subprocess.PIPE, cwd=ROOT)
        lines = done.stdout.decode()
        return [json.loads(line) for line in lines.splitlines()], self.of_lines("corpus", lines, "--title", "The corpus")


def load(browser, url):
    browser.open("about:blank")
    browser.open(url)
    browser.wait(READY)


def silent(browser):
    said = [line for line in browser.log() if "favicon" not in line]
    assert not said, said


def count(browser):
    return int(browser.run("return document.querySelector('#counts b').textContent").replace(",", ""))


def statuses(browser):
    return {words.split()[0]: int(words.split()[1].replace(",", "")) for words in browser.run(
        "return [...document.querySelectorAll('.legend li')].map((item) => item.textContent)")}


def type_into(browser, field, words):
    browser.run("const field = document.getElementById(arguments[0]); field.focus(); field.value = arguments[1];"
                "field.dispatchEvent(new Event('input', {bubbles: true})); field.dispatchEvent(new Event('change', {bubbles: true}))", field, words)


def test_loads(browser, records, url):
    load(browser, url)
    silent(browser)
    assert browser.run("return document.title") == "The corpus"
    assert count(browser) == len(records)
    assert statuses(browser) == Counter(record["status"] for record in records)
    assert browser.run("return document.querySelectorAll('tbody .row').length") == 50
    assert browser.run("return document.querySelectorAll('.node').length") > 5


def test_filters_drive_plots(browser, records, url):
    load(browser, url)
    browser.run("document.querySelector('#status input[value=pledged]').click()")
    wanted = [record for record in records if record["status"] == "pledged"]
    assert count(browser) == len(wanted) and statuses(browser) == {"pledged": len(wanted)}
    type_into(browser, "party", "JPN")
    wanted = [record for record in wanted if any(party["id"] == "JPN" for party in record["parties"])]
    assert 0 < len(wanted)
    browser.wait(f"return document.querySelector('#counts b').textContent === '{len(wanted)}'")
    assert "status=pledged" in browser.run("return location.hash") and "party=JPN" in browser.run("return location.hash")
    assert f"{len(wanted)} of {len(records)} records pass" in browser.run("return document.getElementById('summary').textContent")
    browser.run("document.getElementById('clear').click()")
    assert count(browser) == len(records) and browser.run("return location.hash") == ""
    type_into(browser, "q", "nosuchwordatall")
    browser.wait("return document.querySelector('#counts b').textContent === '0'")
    silent(browser)


def test_every_filter(browser, records, url):
    def dated(record, low, high):
        return record["doc"]["date"] and low <= record["doc"]["date"] <= high
    for choice, passes in [
            ("type=aid,support", lambda r: r["type"] in ("aid", "support")),
            ("sector=energy", lambda r: any(s["id"] == "energy" for s in r["sectors"])),
            ("from=1990-01-01&to=1999-12-31", lambda r: dated(r, "1990-01-01", "1999-12-31")),
            ("min=0.6", lambda r: r["confidence"] >= 0.6),
            ("party=JPN&as=giver", lambda r: any(p["id"] == "JPN" and p["role"] == "giver" for p in r["parties"])),
            ("party=JPN&partner=UKR", lambda r: {"JPN", "UKR"} <= {p["id"] for p in r["parties"]}),
            ("q=JAPAN+ukraine", lambda r: all(word in json.dumps(r, ensure_ascii=False).lower() for word in ("japan", "ukraine")))]:
        load(browser, f"{url}#{choice}")
        wanted = sum(1 for record in records if passes(record))
        assert 0 < wanted < len(records) and count(browser) == wanted, (choice, wanted, count(browser))


def test_plots_drive_filters(browser, records, url):
    load(browser, url)
    words = browser.run("const cell = document.querySelector('#matrix button'); cell.click(); return cell.title")
    assert count(browser) == int(words.rsplit(": ", 1)[1].split()[0]), words
    load(browser, url)
    words = browser.run("const cell = document.querySelector('#sectors button'); cell.click(); return cell.title")
    assert count(browser) == int(words.rsplit(": ", 1)[1].split()[0]), words
    load(browser, url)
    words = browser.run("const bar = document.querySelector('.bar[role]'); bar.dispatchEvent(new Event('click')); return bar.ariaLabel")
    assert count(browser) == int(words.split(": ")[1].split()[0]), words
    load(browser, url)
    browser.run("document.querySelector('[data-key=pairs-given]').click()")
    words = browser.run("const cell = document.querySelector('#matrix button'); cell.click(); return cell.title")
    assert " to " in words and count(browser) == int(words.rsplit(": ", 1)[1].split()[0]), words
    silent(browser)


def test_links(browser, records, url):
    wanted = records[70]
    load(browser, f"{url}#record={wanted['id']}")
    shown = browser.run("return document.querySelector('tr.detail blockquote').firstChild.parentNode.textContent")
    assert shown.startswith(wanted["evidence"][0]["text"]), shown
    assert browser.run("const box = document.querySelector('tr.open').getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight")
    named = {party["name"] for party in wanted["parties"]}
    told = set(browser.run("return [...document.querySelectorAll('tr.detail dd b')].map((name) => name.textContent)"))
    assert named <= told, (named, told)


def test_keyboard(browser, records, url):
    load(browser, url)
    browser.keys("/")
    assert browser.run("return document.activeElement.id") == "q"
    browser.run("document.querySelector('.opener').focus()")
    browser.keys(ENTER)
    assert browser.run("return document.activeElement.ariaExpanded === 'true' && !!document.querySelector('tr.detail')")
    browser.keys(TAB)
    assert browser.run("return document.activeElement.closest('tr.detail') !== null")
    browser.run("document.querySelector('.bar[role]').focus()")
    browser.keys(ENTER)
    assert count(browser) < len(records)
    nameless = browser.run("""
      return [...document.querySelectorAll('button, input, select, [role=button], [role=region]')].filter((each) =>
        !(each.ariaLabel || each.textContent.trim() || each.labels?.[0]?.textContent.trim())).map((each) => each.outerHTML)""")
    assert not nameless, nameless


def test_hostile(browser, pages):
    kept = {"url": "javascript:window.hacked=1", "source": ATTACK}
    record = commitment(1, text=ATTACK, title=ATTACK, doc=ATTACK, parties=[("giver", ATTACK, ATTACK), ("receiver", None, ATTACK + "2")],
                        date="2024-01-01", type=ATTACK, sectors=[ATTACK], kept=kept, amounts=[money(5, "\"><b>")])
    url = pages.of("hostile", [record, commitment(2)], "--title", ATTACK)
    load(browser, f"{url}#record={record['id']}")
    silent(browser)
    assert browser.run("return window.hacked === undefined")
    assert browser.run("return document.querySelectorAll('script').length") == 2
    assert browser.run("return document.querySelectorAll('img, iframe, object, main b b, a[href^=javascript]').length") == 0
    assert ATTACK in browser.run("return document.querySelector('blockquote').textContent")
    assert browser.run("return document.title").startswith("</script><script>")
    # Were words ever taken for a script, the page's policy would not run it, nor reach a network.
    assert browser.run("const script = document.createElement('script'); script.textContent = 'window.hacked = 1';"
                       "document.body.append(script); return window.hacked === undefined")
    assert browser.run("let blocked = 0; document.addEventListener('securitypolicyviolation', () => { window.blocked = 1; });"
                       "return fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'refused')") == "refused"
    assert browser.wait("return window.blocked")
    browser.log()


def test_money(browser, pages):
    records = [commitment(1, amounts=[money(5e6, "USD"), money(7e6, "EUR")]), commitment(2, amounts=[money(1e6, "USD")]),
               commitment(3, amounts=[money(9e9, "USD", True)]), commitment(4, amounts=[money(8e9, "USD", True)])]
    load(browser, pages.of("money", records))
    rows = browser.run("return [...document.querySelectorAll('.money')].map((table) => [table.caption.textContent,"
                       "...[...table.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))])")
    assert rows == [["Sums in USD", ["Norway", "6M", "2", "9B"]], ["Sums in EUR", ["Norway", "7M", "1", ""]]], rows


def test_nothing(browser, pages):
    load(browser, pages.of("nothing", []))
    silent(browser)
    assert count(browser) == 0


def test_many(browser, records, pages):
    copies = []
    for number in range(MANY):
        copy = dict(records[number % len(records)], id=f"{number:016x}")
        copy["doc"] = dict(copy["doc"], id=f"{number}.txt", sha256=f"{number:064x}", date=f"{1990 + number % 35}-0{number % 9 + 1}-15")
        copies.append(copy)
    url = pages.of("many", copies)
    times = []
    while len(times) < 3 and min(times, default=USABLE) >= USABLE:
        load(browser, url)
        times.append(int(browser.run(READY)))
    assert count(browser) == MANY and min(times) < USABLE, times
    took = browser.run("const start = performance.now(); document.querySelector('#type input').click(); return performance.now() - start")
    print(f"{MANY} records: usable after {min(times)} ms, a filter takes {took:.0f} ms")
    silent(browser)


def show_page(pages, articles, *options):
    page = pages.folder / "show.html"
    subprocess.run([pages.coopmine, "show", "--html", *articles, "-o", page, *options], check=True, cwd=ROOT)
    return page.as_uri()


def told(browser):
    """The words in the text that the chosen record quotes."""
    return "".join(browser.run("return [...document.querySelectorAll('main .told')].map((run) => run.textContent)"))


def test_show(browser, pages):
    url = show_page(pages, ["corpus/japan-ukraine-support-accord.txt", "corpus/egypt-japan-education-partnership-2016.txt"])
    load(browser, url)
    silent(browser)
    text = " ".join(browser.run("return [...document.querySelectorAll('main p')].map((part) => "
                                "[...part.childNodes].filter((node) => node.nodeName !== 'SUP').map((node) => node.textContent).join('')).join(' ')").split())
    assert text == " ".join((ROOT / "corpus/japan-ukraine-support-accord.txt").read_text().split())
    buttons = browser.run("return document.querySelectorAll('aside ol button').length")
    assert buttons > 2 and browser.run("return document.querySelectorAll('aside article:not([hidden])').length") == 1
    # By focus, by pointing and by a tap.
    seen = set()
    for event in ("focus", "mouseenter", "click"):
        number = len(seen) + 1
        browser.run("document.querySelectorAll('aside ol button')[arguments[0]].dispatchEvent(new Event(arguments[1]))", number, event)
        assert browser.run("return document.querySelector('aside [aria-pressed=true]').textContent").startswith(f"{number + 1}.")
        assert "rule" in browser.run("return document.querySelector('aside article:not([hidden])').textContent")
        seen.add(told(browser))
    assert len(seen) == 3 and "" not in seen
    browser.run("document.querySelector('main .trigger[role]').focus()")
    assert browser.run("return document.querySelector('aside [aria-pressed=true]').textContent").startswith("1.")
    browser.run("document.querySelector('#articles a:nth-child(2)').click()")
    browser.wait("return document.title.includes('Cairo')")
    silent(browser)


def test_show_hostile(browser, pages):
    article = pages.folder / "hostile.txt"
    article.write_text("Norway to build wells in Kenya\n\nOSLO, May 3 - Norway will give Kenya $5 million for schools, its foreign minister said on "
                       f"Tuesday.\n\nThe grant will be paid over three years.\n\n{ATTACK}\n", encoding="utf-8")
    load(browser, show_page(pages, [article]))
    silent(browser)
    assert browser.run("return window.hacked === undefined && document.querySelectorAll('script').length === 2 && !document.querySelector('img')")
    assert "<img src=x onerror" in browser.run("return document.querySelector('main').textContent")
    assert browser.run("return document.querySelectorAll('aside ol button').length") == 1


def test_looks(browser, url, pictures, name):
    for width, height, phone in ((1280, 1000, False), (390, 844, True)):
        for dark in (False, True):
            browser.size_of(width, height, dark, phone)
            load(browser, url)
            wide = browser.run("return document.documentElement.scrollWidth")
            assert wide <= width, f"{wide} pixels wide on a screen of {width}"
            browser.screenshot(pictures / f"{name}-{width}-{'dark' if dark else 'light'}.png")
            ground = browser.run("return getComputedStyle(document.body).backgroundColor").strip("rgb()").split(",")
            assert (int(ground[0]) < 128) == dark, ground
    browser.size_of(1280, 1000)


def test_print(browser, url):
    load(browser, url)
    browser.command("Emulation.setEmulatedMedia", media="print")
    assert browser.run("return getComputedStyle(document.getElementById('filters')).display") == "none"
    browser.command("Emulation.setEmulatedMedia", media="")


def main(coopmine, pictures):
    if not available():
        print("SKIPPED: chromium and chromedriver are not installed")
        return 77
    pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Browser() as browser:
        pages = Pages(coopmine, folder)
        records, url = pages.of_corpus()
        for test in (test_loads, test_filters_drive_plots, test_every_filter, test_plots_drive_filters, test_links, test_keyboard):
            test(browser, records, url)
        for test in (test_hostile, test_money, test_nothing, test_show, test_show_hostile):
            test(browser, pages)
        test_many(browser, records, pages)
        test_print(browser, url)
        test_looks(browser, url, pictures, "report")
        test_looks(browser, show_page(pages, ["corpus/japan-ukraine-support-accord.txt"]), pictures, "show")
    print("all well; screenshots in", pictures)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(Path(sys.argv[1]).resolve(), Path(sys.argv[2])))
    except NoSession as reason:
        print("SKIPPED: chromium does not start here:", reason)
        sys.exit(77)
