"""check_page.py PROGRAM SCRATCH: the page of a map in a real browser, Chromium by selenium: its controls against the program
at twenty points, keys, links, what can be saved, both themes, a telephone, and titles that try to become markup; its report likewise.

MUTAU_PAGE_PICTURES=DIR keeps a picture of each view.
"""

import csv
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import numpy

from browser import Browser

program, scratch = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
folder = scratch / "page"
folder.mkdir(parents=True, exist_ok=True)
pictures = os.environ.get("MUTAU_PAGE_PICTURES")
complaints = []
# What is measured and told, and fails nothing: how fast a machine is, is no fault of the page.
times = {"region": [], "paint": [], "spectrum": [], "product": []}


def complain(*facts):
    complaints.append(", ".join(str(fact) for fact in facts))


def expect(condition, *facts):
    if not condition:
        complain(*facts)


def run(arguments, where=folder):
    done = subprocess.run([program] + arguments, capture_output=True, text=True, cwd=where)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)} ends with {done.returncode}: {done.stderr[-500:]}")
    return done.stdout


def keep(browser, name):
    if pictures:
        browser.picture(os.path.join(pictures, f"{name}.png"))


def near(first, second, share):
    return first is not None and second is not None and abs(first - second) <= share * abs(second)


def compare(page, point, command):
    """The panel of a pinned point against the program's own answer to the command that the panel shows."""
    # The map's χ² is of narrow lines; a single point has their width where it matters.
    options = ["--solver", "narrow-line", "--format", "json"]
    answer = json.loads(run(command.split()[1:] + options, folder / "map"))
    shown = page["verdicts"]
    place = f"{command}"
    # Closer to a limit than the tables are exact, either side may be named.
    edges = [abs(v["margin_dex"]) for v in answer["verdicts"] if v["margin_dex"] is not None]
    if min(edges, default=1) > 0.002:
        expect(page["standing"] == answer["standing"], place, page["standing"], answer["standing"])
    for verdict in answer["verdicts"]:
        found = shown.get(verdict["title"])
        if found is None:
            complain(place, "has no row", verdict["title"], list(shown))
            continue
        margin = verdict["margin_dex"]
        if margin is not None and abs(margin) < 0.002:
            continue
        word = {"would-exclude": "would exclude"}.get(verdict["verdict"], verdict["verdict"])
        expect(found["verdict"] == word, place, verdict["title"], found["verdict"], word)
        # 300 steps of the mass, and three digits.
        if verdict["limit"] is not None and verdict["verdict"] != "silent":
            expect(near(found["limit"], verdict["limit"], 0.012), place, verdict["title"], found["limit"], verdict["limit"])
    # Between the points of a grid of 33 × 33, of steps of 15 % in mass and 33 % in coupling.
    chi2 = answer["icecube"]["chi2"]
    expect(near(page["chi2"], chi2, 0.05), place, "chi2", page["chi2"], chi2)


def check_product(browser):
    """The product of likelihoods: what it leaves at some masses, against the program's map on a grid of the page's kind."""
    for scenario, options, words in (
        ("paper", [], {}), ("consistent", [], {}), ("current", [], {}), ("consistent", ["--cl", "0.95"], {"cl": "0.95"}),
        ("current", ["--g-minus-2", "2.5e-9±6e-10"], {"counts.muon g-2": "given", "da": "2.5e-9,6e-10"}),
        ("consistent", ["--alternative", "g-2-wp20"], {"counts.muon g-2": "g-2-wp20"}),
        ("consistent", ["--neff-max", "3.3"], {"neff": "3.3"}),
    ):
        place = f"product of likelihoods, {scenario} {options}"
        browser.fragment({"scenario": scenario, "combination": "likelihood", **words})
        side = 200 if scenario == "paper" else 33
        run(["map", "--scenario", scenario, "--combination", "likelihood", "--grid", f"{side}x{side}", "--figures", "none", "--output", "product"] + options)
        grid = numpy.load(folder / "product" / "map.npz")
        allowed = {}
        for row in csv.DictReader(browser.save("save-csv", "mutau-map.csv").splitlines()):
            if row["curve"] == "allowed":
                allowed.setdefault(float(row["mass_MeV"]), []).append((float(row["lower"]), float(row["upper"])))
        masses = numpy.geomspace(1, 100, 301)
        common = either = 0
        for column, mass in enumerate(grid["mass_MeV"]):
            nearest = min(range(301), key=lambda at: abs(masses[at] / mass - 1))
            found = [each for at, each in allowed.items() if abs(at / masses[nearest] - 1) < 1e-4]
            intervals = found[0] if found else []
            for row, coupling in enumerate(grid["coupling"]):
                inside = any(low <= coupling <= high for low, high in intervals)
                allows = grid["standing"][column][row] == "allowed"
                common += inside and allows
                either += inside or allows
        share = 1 - common / either if either else 0
        times["product"].append(share)
        # Points next to the edge fall on either side; the smallest of these regions has one of ten points there.
        expect(share < 0.1 and either > 0, place, "differs at", either - common, "of", either)


