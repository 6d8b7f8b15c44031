"""docc's JSON to HTML. Each kind of content has its function; one that is not known ends the build."""

import html
import re
import sys

import catalogue


BASE = "[∫A-Za-z\u0370-\u03ff\u0304\u2032)\\]⟩]"
WORD = "[A-Za-z0-9\u0370-\u03ff\u2032\u2113₀-₉]"


def escaped(text):
    """Text for HTML, with what stands behind _ and ^ in formulas below and above the line."""
    text = html.escape(text, quote=False)
    text = re.sub(r"[0-9][0-9.]*e-[0-9]+", lambda m: f'<span class="number">{m[0]}</span>', text)
    text = re.sub(rf"({BASE})_(?:\{{([^{{}}]+)\}}|({WORD}+)(?![_A-Za-z0-9]))", lambda m: f"{m[1]}<sub>{m[2] or m[3]}</sub>", text)
    raised = rf"\^(?:\{{([^{{}}]+)\}}|\(((?:[^()]|\([^()]*\))+)\)|([−-]?(?:{WORD}+(?:\.[0-9]+)?|½|∞)))"
    return re.sub(raised, lambda m: f"<sup>{m[1] or m[2] or m[3]}</sup>", text)


class Renderer:
    """`references` are those of the page, `names` the pages by what docc calls them."""

    def __init__(self, references, names):
        self.references, self.names = references, names

    def address(self, url):
        path, _, anchor = url.partition("#")
        page = self.names.get(path.rsplit("/", 1)[-1].lower()) if path.startswith("/documentation/") else None
        if page:
            path = f"{page}.html"
        elif path and not path.startswith(("http://", "https://")):
            sys.exit(f"the handbook names {url}, which is no page of it")
        return path + (f"#{catalogue.slug(anchor)}" if anchor else "")

    def inline(self, parts):
        return "".join(self.one(part) for part in parts)

    def one(self, part):
        kind = part["type"]
        if kind == "text":
            return escaped(part["text"])
        if kind == "codeVoice":
            name = ' class="option"' if part["code"].startswith("-") else ""
            return f"<code{name}>{html.escape(part['code'], quote=False)}</code>"
        if kind in ("emphasis", "strong"):
            tag = {"emphasis": "em", "strong": "strong"}[kind]
            return f"<{tag}>{self.inline(part['inlineContent'])}</{tag}>"
        if kind == "image":
            reference = self.references[part["identifier"]]
            name = html.escape(part["identifier"])
            return f'<a href="figures/{name}"><img src="figures/{name}" alt="{html.escape(reference.get("alt") or "")}"></a>'
        if kind == "reference":
            reference = self.references[part["identifier"]]
            text = part.get("overridingTitleInlineContent") or reference.get("titleInlineContent")
            text = self.inline(text) if text else escaped(reference["title"].replace("`", ""))
            return f'<a href="{html.escape(self.address(reference["url"]))}">{text}</a>'
        sys.exit(f"the handbook has '{kind}' in a line, which render.py does not know")

    def blocks(self, content):
        return "\n".join(self.block(part) for part in content)

    def block(self, part):
        kind = part["type"]
        if kind == "paragraph":
            return f"<p>{self.inline(part['inlineContent'])}</p>"
        if kind == "heading":
            text = escaped(part["text"].replace("`", ""))
            return f'<h{part["level"]} id="{catalogue.slug(part["text"])}">{text}</h{part["level"]}>'
        if kind == "codeListing":
            # What is indented and has no name of a language is a formula.
            lines = self.code(part["code"]) if part.get("syntax") else "\n".join(self.formula(line) for line in part["code"])
            name = "" if part.get("syntax") else ' class="formula"'
            return f'<pre tabindex="0"{name}><code>{lines}</code></pre>'
        if kind in ("unorderedList", "orderedList"):
            items = "".join(f"<li>{self.blocks(item['content'])}</li>\n" for item in part["items"])
            tag = "ul" if kind == "unorderedList" else "ol"
            return f"<{tag}>\n{items}</{tag}>"
        if kind == "table":
            return self.table(part["rows"])
        sys.exit(f"the handbook has a '{kind}', which render.py does not know")

    def formula(self, line):
        return escaped(re.sub(r" {4,}(\(\w+\))$", r"    \1", line))

    def code(self, lines):
        """Commands stand out from what they print."""
        shown = []
        for line in lines:
            text = html.escape(line, quote=False)
            shown.append(f"<b>{text}</b>" if re.match(r"\$ ", line) else text)
        return "\n".join(shown)

    def table(self, rows):
        def cells(row, tag):
            return "".join(f"<{tag}>{self.cell(cell)}</{tag}>" for cell in row)

        body = "\n".join(f"<tr>{cells(row, 'td')}</tr>" for row in rows[1:])
        head = f"<thead><tr>{cells(rows[0], 'th')}</tr></thead>"
        name = "table options" if self.cell(rows[0][0]) in ("option", "argument") else "table"
        return f'<div class="{name}" tabindex="0"><table>\n{head}\n<tbody>\n{body}\n</tbody></table></div>'

    def cell(self, content):
        if len(content) == 1 and content[0]["type"] == "paragraph":
            return self.inline(content[0]["inlineContent"])
        return self.blocks(content)

    def article(self, page):
        parts = [f"<h1>{escaped(page['metadata']['title'].replace('`', ''))}</h1>"]
        if page.get("abstract"):
            parts.append(f'<p class="abstract">{self.inline(page["abstract"])}</p>')
        for section in page.get("primaryContentSections", []):
            # docc itself puts this heading above text that has none.
            content = section["content"]
            if content and content[0].get("text") == "Overview" and content[0]["type"] == "heading":
                content = content[1:]
            parts.append(self.blocks(content))
        for section in page.get("topicSections", []):
            parts.append(f'<h2 id="{catalogue.slug(section["title"])}">{escaped(section["title"])}</h2>\n<dl>')
            for identifier in section["identifiers"]:
                reference = self.references[identifier]
                parts.append(f"<dt>{self.one({'type': 'reference', 'identifier': identifier})}</dt>")
                parts.append(f"<dd>{self.inline(reference.get('abstract', []))}</dd>")
            parts.append("</dl>")
        return "\n".join(parts)
