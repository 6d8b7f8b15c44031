"""What is raised where an answer can't be given, by kind."""

from __future__ import annotations

import re


class MutauError(Exception):
    """An answer can't be given.

    Attributes
    ----------
    code : int
        The exit code of the program for such an error.
    """

    code = 70


class InputError(MutauError, ValueError):
    """An argument that can't be meant."""

    code = 64


class DataError(MutauError, ValueError):
    """A file or a document that is not what it should be."""

    code = 65


class NotFoundError(MutauError, LookupError):
    """A name that nothing at hand has, or a file that is not there."""

    code = 66


class UnavailableError(MutauError, RuntimeError):
    """Something the answer needs can't be had now: the network, or a library of the system, which the message names."""

    code = 69


class InternalError(MutauError, RuntimeError):
    """A fault of mutau: please report it."""

    code = 70


class FileError(MutauError, OSError):
    """A file can't be read or written."""

    code = 74


class MutauWarning(UserWarning):
    """Something to be known of an answer."""


_KINDS = {kind.code: kind for kind in (InputError, DataError, NotFoundError, UnavailableError, InternalError, FileError)}
_KINDS[73] = FileError
# A library of the system that is not installed.
_KINDS[72] = UnavailableError


def in_python(text: str) -> str:
    """The program's words, with its options as they are written here: ``--max-redshift`` is ``max_redshift``."""
    # The space is for the argument parser alone, which would take the number for an option.
    text = text.replace("' -", "'-")
    return re.sub(r"--([a-z][a-z0-9-]*)", lambda option: option[1].replace("-", "_"), text)


def error(code: int, text: str) -> MutauError:
    """The exception for a code of the library and its words."""
    return _KINDS.get(code, InternalError)(in_python(text))
