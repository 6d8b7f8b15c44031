"""check_escaping.py PROGRAM SCRATCH: some thousand texts that try to get out of a format, through the program, and back
through outside parsers: each is to come back as it is shown, in its cell, with no element, attribute or cell more.
"""

import csv
import io
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from html.parser import HTMLParser

from nasty_texts import document, forbidden, shown, texts

# The commands run in a folder of their own, where a relative path to the program would lead elsewhere.
program, scratch = os.path.abspath(sys.argv[1]), sys.argv[2]
folder = os.path.join(scratch, "nasty")
os.makedirs(folder, exist_ok=True)
environment = {"HOME": folder, "PATH": os.environ["PATH"]}
complaints = []
void = {"meta", "img", "br", "hr"}


def complain(what, *facts):
    complaints.append(f"{what}: " + ", ".join(ascii(fact) for fact in facts))


def run(arguments):
    done = subprocess.run([program] + arguments, capture_output=True, env=environment, cwd=folder)
    output, errors = done.stdout.decode(), done.stderr.decode()
    if done.returncode != 0:
        sys.exit(f"{arguments[0]} ends with {done.returncode}: {errors[-500:]}")
    for stream in (output, errors):
        if forbidden(stream):
            complain(" ".join(arguments[:1] + arguments[-2:]), forbidden(stream))
    return output


def overlays(sample, prefix):
    options = []
    for number, text in enumerate(sample):
        path = os.path.join(folder, f"{prefix}{number}.vot")
        with open(path, "w") as file:
            file.write(document(number, text, 10 ** (-5 + 4 * number / len(sample))))
        options += ["--overlay", path]
    return options


