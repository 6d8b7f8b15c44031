"""Pages made from the program itself: the options of each command, the fields of each answer, where each bound is from."""

import json
import subprocess
import xml.etree.ElementTree as tree

import options


def asked(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


def cell(text):
    """Text for a cell of a table."""
    return " ".join(str(text).split()).replace("|", "\\|").replace("<", "‹").replace(">", "›")


def table(heading, rows):
    lines = [f"| {' | '.join(heading)} |", "|" + "---|" * len(heading)]
    return "\n".join(lines + [f"| {' | '.join(row)} |" for row in rows])


def commands(program, folder):
    """Each command's page: what is written of it, then its options as its help has them."""
    made = {}
    for path, command in options.commands(json.loads(asked(program, "--experimental-dump-help"))["command"]):
        name = "-".join(path[1:])
        file = folder / "commands" / f"{name}.md"
        if not file.is_file():
            raise SystemExit(f"mutau {' '.join(path[1:])} has no page {file}")
        text = file.read_text(encoding="utf-8").rstrip()
        text += f"\n\n## How it is called\n\n    {options.synopsis(path, command)}\n"
        for title, arguments in options.sections(command):
            rows = [(f"`{options.spelling(a)}`".replace("|", "\\|"), cell(options.meaning(a))) for a in arguments]
            text += f"\n### {title}\n\n" + table(("option" if title != "Arguments" else "argument", "what it says"), rows) + "\n"
        children = [c for c in command.get("subcommands", []) if c["commandName"] != "help"]
        if children:
            rows = [(f"`mutau {' '.join(path[1:] + [c['commandName']])}`", cell(c["abstract"])) for c in children]
            text += "\n### Its commands\n\n" + table(("command", "what it does"), rows) + "\n"
        made[name] = text
    return made


def kind(field):
    """The type of a field of a schema, in words."""
    if "const" in field:
        return f"`{field['const']}`"
    if "enum" in field:
        return ", ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        return " or ".join(kind(part) for part in field["anyOf"])
    if field.get("type") == "array":
        return "list of " + kind(field.get("items", {}))
    words = field.get("type", "any value")
    return " or ".join(words) if isinstance(words, list) else words


def fields(schema, prefix=""):
    """The fields of a schema with those within them, as rows."""
    for key, field in schema.get("properties", {}).items():
        yield f"`{prefix}{key}`", cell(field.get("unit", "")), cell(kind(field)), cell(field.get("description", ""))
        parts = [field, field.get("items", {})] + field.get("anyOf", [])
        for part in parts + [part.get("items", {}) for part in field.get("anyOf", [])]:
            mark = "[]." if part.get("type") != "object" or part is field.get("items") else "."
            yield from fields(part, f"{prefix}{key}{mark}")


def schemas(folder):
    made = {}
    for file in sorted((folder / "schemas").glob("*.json")):
        schema = json.loads(file.read_text(encoding="utf-8"))
        schema = schema.get("items", schema) if schema.get("type") == "array" else schema
        # A line of a stream is one of several: what a field means is said once.
        rows = list(dict.fromkeys(row for part in schema.get("anyOf", [schema]) for row in fields(part)))
        text = f"# Fields of {file.stem}\n\n{schema.get('description', 'An answer.')} As `mutau schema {file.stem}` has it.\n"
        made[f"schema-{file.stem}"] = text + "\n" + table(("field", "unit", "type", "what it is"), rows) + "\n"
    return made


def addresses(paper):
    """Where a publication is read."""
    if paper.get("arxiv"):
        yield f"[arXiv:{paper['arxiv']}](https://arxiv.org/abs/{paper['arxiv']})"
    if paper.get("doi"):
        # Parentheses in a DOI would end the link.
        address = paper["doi"].replace("(", "%28").replace(")", "%29")
        yield f"[doi:{paper['doi']}](https://doi.org/{address})"


def papers(references):
    found = []
    for paper in references:
        found.append("; ".join(part for part in (cell(paper.get("citation") or ""), *addresses(paper)) if part))
    return ". ".join(found)


def spectra(folder):
    """The data sets of IceCube, from their documents."""
    for file in sorted(folder.glob("*.vot")):
        facts = {}
        for node in tree.parse(file).iter():
            if node.tag.endswith(("PARAM", "INFO")) and "value" in node.attrib:
                facts.setdefault(node.get("name"), node.get("value"))
        references, number = [], 1
        while any(key.startswith(f"reference_{number}_") for key in facts):
            references.append({key: facts.get(f"reference_{number}_{key}") for key in ("citation", "arxiv", "doi")})
            number += 1
        method = ": ".join(part for part in (facts.get("method", "not stated"), facts.get("method_note")) if part)
        yield f"`{file.stem}`", cell(method), papers(references)


def provenance(program, folder):
    """Where the numbers of each document are from."""
    rows = []
    for card in json.loads(asked(program, "list", "--format", "json")):
        method = card["method"] + (f": {card['method_note']}" if card.get("method_note") else "")
        rows.append((f"`{card['stem']}`", cell(method), cell(card["status"]), papers(card["references"])))
    bounds = table(("bound", "how obtained", "status", "publications"), rows)
    data = table(("data set", "how obtained", "publications"), spectra(folder.parent / "Constraints" / "icecube"))
    text = (folder / "Provenance.md").read_text(encoding="utf-8").rstrip()
    return {"Provenance": f"{text}\n\n## Bounds\n\n{bounds}\n\n## IceCube's spectra\n\n{data}\n"}


def pages(program, folder):
    return commands(program, folder) | schemas(folder) | provenance(program, folder)
