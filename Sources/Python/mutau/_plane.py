"""Answers that are arrays over masses or over the plane."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np

ALLOWED, EXCLUDED, UNCONSTRAINED, INVALID = range(4)


def masked(standing: np.ndarray) -> np.ma.MaskedArray:
    """True where allowed, False where excluded, masked where nothing is said, and False in an array that is filled."""
    return np.ma.MaskedArray(standing == ALLOWED, mask=standing >= UNCONSTRAINED, fill_value=False)


class Chi2(NamedTuple):
    """χ² of IceCube's spectrum, with the amplitude and index that it is for; arrays of the shape of the points."""

    chi2: Any
    #: A [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹]
    amplitude: Any
    gamma: Any


class Curve:
    """What a bound excludes or prefers along masses.

    Attributes
    ----------
    mass : ndarray
        [MeV]
    lower, upper : ndarray of shape mass.shape + (k,)
        The ends of the intervals of g′, rising; NaN where there are fewer, infinity where there is no upper end.
    state : ndarray of str
        ``excludes``, ``prefers``, ``silent``, ``failed`` at each mass.
    """

    _STATES = np.array(["silent", "excludes", "prefers", "failed"])

    def __init__(self, stem: str, mass: np.ndarray, lower: np.ndarray, upper: np.ndarray, state: np.ndarray) -> None:
        self.stem, self.mass, self.lower, self.upper = stem, mass, lower, upper
        self.state = self._STATES[state]

    @property
    def limit(self) -> np.ndarray:
        """The least coupling excluded or preferred at each mass; NaN where there is none."""
        return self.lower[..., 0]

    def __repr__(self) -> str:
        return f"<Curve: {self.stem} at {self.mass.size} masses>"


class Map:
    """A scenario over a grid at equal steps of log m and log g′.

    Attributes
    ----------
    mass : ndarray of shape (columns,)
        [MeV]
    coupling : ndarray of shape (rows,)
        g′
    allowed : masked array of shape (columns, rows)
        True, False, or masked where no deciding bound speaks.
    standing : ndarray of uint8, the same shape
        0 allowed, 1 excluded, 2 unconstrained.
    chi2, ratio, amplitude, gamma : ndarray, the same shape
        χ² of IceCube's spectrum, the paper's ratio R, A [1e-18 GeV⁻¹ cm⁻² s⁻¹ sr⁻¹] and γ.
    deciding : ndarray of int16, the same shape
        The place in ``bounds`` of the bound with the smallest margin; −1 where none speaks.
    bounds : list of str
        The stems of the scenario's bounds.
    scenario : str
        Its name.
    """

    def __init__(self, scenario: str, bounds: list[str], mass: np.ndarray, coupling: np.ndarray, **values: np.ndarray) -> None:
        self.scenario, self.bounds, self.mass, self.coupling = scenario, bounds, mass, coupling
        self.standing, self.deciding = values["standing"], values["deciding"]
        self.chi2, self.ratio = values["chi2"], values["ratio"]
        self.amplitude, self.gamma = values["amplitude"], values["gamma"]

    @property
    def allowed(self) -> np.ma.MaskedArray:
        return masked(self.standing)

    @property
    def best(self) -> tuple[float, float, float]:
        """Mass [MeV], coupling and χ² of the point that describes IceCube's spectrum best."""
        column, row = np.unravel_index(int(np.argmin(self.chi2)), self.chi2.shape)
        return float(self.mass[column]), float(self.coupling[row]), float(self.chi2[column, row])

    def plot(self, ax: Any = None, *, excluded: str = "0.82", allowed: str = "tab:green", preferred: str = "tab:orange") -> Any:
        """Draws the excluded and the allowed part of the plane, and where R < 1.

        Parameters
        ----------
        ax : matplotlib.axes.Axes, optional
            The current axes where none is given.
        excluded, allowed, preferred : str
            Colours.

        Returns
        -------
        matplotlib.axes.Axes
        """
        from matplotlib import pyplot
        from matplotlib.colors import ListedColormap

        ax = pyplot.gca() if ax is None else ax
        shown = np.ma.MaskedArray(self.standing, mask=self.standing >= UNCONSTRAINED)
        ax.pcolormesh(
            self.mass, self.coupling, shown.T, cmap=ListedColormap([allowed, excluded]), vmin=0, vmax=1, shading="nearest",
            alpha=0.6, rasterized=True,
        )
        ratio = np.ma.masked_invalid(self.ratio)
        if ratio.count() and ratio.min() < 1 < ratio.max():
            ax.contour(self.mass, self.coupling, ratio.T, levels=[1], colors=[preferred])
        ax.set(
            xscale="log", yscale="log", xlabel=r"$m_{Z'}$ [MeV]", ylabel=r"$g'$", title=f"{self.scenario}: allowed, R < 1"
        )
        return ax

    def __repr__(self) -> str:
        share = float((self.standing == ALLOWED).mean())
        return f"<Map: {self.scenario}, {self.mass.size} × {self.coupling.size}, {share:.0%} allowed>"