CHANNELS = {
    "cascades": lambda each: (each["e"] + each["tau"]) / 2,
    "tracks": lambda each: each["mu"],
    "all-flavours": lambda each: (each["e"] + each["mu"] + each["tau"]) / 3,
}


def compare_spectrum(browser, mass, coupling, scenario):
    """The spectrum that the page draws, as it saves it, against the program's at the same index."""
    place = f"spectrum of {mass} MeV, {coupling}, {scenario}"
    rows = list(csv.DictReader(browser.save("save-spectrum", "mutau-spectrum.csv").splitlines()))
    amplitude, index = browser.fitted()
    energies = folder / "energies.txt"
    energies.write_text("".join(f"{row['E_GeV']}\n" for row in rows))
    words = ["spectrum", f"{mass}MeV", str(coupling), "--scenario", scenario, "--gamma", str(index), "--energies", str(energies)]
    answer = json.loads(run(words + ["--ratio", "--solver", "narrow-line", "--format", "json"]))
    jumps = [line[key] for line in answer["lines"] for key in ("E_GeV", "lowest_E_GeV")]
    names = [name for name in rows[0] if name.endswith("_E2flux") and "without" not in name]
    expect(len(names) > 0, place, "has no channel")
    worst = 0
    for number, row in enumerate(rows):
        energy = float(row["E_GeV"])
        # Six digits of an energy do not tell on which side of a jump it lies.
        if any(abs(energy / jump - 1) < 2e-5 for jump in jumps):
            continue
        flavours = {name: answer[name][number] for name in ("e", "mu", "tau")}
        for name in names:
            channel = name.removesuffix("_E2flux")
            free = float(row[f"{channel}_without_Zprime_E2flux"])
            worst = max(worst, abs(float(row[name]) / free - CHANNELS[channel](flavours)))
            # A, at which the page says two digits behind the point.
            expect(near(free, amplitude * 1e-18 * (energy / 1e5) ** -index * energy**2, 0.01 / amplitude + 0.06), place, "without", energy, free)
    times["spectrum"].append(worst)
    # A hundredth of the flux without a Z′: less than the width of a line of the picture. The page says γ to 0.005.
    expect(worst < 0.01, place, "is off by", worst)