class Page(HTMLParser):
    """Elements with their attributes, and the words inside cells and bold elements."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.cells, self.open = Counter(), [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        names = tuple((name, value if name in ("class", "http-equiv") else "") for name, value in attributes)
        self.elements[(tag, names)] += 1
        if tag not in void:
            self.open.append(tag)
        if tag in ("td", "th", "b"):
            self.cells.append("")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            complain("an element ends that is not open", tag)

    def handle_data(self, data):
        if {"td", "th", "b"} & set(self.open):
            self.cells[-1] += data


def compare(what, cells, expected):
    """Every title stands in a cell of its own, in order."""
    rest = iter(cells)
    missing = [text for text in expected if not any(cell == text for cell in rest)]
    if missing:
        complain(what, "not in a cell of its own", missing[0])


def check_tables(sample):
    options = ["table", "--masses", "10"] + overlays(sample, "t")
    titles = {}
    for record in json.loads(run(options + ["--format", "json"]))["rows"]:
        titles[record["stem"]] = record["title"]
    count = len(titles)
    ours = [titles[f"n{number}"] for number in range(len(sample))]
    for text, title in zip(sample, ours):
        # What the reader of XML and of titles itself makes of blanks and C1 is no matter of what is printed.
        if shown(title).split() != shown(text).split():
            complain("the title is another", text, title)
    expected = [shown(title) for title in ours]

    page = Page(run(options + ["--format", "html"]))
    compare("html", page.cells, expected)
    if page.elements[("tr", ())] != count + 1 or len(page.cells) != 4 * (count + 1):
        complain("html", "cells", len(page.cells), count)
    check_markdown(run(options + ["--format", "markdown"]), expected, count)
    check_csv(run(options + ["--format", "csv"]), dict(zip(titles, map(shown, titles.values()))))
    check_latex(run(options + ["--format", "latex"]), count)
    run(options + ["--format", "text"])


def check_markdown(text, expected, count):
    extensions = ["-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "tasklist"]
    done = subprocess.run(["cmark-gfm", "--unsafe"] + extensions, input=text.encode(), capture_output=True, check=True)
    page = Page(done.stdout.decode())
    compare("markdown", page.cells, [title.strip() for title in expected])
    kinds = {tag for tag, _ in page.elements}
    if kinds - {"table", "thead", "tbody", "tr", "th", "td", "p"} or len(page.cells) != 4 * (count + 1):
        complain("markdown", kinds, len(page.cells), count)


def check_csv(text, titles):
    rows = list(csv.reader(io.StringIO(text), strict=True))
    heading = rows[0]
    for row in rows[1:]:
        if len(row) != len(heading):
            complain("csv", "another number of cells", row[:2])
            continue
        cells = dict(zip(heading, row))
        if cells["title"].replace("'", "") != titles[cells["stem"]].replace("'", ""):
            complain("csv", cells["title"], titles[cells["stem"]])
    # As a spreadsheet reads it, one for which the comma is a decimal sign, too.
    for row in rows + [line.split(";") for line in text.split("\n")]:
        for cell in row:
            if re.match(r"[\s\"\u2018-\u201f«»`]*[=+@＝＋－＠-]", cell) and not re.fullmatch(r"-?[\d.]+(e-?\d+)?", cell):
                complain("csv", "a formula", cell)


def check_latex(text, count):
    bodies = re.findall(r"\\midrule\n(.*?)    \\bottomrule", text, re.S)
    rows = [row for body in bodies for row in body.split("\\\\\n")[:-1]]
    cells = [len(re.findall(r"(?<!\\)&", row)) for row in rows]
    # The rows of the bounds have two signs, the headings between them none.
    if cells.count(2) != count or len(cells) - cells.count(0) != count:
        complain("latex", "rows", len(rows), cells.count(2), count)
    for row in rows:
        if row.replace("\\addlinespace[2pt]", "").strip(" \n\t")[:1] in ("[", "*"):
            complain("latex", "an argument", row[:40])
    known = {"begin", "end", "caption", "label", "ref", "fontsize", "selectfont", "linewidth", "toprule", "midrule"}
    known |= {"bottomrule", "cite", "times", "usepackage", "textbackslash", "textbraceleft"}
    known |= {"textbraceright", "textasciicircum", "textasciitilde", "textsuperscript", "textsubscript", "mu", "nu", "to"}
    known |= {"sigma", "ge", "le", "tau", "pm", "dagger", "ddagger", "setlength", "tabcolsep", "raggedright", "extracolsep"}
    known |= {"arraybackslash", "fill", "multicolumn", "cmidrule", "addlinespace", "makebox", "parbox", "emph", "par"}
    known |= {"medskip", "noindent", "bar", "mp"}
    strange = set(re.findall(r"\\([A-Za-z]+)", text)) - known
    if strange:
        complain("latex", strange)
    depth = 0
    for brace in re.findall(r"[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            complain("latex", "a brace too many")
            break
    if depth != 0:
        complain("latex", "braces", depth)


def check_map(sample):
    """The page and the picture have the elements that they have with plain titles."""
    found = {}
    for kind, shown_names in (("plain", [f"title {number}" for number in range(len(sample))]), ("nasty", sample)):
        directory = os.path.join(folder, kind)
        run(["map", "--grid", "9x9", "--output", directory] + overlays(shown_names, kind))
        files = {}
        names = ("map.html", "report.html", "map.svg", "map.vot", "references.bib", "table.tex", "table.md", "summary.json")
        for name in names:
            with open(os.path.join(directory, name), newline="") as file:
                files[name] = file.read()
            if forbidden(files[name]) - ({"U+0009"} if name == "map.svg" else set()):
                complain(name, forbidden(files[name]))
        found[kind] = files
    plain, nasty = (Page(found[kind]["map.html"]) for kind in ("plain", "nasty"))
    if plain.elements != nasty.elements or plain.open or nasty.open:
        complain("map.html", (nasty.elements - plain.elements) + (plain.elements - nasty.elements))
    reports = [Page(found[kind]["report.html"]) for kind in ("plain", "nasty")]
    if reports[0].elements != reports[1].elements or reports[0].open or reports[1].open:
        complain("report.html", (reports[1].elements - reports[0].elements) + (reports[0].elements - reports[1].elements))
    titles = {bound["stem"]: bound["title"] for bound in json.loads(found["nasty"]["summary.json"])["bounds"]}
    compare("map.html", nasty.cells, [shown(titles[f"n{number}"]) for number in range(len(sample))])
    kinds = {}
    for kind in found:
        root = ElementTree.fromstring(found[kind]["map.svg"])
        kinds[kind] = {(element.tag, name) for element in root.iter() for name in [""] + list(element.attrib)}
        ElementTree.fromstring(found[kind]["map.vot"])
    if kinds["nasty"] - kinds["plain"]:
        complain("map.svg", kinds["nasty"] - kinds["plain"])
    check_bibliography(found["nasty"]["references.bib"])


def check_bibliography(text):
    """As BibTeX reads it: what stands before an @ is passed over, an entry ends with its brace."""
    while "@" in text:
        text = text[text.index("@") :]
        head = re.match(r"@(?:misc|article)\{[A-Za-z0-9:.\-_+/]+,?\n", text)
        if not head:
            complain("references.bib", "an entry", text[:40])
            return
        depth, place = 1, text.index("{") + 1
        while depth > 0 and place < len(text):
            depth += {"{": 1, "}": -1}.get(text[place], 0)
            place += 1
        if text[place : place + 1] != "\n" or text[place - 2] != "\n":
            complain("references.bib", "braces", text[:200])
            return
        text = text[place:]


sample = texts()
for start in range(0, len(sample), 230):
    check_tables(sample[start : start + 230])
# Every text of its own kind, and each scalar and each sign once.
check_map(sample[:34] + sample[34::43])
for complaint in complaints[:40]:
    print(complaint, file=sys.stderr)
if complaints:
    sys.exit(f"{len(complaints)} complaints")
print(f"html.parser, csv, xml and cmark-gfm: {len(sample)} hostile titles, each as it is shown")
