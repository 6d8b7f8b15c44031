#!/usr/bin/env python3
"""run.py PROGRAM: runs the blocks marked `sh` of README and handbook, which the tests only read as command lines, and fails where
one ends with another exit code than 0. A block that can't be run here says why; one that is not named below is an error."""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NETWORK = "needs the network; its servers are stood in for by the tests of refreshing and adding"
CLUSTER = "needs a scheduler, which `make slurm-test` starts"

# What a reader has by then: commands before the block, in the same folder.
PLUGIN = "mutau plugin new MyBound"
PLAN = (
    "printf 'scenario: consistent\\nmethod: random\\npoints: 200\\nblock: 20\\nparameters:\\n"
    "  mass_MeV: {from: 30, to: 100, scale: log}\\n  coupling: {from: 1e-5, to: 1e-3, scale: log}\\n' > plan.yaml"
)
DONE = f"{PLAN}\nmutau scan run plan.yaml"


class Run:
    def __init__(self, before=":", instead=()):
        """`instead` has pairs of what is shown and what is run in its place: a number that would cost minutes."""
        self.before, self.instead = before, instead


BLOCKS = {
    "README.md": [Run()],
    "AddingALimit.md": [NETWORK, NETWORK, Run()],
    "LargeScans.md": [CLUSTER + ", and twenty minutes"],
    "NeffBound.md": [Run()],
    "Scans.md": [CLUSTER],
    "Significance.md": ["takes minutes to hours, by the row of its table; the tests run a plan of its kind with few pseudo-experiments"],
    "Terminal.md": [Run()],
    "commands/plugin.md": [Run()],
    "commands/plugin-build.md": [Run(PLUGIN)],
    "commands/plugin-check.md": [Run(f"{PLUGIN}\nmutau plugin build MyBound")],
    "commands/plugin-install.md": [Run(f"{PLUGIN}\nmutau plugin build MyBound")],
    "commands/refresh.md": [NETWORK],
    "commands/reproduce.md": [Run()],
    "commands/scan.md": [Run(PLAN, [("mutau scan merge", "mutau scan run plan.yaml\nmutau scan merge")])],
    "commands/scan-cancel.md": [CLUSTER],
    "commands/scan-extend.md": [Run(DONE, [("100000", "200")])],
    "commands/scan-merge.md": [Run(DONE)],
    "commands/scan-run.md": [Run(PLAN, [("/scratch/mine", "mine")])],
    "commands/scan-status.md": [Run(DONE)],
    "commands/scan-submit.md": [CLUSTER],
}


def blocks(page):
    return re.findall(r"^```sh\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)


def pages():
    """The pages that have such blocks, by their name below Documentation/."""
    places = [ROOT / "README.md", *sorted((ROOT / "Documentation").rglob("*.md"))]
    named = {page.name if page.parent == ROOT else str(page.relative_to(ROOT / "Documentation")): blocks(page) for page in places}
    return {name: found for name, found in named.items() if found}


def run(name, text, plan, program):
    for shown, instead in plan.instead:
        if shown not in text:
            return f"{name}: {shown} is not shown any more"
        text = text.replace(shown, instead)
    with tempfile.TemporaryDirectory() as folder:
        home = os.path.join(folder, "home")
        os.mkdir(home)
        # A reader's own limits and plugins are no part of it.
        outside = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "MUTAU_"))}
        environment = {**outside, "HOME": home, "PATH": f"{program.parent}:{os.environ['PATH']}"}
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
    for name, texts in found.items():
        for text, plan in zip(texts, BLOCKS.get(name, [])):
            if isinstance(plan, str):
                print(f"{name}: not run, {plan}")
            elif complaint := run(name, text, plan, program):
                complaints.append(complaint)
    if complaints:
        sys.exit("\n".join(complaints))


if __name__ == "__main__":
    main()
