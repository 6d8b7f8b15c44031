"""The choices of a scenario, as the program declares them."""

from __future__ import annotations

import decimal
import functools
import json
import numbers
import os
from collections.abc import Iterable
from typing import Any

import numpy as np

from ._errors import InputError
from ._library import C, take


@functools.lru_cache(maxsize=None)
def _declared() -> dict[str, dict[str, Any]]:
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


#: Units of choices, and how the program calls them.
_UNITS = {"eV": "eV", "deg": "deg", "": ""}


def _text(name: str, value: Any) -> str:
    if isinstance(value, (str, os.PathLike)):
        return located(value)
    if isinstance(value, numbers.Integral):
        return str(int(value))
    if isinstance(value, (numbers.Real, decimal.Decimal)):
        return repr(float(value))
    if hasattr(value, "to_value") and hasattr(value, "unit"):
        return _quantity(name, value)
    raise InputError(f"{name} is {value!r:.60}, and should be a text or a number")


def _quantity(name: str, value: Any) -> str:
    """A quantity of astropy in the first unit that is one of its kind."""
    for unit, word in _UNITS.items():
        try:
            return f"{float(value.to_value(unit))!r}{word}"
        except Exception:
            continue
    raise InputError(f"{name} is {value!r:.60}, and should be an energy, an angle or a number")


def located(value: str | os.PathLike[str]) -> str:
    """A path that is there as one that stays the same wherever the work goes on; any other text as it is."""
    text = os.fspath(value)
    if not isinstance(text, str):
        raise InputError(f"{value!r:.60} is bytes, and should be a text")
    is_path = isinstance(value, os.PathLike) or "/" in text or text.endswith(_ENDINGS)
    return os.path.abspath(text) if is_path and "\0" not in text and os.path.exists(text) else text


_ENDINGS = (".csv", ".dat", ".txt", ".yaml", ".yml", ".json", ".vot", ".xml")


def words(given: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Keyword arguments as names and values of the library: None, False and empty lists say nothing, True is a flag."""
    said: list[tuple[str, str | None]] = []
    for keyword, value in given.items():
        name = keyword.replace("_", "-")
        if name == "scenario":
            raise InputError("the scenario is the first argument, and no choice")
        is_quantity = hasattr(value, "unit")
        value = value.tolist() if isinstance(value, (np.ndarray, np.generic)) and not is_quantity else value
        if isinstance(value, Iterable) and not isinstance(value, (str, bytes, bytearray)) and not is_quantity:
            texts = [_text(keyword, element) for element in value]
            if not texts and keyword == "only":
                raise InputError("only is empty: it names the bounds that are left")
            if _declared().get(name, {}).get("isRepeating"):
                said += [(name, text) for text in texts]
            elif texts:
                said.append((name, ",".join(_listed(name, text) for text in texts)))
        elif value is True:
            said.append((name, None))
        elif value is not None and value is not False:
            text = _text(keyword, value)
            said.append((name, _listed(name, text) if isinstance(value, os.PathLike) else text))
    return said


def _listed(name: str, text: str) -> str:
    """One name of a list: files of data may have commas in theirs."""
    return text.replace(",", "\\,") if name == "data" else text
