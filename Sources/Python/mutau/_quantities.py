"""Masses, couplings and energies as they are given: numbers, texts with units, astropy quantities, arrays of these."""

from __future__ import annotations

import datetime
import numbers
import operator
from collections.abc import Callable
from typing import Any

import numpy as np

from ._errors import InputError
from ._library import C, byref, c_double, call, encoded


def _text_reader(function: Any) -> Callable[[str], float]:
    """What reads a text as the program does, with the library's function."""

    def read(text: str) -> float:
        value = c_double()
        call(function, encoded(text), byref(value))
        return value.value

    return read


def _energy(text: str) -> float:
    """An energy [GeV]; a number alone is in GeV, as it is outside of a text."""
    try:
        return float(text)
    except ValueError:
        return _text_reader(C.mutau_mass)(text) / 1e3


def _number_alone(text: str) -> float:
    raise InputError(f"{text!r:.60} is a text, and should be a number")


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


def _unit(value: Any) -> Any:
    """The unit that an object carries: astropy's quantities and columns, and unyt's, pint's and xarray's; None without."""
    for name in ("unit", "units"):
        unit = getattr(value, name, None)
        if unit is not None and not callable(unit):
            return unit
    attributes = getattr(value, "attrs", None)
    return attributes.get("units", attributes.get("unit")) if isinstance(attributes, dict) else None


def _converted(value: Any, unit: str, what: str) -> Any:
    """An object with a unit as numbers in another one.

    Raises
    ------
    InputError
        Where it can't be converted: a unit is never passed over.
    """
    quantity = getattr(value, "quantity", value)  # of a table's column
    for name in ("to_value", "m_as"):
        convert = getattr(quantity, name, None)
        if convert is None:
            continue
        try:
            # Nothing is a unit without a name for astropy, and has one for the others.
            return convert(unit or "dimensionless" if name == "m_as" else unit)
        except Exception as reason:
            raise InputError(f"{value!r:.60} is no {what}: {reason}") from None
    raise InputError(
        f"{value!r:.60} has the unit {_unit(value)!s:.20}, which can't be converted: give numbers, or a quantity of astropy"
    )


def _hidden(value: Any) -> Any:
    """Where a masked array, or a column of pandas, has no value."""
    if isinstance(value, np.ma.MaskedArray):
        return np.ma.getmaskarray(value)
    if hasattr(value, "isna"):
        return np.asarray(value.isna(), dtype=bool)
    return getattr(value, "mask", False) if hasattr(value, "unmasked") else False


def _array(value: Any, unit: str, read: Callable[[str], float], what: str) -> np.ndarray:
    """Numbers of any kind as an array in one unit; NaN where they are masked.

    Raises
    ------
    InputError
    """
    try:
        return _numbers(value, unit, read, what)
    except (TypeError, ValueError, OverflowError, RecursionError) as reason:
        if isinstance(reason, InputError):
            raise
        raise InputError(f"{value!r:.60} is no {what}, and no array of such: {reason}") from None


def _numbers(value: Any, unit: str, read: Callable[[str], float], what: str) -> np.ndarray:
    _refuse(value, what)
    if isinstance(value, numbers.Real):
        return np.array(float(value))
    if isinstance(value, str):
        return np.array(read(value))
    hidden = _hidden(value)
    if _unit(value) is not None:
        value = _converted(value, unit, what)
    if isinstance(value, (list, tuple)) and not all(issubclass(kind, numbers.Real) for kind in set(map(type, value))):
        # One by one: numpy makes texts of numbers beside texts, and forgets units and masks.
        return np.array([_numbers(one, unit, read, what) for one in value], dtype=float)
    value = getattr(value, "unmasked", value)
    array = np.ma.getdata(value) if isinstance(value, np.ma.MaskedArray) else np.asarray(value)
    _refuse(array, what)
    if array.dtype.kind in "fiub":
        array = array.astype(float)
    elif array.ndim == 0:
        # None is no number, though numpy makes one of it, and neither is half of a complex one.
        number = array.item()
        return np.array(read(number) if isinstance(number, str) else float(number))
    else:
        places = np.broadcast_to(hidden, array.shape).ravel()
        row = [np.nan if gone else _numbers(one, unit, read, what) for one, gone in zip(array.ravel().tolist(), places)]
        array = np.array(row, dtype=float).reshape(array.shape)
    return np.where(hidden, np.nan, array) if np.any(hidden) else array


def plain(value: Any, what: str) -> np.ndarray:
    """Numbers that have no unit, NaN where they are masked."""
    return _array(value, "", _number_alone, what)


