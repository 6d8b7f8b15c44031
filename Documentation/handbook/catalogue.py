"""The pages of Documentation/ as a DocC catalogue: links between them become DocC's, figures lie beside them."""

import pathlib
import re
import shutil
import sys

FRONT = "Handbook"
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]+)\)")

# A command, an option or a variable of the environment that is not set as code.
BARE = re.compile(r"'(mutau [^'\n]+)'|(?<![\w-])(--[a-z][\w-]*|[A-Z]{2,}(?:_[A-Z]+)+)")


def written(folder):
    """The pages that are written by hand, by name."""
    files = sorted(folder.glob("*.md")) + sorted((folder / "commands").glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8") for file in files}


def slug(heading):
    """The anchor of a heading, as most readers of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")


def headings(text):
    """The headings of a page below its title, outside of code."""
    found, is_code = [], False
    for line in text.split("\n"):
        if line.startswith("```"):
            is_code = not is_code
        elif not is_code and re.match(r"#{2,4} ", line):
            found.append(line.lstrip("#").strip().replace("`", ""))
    return found


class Catalogue:
    """Pages by name, as they are written; `groups` are the chapters in order, each with the names of its pages."""

    def __init__(self, folder, texts):
        self.folder, self.texts, self.figures = folder, texts, {}
        self.groups = self._chapters()
        listed = [name for _, names in self.groups for name in names]
        if unknown := {name for name in listed if name not in texts or listed.count(name) > 1}:
            sys.exit(f"{FRONT}.md should name each page once under Topics, and names {sorted(unknown)}")
        if missing := sorted(set(texts) - set(listed) - {FRONT}):
            print(f"{FRONT}.md does not list {', '.join(missing)}: they come last", file=sys.stderr)
            self.groups.append(("Further pages", missing))

    def title(self, name):
        return self.texts[name].split("\n", 1)[0].lstrip("# ").replace("`", "")

    def _chapters(self):
        topics = self.texts[FRONT].split("\n## Topics\n", 1)[1]
        groups = []
        for line in topics.split("\n"):
            if line.startswith("### "):
                groups.append((line[4:], []))
            elif match := re.match(r"- \[[^\]]*\]\((?:commands/)?([\w-]+)\.md\)$", line):
                groups[-1][1].append(match[1])
            elif line.endswith("](schemas)"):
                # Pages that are made from the folder.
                groups[-1][1].extend(sorted(name for name in self.texts if name.startswith("schema-")))
        return groups

    def _target(self, page, address):
        """What a link of a page becomes in the catalogue; nil for a file that is no page."""
        path, _, anchor = address.partition("#")
        name = pathlib.PurePosixPath(path).stem if path else page
        if path and (not path.endswith(".md") or name not in self.texts):
            return None
        if not anchor:
            return f"doc:{name}"
        for heading in headings(self.texts[name]):
            if slug(heading) == anchor:
                return f"doc:{name}#{heading.replace(' ', '-')}"
        sys.exit(f"{page}.md: {name}.md has no heading #{anchor}")

    def _linked(self, page, match):
        is_image, text, address = match.groups()
        below = self.folder / "commands" if (self.folder / "commands" / f"{page}.md").exists() else self.folder
        if re.match(r"(https?:|doc:)", address):
            return match[0]
        if is_image:
            file = (below / address).resolve()
            if not file.is_file():
                sys.exit(f"{page}.md shows {address}, which is not there")
            self.figures[file.name] = file
            return f"![{text}]({file.name})"
        target = self._target(page, address)
        if target:
            return f"[{text}]({target})"
        file = (below / address.partition("#")[0]).resolve()
        if not file.exists():
            sys.exit(f"{page}.md names {address}, which is neither a page nor a file")
        path = file.relative_to(self.folder.parent.resolve())
        return f"`{path}`" if text.strip("`") in (str(path), path.name) else f"{text} (`{path}`)"

    def _converted(self, page, text):
        """The page with DocC's links; options that help texts name are set as code, since docc takes -- for a dash."""
        blocks = re.split(r"(^```.*?^```$|^    [^\n]*$)", text, flags=re.M | re.S)
        for index in range(0, len(blocks), 2):
            linked = LINK.sub(lambda match: self._linked(page, match), blocks[index])
            parts = re.split(r"(`[^`]+`)", linked)
            parts[::2] = [BARE.sub(lambda match: f"`{match[1] or match[2]}`", part) for part in parts[::2]]
            blocks[index] = "".join(parts)
        return "".join(blocks)

    def write(self, folder):
        """The catalogue, in place of what stood there."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for page, text in self.texts.items():
            if page == FRONT:
                head, _ = text.split("\n## Topics\n", 1)
                topics = "".join(
                    f"\n### {title}\n" + "".join(f"\n- <doc:{name}>" for name in names) + "\n" for title, names in self.groups)
                text = head.replace("\n", "\n\n@Metadata {\n  @TechnologyRoot\n}\n", 1) + "\n## Topics\n" + topics
            (folder / f"{page}.md").write_text(self._converted(page, text), encoding="utf-8")
        for name, file in self.figures.items():
            shutil.copy(file, folder / name)
