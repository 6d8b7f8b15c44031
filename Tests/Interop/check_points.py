"""check_points.py PROGRAM SCRATCH: has the program read points as NumPy writes them, in every layout, and NumPy read the answers."""

import gzip
import os
import subprocess
import sys

import numpy as np

program, scratch = sys.argv[1], os.path.join(sys.argv[2], "points")
os.makedirs(scratch)
generator = np.random.default_rng(20260115)
mass = 10 ** generator.uniform(0, 2, 3000)
coupling = 10 ** generator.uniform(-5, -1, 3000)
complaints = []


def path(name):
    return os.path.join(scratch, name)


def answer(name, *options, output="answers.npz"):
    command = [program, "check", "--points", path(name), "--no-icecube", "-o", path(output), *options]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        complaints.append(f"{name}: {run.stderr.strip()}")
        return {}
    with np.load(path(output)) as archive:
        return {column: archive[column] for column in archive.files}


def expect(name, condition, what):
    if not condition:
        complaints.append(f"{name}: {what}")


table = np.column_stack([mass, coupling])
records = np.zeros(len(mass), dtype=[("label", "U8"), ("g", ">f8"), ("skipped", "<f4", (3,)), ("m_GeV", "<f8")])
records["label"], records["g"], records["m_GeV"] = "µ", coupling, mass
np.save(path("c.npy"), table)
np.save(path("fortran.npy"), np.asfortranarray(table))
np.save(path("big.npy"), table.astype(">f8"))
np.save(path("records.npy"), records)
np.savez(path("stored.npz"), coupling=coupling, mass=mass, seed=np.array(7), logL=-mass)
np.savez_compressed(path("packed.npz"), coupling=coupling, mass=mass)
np.savez(path("table.npz"), table)
np.savetxt(path("savetxt.dat"), table, header="mass_MeV coupling")
with gzip.open(path("points.csv.gz"), "wt") as file:
    file.write("mass_MeV;coupling\r\n")
    file.writelines(f"{m!r};{g!r}\r\n".replace(".", ",") for m, g in zip(mass.tolist(), coupling.tolist()))

reference = answer("c.npy")
expect("c.npy", (reference["mass_MeV"] == mass).all() and (reference["coupling"] == coupling).all(), "other numbers")
expect("c.npy", set(reference["standing"]) == {"allowed", "excluded"}, "standings are missing")
expect("c.npy", reference["deciding_bounds"].dtype == np.int64, "counts are no integers")
for name, options in [
    ("fortran.npy", []), ("big.npy", []), ("records.npy", ["--mass-unit", "MeV"]), ("stored.npz", []), ("packed.npz", []),
    ("table.npz", []), ("savetxt.dat", []), ("points.csv.gz", []),
]:
    columns = answer(name, *options)
    for column in ["standing", "excluded_by", "speaking_bounds"]:
        expect(name, (columns.get(column) == reference[column]).all(), f"another {column}")

columns = answer("stored.npz")
expect("stored.npz", (columns["logL"] == -mass).all() and "seed" not in columns, "columns were not passed on")
columns = answer("records.npy")
expect("records.npy", columns["g"].dtype == ">f8" and (columns["label"] == "µ").all(), "types were not passed on")

csv = subprocess.run(
    [program, "check", "--points", path("c.npy"), "--no-icecube"], capture_output=True, check=True, text=True).stdout
read = np.genfromtxt(csv.splitlines(), delimiter=",", names=True, dtype=None, encoding="utf-8")
expect("CSV", (read["mass_MeV"] == mass).all() and (read["standing"] == reference["standing"]).all(), "other answers")

damaged = table.copy()
damaged[5] = np.nan, 1e-3
damaged[7] = 1, -1
np.save(path("damaged.npy"), damaged)
columns = answer("damaged.npy")
expect("damaged.npy", list(columns["standing"][[5, 7]]) == ["invalid", "invalid"], "points that are none")
expect("damaged.npy", columns["reason"][5] == "row 6: the mass is missing", columns["reason"][5])
expect("damaged.npy", (columns["reason"] != "").sum() == 2, "reasons without a fault")

for complaint in complaints:
    print(complaint, file=sys.stderr)
if complaints:
    sys.exit(1)
print(f"NumPy {np.__version__}: {len(os.listdir(scratch)) - 1} tables of points, no complaint")
