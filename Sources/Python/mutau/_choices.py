"""The choices of a scenario, as the program declares them."""

from __future__ import annotations

import functools
import json
import numbers
import os
from typing import Any

import numpy as np

from ._errors import InputError
from ._library import C, take


@functools.lru_cache(maxsize=None)
def _declared() -> dict[str, dict]:
    command = json.loads(take(C.mutau_choices()))["command"]
    found = {}
    for argument in command.get("arguments", []):
        name = argument.get("preferredName", {}).get("name")
        if name and name not in ("help", "scenario", "no-plugins"):
            found[name] = argument
    return found


def choices() -> dict[str, str]:
    """The keyword arguments of :class:`Scenario`, each with what it says.

    Returns
    -------
    dict of str to str
        By keyword, ``max_redshift`` for the program's option ``--max-redshift``.
    """
    return {
        name.replace("-", "_"): " ".join(argument.get("abstract", "").split()) for name, argument in _declared().items()
    }


def _text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, numbers.Real):
        return repr(float(value))
    if hasattr(value, "to_value") and hasattr(value, "unit"):
        return f"{float(value.value)!r}{value.unit.to_string()}"
    if isinstance(value, (list, tuple, set, frozenset)):
        return ",".join(_text(name, element) for element in value)
    raise InputError(f"{name} is {value!r:.60}, and should be a text or a number")


def words(given: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Keyword arguments as names and values of the library: None and False say nothing, True is a flag."""
    said: list[tuple[str, str | None]] = []
    for keyword, value in given.items():
        name = keyword.replace("_", "-")
        value = value.tolist() if isinstance(value, (np.ndarray, np.generic)) else value
        if value is None or value is False:
            continue
        if value is True:
            said.append((name, None))
        elif isinstance(value, (list, tuple)) and _declared().get(name, {}).get("isRepeating"):
            said += [(name, _text(keyword, element)) for element in value]
        else:
            said.append((name, _text(keyword, value)))
    return said
