"""Compares summary.json of every scenario's map with the numbers kept in expected.json.

Usage: check.py DIRECTORY, where DIRECTORY/paper, DIRECTORY/consistent and DIRECTORY/current hold the maps.
"""

import json
import math
import sys
from pathlib import Path

# Of χ²: half of the last digit of the number below.
CHI2_TOLERANCE = 5e-4
# Relative, of all else: far below a cell of the grid, far above what another processor's rounding makes.
TOLERANCE = 1e-4
# How many of the 40,000 cells of the grid may fall to the other side of an edge.
CELLS = 3
# Without interaction, at the paper's amplitude and index: as in PaperNumbersTests.
STANDARD_MODEL = 27.276


def differences(found, expected, place):
    """The places where numbers or words differ."""
    for key, known in expected.items():
        here = f"{place}.{key}"
        value = found.get(key) if isinstance(found, dict) else None
        if isinstance(known, dict):
            yield from differences(value, known, here)
        elif isinstance(known, str):
            if value != known:
                yield f"{here}: {value!r}, expected {known!r}"
        elif not isinstance(value, (int, float)):
            yield f"{here}: {value!r}, expected {known}"
        else:
            is_chi2 = ".chi2" in here
            is_count = key == "points"
            absolute = CHI2_TOLERANCE if is_chi2 else CELLS if is_count else 0.0
            relative = 0.0 if is_chi2 or is_count else TOLERANCE
            if not math.isclose(value, known, rel_tol=relative, abs_tol=absolute):
                yield f"{here}: {value}, expected {known}"


def main():
    directory = Path(sys.argv[1])
    expected = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
    faults = []
    for scenario, known in expected.items():
        summary = json.loads((directory / scenario / "summary.json").read_text(encoding="utf-8"))
        faults += differences(summary, known, scenario)
    paper = json.loads((directory / "paper" / "summary.json").read_text(encoding="utf-8"))
    faults += differences(paper["chi2"], {"standard_model": STANDARD_MODEL}, "paper.chi2")
    for fault in faults:
        print(fault)
    print(f"maps of {', '.join(expected)}: {len(faults)} differences")
    sys.exit(1 if faults else 0)


main()
