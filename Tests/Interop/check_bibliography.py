#!/usr/bin/env python3
"""check_bibliography.py PROGRAM FOLDER: sets everything that cite prints of each scenario in the styles plain, apsrev4-2 and
JHEP (where the machine has it), and fails where BibTeX or LaTeX complains or an entry is missing from the list."""
import pathlib
import re
import shutil
import subprocess
import sys

program, scratch = sys.argv[1], pathlib.Path(sys.argv[2])
CLASSES = {
    "plain": "\\documentclass{article}",
    "apsrev4-2": "\\documentclass[aps,prd]{revtex4-2}",
    "JHEP": "\\documentclass{article}",
}


def run(*command, cwd):
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", errors="replace", check=False)


def present(style):
    return bool(run("kpsewhich", f"{style}.bst", cwd=scratch).stdout.strip())


missing = [tool for tool in ("pdflatex", "bibtex", "kpsewhich") if shutil.which(tool) is None]
if missing or not present("apsrev4-2"):
    sys.exit("the bibliography can't be set: .ci/setup.sh extra installs what is missing")

for options in ([], ["--parameters", "planck2018-nufit6"], ["--scenario", "current"]):
    cited = subprocess.run([program, "cite", *options], capture_output=True, check=True).stdout
    caption = subprocess.run([program, "cite", "--style", "caption", *options], capture_output=True, check=True).stdout
    keys = re.findall(r"^@\w+\{([^,\n]+)", cited.decode(), re.M)
    for style, head in CLASSES.items():
        if not present(style):
            print(f"{style}.bst is not on this machine")
            continue
        folder = scratch / "-".join(["bibliography", style, *options]).replace("--", "")
        folder.mkdir()
        (folder / "references.bib").write_bytes(cited)
        (folder / "paper.tex").write_text(
            head + "\n\\usepackage[T1]{fontenc}\n\\usepackage[utf8]{inputenc}\n\\usepackage{hyperref}\n\\begin{document}\n"
            + caption.decode() + f"\\bibliographystyle{{{style}}}\n\\bibliography{{references}}\n\\end{{document}}\n",
            encoding="utf-8")
        latex = ("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
        for command in (latex, ("bibtex", "paper"), latex, latex):
            done = run(*command, cwd=folder)
            if done.returncode:
                sys.exit(f"{style} {options}: {' '.join(command)}\n{done.stdout[-3000:]}")
        bibtex = (folder / "paper.blg").read_text(encoding="utf-8", errors="replace")
        log = (folder / "paper.log").read_text(encoding="utf-8", errors="replace")
        complaints = re.findall(r"^Warning--.*", bibtex, re.M) + re.findall(r"^LaTeX Warning: (?:Cit|Ref|There).*", log, re.M)
        items = re.findall(r"\\bibitem\s*(?:\[[^%]*?\])?%?\s*\{([^}]*)\}", (folder / "paper.bbl").read_text(encoding="utf-8"))
        if complaints or set(items) != set(keys):
            sys.exit(f"{style} {options}: {complaints}, not listed: {sorted(set(keys) - set(items))}")
        print(f"{style}: {len(items)} references of {' '.join(options) or 'the paper'} set without a complaint")
