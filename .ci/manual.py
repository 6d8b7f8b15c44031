#!/usr/bin/env python3
"""manual.py PROGRAM DIRECTORY: writes mutau.1 and a page for each command: what the argument parser knows of itself, the examples of
the command's page in the handbook, and the handbook's exit codes, files and environment."""

import json
import pathlib
import re
import subprocess
import sys


def escaped(text):
    """Text for roff: no line begins with a request, and hyphens can be searched for and copied."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


HANDBOOK = pathlib.Path(__file__).resolve().parent.parent / "Documentation"


def plain(text):
    """Markdown without its marks, and without pointers to other pages in parentheses."""
    text = re.sub(r" \(\[[^\]]*\]\([^)]*\)\)", "", text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return re.sub(r"[`*]", "", text)


def examples(name):
    """The commands of a handbook's page, each block below what is said of it."""
    text = (HANDBOOK / "commands" / f"{name}.md").read_text(encoding="utf-8")
    parts, words = [], ""
    for part in re.split(r"(^```.*?^```$)", text.split("\n", 1)[1], flags=re.M | re.S):
        if not part.startswith("```"):
            words = " ".join(part.strip().split("\n\n")[-1].split())
            continue
        lines = [line.removeprefix("$ ") for line in part.split("\n")[1:-1] if line.startswith(("$ ", "mutau "))]
        parts += [".PP", escaped(plain(words)), ".PP", ".EX", escaped("\n".join(lines)), ".EE"]
    return parts


def reference(heading):
    """A table of the handbook: a paragraph for each row."""
    text = (HANDBOOK / "Reference.md").read_text(encoding="utf-8")
    section = text.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.strip("|").split("|", 1) for line in section.split("\n") if line.startswith("|")][2:]
    rows = [[escaped(plain(cell.strip())) for cell in row] for row in rows]
    return [line for name, meaning in rows for line in (".TP", f"\\fB{name}\\fR", meaning)]


def paragraphs(text):
    return "\n.PP\n".join(escaped(part) for part in text.strip().split("\n\n"))


def spelling(argument):
    """All names of an argument with its value, as `-o, --output DIR`."""
    value = f"\\fI{escaped(argument.get('valueName', 'value'))}\\fR"
    if argument["kind"] == "positional":
        return value
    names = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument["names"]]
    words = ", ".join(f"\\fB{escaped(name)}\\fR" for name in sorted(names, key=len))
    return words if argument["kind"] == "flag" else f"{words} {value}"


def example(program, path):
    """The line with which the help of a command ends."""
    said = subprocess.run([program, *path[1:], "--help"], check=True, capture_output=True, text=True).stdout
    return said.rpartition("EXAMPLE:\n")[2].strip()


def page(command, path, version, program):
    title = "-".join(path)
    shown = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    parts = [f'.TH "{escaped(title.upper())}" 1 "" "mutau {version}" "mutau"']
    parts += [".SH NAME", f"{escaped(title)} \\- {escaped(command.get('abstract', ''))}"]
    synopsis = f"\\fB{escaped(' '.join(path))}\\fR"
    for argument in shown:
        word = spelling({**argument, "names": argument["names"][-1:]} if argument.get("names") else argument)
        word += " ..." if argument.get("isRepeating") else ""
        synopsis += f" [{word}]" if argument.get("isOptional") else f" {word}"
    subcommands = [c for c in command.get("subcommands", []) if c.get("shouldDisplay", True)]
    subcommands = [c for c in subcommands if c["commandName"] != "help"]
    parts += [".SH SYNOPSIS", synopsis + (" \\fIsubcommand\\fR" if subcommands else "")]
    if command.get("discussion"):
        parts += [".SH DESCRIPTION", paragraphs(command["discussion"])]
    if shown:
        parts.append(".SH OPTIONS")
    for argument in shown:
        words = argument.get("abstract", "") + (f" (default: {argument['defaultValue']})" if argument.get("defaultValue") else "")
        parts += [".TP", spelling(argument), escaped(words) or "\\&"]
        if argument.get("discussion"):
            parts += [".IP", paragraphs(argument["discussion"]).replace("\n.PP\n", "\n.IP\n")]
    if subcommands:
        parts.append(".SH SUBCOMMANDS")
    for child in subcommands:
        parts += [".TP", f"\\fB{escaped('-'.join(path + [child['commandName']]))}\\fR(1)", escaped(child.get("abstract", ""))]
    shown_examples = examples("-".join(path[1:])) if len(path) > 1 else []
    parts += [".SH EXAMPLES", *shown_examples] if shown_examples else [".SH EXAMPLE", f".nf\n{escaped(example(program, path))}\n.fi"]
    parts += [".SH EXIT STATUS", *reference("Exit codes")]
    parts += [".SH FILES", "Below ~/.local/share/mutau, or $XDG_DATA_HOME/mutau:", *reference("Files")]
    parts += [".SH ENVIRONMENT", *reference("Environment")]
    if len(path) > 1:
        parts += [".SH SEE ALSO", f"\\fB{escaped('-'.join(path[:-1]))}\\fR(1)"]
    yield title, "\n".join(parts) + "\n"
    for child in subcommands:
        yield from page(child, path + [child["commandName"]], version, program)


def main():
    program, directory = sys.argv[1], pathlib.Path(sys.argv[2])
    said = subprocess.run([program, "--experimental-dump-help"], check=True, capture_output=True, text=True).stdout
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.split()[1].rstrip(",")
    directory.mkdir(parents=True, exist_ok=True)
    for title, text in page(json.loads(said)["command"], ["mutau"], version, program):
        (directory / f"{title}.1").write_text(text, encoding="utf-8")


main()
