"""check_papers.py PROGRAM SCRATCH: the tables in LaTeX compile in article and REVTeX 4-2, keep to their lines and pages, and
say what the table of text says; with hostile titles, too.
"""

import os
import re
import subprocess
import sys
import unicodedata

from nasty_texts import WHOLE, document

program, scratch = os.path.abspath(sys.argv[1]), sys.argv[2]
folder = os.path.join(scratch, "papers")
os.makedirs(folder, exist_ok=True)
environment = {"HOME": folder, "PATH": os.environ["PATH"]}
complaints = []

CLASSES = {
    "article": ("\\documentclass[a4paper]{article}", "unsrt"),
    "two columns": ("\\documentclass[a4paper,twocolumn]{article}", "unsrt"),
    "revtex": ("\\documentclass[aps,prd,reprint]{revtex4-2}", None),
}
# In one column of article the page is no wider than 12.1 cm.
LAYOUTS = {
    "article": ["column", "12.1", "rotated"],
    "two columns": ["column", "page", "rotated"],
    "revtex": ["column", "page", "rotated"],
}


def run(arguments):
    done = subprocess.run([program] + arguments, capture_output=True, env=environment, cwd=folder)
    if done.returncode != 0:
        sys.exit(f"{arguments[0]} ends with {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout.decode()


def compiled(name, kind, tables, bibliography):
    """The log and the words of a paper that has these tables."""
    place = os.path.join(folder, name)
    os.makedirs(place, exist_ok=True)
    for number, table in enumerate(tables):
        with open(os.path.join(place, f"table{number}.tex"), "w") as file:
            file.write(table)
    with open(os.path.join(place, "references.bib"), "w") as file:
        file.write(bibliography)
    head, style = CLASSES[kind]
    lines = [head, "\\usepackage{array,booktabs,rotating}", "\\begin{document}", "Text."]
    lines += [f"\\input{{table{number}}}" for number in range(len(tables))]
    lines += ([f"\\bibliographystyle{{{style}}}"] if style else []) + ["\\bibliography{references}", "\\end{document}"]
    with open(os.path.join(place, "paper.tex"), "w") as file:
        file.write("\n".join(lines) + "\n")
    done = subprocess.run(
        ["latexmk", "-pdf", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"], cwd=place,
        capture_output=True, env=environment)
    with open(os.path.join(place, "paper.log"), errors="replace") as file:
        log = file.read()
    if done.returncode != 0:
        found = re.search(r"^! .*(?:\n.*){6}", log, re.M)
        complaints.append(f"{name}: latexmk ends with {done.returncode}: {found.group(0) if found else log[-800:]}")
        return "", ""
    words = subprocess.run(
        ["pdftotext", "-layout", os.path.join(place, "paper.pdf"), "-"], capture_output=True, check=True)
    return log, words.stdout.decode()


def letters(text):
    """What is left of a text in any font: its letters and digits."""
    plain = unicodedata.normalize("NFKD", text.replace("−", "-"))
    return "".join(sign for sign in plain if sign.isascii() and sign.isalnum())


def check(name, log):
    for complaint in ("Float too large", "There were undefined", "multiply defined", "Text page", "Marginpar"):
        if complaint in log:
            complaints.append(f"{name}: {complaint}")
    # A title may be one long word; a table may be no wider than its line.
    for width, where in re.findall(r"Overfull \\hbox \(([\d.]+)pt too wide\) (in alignment|detected)", log):
        if float(width) > 0.1:
            complaints.append(f"{name}: {width} pt too wide, {where}")


pages = 0
for scenario in ("paper", "consistent", "current"):
    rows = run(["table", "--scenario", scenario, "--format", "csv"]).splitlines()
    titles = {letters(row.split(",")[1]) for row in rows[1:] if '"' not in row}
    bibliography = run(["cite", "--scenario", scenario])
    for kind in CLASSES:
        tables = [
            run(["table", "--scenario", scenario, "--format", "latex", "--layout", layout])
            .replace("{tab:", f"{{tab:{number}-")
            for number, layout in enumerate(LAYOUTS[kind])
        ]
        for table in tables:
            if "resizebox" in table or "siunitx" in table or "\\label{tab:" not in table:
                complaints.append(f"{scenario}: a table is scaled, or has no label")
        name = f"{scenario} in {kind}"
        log, words = compiled(name, kind, tables, bibliography)
        check(name, log)
        missing = [title for title in titles if title not in letters(words)]
        # Names that are broken to two lines stand in columns side by side.
        if log and len(missing) > len(titles) / 2:
            complaints.append(f"{name}: not to be found: {missing}")
        pages += 1

# Engines of eight bits have no letters beyond those of Latin.
sample = [text for text in WHOLE if text.isascii()]
options = ["table", "--masses", "1,10", "--format", "latex"]
for number, text in enumerate(sample):
    path = os.path.join(folder, f"hostile{number}.vot")
    with open(path, "w") as file:
        file.write(document(number, text, 10 ** (-5 + 4 * number / len(sample))))
    options += ["--overlay", path]
log, words = compiled("hostile titles", "revtex", [run(options)], run(["cite"] + options[5:]))
check("hostile titles", log)
if log and "/etc/passwd" in words:
    complaints.append("hostile titles: a file was read")
for text in sample:
    # At least the first word of each is shown as it is.
    if log and letters(text)[:4] not in letters(words):
        complaints.append(f"hostile titles: not to be found: {text}")

for complaint in complaints:
    print(complaint, file=sys.stderr)
if complaints:
    sys.exit(f"{len(complaints)} complaints")
print(f"latexmk: {3 * pages} tables in {pages} papers of article and REVTeX 4-2, and {len(sample)} hostile titles")
