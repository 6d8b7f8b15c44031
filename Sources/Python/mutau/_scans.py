"""A scan of the program, finished or running, as arrays of numpy."""

from __future__ import annotations

import hashlib
import json
import os
import re
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Union

import numpy as np

from ._errors import DataError, FileError, InputError, NotFoundError

_MARK = b"mutau scan 1\n"
#: Behind the mark: number, rows, columns, seconds; the identity in hexadecimal digits; the length of the path behind it.
_HEAD = struct.Struct("<QQQd64sQ")
_LARGEST_LAYOUT = 1 << 20
_MOST_ROWS, _MOST_BLOCKS = 10**9, 10**7


def _read(path: Path, limit: int) -> bytes:
    """A small file of a scan."""
    try:
        with open(path, "rb") as file:
            data = file.read(limit + 1)
    except FileNotFoundError:
        raise NotFoundError(f"there is no scan in '{path.parent}': 'mutau scan run' begins one") from None
    except OSError as error:
        raise FileError(f"'{path}' can't be read: {error.strerror}") from None
    if len(data) > limit:
        raise DataError(f"'{path}' is no file of a scan: it is longer than {limit} bytes")
    return data


class _Column:
    """An array and where its bytes stand in a block."""

    def __init__(self, name: str, dtype: np.dtype, place: int, bit: int | None = None, words: np.ndarray | None = None):
        self.name, self.dtype, self.place, self.bit, self.words = name, dtype, place, bit, words

    def values(self, raw: bytes) -> np.ndarray:
        if self.words is not None:
            return self.words[np.frombuffer(raw, np.uint8)]
        if self.bit is not None:
            return (np.frombuffer(raw, "<u8") >> np.uint64(self.bit) & np.uint64(1)).astype(bool)
        return np.frombuffer(raw, "<f8")


