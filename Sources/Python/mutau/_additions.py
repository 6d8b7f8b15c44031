"""Bounds that are added to a scenario: arrays, and functions of the mass."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from . import _quantities as quantities
from ._library import Addition, BoundFunction, choices


@dataclass
class Bound:
    """A curve, or a function, with what is said of it."""

    card: list[tuple[str, str | None]]
    name: str
    masses: np.ndarray | None = None
    couplings: np.ndarray | None = None
    function: Callable[[np.ndarray], Any] | None = None
    #: What the function raised since somebody looked.
    failures: list[str] = field(default_factory=list, compare=False)
    #: What ended the work while the function was asked: an interruption, which is no fault of the function.
    ended: list[BaseException] = field(default_factory=list, compare=False)

    def __reduce__(self) -> tuple[Any, ...]:
        return Bound, (self.card, self.name, self.masses, self.couplings, self.function)

    def addition(self, kept: list[Any]) -> Addition:
        """As the library takes it. What has to outlive the scenario is put among ``kept``."""
        card = choices(self.card)
        kept.append(card)
        if self.function is None:
            kept += [self.masses, self.couplings]
            return Addition(
                card, len(self.card), self.masses.ctypes.data, self.couplings.ctypes.data, self.masses.size,
                ctypes.cast(None, BoundFunction), None,
            )
        function = BoundFunction(self._answer)
        kept.append(function)
        return Addition(card, len(self.card), None, None, 0, function, None)

    def _answer(self, _context, masses, count, lower, upper, message, capacity) -> int:
        """Asks the function for a row. Nothing may be raised into the library: an exception costs this bound alone."""
        try:
            row = np.ctypeslib.as_array(masses, shape=(count,)).copy()
            low, high = _ends(self.function(row), count)
            np.ctypeslib.as_array(lower, shape=(count,))[:] = low
            np.ctypeslib.as_array(upper, shape=(count,))[:] = high
            return 0
        except BaseException as reason:
            if not isinstance(reason, Exception):
                self.ended.append(reason)
            text = _told(reason)
            self.failures.append(text)
            bytes_ = text.encode("utf-8", "replace")[: capacity - 1]
            ctypes.memmove(message, bytes_ + b"\0", len(bytes_) + 1)
            return 1


def _ends(excluded: Any, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The ends of what a function excludes at so many masses.

    Raises
    ------
    ValueError
        Where it returned what is no couplings.
    """
    if excluded is None:
        raise ValueError("it returned None: is a 'return' missing?")
    is_pair = isinstance(excluded, tuple) or np.shape(excluded) == (2, count) and count != 0
    pair = tuple(excluded) if is_pair else (excluded, np.inf)
    if len(pair) != 2:
        raise ValueError(f"it returned {len(pair)} arrays, and should return one, or a pair of ends")
    low, high = (quantities.plain(end, "coupling") for end in pair)
    for end in (low, high):
        if end.shape not in ((), (count,)):
            raise ValueError(f"it returned an array of the shape {end.shape} for {count} masses")
    low, high = np.broadcast_to(low, (count,)), np.broadcast_to(high, (count,))
    if np.any(low < 0) or np.any(high < low):
        raise ValueError("it should return couplings from 0 on, or the lower and the upper ends in their order")
    silent, empty = np.isnan(low) | np.isnan(high), low == high
    return tuple(np.where(silent, np.nan, np.where(empty, np.inf, end)) for end in (low, high))


def _told(reason: BaseException) -> str:
    try:
        return f"{type(reason).__name__}: {reason}"
    except Exception:
        return type(reason).__name__
