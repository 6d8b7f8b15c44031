#!/usr/bin/env python3
"""run.py PROGRAM: runs the blocks marked `sh` of README and handbook, which the tests only read as command lines, and fails where
one ends with another exit code than 0. HEPData, a mirror and a scheduler are stood in for (stand_ins.py). A block that can't be run here says why; one that is not named below is an error."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import stand_ins

ROOT = Path(__file__).resolve().parents[2]

# What a reader has by then: commands before the block, in the same folder.
PLUGIN = "mutau plugin new MyBound"
PLAN = (
    "printf 'scenario: consistent\\nmethod: random\\npoints: 200\\nblock: 20\\nparameters:\\n"
    "  mass_MeV: {from: 30, to: 100, scale: log}\\n  coupling: {from: 1e-5, to: 1e-3, scale: log}\\n' > plan.yaml"
)
DONE = f"{PLAN}\nmutau scan run plan.yaml"
SUBMITTED = f"{PLAN}\nmutau scan submit plan.yaml --shards 2"


def plan_of_significance(name, *instead):
    """The line of the page that writes a plan, with numbers that cost less."""
    page = (ROOT / "Documentation/Significance.md").read_text(encoding="utf-8")
    line = next(line.removeprefix("$ ") for line in page.splitlines() if line.endswith(f"> {name}"))
    for shown, smaller in instead:
        assert shown in line, f"{shown} is not in the plan {name} any more"
        line = line.replace(shown, smaller)
    return line


# The page's own plans with fewer pseudo-experiments.
DIP = plan_of_significance("dip.yaml", ("points: 10000", "points: 200"), ("block: 500", "block: 50"))
FREE_BREAK = plan_of_significance(
    "free-break.yaml", ("points: 2000", "points: 32"), ("block: 250", "block: 16"), ("count: 48", "count: 12"),
    ("count: 32", "count: 8"), ("count: 40", "count: 10"))
# The mirror has what is refreshed, and a lock is a copy of one's own.
LOCKED = (
    "mutau refresh belle2-2022-invisible\ncd ~/.local/share/mutau/refreshed\n"
    'cp belle2-2022-invisible.*.vot "$MIRRORED/belle2-2022-invisible.vot"\nmkdir "$OLDPWD/paper"\ncp curves.lock "$OLDPWD/paper"\ncd "$OLDPWD"'
)


class Run:
    def __init__(self, before=":", instead=()):
        """`instead` has pairs of what is shown and what is run in its place: a number that would cost minutes."""
        self.before, self.instead = before, instead


BLOCKS = {
    "README.md": [Run()],
    # To list tables is to take none of them: 65.
    "AddingALimit.md": [Run(instead=[("ins2625676\n", "ins2625676 || [ $? = 65 ]\n")]), Run(), Run()],
    "LargeScans.md": ["takes twenty minutes and a scheduler of its own, which it starts as `make slurm-test` does"],
    "NeffBound.md": [Run()],
    "Scans.md": [Run(PLAN, [("--shards 100", "--shards 10")])],
    "Significance.md": [Run(DIP), Run(FREE_BREAK)],
    "Terminal.md": [Run()],
    "commands/plugin.md": [Run()],
    "commands/plugin-build.md": [Run(PLUGIN)],
    "commands/plugin-check.md": [Run(f"{PLUGIN}\nmutau plugin build MyBound")],
    "commands/plugin-install.md": [Run(f"{PLUGIN}\nmutau plugin build MyBound")],
    "commands/refresh.md": [Run(LOCKED, [("https://mutau.example.org", "$MUTAU_HEPDATA")])],
    "commands/reproduce.md": [Run()],
    "commands/scan.md": [Run(PLAN, [("mutau scan merge", "mutau scan run plan.yaml\nmutau scan merge")])],
    "commands/scan-cancel.md": [Run(SUBMITTED)],
    "commands/scan-extend.md": [Run(DONE, [("100000", "200")])],
    "commands/scan-merge.md": [Run(DONE)],
    "commands/scan-run.md": [Run(PLAN, [("/scratch/mine", "mine")])],
    "commands/scan-status.md": [Run(DONE)],
    "commands/scan-submit.md": [Run(PLAN, [("--shards 100", "--shards 10")])],
}


def blocks(page):
    return re.findall(r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)


def pages():
    """The pages that have such blocks, by their name below Documentation/."""
    places = [ROOT / "README.md", *sorted((ROOT / "Documentation").rglob("*.md"))]
    named = {page.name if page.parent == ROOT else str(page.relative_to(ROOT / "Documentation")): blocks(page) for page in places}
    return {name: found for name, found in named.items() if found}


def run(name, text, plan, program, around):
    for shown, instead in plan.instead:
        if shown not in text:
            return f"{name}: {shown} is not shown any more"
        text = text.replace(shown, instead)
    with tempfile.TemporaryDirectory() as folder:
        home = os.path.join(folder, "home")
        os.mkdir(home)
        # A reader's own limits and plugins are no part of it.
        outside = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "MUTAU_"))}
        scheduler = os.path.join(folder, "scheduler")
        os.mkdir(scheduler)
        stand_ins.put_scheduler(scheduler)
        environment = {**outside, **around, "HOME": home, "PATH": f"{scheduler}:{program.parent}:{os.environ['PATH']}"}
        began = time.monotonic()
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", f"{plan.before}\n{text}"], cwd=folder, env=environment, capture_output=True,
            text=True, check=False)
    print(f"{name}: {time.monotonic() - began:.1f} s")
    return f"{name} ends with {done.returncode}:\n{text}{done.stderr[-1000:]}" if done.returncode else None


def main():
    program = Path(sys.argv[1]).resolve()
    found = pages()
    complaints = [
        f"{name}: {len(found.get(name, []))} blocks marked sh, of which Tests/Blocks/run.py knows {len(BLOCKS.get(name, []))}"
        for name in sorted({*found, *BLOCKS}) if len(found.get(name, [])) != len(BLOCKS.get(name, []))
    ]
    with tempfile.TemporaryDirectory() as mirrored, stand_ins.server(mirrored) as server:
        for document in (ROOT / "Constraints").glob("*.vot"):
            shutil.copy(document, mirrored)
        around = {"MUTAU_HEPDATA": server, "MIRRORED": mirrored, "no_proxy": "127.0.0.1"}
        for name, texts in found.items():
            for text, plan in zip(texts, BLOCKS.get(name, [])):
                if isinstance(plan, str):
                    print(f"{name}: not run, {plan}")
                elif complaint := run(name, text, plan, program, around):
                    complaints.append(complaint)
    if complaints:
        sys.exit("\n".join(complaints))


if __name__ == "__main__":
    main()
