"""The map in a style of one's own."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np

import mutau

region = mutau.Scenario("consistent").map(mass=(1, 100), coupling=(1e-5, 1e-2), shape=(60, 60))

with plt.style.context("grayscale"):
    fig, (left, right) = plt.subplots(1, 2, figsize=(9, 4), sharey=True)
    region.plot(left, allowed="white", excluded="0.6", preferred="black")
    shades = right.pcolormesh(region.mass, region.coupling, region.chi2.T, shading="nearest", rasterized=True)
    right.contour(region.mass, region.coupling, np.asarray(region.standing, float).T, levels=[0.5], colors="white")
    right.set(xscale="log", xlabel=r"$m_{Z'}$ [MeV]", title=r"$\chi^2$")
    fig.colorbar(shades)
    fig.tight_layout()
    fig.savefig("style.pdf")
print("best: m = {:.3g} MeV, g' = {:.3g}, chi2 = {:.3g}".format(*region.best))
