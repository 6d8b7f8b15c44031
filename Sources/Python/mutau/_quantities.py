"""Masses, couplings and energies as they are given: numbers, texts with units, astropy quantities, arrays of these."""

from __future__ import annotations

import datetime
import numbers
from typing import Any

import numpy as np

from ._errors import InputError
from ._library import C, byref, c_double, call


def _read(text: str, function: Any) -> float:
    value = c_double()
    call(function, text.encode(), byref(value))
    return value.value


def _refuse(value: Any, what: str) -> None:
    """Bytes and times, of which numpy makes numbers that nobody meant.

    Raises
    ------
    InputError
    """
    kind = getattr(getattr(value, "dtype", None), "kind", "")
    if isinstance(value, (bytes, bytearray, memoryview)) or kind == "S":
        raise InputError(f"{value!r:.60} is bytes, and no {what}: give a number, or a text with its unit")
    if kind in ("m", "M") or isinstance(value, (datetime.date, datetime.time, datetime.timedelta)):
        raise InputError(f"{value!r:.60} is a time, and no {what}")


def _array(value: Any, unit: str, function: Any, what: str) -> np.ndarray:
    _refuse(value, what)
    if isinstance(value, numbers.Real):
        return np.array(float(value))
    if isinstance(value, str):
        return np.array(_read(value, function))
    convert = getattr(value, "to_value", None)
    if convert is not None and hasattr(value, "unit"):
        try:
            return np.asarray(convert(unit), dtype=float)
        except Exception as reason:
            raise InputError(f"{value!r} is no {what}: {reason}") from None
    if isinstance(value, (list, tuple)) and any(hasattr(one, "unit") for one in value):
        value = [_array(one, unit, function, what) for one in value]
    try:
        array = np.asarray(value)
    except (TypeError, ValueError) as reason:
        raise InputError(f"{value!r:.60} is no {what}, and no array of such: {reason}") from None
    _refuse(array, what)
    if array.dtype.kind == "U":
        hidden = np.ma.getmaskarray(value).ravel() if isinstance(value, np.ma.MaskedArray) else np.zeros(array.size, bool)
        read = [np.nan if gone else _read(str(text), function) for text, gone in zip(array.ravel(), hidden)]
        return np.array(read, dtype=float).reshape(array.shape)
    if isinstance(value, np.ma.MaskedArray):
        return value.astype(float).filled(np.nan)
    try:
        if array.dtype.kind in "fiub":
            return array.astype(float)
        # None is no number, though numpy makes one of it, and neither is half of a complex one.
        return np.array([float(number) for number in array.ravel().tolist()], dtype=float).reshape(array.shape)
    except (TypeError, ValueError):
        raise InputError(f"{value!r:.60} is no {what}") from None


def plain(value: Any, what: str) -> np.ndarray:
    """Numbers that have no unit."""
    _refuse(value, what)
    try:
        array = np.asarray(value)
        _refuse(array, what)
        return array.astype(float)
    except (TypeError, ValueError) as reason:
        if isinstance(reason, InputError):
            raise
        raise InputError(f"{value!r:.60} is no {what}") from None


def together(*arrays: np.ndarray) -> list[np.ndarray]:
    """Arrays in one shape."""
    try:
        return list(np.broadcast_arrays(*arrays))
    except ValueError:
        shapes = " and ".join(str(array.shape) for array in arrays)
        raise InputError(f"arrays of the shapes {shapes} do not go together: they should be alike, or broadcast") from None


def masses(value: Any) -> np.ndarray:
    """Masses [MeV]."""
    return _array(value, "MeV", C.mutau_mass, "mass")


def couplings(value: Any) -> np.ndarray:
    """Couplings g′."""
    return _array(value, "", C.mutau_coupling, "coupling")


def energies(value: Any) -> np.ndarray:
    """Energies [GeV]; a number alone is in GeV."""
    array = np.asarray(value) if not hasattr(value, "to_value") else value
    if getattr(getattr(array, "dtype", None), "kind", "") == "U":
        return masses(value) / 1e3
    return _array(value, "GeV", C.mutau_mass, "energy")


def word(value: Any) -> str:
    """A mass or coupling as a word of the command line, to the last bit."""
    _refuse(value, "number")
    if isinstance(value, str):
        return value
    if isinstance(value, numbers.Real):
        return repr(float(value))
    raise InputError(f"{value!r:.60} is no number")


def mass_word(value: Any) -> str:
    return word(value) if isinstance(value, (str, numbers.Real)) else repr(_single(masses(value), "mass"))


def coupling_word(value: Any) -> str:
    return word(value) if isinstance(value, (str, numbers.Real)) else repr(_single(couplings(value), "coupling"))


def _single(array: np.ndarray, what: str) -> float:
    if array.size != 1:
        raise InputError(f"one {what} is asked for, and {array.size} were given")
    return float(array.ravel()[0])


def points(mass: Any, coupling: Any) -> tuple[np.ndarray, np.ndarray, tuple[int, ...]]:
    """Masses [MeV] and couplings, broadcast, in a row, with their shape.

    NaN stands for a point that is not there. Zero, negative and infinite numbers are none.
    """
    m, g = together(masses(mass), couplings(coupling))
    shape = m.shape
    m, g = np.ascontiguousarray(m).ravel(), np.ascontiguousarray(g).ravel()
    for array, what in ((m, "mass"), (g, "coupling")):
        low, high = (array.min(), array.max()) if array.size else (1.0, 1.0)
        if low > 0 and high < np.inf:
            continue
        wrong = np.flatnonzero(~np.isnan(array) & ~((array > 0) & (array < np.inf)))
        if wrong.size:
            place = tuple(int(i) for i in np.unravel_index(wrong[0], shape)) if shape else ()
            where = f" at {list(place)}" if place else ""
            raise InputError(f"the {what} {float(array[wrong[0]])!r}{where} should be above 0 and finite; NaN stands for no point")
    return m, g, shape
