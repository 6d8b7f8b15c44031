"""A scan: which of many random points are allowed, drawn with matplotlib."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import mutau

rng = np.random.default_rng(1)
mass = 10 ** rng.uniform(0, 2, 20_000)  # MeV
coupling = 10 ** rng.uniform(-5, -2, mass.size)

scenario = mutau.Scenario("consistent")
allowed = scenario.allowed(mass, coupling)
print(f"{allowed.mean():.1%} of the points of which something is said are allowed")

fig, ax = plt.subplots()
ax.scatter(mass, coupling, s=1, c=np.where(allowed.filled(False), "tab:green", "0.8"))
ax.set(xscale="log", yscale="log", xlabel="$m_{Z'}$ [MeV]", ylabel="$g'$")
fig.savefig("scan.png")
