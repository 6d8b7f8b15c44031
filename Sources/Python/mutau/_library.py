"""The C interface, ``mutau.h``: the library beside this file, its functions, and how they are called."""

from __future__ import annotations

import ctypes
import os
import sys
import threading
import warnings
from ctypes import POINTER, byref, c_char_p, c_double, c_int32, c_size_t, c_uint8, c_void_p

from ._errors import InputError, MutauWarning, error, in_python

#: That of ``mutau.h`` for which this package is written.
INTERFACE = 1


class Choice(ctypes.Structure):
    _fields_ = [("name", c_char_p), ("value", c_char_p)]


#: Which couplings a bound excludes, row by row.
BoundFunction = ctypes.CFUNCTYPE(
    c_int32, c_void_p, POINTER(c_double), c_size_t, POINTER(c_double), POINTER(c_double), c_void_p, c_size_t
)


class Addition(ctypes.Structure):
    _fields_ = [
        ("card", POINTER(Choice)), ("card_count", c_size_t), ("masses", c_void_p), ("couplings", c_void_p),
        ("count", c_size_t), ("function", BoundFunction), ("context", c_void_p),
    ]


def _load() -> ctypes.CDLL:
    path = os.environ.get("MUTAU_LIBRARY") or os.path.join(os.path.dirname(os.path.abspath(__file__)), "libmutau.so")
    try:
        library = ctypes.CDLL(path)
    except OSError as reason:
        raise ImportError(f"the library of mutau can't be loaded: {reason}") from None
    if not hasattr(library, "mutau_interface"):
        raise ImportError(f"'{path}' is no library of mutau")
    array, text, error = c_void_p, c_char_p, POINTER(c_void_p)
    count, flag, scenario = c_size_t, c_void_p, c_void_p
    for name, result, arguments in [
        ("interface", c_int32, []),
        ("version", c_void_p, []),
        ("release", None, [c_void_p]),
        ("choices", c_void_p, []),
        ("scenario_make", c_int32, [text, POINTER(Choice), count, POINTER(Addition), count, POINTER(c_void_p), error]),
        ("scenario_free", None, [scenario]),
        ("warnings", c_void_p, [scenario]),
        ("mass", c_int32, [text, POINTER(c_double), error]),
        ("coupling", c_int32, [text, POINTER(c_double), error]),
        ("ask", c_int32, [scenario, text, POINTER(text), count, POINTER(c_void_p), error]),
        (
            "ask_at_length", c_int32,
            [scenario, text, POINTER(text), count, POINTER(c_void_p), flag, error],
        ),
        ("standings", c_int32, [scenario, array, array, count, array, flag, error]),
        ("bound_count", c_int32, [scenario, POINTER(c_size_t), error]),
        ("margins", c_int32, [scenario, array, array, count, array, flag, error]),
        ("chi2", c_int32, [scenario, array, array, count, array, array, array, flag, error]),
        ("spectrum", c_int32, [scenario, c_double, c_double, array, count, c_double, c_double, array, error]),
        ("curve", c_int32, [scenario, text, array, count, count, array, array, array, POINTER(c_size_t), error]),
        ("map", c_int32, [scenario] + 4 * [c_double] + 2 * [count] + 8 * [array] + [flag, error]),
        ("log_likelihood", c_int32, [scenario, array, count, c_int32, array, flag, error]),
    ]:
        function = getattr(library, "mutau_" + name)
        function.restype, function.argtypes = result, arguments
    found = library.mutau_interface()
    if found != INTERFACE:
        raise ImportError(f"'{path}' has interface {found} of mutau, and this package is for {INTERFACE}")
    return library


class _Functions:
    """The functions of the library, which is loaded where the first of them is wanted: an import waits for nothing."""

    def __getattr__(self, name: str):
        if not name.startswith("mutau_"):
            raise AttributeError(name)
        with _LOADING:
            if "_library" not in self.__dict__:
                self.__dict__["_library"] = _load()
        function = getattr(self.__dict__["_library"], name)
        setattr(self, name, function)
        return function


