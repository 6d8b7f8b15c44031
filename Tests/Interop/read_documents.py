"""Reads every document given with astropy, every warning an error, and says what it found. NumPy arrays beside a document
are to hold what its table holds.
"""

import os
import sys
import warnings

import numpy as np
from astropy.io import votable

warnings.simplefilter("error")
# Words that the list of UCDs has gained since that of astropy 5.2, which Debian 12 has; later versions know them.
warnings.filterwarnings("ignore", message=".*Unknown word '(stat.confidenceLevel|phys.particle)'")
rows = 0
for path in sys.argv[1:]:
    document = votable.parse(path, verify="warn")
    tables = list(document.iter_tables())
    for table in tables:
        read = table.to_table()
        rows += len(read)
    beside = os.path.splitext(path)[0] + ".npz"
    if os.path.exists(beside):
        arrays = np.load(beside)
        for name in ("standing", "deciding_bound", "chi2", "R", "amplitude", "gamma", "transport_error"):
            column = np.ma.filled(read[name].astype(arrays[name].dtype), np.nan if arrays[name].dtype.kind == "f" else "")
            if arrays[name].shape != (len(arrays["mass_MeV"]), len(arrays["coupling"])):
                sys.exit(f"{beside}: {name} has the shape {arrays[name].shape}")
            if not np.array_equal(np.asarray(column), arrays[name].ravel(), equal_nan=arrays[name].dtype.kind == "f"):
                sys.exit(f"{beside}: {name} is not the column of {path}")
print(f"astropy read {len(sys.argv) - 1} documents, {rows} rows, no warning")