class Scan(Mapping):
    """A scan as it was when it was opened: a mapping from the names of columns to masked arrays.

    What had not been computed is masked, and so is a block that is damaged. The arrays are those of ``scan.npz``; each is read
    when it is asked for, so that a scan may be larger than memory.

    Attributes
    ----------
    path : pathlib.Path
        Of its folder, absolute.
    rows : int
        Points, pseudo-experiments or samples; of an ensemble without those that its walkers begin with.
    blocks : int
        In how many parts they are computed.
    done : int
        How many of these are there and whole.
    damaged : list of int
        Numbers of blocks that are not whole, or of another scan.
    failed : dict of int to str
        What was said of blocks that could not be computed.
    """

    def __init__(self, path: Union[str, os.PathLike[str]]) -> None:
        # Whoever changes the working directory later, or another process, still means this folder.
        self.path = Path(path).absolute()
        identity = _read(self.path / "identity", _LARGEST_LAYOUT)
        self._identity = hashlib.sha256(identity).hexdigest().encode()
        layout_path = self.path / "layout.json"
        try:
            layout = json.loads(_read(layout_path, _LARGEST_LAYOUT))
            rows, self._block, passed = (int(layout[key]) for key in ("rows", "rows_per_block", "passed_over"))
            columns = [(str(column["name"]), str(column["kind"]), [str(word) for word in column["words"]])
                       for column in layout["columns"]]
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError):
            raise DataError(f"'{layout_path}' does not say what a scan's columns are: delete it, and run "
                            "'mutau scan run' once more") from None
        extent = self.path / "extent"
        if extent.exists():
            words = _read(extent, 64).split()
            if len(words) != 2 or words[0] != b"rows" or not words[1].isdigit() or int(words[1]) <= rows:
                raise DataError(f"'{extent}' should say how many rows, more than {rows}, the scan was extended to")
            rows = int(words[1])
        if not (0 < self._block <= 10**6 and 0 <= passed < rows <= _MOST_ROWS and passed % self._block == 0
                and rows <= _MOST_BLOCKS * self._block):
            raise DataError(f"'{layout_path}' has no counts of a scan")
        self._all, self._first = rows, passed // self._block
        self.rows = rows - passed
        self._columns: dict[str, _Column] = {}
        self._sizes: list[int] = []
        for place, (name, kind, words) in enumerate(columns):
            if kind == "words" and words:
                self._columns[name] = _Column(name, np.array(words).dtype, place, words=np.array(words))
            elif kind == "flags" and len(words) <= 64:
                for bit, word in enumerate(words):
                    self._columns[f"{name}_{word}"] = _Column(f"{name}_{word}", np.dtype(bool), place, bit=bit)
            elif kind == "number":
                self._columns[name] = _Column(name, np.dtype(float), place)
            else:
                raise DataError(f"'{layout_path}' has a column of the kind '{kind}', which this version does not know")
            self._sizes.append(1 if kind == "words" else 8)
        self.blocks = -(-rows // self._block) - self._first
        self.damaged: list[int] = []
        self.failed: dict[int, str] = {}
        self._starts: dict[int, int] = {}
        self._look()

    def _rows(self, number: int) -> int:
        return min(self._block, self._all - number * self._block)

    def _file(self, number: int, kind: str) -> Path:
        return self.path / "blocks" / f"{number:08d}.{kind}"

    def _numbers(self, kind: str) -> list[int]:
        """The blocks of which the folder lists a file: most of a scan that has just begun are not there."""
        folder = self.path / "blocks"
        try:
            names = os.listdir(folder)
        except OSError as error:
            raise FileError(f"'{folder}' can't be read: {error.strerror}") from None
        numbers = sorted(int(name[:8]) for name in names if re.fullmatch(rf"[0-9]{{8}}\.{kind}", name))
        return [number for number in numbers if self._first <= number < self._first + self.blocks]

    def _look(self) -> None:
        """Finds the blocks that are whole."""
        tried = self._numbers("failed")
        for number in self._numbers("block"):
            size = 4096 + sum(self._sizes) * self._rows(number)
            try:
                with open(self._file(number, "block"), "rb") as file:
                    data = file.read(size + 1)
            except FileNotFoundError:
                continue  # Gone since it was listed.
            except OSError as error:
                raise FileError(f"'{self._file(number, 'block')}' can't be read: {error.strerror}") from None
            start = self._start(data, number) if len(data) <= size else None
            if start is None:
                self.damaged.append(number)
            else:
                self._starts[number] = start
        for number in tried:
            if number not in self._starts and number not in self.damaged:
                try:
                    self.failed[number] = _read(self._file(number, "failed"), 1 << 14).decode("utf-8", "replace")
                except NotFoundError:
                    continue  # Computed since.
        self.done = len(self._starts)

    def _start(self, data: bytes, number: int) -> int | None:
        """Where a block's columns begin; None where it is not whole, or of another scan."""
        head = len(_MARK) + _HEAD.size
        if len(data) < head + 32 or not data.startswith(_MARK) or hashlib.sha256(data[:-32]).digest() != data[-32:]:
            return None
        found, rows, columns, _, identity, length = _HEAD.unpack_from(data, len(_MARK))
        start = head + length
        whole = start + sum(self._sizes) * self._rows(number) + 32 == len(data)
        is_this = (found, rows, columns, identity) == (number, self._rows(number), len(self._sizes), self._identity)
        return start if whole and is_this and self._has_words(data, start, rows) else None

    def _has_words(self, data: bytes, start: int, rows: int) -> bool:
        """Whether each value of a column of words stands for one of them."""
        for column in self._columns.values():
            first = start + sum(self._sizes[: column.place]) * rows
            if column.words is not None and max(data[first : first + rows]) >= len(column.words):
                return False
        return True

    def __getitem__(self, name: str) -> np.ma.MaskedArray:
        column = self._columns[name]
        values = np.ma.masked_all(self.rows, column.dtype)
        before = sum(self._sizes[: column.place])
        for number, start in self._starts.items():
            rows = self._rows(number)
            size = self._sizes[column.place] * rows
            try:
                with open(self._file(number, "block"), "rb") as file:
                    file.seek(start + before * rows)
                    raw = file.read(size)
            except OSError as error:
                if not os.path.isdir(self.path / "blocks"):
                    raise NotFoundError(
                        f"the scan in '{self.path}' is gone, or can't be reached: {error.strerror}") from None
                continue  # Gone since it was opened: masked as if it had never been there.
            if len(raw) == size and (column.words is None or max(raw) < len(column.words)):
                values[self._place(number)] = column.values(raw)
        return values

    def _place(self, number: int) -> slice:
        """The rows of a block."""
        first = (number - self._first) * self._block
        return slice(first, first + self._rows(number))

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    @property
    def is_complete(self) -> bool:
        """Whether every block is there."""
        return self.done == self.blocks

    def to_pandas(self) -> Any:
        """The rows that are there as a data frame of pandas, by their numbers."""
        import pandas

        columns = {name: self[name] for name in self}
        # A block may go while columns are read, and is then left out of all.
        there = ~np.logical_or.reduce([np.zeros(self.rows, bool), *map(np.ma.getmaskarray, columns.values())])
        return pandas.DataFrame(
            {name: np.ma.getdata(column)[there] for name, column in columns.items()}, index=np.flatnonzero(there)
        )

    def __repr__(self) -> str:
        return f"<Scan '{self.path}': {self.done} of {self.blocks} blocks, {self.rows} rows, {', '.join(self)}>"


def open_scan(path: Union[str, os.PathLike[str]]) -> Scan:
    """Opens the folder of a scan, which may still be running: nothing in it is changed.

    Parameters
    ----------
    path : str or os.PathLike
        The folder that ``mutau scan run`` works in, ``plan-scan`` for a plan ``plan.yaml``.

    Returns
    -------
    Scan
        What there is at this moment; opened again it has what was computed since.

    Raises
    ------
    NotFoundError
        Where there is no scan.
    DataError
        Where its files are not those of a scan.

    Examples
    --------
    >>> scan = mutau.open_scan("plan-scan")                      # doctest: +SKIP
    >>> (scan["standing"] == "allowed").mean()                   # doctest: +SKIP
    """
    if not isinstance(path, (str, os.PathLike)) or "\0" in str(path):
        raise InputError(f"{path!r:.60} is no path of a folder")
    return Scan(path)