_LOADING = threading.Lock()
C = _Functions()


def take(address: int | None) -> str:
    """A text that the library gave, given back to it."""
    if not address:
        return ""
    try:
        return ctypes.string_at(address).decode("utf-8", "replace")
    finally:
        C.mutau_release(address)


class Handle:
    """A scenario of the library, as an argument of its functions. It is given back when neither an object nor a call that is
    under way in any thread holds it any more.

    Parameters
    ----------
    address : int
    kept : list
        What the library uses as long as the scenario lives: functions above all.
    """

    __slots__ = ("_as_parameter_", "kept")

    def __init__(self, address: int | None, kept: list) -> None:
        self._as_parameter_, self.kept = address, kept

    def __del__(self) -> None:
        if C is not None and self._as_parameter_:
            C.mutau_scenario_free(self)


def version() -> str:
    """The version of mutau, with the digest of the data that it carries."""
    return take(C.mutau_version())


def encoded(text: str) -> bytes:
    """A text as the library takes it.

    Raises
    ------
    InputError
        Where it is none, would end at a zero byte, or has none in UTF-8: half of a pair of surrogates.
    """
    if not isinstance(text, str):
        raise InputError(f"{text!r:.60} is no text")
    if "\0" in text:
        raise InputError(f"{text!r:.60} has a zero byte")
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise InputError(f"{text!r:.60} is no Unicode") from None


def choices(values: list[tuple[str, str | None]]) -> ctypes.Array:
    """Names and values as the library takes them."""
    return (Choice * max(len(values), 1))(
        *(Choice(encoded(name), None if value is None else encoded(value)) for name, value in values)
    )


def call(function, *arguments) -> None:
    """Calls a function of the library whose last argument is the error.

    Raises
    ------
    MutauError
        Of the kind that the library's code says.
    """
    failure = c_void_p()
    code = function(*arguments, byref(failure))
    if code:
        text = take(failure.value)
        if code == 130:
            raise KeyboardInterrupt(text)
        raise error(code, text)


def call_at_length(function, *arguments, keep: object) -> None:
    """The same for work that takes a while: Ctrl-C ends it.

    Signals reach Python between its own steps alone, so that the work is done in another thread, of which the main one
    waits.

    Parameters
    ----------
    keep
        What the addresses among the arguments belong to: it outlives the work. The function has a flag to be stopped by as
        the last argument before the error.
    """
    stop = c_int32(0)
    arguments += (ctypes.addressof(stop),)
    if threading.current_thread() is not threading.main_thread():
        return call(function, *arguments)
    raised: list[BaseException] = []
    # Not the thread's own end, of which an interrupted join() forgets that it has not come yet.
    done = threading.Event()

    def work(_keep=(keep, stop)) -> None:
        try:
            call(function, *arguments)
        except BaseException as reason:
            raised.append(reason)
        finally:
            done.set()

    threading.Thread(target=work, name="mutau", daemon=True).start()
    try:
        done.wait()
    except BaseException:
        stop.value = 1
        done.wait()
        raise
    if raised:
        raise raised[0]


def warn(text: str) -> None:
    """Passes on what the library warned of, to where the package was called."""
    level, frame, here = 1, sys._getframe(), os.path.dirname(__file__)
    while frame.f_back is not None and os.path.dirname(frame.f_code.co_filename) == here:
        level, frame = level + 1, frame.f_back
    for line in text.split("\n"):
        warnings.warn(in_python(line), MutauWarning, stacklevel=level)


__all__ = [
    "Addition", "BoundFunction", "C", "Choice", "Handle", "byref", "c_double", "c_size_t", "c_uint8", "c_void_p", "call",
    "call_at_length", "choices", "encoded", "take", "version", "warn",
]
