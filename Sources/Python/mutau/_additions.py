"""Bounds that are added to a scenario: arrays, and functions of the mass."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

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

    def __reduce__(self) -> tuple:
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
            excluded = self.function(row)
            is_pair = isinstance(excluded, tuple) or (np.ndim(excluded) == 2 and len(excluded) == 2)
            ends = excluded if is_pair and len(excluded) == 2 else (excluded, np.inf)
            low, high = (np.broadcast_to(np.asarray(end, dtype=float), (count,)) for end in ends)
            if np.any(low < 0) or np.any(high < low):
                raise ValueError("it should return couplings from 0 on, or the lower and the upper ends in their order")
            np.ctypeslib.as_array(lower, shape=(count,))[:] = low
            np.ctypeslib.as_array(upper, shape=(count,))[:] = high
            return 0
        except BaseException as reason:
            if not isinstance(reason, Exception):
                self.ended.append(reason)
            text = f"{type(reason).__name__}: {reason}"
            self.failures.append(text)
            bytes_ = text.encode("utf-8", "replace")[: capacity - 1]
            ctypes.memmove(message, bytes_ + b"\0", len(bytes_) + 1)
            return 1
