"""The handbook laid out: a page for each article with the chapters beside it, no script, no address but relative ones."""

import html
import json
import pathlib
import shutil

import catalogue
import render

HERE = pathlib.Path(__file__).resolve().parent
PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="stylesheet" href="handbook.css">
</head>
<body>
<a class="skip" href="#content">To the text</a>
<header><a class="front" href="index.html">mutau</a> <a class="menu" href="#chapters">Chapters</a></header>
<main id="content">
{content}
</main>
<nav id="chapters" aria-label="Chapters">
<a class="front" href="index.html">mutau</a>
{chapters}
</nav>
</body>
</html>
"""


def chapters(book, page):
    lines = []
    for title, names in book.groups:
        lines.append(f"<h2>{render.escaped(title)}</h2>\n<ul>")
        for name in names:
            here = ' aria-current="page"' if name == page else ""
            lines.append(f'<li><a href="{name}.html"{here}>{render.escaped(book.title(name))}</a></li>')
        lines.append("</ul>")
    return "\n".join(lines)


def write(archive, book, output):
    """The pages below `output`, in place of what an earlier build left there."""
    if output.exists() and not (output / "handbook.css").exists() and any(output.iterdir()):
        raise SystemExit(f"{output} holds something else than a handbook: remove it or name another folder")
    shutil.rmtree(output, ignore_errors=True)
    (output / "figures").mkdir(parents=True)
    shutil.copy(HERE / "handbook.css", output)
    for name, file in book.figures.items():
        shutil.copy(file, output / "figures" / name)
    names = {name.lower(): name for name in book.texts} | {catalogue.FRONT.lower(): "index"}
    for file in (archive / "data" / "documentation").rglob("*.json"):
        name = names[file.stem]
        page = catalogue.FRONT if name == "index" else name
        article = json.loads(file.read_text(encoding="utf-8"))
        title = html.escape(book.title(page))
        text = PAGE.format(
            title=title if page == catalogue.FRONT else f"{title} · mutau", chapters=chapters(book, page),
            content=render.Renderer(article["references"], names).article(article))
        (output / f"{name}.html").write_text(text, encoding="utf-8")
    lacking = [name for name in book.texts if not (output / f"{names[name.lower()]}.html").exists()]
    if lacking:
        raise SystemExit(f"docc left out {lacking}")