def check_spectra(browser):
    for number, (mass, coupling) in enumerate(points(9)):
        scenario = ["paper", "consistent", "current"][number % 3]
        browser.fragment({"scenario": scenario, "point": f"{mass},{coupling}", "fit": str(number // 3 % 2)})
        compare_spectrum(browser, mass, coupling, scenario)


def points(count):
    chance = random.Random(12)
    return [(round(10 ** chance.uniform(0.02, 1.98), 3), float(f"{10 ** chance.uniform(-4.9, -1.1):.3g}")) for _ in range(count)]


def check_points(browser):
    settings = [
        {}, {"cl": "0.95"}, {"muons": "1e12"}, {"neff": "3.3"}, {"fit": "1"}, {"combination": "most-sensitive"},
        {"counts.muon g-2": "given", "da": "1e-10,6e-10"}, {"counts.muon g-2": "given", "da": "2.5e-9,6e-10", "cl": "0.9"},
    ]
    scenarios = ["paper", "consistent", "current"]
    for number, (mass, coupling) in enumerate(points(20)):
        words = {"scenario": scenarios[number % 3], **settings[number % len(settings)], "point": f"{mass},{coupling}"}
        browser.fragment(words)
        compare(browser.panel(), (mass, coupling), browser.command())


def check_controls(browser):
    browser.fragment({"scenario": "consistent"})
    for name, value in (("neff", 3.2), ("neff", 3.6), ("muons", 11.5)):
        browser.switch(f"{name}-on")
        for step in range(4):
            browser.slide(name, value + 0.05 * step)
            times["region"].append(browser.milliseconds())
            chosen = f"N_eff < {round(value + 0.05 * step, 2):g}"
            expect(name != "neff" or chosen in browser.listed(), chosen, "is called otherwise in the list", browser.listed())
        # Drawn to and fro, faster than a browser lets an address change: the log at the end tells whether it minded.
        for step in range(150):
            browser.slide(name, value + 0.05 * (step % 5))
        browser.switch(f"{name}-on")
    expect("neff=" not in browser.address(), "a slider that is off stays in the address", browser.address())
    before = browser.allowed()
    browser.choose("Confidence level", "0.95")
    expect(browser.allowed() != before, "the confidence level changes nothing")
    browser.choose("Confidence level", "")
    expect(browser.allowed() == before, "the confidence level does not come back")
    browser.press_button("observed")
    expect(browser.allowed() == "", "something is allowed without a bound")
    browser.press_button("observed")
    expect(browser.allowed() == before, "bounds do not come back")


def check_alternatives(browser):
    """The list of bounds marks as deciding what the control lets decide, whatever the scenario does."""
    for chosen in ("g-2-wp25", "g-2-bmw21"):
        browser.fragment({"scenario": "consistent", "counts.muon g-2": chosen})
        lines = {"g-2-wp25": browser.line_below("(g−2)μ WP25"), "g-2-bmw21": browser.line_below("(g−2)μ BMW21")}
        expect(lines == {stem: "solid" if stem == chosen else "dashed" for stem in lines}, chosen, "counts, and the list has", lines)


def check_keys(browser):
    browser.fragment({})
    browser.key("ArrowRight")
    first = browser.panel()
    browser.key("ArrowUp")
    expect(first != browser.panel() and browser.live(), "arrows move no point, or nobody is told")
    browser.key("+")
    time.sleep(0.3)
    expect("view=" in browser.address(), "+ does not zoom", browser.address())
    browser.key("0")
    time.sleep(0.3)
    expect("view=" not in browser.address(), "0 does not show all", browser.address())


def check_names(browser):
    """Names of limits at every zoom of three scenarios: some stand there, and none on another."""
    views = [[low, high, below, above] for low, high in ((1, 100), (3, 30), (5, 8)) for below, above in ((1e-5, 0.1), (1e-4, 3e-3), (4e-4, 6e-4))]
    for scenario in ("paper", "consistent", "current"):
        for view in views:
            browser.fragment({"scenario": scenario, "view": ",".join(map(str, view))})
            expect(len(browser.names()) >= 1, scenario, view, "no limit is named")
            expect(browser.crowded() == [], scenario, view, "names stand on one another", browser.crowded())


def check_saving(browser):
    browser.fragment({})
    names = browser.save_all()
    expect(names == {"mutau-map.svg", "mutau-map.png", "mutau-map.csv"}, "saved", names)
    rows = (browser.downloads / "mutau-map.csv").read_text().splitlines()
    expect(rows[0] == "curve,role,mass_MeV,lower,upper" and any(row.startswith("allowed,") for row in rows), rows[:3])


def check_looks():
    for theme in ("light", "dark"):
        for width, height in ((1280, 1000), (390, 844)):
            with Browser(folder / "map" / "map.html", theme=theme, width=width, height=height) as browser:
                browser.fragment({"scenario": "consistent", "point": "6.5,4.5e-4"})
                expect(browser.overflow() <= 0, theme, width, "overflows by", browser.overflow())
                times["paint"].append(browser.paint())
                browser.unlabelled(complain)
                expect(browser.log() == [], theme, width, browser.log())
                keep(browser, f"{theme}-{width}")
                expect(browser.is_in_sight("#panel .standing"), theme, width, "what is said of the point is out of sight")
                browser.to_paper()
                expect(browser.overflow() <= 0, theme, width, "leaves the sheet by", browser.overflow())
                expect(browser.broken_heads() == [], theme, width, "on paper words are broken", browser.broken_heads())
            with Browser(folder / "report" / "report.html", theme=theme, width=width, height=height) as browser:
                expect(browser.overflow() <= 0, "report", theme, width, "overflows by", browser.overflow())
                expect(browser.log() == [], "report", theme, width, browser.log())
                ground = browser.run("return getComputedStyle(document.querySelector('figure img')).filter")
                expect((ground == "none") == (theme == "light"), "report", theme, "its figure's ground is", ground)
                keep(browser, f"report-{theme}-{width}")


def check_titles():
    """Titles that would be markup, script or a template are shown as they are, and run nothing."""
    titles = ['</script><script>document.title="gone"</script>', "<img src=x onerror=\"document.title='gone'\">", "${document.title='gone'}", "<!--<script>", "`+alert(1)+`"]
    options = []
    for number, title in enumerate(titles):
        path = folder / f"title{number}.csv"
        path.write_text(
            f"# stem: own-{number}\n# title: {title}\n# kind: observed\n# confidence_level: 90%\n# excluded_side: above\n"
            f"mass_MeV,coupling\n1,{(number + 1) * 1e-3}\n100,{(number + 1) * 1e-3}\n"
        )
        options += ["--overlay", str(path)]
    run(["map", "--grid", "15x15", "--output", "hostile"] + options)
    with Browser(folder / "hostile" / "map.html") as browser:
        browser.fragment({"point": "10,1e-3"})
        shown = set(browser.panel()["verdicts"])
        expect(set(titles) <= shown, "titles", shown)
        expect(browser.title().startswith("Allowed region"), "a title has run", browser.title())
        expect(browser.log() == [], browser.log())
        keep(browser, "hostile")
    with Browser(folder / "hostile" / "report.html") as browser:
        shown = browser.run("return document.body.textContent")
        expect(all(title in shown for title in titles), "titles in the report")
        expect(browser.title().startswith("Report: "), "a title has run", browser.title())
        expect(browser.log() == [], browser.log())


run(["map", "--output", "map"])
run(["map", "--scenario", "consistent", "--grid", "40x40", "--output", "report"])
# A scenario of its own beside the three shipped ones has the most to hold.
run(["map", "--scenario", "consistent", "--solver", "auto", "--output", "automatic"])
for name in ("map", "automatic"):
    size = (folder / name / "map.html").stat().st_size
    expect(size < 3_000_000, name, "map.html has bytes", size)
with Browser(folder / "map" / "map.html") as browser:
    for check in (check_points, check_spectra, check_product, check_controls, check_alternatives, check_keys, check_names, check_saving):
        check(browser)
    expect(browser.log() == [], browser.log())
check_looks()
check_titles()
for complaint in complaints[:40]:
    print(complaint, file=sys.stderr)
if complaints:
    sys.exit(f"{len(complaints)} complaints")
middle = {name: sorted(found)[len(found) // 2] for name, found in times.items()}
print(f"Chromium: first paint after {middle['paint']:.0f} ms, the region follows a control in {middle['region']:.0f} ms (medians)")
print(f"Chromium: the spectrum of a point is the program's to {max(times['spectrum']):.4f} of the flux without a Z′")
print(f"Chromium: the product of likelihoods leaves the points that the program's does but for {max(times['product']):.2%}")
print(f"Chromium: map.html of {size / 1e6:.1f} MB, twenty points as the program has them, controls, keys, themes, hostile titles")
