"""Is a light Lμ−Lτ gauge boson Z′ allowed?

Masses are in MeV where they are numbers; texts have their unit (``"6.5MeV"``, ``"0.0065GeV"``), and astropy quantities are
converted. Couplings are g′. A :class:`Scenario` says which bounds, conventions and data count:

>>> import mutau
>>> s = mutau.Scenario("consistent", ordering="inverted")
>>> s.check("6.5MeV", 4.5e-4).standing
'excluded'

The answers are those of the program ``mutau``, of which this is another door.
"""

from ._choices import choices
from ._errors import (
    DataError,
    FileError,
    InputError,
    InternalError,
    MutauError,
    MutauWarning,
    NotFoundError,
    UnavailableError,
)
from ._library import version
from ._plane import Chi2, Curve, Map
from ._records import Check, Fit, Limit, Table
from ._scans import Scan, open_scan
from ._scenario import Scenario, cite



def __getattr__(name: str) -> str:
    if name == "__version__":
        return version().split(",")[0].split()[-1]
    raise AttributeError(f"module 'mutau' has no attribute '{name}'")


__all__ = [
    "Check", "Chi2", "Curve", "DataError", "FileError", "Fit", "InputError", "InternalError", "Limit", "Map",
    "MutauError", "MutauWarning", "NotFoundError", "Scan", "Scenario", "Table", "UnavailableError", "choices", "cite",
    "open_scan", "version",
]