def number(value: Any, what: str) -> float:
    """One number that has no unit, and is one: nothing stands for one that is masked or NaN."""
    found = _single(plain(value, what), what)
    if np.isnan(found):
        raise InputError(f"the {what} is {value!r:.60}, and should be a number")
    return found


def has_unit(value: Any) -> bool:
    """Whether some of it says its own unit, as texts and quantities do."""
    if isinstance(value, str) or _unit(value) is not None:
        return True
    if getattr(getattr(value, "dtype", None), "kind", "") in ("O", "T", "U"):
        value = np.asarray(value).ravel().tolist()
    return isinstance(value, (list, tuple)) and any(map(has_unit, value))


def counts(value: Any, length: int, what: str) -> tuple[int, ...]:
    """So many whole numbers."""
    try:
        found = tuple(operator.index(count) for count in value)
    except TypeError:
        found = ()
    if len(found) != length:
        raise InputError(f"the {what} is {value!r:.60}, and should be {length} whole numbers")
    return found


def pair(value: Any, what: str) -> tuple[Any, Any]:
    """The two ends of a range."""
    try:
        low, high = () if isinstance(value, str) else value
    except (TypeError, ValueError):
        raise InputError(f"{what} is {value!r:.60}, and should be two: from, to") from None
    return low, high


def ends(value: Any, of: Callable[[Any], np.ndarray], what: str) -> tuple[float, float]:
    """The two ends of a range, each as ``of`` reads it."""
    low, high = pair(value, what)
    return _single(of(low), what), _single(of(high), what)


def together(*arrays: np.ndarray) -> list[np.ndarray]:
    """Arrays in one shape."""
    try:
        return list(np.broadcast_arrays(*arrays))
    except ValueError:
        shapes = " and ".join(str(array.shape) for array in arrays)
        raise InputError(f"arrays of the shapes {shapes} do not go together: they should be alike, or broadcast") from None


def masses(value: Any) -> np.ndarray:
    """Masses [MeV]."""
    return _array(value, "MeV", _text_reader(C.mutau_mass), "mass")


def couplings(value: Any) -> np.ndarray:
    """Couplings g′."""
    return _array(value, "", _text_reader(C.mutau_coupling), "coupling")


def energies(value: Any) -> np.ndarray:
    """Energies [GeV]; a number alone is in GeV."""
    return _array(value, "GeV", _energy, "energy")


def word(value: Any) -> str:
    """A number as a word of the command line, to the last bit."""
    _refuse(value, "number")
    if isinstance(value, str):
        # A number below zero is no option, and nothing else is one either.
        return " " + value if value.startswith("-") else value
    return repr(number(value, "number"))


def mass_word(value: Any) -> str:
    return word(value) if isinstance(value, str) else repr(_single(masses(value), "mass"))


def coupling_word(value: Any) -> str:
    return word(value) if isinstance(value, str) else repr(_single(couplings(value), "coupling"))


def _single(array: np.ndarray, what: str) -> float:
    if array.size != 1:
        raise InputError(f"one {what} is asked for, and {array.size} were given")
    return float(array.ravel()[0])


def present(value: Any) -> np.ndarray:
    """Masses [MeV], each of which is one: NaN is none.

    Raises
    ------
    InputError
    """
    array = masses(value)
    _inspect(array.ravel(), "mass", array.shape, np.zeros(array.size, dtype=bool), "")
    return array


def points(mass: Any, coupling: Any) -> tuple[np.ndarray, np.ndarray, tuple[int, ...]]:
    """Masses [MeV] and couplings, broadcast, in a row, with their shape.

    NaN stands for a point that is not there. Zero, negative and infinite numbers are none.
    """
    m, g = together(masses(mass), couplings(coupling))
    shape = m.shape
    m, g = np.ascontiguousarray(m).ravel(), np.ascontiguousarray(g).ravel()
    for array, what in ((m, "mass"), (g, "coupling")):
        low, high = (array.min(), array.max()) if array.size else (1.0, 1.0)
        if not (low > 0 and high < np.inf):
            _inspect(array, what, shape, np.isnan(array), "; NaN stands for no point")
    return m, g, shape


def _inspect(array: np.ndarray, what: str, shape: tuple[int, ...], excused: np.ndarray, hint: str) -> None:
    wrong = np.flatnonzero(~excused & ~((array > 0) & (array < np.inf)))
    if wrong.size:
        place = tuple(int(i) for i in np.unravel_index(wrong[0], shape)) if shape else ()
        where = f" at {list(place)}" if place else ""
        raise InputError(f"the {what} {float(array[wrong[0]])!r}{where} should be above 0 and finite{hint}")
