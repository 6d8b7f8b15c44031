"""What the argument parser knows of itself, as read from `mutau --experimental-dump-help`."""


def commands(command, path=("mutau",)):
    """Each command below the program itself, with the words by which it is called."""
    for child in command.get("subcommands", []):
        if child["commandName"] == "help" or not child.get("shouldDisplay", True):
            continue
        words = list(path) + [child["commandName"]]
        yield words, child
        yield from commands(child, words)


def shown(command):
    return [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]


def spelling(argument):
    """All names of an argument with its value: `-o, --output <dir>`."""
    value = f"<{argument.get('valueName', 'value')}>"
    if argument["kind"] == "positional":
        return value
    names = sorted((("--" if n["kind"] == "long" else "-") + n["name"] for n in argument["names"]), key=len)
    return ", ".join(names) + ("" if argument["kind"] == "flag" else f" {value}")


def meaning(argument):
    words = argument.get("abstract", "") + (f" Default: {argument['defaultValue']}." if argument.get("defaultValue") else "")
    return f"{words} {argument.get('discussion', '')}".strip()


def synopsis(path, command):
    positional = [a for a in shown(command) if a["kind"] == "positional"]
    words = [f"[{spelling(a)}]" if a.get("isOptional") else spelling(a) for a in positional]
    words += ["[<options>]"] if len(positional) < len(shown(command)) else []
    return " ".join(path + words + (["<subcommand>"] if command.get("subcommands") else []))


def sections(command):
    """Arguments by the headings of the help, in its order."""
    found = {}
    for argument in shown(command):
        plain = "Arguments" if argument["kind"] == "positional" else "Options"
        found.setdefault(argument.get("sectionTitle") or plain, []).append(argument)
    return found.items()
