"""A posterior of mass and coupling from IceCube's spectrum and the bounds, sampled with emcee."""

import sys

import emcee
import numpy as np

import mutau

steps = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
# Narrow lines are solved some hundred times as fast as lines of finite width.
scenario = mutau.Scenario("consistent", solver="narrow-line")
low = np.array([0.0, -5.0, 0.1, 1.8])  # log10(m/MeV), log10 g′, A, γ
high = np.array([2.0, -2.0, 2.5, 3.5])


def log_probability(x: np.ndarray) -> np.ndarray:
    """All walkers at once: rows of log10(m/MeV), log10 g′, A, γ, flat in each."""
    inside = np.all((low <= x) & (x <= high), axis=1)
    theta = np.column_stack([10 ** x[:, :2], x[:, 2:]])
    return np.where(inside, scenario.log_likelihood(theta, bounds="exclude"), -np.inf)


rng = np.random.default_rng(1)
# Walkers that begin where a bound excludes never move: here all are allowed.
start = np.array([1.3, -4.0, 1.2, 2.5]) + 0.01 * rng.standard_normal((16, 4))
assert np.isfinite(log_probability(start)).all()
sampler = emcee.EnsembleSampler(16, 4, log_probability, vectorize=True)
sampler.random_state = np.random.RandomState(1).get_state()
sampler.run_mcmc(start, steps)
print(f"{np.mean(sampler.acceptance_fraction):.0%} of the moves were taken.")
chain = sampler.get_chain(discard=steps // 4, flat=True)
for name, values in zip(["log10(m/MeV)", "log10 g'", "A", "gamma"], chain.T):
    print("{} = {:.2f} ({:.2f} to {:.2f} at 68 %)".format(name, *np.percentile(values, [50, 16, 84])))
