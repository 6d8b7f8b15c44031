"""A scenario: which bounds, conventions and data count, and all that can be asked of it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from . import _quantities as quantities
from ._additions import Bound
from ._choices import located, words
from ._errors import InputError
from ._library import C, Addition, Handle, byref, c_double, c_size_t, c_uint8, c_void_p
from ._library import call, call_at_length, choices, encoded, take, warn
from ._plane import ALLOWED, EXCLUDED, INVALID, Chi2, Curve, Map, masked
from ._records import Check, Fit, Limit, Record, Table

#: So many points are answered before anybody could want to stop them.
_QUICK = 4096
_BOUNDS = {None: 0, "none": 0, "exclude": 1, "likelihood": 2}


class Scenario:
    """A scenario made ready. It never changes, and may be used from many threads.

    Parameters
    ----------
    name : str or path
        One that ships (``"paper"``, ``"consistent"``, ``"current"``), a scenario's file, or an earlier answer of the program
        (``summary.json``, ``map.vot``, ``fit.json``).
    **choices
        What is changed of it: the options of the program, ``max_redshift=4`` for ``--max-redshift 4``. Lists of stems may be
        lists, ``without=["white-dwarf"]``. :func:`mutau.choices` tells them all.

    Raises
    ------
    InputError
        For a choice that is none.
    NotFoundError
        For a scenario or bound that is not at hand.

    Examples
    --------
    >>> s = mutau.Scenario("consistent", ordering="inverted", without=["white-dwarf"])
    >>> s.allowed(6.5, 4.5e-4)
    False
    """

    def __init__(self, name: str | os.PathLike[str] = "paper", **choices: Any) -> None:
        if not isinstance(name, (str, os.PathLike)):
            raise InputError(f"{name!r:.60} is no name of a scenario, and no path of one")
        # Iterators give what they have but once, and the scenario may be made again.
        kept = {key: list(value) if isinstance(value, Iterator) else value for key, value in choices.items()}
        self._make(located(name), {key: _lasting(value) for key, value in kept.items()}, ())

    def _make(self, name: str, given: dict[str, Any], added: tuple[Bound, ...]) -> None:
        self._name, self._choices, self._added = name, given, added
        kept: list[Any] = []
        said = words(given)
        additions = (Addition * max(len(added), 1))(*(bound.addition(kept) for bound in added))
        handle = c_void_p()
        call(C.mutau_scenario_make, encoded(name), choices(said), len(said), additions, len(added), byref(handle))
        self._handle = Handle(handle.value, kept)
        self._tell()

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (self._name, self._choices, self._added)

    def _tell(self) -> None:
        """Warns of what the last call warned of."""
        told = C.mutau_warnings(self._handle)
        if told:
            warn(take(told))
        for bound in self._added:
            ended, bound.ended[:] = bound.ended[:1], []
            failures, bound.failures[:] = bound.failures[:1], []
            if ended:
                # The answers that the function did not get to are not kept. Other threads may still be at work with what
                # the scenario had before, which goes with the last of them.
                self._make(self._name, self._choices, self._added)
                raise ended[0]
            for text in failures:
                warn(f"the bound '{bound.name}' failed, and says nothing where it did: {text}")

    def _ask(self, question: str, *said: str, at_length: bool = False) -> Any:
        answer = c_void_p()
        array = (C.mutau_ask.argtypes[2]._type_ * max(len(said), 1))(*(encoded(word) for word in said))
        arguments = (self._handle, encoded(question), array, len(said), byref(answer))
        if at_length:
            call_at_length(C.mutau_ask_at_length, *arguments, keep=(self, answer))
        else:
            call(C.mutau_ask, *arguments)
        self._tell()
        return take(answer.value)

    # What is chosen

    @property
    def name(self) -> str:
        """Its name, which says what was changed."""
        return self.describe()["name"]

    def describe(self) -> Record:
        """Everything that it chooses, as ``mutau scenario show`` tells it."""
        return Record(json.loads(self._ask("scenario")))

    @property
    def bounds(self) -> list[Record]:
        """Its bounds in their order: ``stem``, ``title``, ``kind``, and ``role`` (decides, alternative, informs)."""
        return [Record(bound) for bound in json.loads(self._ask("bounds"))]

    # Points

    def check(self, mass: Any, coupling: Any, *, combinations: bool = False, explain: bool = False) -> Check:
        """Says all there is to say of one point, as ``mutau check`` does.

        Parameters
        ----------
        mass : float, str or Quantity
            [MeV] where it is a number.
        coupling : float
            g′
        combinations : bool
            Whether to say what each way to combine the bounds makes of it, which costs a search.
        explain : bool
            Whether to say of each bound what it rests on.

        Returns
        -------
        Check
        """
        said = [quantities.mass_word(mass), quantities.coupling_word(coupling)]
        said += ["--combinations"] * combinations + ["--explain"] * explain
        return Check(json.loads(self._ask("check", *said, at_length=combinations)))

    def allowed(self, mass: Any, coupling: Any) -> Any:
        """Whether points are allowed.

        Parameters
        ----------
        mass : array_like
            [MeV] where it is numbers.
        coupling : array_like
            g′; the two are broadcast.

        Returns
        -------
        bool, or masked array of bool
            True where allowed, False where excluded, masked where no deciding bound speaks (for one point
            ``numpy.ma.masked``), and where a number is NaN.
        """
        if type(mass) is float and type(coupling) is float:
            # One point, at no more cost than the library's: arrays would take ten times as long as the answer.
            m, g, standing = c_double(mass), c_double(coupling), c_uint8()
            call(C.mutau_standings, self._handle, byref(m), byref(g), 1, byref(standing), None)
            self._tell()
            if standing.value == ALLOWED or standing.value == EXCLUDED:
                return standing.value == ALLOWED
            if standing.value == INVALID:
                quantities.points(mass, coupling)
            return np.ma.masked
        standing, shape = self._standings(mass, coupling)
        if shape == ():
            return np.ma.masked if standing[0] > EXCLUDED else bool(standing[0] == ALLOWED)
        return masked(standing.reshape(shape))

    def _standings(self, mass: Any, coupling: Any) -> tuple[np.ndarray, tuple[int, ...]]:
        m, g, shape = quantities.points(mass, coupling)
        standing = np.empty(m.size, dtype=np.uint8)
        self._answer(C.mutau_standings, m.size > _QUICK, m, g, m.size, standing)
        return standing, shape

    def _answer(self, function: Any, is_long: bool, *arguments: Any) -> None:
        """Calls a function that has a flag to be stopped by, with arrays as they are."""
        addresses = [argument.ctypes.data if isinstance(argument, np.ndarray) else argument for argument in arguments]
        if is_long:
            call_at_length(function, self._handle, *addresses, keep=(self, arguments))
        else:
            call(function, self._handle, *addresses, None)
        self._tell()

    def margins(self, mass: Any, coupling: Any) -> dict[str, Any]:
        """How far points lie from the limit of each bound.

        Parameters
        ----------
        mass, coupling : array_like
            As of :meth:`allowed`.

        Returns
        -------
        dict of str to float or ndarray
            By stem, in dex: positive on the allowed side, negative where the bound excludes; NaN where it has no limit.
        """
        m, g, shape = quantities.points(mass, coupling)
        stems = [bound["stem"] for bound in self.bounds]
        margins = np.empty((len(stems), m.size))
        self._answer(C.mutau_margins, m.size > _QUICK, m, g, m.size, margins)
        return {stem: row.reshape(shape)[()] for stem, row in zip(stems, margins)}

    def chi2(self, mass: Any, coupling: Any, gamma: Any = None, amplitude: Any = None, *, details: bool = False) -> Any:
        """χ² of IceCube's spectrum at points, as ``mutau chi2`` has it.

        Parameters
        ----------
        mass, coupling : array_like
            As of :meth:`allowed`.
        gamma, amplitude : array_like, optional
            γ and A [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹]; each that is not given has the least χ², unless it was a choice of the
            scenario.
        details : bool
            Whether to give amplitude and index too.

        Returns
        -------
        float or ndarray, or Chi2 of these
            NaN where a mass or coupling is. From 2000 points on, where neither is given, spectra are read from a table, which
            agrees with single points within the scenario's tolerance.
        """
        m, g, *given = quantities.together(
            quantities.masses(mass), quantities.couplings(coupling),
            *(quantities.plain(value, what) for value, what in [(gamma, "index"), (amplitude, "amplitude")] if value is not None)
        )
        # One that is not there leaves nothing to be answered, where one that was not given is looked for.
        m = np.where(np.any(np.isnan(given), axis=0), np.nan, m) if given else m
        m, g, shape = quantities.points(m, g)
        gammas = np.full(m.size, np.nan) if gamma is None else np.array(given[0]).ravel()
        amplitudes = np.full(m.size, np.nan) if amplitude is None else np.array(given[-1]).ravel()
        chi2 = np.empty(m.size)
        self._answer(C.mutau_chi2, m.size > 1, m, g, m.size, amplitudes, gammas, chi2)
        found = Chi2(*(array.reshape(shape)[()] for array in (chi2, amplitudes, gammas)))
        return found if details else found.chi2

    def log_likelihood(self, theta: Any, bounds: str | None = "exclude") -> Any:
        """ln L of models, up to a constant: for emcee, cobaya, dynesty and their like.

        Parameters
        ----------
        theta : array_like of shape (..., 4)
            Mass [MeV], g′, A [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹] and γ of each. Where no index of the spectrum follows γ, it has to be
            NaN. Numbers of the spectrum that have ranges are those of the least χ².
        bounds : {"exclude", "likelihood", "none"}
            What bounds add to −χ²/2 of IceCube's spectrum: −∞ where one that decides excludes, the product of their
            approximate likelihoods, or nothing. A bound whose card names no statistic has no likelihood and is left out of
            the product; ``check(combinations=True)`` tells which.

        Returns
        -------
        float or ndarray of shape (...)
            −∞ for what is no model.
        """
        if not (bounds is None or isinstance(bounds, str)) or bounds not in _BOUNDS:
            raise InputError(f"bounds is {bounds!r:.40}, and should be 'exclude', 'likelihood' or 'none'")
        models = np.ascontiguousarray(quantities.plain(theta, "array of models"))
        if models.ndim == 0 or models.shape[-1] != 4:
            raise InputError(f"theta has the shape {models.shape}, and should end with 4: mass, coupling, amplitude, gamma")
        values = np.empty(models.shape[:-1])
        self._answer(C.mutau_log_likelihood, values.size > 1, models, values.size, _BOUNDS[bounds], values)
        return values[()]

    # Along masses, and over the plane

    def limit(self, mass: Any, *, combinations: bool = False) -> Any:
        """Which couplings are left at a mass, and who sets each edge, as ``mutau limit`` has it.

        Parameters
        ----------
        mass : float, str, Quantity or array_like
            [MeV] where it is numbers.
        combinations : bool
            Whether to say what each way to combine the bounds leaves, which costs a search a mass.

        Returns
        -------
        Limit, or list of Limit for an array
        """
        if isinstance(mass, str):
            return self._limit(quantities.mass_word(mass), combinations)
        array = quantities.present(mass)
        if array.ndim == 0:
            return self._limit(repr(float(array)), combinations)
        masses = [repr(float(m)) for m in array.ravel()]
        if combinations:
            return [self._limit(word, combinations) for word in masses]
        # The bounds are asked for the whole row at once.
        return [Limit(one) for one in json.loads(self._ask("limits", *masses))] if masses else []

    def _limit(self, mass: str, combinations: bool) -> Limit:
        return Limit(json.loads(self._ask("limit", mass, *["--combinations"] * combinations, at_length=combinations)))

    def curve(self, stem: str, mass: Any) -> Curve:
        """What one bound excludes or prefers along masses, in the scenario's conventions.

        Parameters
        ----------
        stem : str
            Its name, as :attr:`bounds` has it.
        mass : array_like
            [MeV] where it is numbers.

        Returns
        -------
        Curve
        """
        array = quantities.masses(mass)
        there = ~np.isnan(array)
        m = array[there]
        # Between the parts Ctrl-C is heard.
        parts = [self._curve(stem, part) for part in np.split(m, range(_QUICK, m.size, _QUICK))]
        width = max(lower.shape[1] for lower, _, _ in parts)
        lowers, uppers = (np.full(array.shape + (width,), np.nan) for _ in range(2))
        states = np.zeros(array.shape, dtype=np.uint8)
        for whole, place in ((lowers, 0), (uppers, 1)):
            whole[there] = np.concatenate([
                np.pad(part[place], ((0, 0), (0, width - part[place].shape[1])), constant_values=np.nan) for part in parts
            ])
        states[there] = np.concatenate([part[2] for part in parts])
        self._tell()
        return Curve(stem, array, lowers, uppers, states)

    def _curve(self, stem: str, m: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        width, needed = 1, c_size_t()
        while True:
            lower, upper = np.empty((m.size, width)), np.empty((m.size, width))
            state = np.empty(m.size, dtype=np.uint8)
            call(
                C.mutau_curve, self._handle, encoded(stem), m.ctypes.data, m.size, width, lower.ctypes.data,
                upper.ctypes.data, state.ctypes.data, byref(needed),
            )
            if needed.value <= width:
                return lower, upper, state
            width = needed.value

    def spectrum(
        self, mass: Any, coupling: Any, *, energies: Any, gamma: float | None = None, amplitude: float | None = None
    ) -> np.ndarray:
        """The neutrino flux at Earth, ν and ν̄ together, after resonant scattering.

        Parameters
        ----------
        mass : float, str or Quantity
            [MeV] where it is a number.
        coupling : float
            g′
        energies : array_like
            [GeV] where they are numbers, of shape (n,).
        gamma, amplitude : float, optional
            γ and A [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹]; each that is not given is the scenario's, or that of its best fit.

        Returns
        -------
        ndarray of shape (3, n)
            Of ν_e, ν_μ, ν_τ [GeV⁻¹ cm⁻² s⁻¹ sr⁻¹].
        """
        m, g, _ = quantities.points(mass, coupling)
        e = np.ascontiguousarray(np.atleast_1d(quantities.energies(energies)))
        if e.ndim != 1 or m.size != 1:
            raise InputError("one mass, one coupling and a row of energies are asked for")
        fluxes = np.empty((3, e.size))
        call(
            C.mutau_spectrum, self._handle, float(m[0]), float(g[0]), e.ctypes.data, e.size,
            np.nan if amplitude is None else quantities.number(amplitude, "amplitude"),
            np.nan if gamma is None else quantities.number(gamma, "index"), fluxes.ctypes.data,
        )
        self._tell()
        return fluxes

    def map(
        self, mass: tuple[Any, Any] = (1, 100), coupling: tuple[float, float] = (1e-5, 1e-1),
        shape: tuple[int, int] = (200, 200),
    ) -> Map:
        """The scenario over a grid at equal steps of log m and log g′, both ends included.

        Lines are narrow unless the scenario's ``solver`` is ``"auto"`` or ``"grid"``: where they may be off by more than the
        tolerance, a warning says by how much, and :meth:`chi2` of single points has the width.

        Parameters
        ----------
        mass, coupling : pair
            The ends, masses in MeV where they are numbers.
        shape : pair of int
            Masses and couplings.

        Returns
        -------
        Map
        """
        low, high = quantities.ends(mass, quantities.masses, "mass")
        least, greatest = quantities.ends(coupling, quantities.couplings, "coupling")
        columns, rows = quantities.counts(shape, 2, "shape")
        if columns < 1 or rows < 1 or columns * rows > 1 << 26:
            raise InputError(f"the shape {shape!r:.40} is none of a map")
        m, g = np.empty(columns), np.empty(rows)
        values: dict[str, np.ndarray] = {
            name: np.empty((columns, rows), dtype=kind)
            for name, kind in [
                ("standing", np.uint8), ("deciding", np.int16), ("chi2", float), ("ratio", float), ("amplitude", float),
                ("gamma", float),
            ]
        }
        bounds = [bound["stem"] for bound in self.bounds]
        call_at_length(
            C.mutau_map, self._handle, low, high, least, greatest, columns, rows, m.ctypes.data,
            g.ctypes.data, *(array.ctypes.data for array in values.values()), keep=(self, m, g, values),
        )
        self._tell()
        return Map(self.name, bounds, m, g, **values)

    def fit(
        self, *, below: str | Sequence[str] = (), mass: tuple[Any, Any] | None = None,
        coupling: tuple[float, float] | None = None, amplitude: tuple[float, float] | None = None,
        gamma: tuple[float, float] | None = None, grid: tuple[int, int, int, int] | None = None,
    ) -> Fit:
        """Fits mass, coupling, amplitude and index to IceCube's spectrum, as ``mutau fit`` does.

        Parameters
        ----------
        below : str or sequence of str
            Stems of bounds that the coupling stays below, at each mass.
        mass, coupling, amplitude, gamma : pair, optional
            Where each is searched, masses in MeV where they are numbers.
        grid : four int, optional
            Points of mass, coupling, amplitude and gamma.

        Returns
        -------
        Fit
        """
        said = [f"--below={stem}" for stem in ([below] if isinstance(below, str) else below)]
        for option, ends, word in [
            ("mass-range", mass, quantities.mass_word), ("coupling-range", coupling, quantities.coupling_word),
            ("amplitude-range", amplitude, quantities.word), ("gamma-range", gamma, quantities.word),
        ]:
            if ends is not None:
                low, high = quantities.pair(ends, option.partition("-")[0])
                said.append(f"--{option}=" + ":".join(word(end) for end in (low, high)))
        if grid is not None:
            said.append("--grid=" + "x".join(map(str, quantities.counts(grid, 4, "grid"))))
        return Fit(json.loads(self._ask("fit", *said, at_length=True)))

    def table(self, masses: Any = (1, 3, 6.5, 10, 30, 100)) -> Table:
        """The limit of every bound at a few masses, as ``mutau table`` has it.

        Parameters
        ----------
        masses : array_like
            [MeV] where they are numbers.

        Returns
        -------
        Table
        """
        row = quantities.present(masses).ravel()
        if not row.size:
            raise InputError("a table has one mass at least")
        return Table(json.loads(self._ask("table", *(repr(float(m)) for m in row))))

    # With bounds of one's own

    def with_curve(
        self, mass: Any, coupling: Any, *, name: str, kind: str = "observed", confidence_level: float | None = None,
        side: str = "above", **card: Any,
    ) -> Scenario:
        """This scenario with a curve as a bound.

        Parameters
        ----------
        mass, coupling : array_like
            The points of the curve, masses in MeV where they are numbers.
        name : str
            In answers and figures.
        kind : {"observed", "expected", "projected", "preferred", "hint"}
            An observed limit decides, all else informs.
        confidence_level : float, optional
        side : {"above", "below"}
            The side that is excluded.
        **card
            What else ``mutau add`` takes: ``stem="mine"``, ``arxiv="2401.01708"``. The points are couplings g′ at masses in
            MeV unless ``quantity``, ``coupling_unit`` or ``mass_unit`` says otherwise.

        Returns
        -------
        Scenario
        """
        for keyword, values in (("mass_unit", mass), ("coupling_unit", coupling)):
            if card.get(keyword) is not None and quantities.has_unit(values):
                raise InputError(f"{keyword} is for numbers alone: these have units of their own")
        m, g, _ = quantities.points(mass, coupling)
        said = words({"name": name, "kind": kind, "confidence_level": _level(confidence_level), "side": side, **card})
        return self._with(Bound(said, name, masses=m, couplings=g))

    def with_bound(
        self, function: Callable[[np.ndarray], Any], *, name: str, kind: str = "observed",
        confidence_level: float | None = None, **card: Any,
    ) -> Scenario:
        """This scenario with a bound that a function computes.

        Parameters
        ----------
        function : callable
            Of rising masses [MeV], an array. It returns the couplings from which on each is excluded, or a pair of the ends
            of what is excluded; infinity, or equal ends: none is; NaN, or masked: nothing is said. It is called from many
            threads. Where it raises, or returns what is no couplings, the bound says nothing, and a warning tells why;
            Ctrl-C ends the work. For the kinds ``preferred`` and ``hint`` the couplings are those preferred.
        name, kind, confidence_level, **card
            As of :meth:`with_curve`, but for what tells how to read numbers: ``side``, ``quantity``, ``coupling_unit``
            and their like are refused.

        Returns
        -------
        Scenario
        """
        if not callable(function):
            raise InputError(f"{function!r:.60} is no function of masses")
        said = words({"name": name, "kind": kind, "confidence_level": _level(confidence_level), **card})
        return self._with(Bound(said, name, function=function))

    def _with(self, bound: Bound) -> Scenario:
        if not isinstance(bound.name, str):
            raise InputError(f"the name {bound.name!r:.60} is no text")
        return _remade(self._name, self._choices, (*self._added, bound))

    def cite(self) -> str:
        """BibTeX of everything that it uses."""
        return self._ask("cite")

    def __repr__(self) -> str:
        return f"<Scenario: {self.name}>"


def _lasting(value: Any) -> Any:
    """A choice with paths that stay the same wherever the work goes on."""
    if isinstance(value, str):
        return located(value)
    if isinstance(value, os.PathLike):
        return [located(value)]  # One, whatever its name; a text may be a list.
    if isinstance(value, (list, tuple)):
        return [located(one) if isinstance(one, (str, os.PathLike)) else one for one in value]
    return value


def _level(confidence_level: float | None) -> float | str:
    return "not stated" if confidence_level is None else confidence_level


def _remade(name: str, given: dict[str, Any], added: tuple[Bound, ...]) -> Scenario:
    scenario = Scenario.__new__(Scenario)
    scenario._make(name, given, added)
    return scenario


def cite(scenario: Scenario) -> str:
    """BibTeX of everything that a scenario uses."""
    return scenario.cite()
