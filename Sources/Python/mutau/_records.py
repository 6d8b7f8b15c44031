"""Answers that are records: what the program writes as JSON, with its keys as attributes."""

from __future__ import annotations

import copy
import html
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return Record(value)
    if isinstance(value, list):
        return [_value(element) for element in value]
    return value


class Record(Mapping[str, Any]):
    """A record of an answer. Its keys are attributes too; units stand at their ends, ``mass_MeV``."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = data

    def __getitem__(self, key: str) -> Any:
        return _value(self._data[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __getattr__(self, key: str) -> Any:
        # Neither while it is unpickled, nor for what Python itself asks for.
        if key.startswith("_") or key not in self._data:
            raise AttributeError(f"'{type(self).__name__}' has no '{key}': it has {', '.join(self.__dict__.get('_data', {}))}")
        return self[key]

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._data]

    def to_dict(self) -> dict[str, Any]:
        """The record as the program's JSON has it: a copy."""
        return copy.deepcopy(self._data)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{key}={value!r:.40}' for key, value in self._data.items())})"


def _table(rows: list[list[str]], heading: list[str]) -> str:
    def line(cells: list[str], tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in cells) + "</tr>"

    return "<table>" + line(heading, "th") + "".join(line(row, "td") for row in rows) + "</table>"


def _number(value: Any, digits: int = 4) -> str:
    return "" if value is None else f"{value:.{digits}g}"


class Check(Record):
    """What a scenario says of a point: ``standing`` (allowed, excluded, unconstrained), ``excluded_by`` (stems),
    ``verdicts`` (a record a bound), ``chi2`` of IceCube's spectrum, and all else that ``mutau check --format json`` has."""

    def __repr__(self) -> str:
        by = f" by {', '.join(self._data['excluded_by'])}" if self._data["excluded_by"] else ""
        return (
            f"<Check: m = {self._data['mass_MeV']!r} MeV, g′ = {self._data['coupling']!r} is {self._data['standing']}{by}"
            f" in {self._data['scenario']}>"
        )

    def _repr_html_(self) -> str:
        rows = [
            [verdict["title"], verdict["verdict"], _number(verdict["limit"]), _number(verdict["margin_dex"], 3),
             verdict["kind"], verdict["reason"] or ""]
            for verdict in self._data["verdicts"]
        ]
        head = html.escape(repr(self)[8:-1])
        return f"<p>{head}</p>" + _table(rows, ["Bound", "Verdict", "Limit", "Margin [dex]", "Kind", "Reason"])


class Limit(Record):
    """Which couplings are left at a mass, and all else that ``mutau limit --format json`` has."""

    @property
    def intervals(self) -> np.ndarray:
        """The allowed couplings, an interval a row; infinity where there is no upper end.

        Returns
        -------
        ndarray of shape (n, 2)
        """
        ends = [[low or 0.0, np.inf if high is None else high] for low, high in self._data["allowed"]]
        return np.array(ends, dtype=float).reshape(-1, 2)

    def __repr__(self) -> str:
        if not self._data["constrained"]:
            left = "unconstrained"
        else:
            left = " and ".join(f"[{low:.4g}, {high:.4g}]" for low, high in self.intervals) or "none"
        return f"<Limit: at m = {self._data['mass_MeV']!r} MeV g′ allowed: {left} in {self._data['scenario']}>"


class Fit(Record):
    """The best fit of mass, coupling, amplitude and index to IceCube's spectrum: ``best``, ``contours``, ``profiles``, and all
    else that ``mutau fit --format json`` has."""

    def __repr__(self) -> str:
        best = self._data["best"]
        return (
            f"<Fit: m = {best['mass_MeV']:.4g} MeV, g′ = {best['coupling']:.4g}, A = {best['amplitude']:.4g}, "
            f"γ = {best['gamma']:.4g}, χ² = {best['chi2']:.4g} of {self._data['points']} points>"
        )


class Table(Record):
    """The limit of every bound at a few masses: ``rows``, a record for each bound, mass and interval."""

    def to_pandas(self) -> Any:
        """The rows as a frame of pandas.

        Returns
        -------
        pandas.DataFrame
        """
        import pandas

        return pandas.DataFrame(self._data["rows"])

    def __repr__(self) -> str:
        return f"<Table: {len(self._data['rows'])} rows at {self._data['masses_MeV']} MeV in {self._data['scenario']}>"

    def _repr_html_(self) -> str:
        rows = [
            [row["title"], _number(row["mass_MeV"]), row["coverage"], _number(row["limit_low"]), _number(row["limit_high"])]
            for row in self._data["rows"]
        ]
        return _table(rows, ["Bound", "m [MeV]", "Coverage", "From", "To"])
