#!/usr/bin/env python3
"""Draws the figures of the pages of computed bounds: draw.py PROGRAM DIRECTORY.

Above, each bound as PROGRAM answers along the masses, with the points of data/ beside it; below, its ratio to them, which
is printed too. Needs gnuplot.
"""

import csv
import json
import math
import os
import subprocess
import sys

from figures import FIGURES

HERE = os.path.dirname(os.path.abspath(__file__))
COLOURS = ["#000000", "#0060a8", "#00734d", "#8f2a7c"]
STEPS = 160
MARKS = [7, 5, 9, 13, 11]


def points(name):
    """The rows of a file of data/, whose first lines say where its numbers are from."""
    with open(os.path.join(HERE, "data", name + ".csv"), encoding="utf-8") as file:
        rows = csv.DictReader(line for line in file if not line.startswith("#"))
        return [{key: float(value) for key, value in row.items()} for row in rows]


def edges(program, curve, masses):
    """The couplings (low, high) at which a bound begins and ends to exclude or to prefer, by mass."""
    answer = subprocess.run(
        [program, "table", "--ignore-own", "--no-plugins", "--scenario", curve.scenario, "--only", curve.stem,
         "--masses", ",".join(f"{mass:.10g}" for mass in masses), "--format", "json"] + curve.options,
        check=True, capture_output=True, text=True)
    found = {}
    for row in json.loads(answer.stdout)["rows"]:
        speaks = row["coverage"] in ("excludes", "would-exclude", "prefers")
        if row["stem"] == curve.stem and speaks and row["deviations"] in (None, curve.deviations):
            found.setdefault(row["mass_MeV"], []).append((row["limit_low"], row["limit_high"]))
    return found


def value(curve, intervals):
    """The one coupling that is drawn of a bound with a single edge."""
    low, high = intervals[0]
    return low if curve.end == "limit_low" else high


def grid(low, high):
    return [float(f"{low * (high / low) ** (n / STEPS):.6g}") for n in range(STEPS + 1)]


def block(name, rows):
    return f"${name} << END\n" + "".join(row + "\n" for row in rows) + "END\n"


def areas(figure, found):
    """Of intervals of couplings: the mass, the column's sides, the ends, one outside of the figure for none."""
    side = (figure.masses[1] / figure.masses[0]) ** (0.5 / STEPS)
    return [f"{mass} {mass / side} {mass * side} {low} {high or 10 * figure.couplings[1]}"
            for mass, intervals in found.items() for low, high in intervals]


def ratios(program, curve, rows):
    """(mass, what the program has over what the row has); nothing where the program is silent."""
    found = edges(program, curve, [row["mass_MeV"] for row in rows])
    return [(row["mass_MeV"], value(curve, found[row["mass_MeV"]]) / row["coupling"])
            for row in rows if row["mass_MeV"] in found]


def neutrinos(program, directory):
    """(mass, N_eff of the program over that of the independent solver), where the verdict says N_eff."""
    rows = points("neff-independent")
    path = os.path.join(directory, "neff-points.csv")
    with open(path, "w", encoding="utf-8") as file:
        file.write("mass_MeV,coupling\n" + "".join(f"{row['mass_MeV']},{row['coupling']}\n" for row in rows))
    answer = subprocess.run(
        [program, "check", "--points", path, "--ignore-own", "--no-plugins", "--scenario", "consistent", "--only",
         "neff-history", "--format", "json", "--verdicts"], check=True, capture_output=True, text=True)
    os.remove(path)
    # The first line says what holds for all points; a bound that is silent has no verdict in the others.
    verdicts = [json.loads(line)["verdicts"] for line in answer.stdout.splitlines()[1:]]
    remarks = [said[0].get("remark", "") if said else "" for said in verdicts]
    return [(row["mass_MeV"], float(remark.split("N_eff = ")[1].split()[0]) / row["N_eff"])
            for row, remark in zip(rows, remarks) if "N_eff = " in remark]


def draw(program, figure, directory):
    data, above, below = [], [], []
    masses = grid(*figure.masses)
    for number, curve in enumerate(figure.curves):
        found = edges(program, curve, masses)
        style = f"lc rgb '{COLOURS[number]}' lw 2" + (" dt (8,5)" if curve.dashed else "")
        title = f"title '{curve.label}'" if curve.label else "notitle"
        if figure.name == "neff":
            data.append(block(f"curve{number}", areas(figure, found)))
            forms = ["using 1:4:2:3:4:5 with boxxyerror fs solid noborder lc rgb '#cccccc'"] if number == 0 else [
                f"using 1:{column} with points pt 7 ps 0.25 lc rgb '{COLOURS[number]}'" for column in (4, 5)]
            above += [f"$curve{number} {form} " + (title if form == forms[0] else "notitle") for form in forms]
            continue
        lines = [f"{mass} {value(curve, found[mass])}" if mass in found else "" for mass in masses]
        data.append(block(f"curve{number}", lines))
        above.append(f"$curve{number} with lines {style} {title}")
    for number, held in enumerate(figure.points):
        rows = points(held.file)
        look = f"pt {MARKS[number]} ps 0.9 lc rgb '{COLOURS[held.curve or 0] if held.curve is not None else '#a3285f'}'"
        data.append(block(f"points{number}", [f"{row['mass_MeV']} {row['coupling']}" for row in rows]))
        if held.label:
            above.append(f"$points{number} with points {look} title '{held.label}'")
        if held.curve is None:
            continue
        pairs = ratios(program, figure.curves[held.curve], rows)
        report(figure.name, held.label, pairs)
        data.append(block(f"ratios{number}", [f"{mass} {ratio}" for mass, ratio in pairs]))
        below.append(f"$ratios{number} with points {look} notitle")
    if figure.name == "neff":
        pairs = neutrinos(program, directory)
        report(figure.name, "N_eff", pairs)
        data.append(block("ratios", [f"{mass} {ratio}" for mass, ratio in pairs]))
        below.append("$ratios with points pt 6 ps 0.9 lc rgb '#a3285f' notitle")
    with open(os.path.join(HERE, "figure.gnuplot"), encoding="utf-8") as file:
        layout = file.read()
    ratio_title = "N_{eff}: here / there" if figure.name == "neff" else "here / there"
    script = "".join(data) + layout.format(
        output=os.path.join(directory, figure.name + ".png"), title=figure.title, masses=figure.masses,
        couplings=figure.couplings, ratios=figure.ratios, above=", \\\n  ".join(above), below=", \\\n  ".join(below),
        ratio_title=ratio_title)
    subprocess.run(["gnuplot", "-"], input=script, check=True, text=True)


def report(name, label, pairs):
    print(f"{name}: {label}: " + ", ".join(f"{ratio:.3f} at {mass:g}" for mass, ratio in pairs))


def main():
    program, directory = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    os.makedirs(directory, exist_ok=True)
    for figure in FIGURES:
        draw(program, figure, directory)


if __name__ == "__main__":
    main()
