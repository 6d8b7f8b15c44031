"""The answers are those of the program, to the last bit."""

import json
import math

import numpy as np
import pytest

import mutau

POINTS = [(6.5, 4.5e-4), (6.5, 6e-4), (20.0, 1e-3), (0.7, 2e-5), (1500.0, 1e-3), (1e7, 1e-3)]
SCENARIOS = ["paper", "consistent", "current"]


@pytest.fixture(scope="module", params=SCENARIOS)
def name(request):
    return request.param


@pytest.fixture(scope="module")
def scenario(name):
    return mutau.Scenario(name)


def test_check(answer, scenario, name):
    for mass, coupling in POINTS[:3]:
        told = answer("check", repr(mass), repr(coupling), "--scenario", name)
        mine = scenario.check(mass, coupling, combinations=mass == 6.5 and coupling == 6e-4).to_dict()
        combinations = set(told) - set(mine)
        assert combinations <= {"combinations"}
        assert {key: told[key] for key in mine} == mine


def test_allowed_and_margins(answer, scenario, name):
    masses, couplings = np.array(POINTS).T
    allowed, margins = scenario.allowed(masses, couplings), scenario.margins(masses, couplings)
    for index, (mass, coupling) in enumerate(POINTS):
        told = answer("check", repr(mass), repr(coupling), "--scenario", name)
        if told["standing"] == "unconstrained":
            assert allowed[index] is np.ma.masked
        else:
            assert allowed[index] == (told["standing"] == "allowed")
        for verdict in told["verdicts"]:
            mine, theirs = margins[verdict["stem"]][index], verdict["margin_dex"]
            assert mine == theirs or (theirs is None and not math.isfinite(mine))


def test_chi2(answer, scenario, name):
    for mass, coupling in POINTS[:2]:
        told = answer("chi2", repr(mass), repr(coupling), "--scenario", name)
        mine = scenario.chi2(mass, coupling, details=True)
        assert (mine.chi2, mine.amplitude, mine.gamma) == (told["chi2"], told["amplitude"], told["gamma"])
    told = answer("chi2", "6.5", "4.5e-4", "--gamma", "2.5", "--scenario", name)["chi2"]
    assert scenario.chi2(6.5, 4.5e-4, gamma=2.5) == told
    assert mutau.Scenario(name, gamma=2.5).chi2(6.5, 4.5e-4) == told


def test_chi2_of_many_points():
    """A table of spectra is good to the tolerance of the transport, 1e-3 of a flux, and so is a χ² of some ten to some per
    mille."""
    s = mutau.Scenario(solver="narrow-line")
    masses, couplings = np.geomspace(2, 50, 2000), np.geomspace(1e-4, 1e-3, 2000)
    many, few = s.chi2(masses, couplings), s.chi2(masses[::400], couplings[::400])
    assert np.allclose(many[::400], few, rtol=2e-3, atol=0)


def test_spectrum(answer, scenario, name, tmp_path):
    energies = [1e4, 1e5, 3.3e5, 1e6]
    (tmp_path / "e").write_text("\n".join(map(repr, energies)))
    told = answer("spectrum", "6.5", "5e-4", "--gamma", "2.5", "--energies", str(tmp_path / "e"), "--scenario", name)
    flux = scenario.spectrum("6.5MeV", 5e-4, energies=energies, gamma=2.5)
    assert flux.shape == (3, 4)
    assert flux.tolist() == [told[flavour] for flavour in ("e", "mu", "tau")]


def test_limit_table_cite_and_scenario(answer, program, scenario, name):
    told = answer("limit", "6.5", "--scenario", name)
    mine = scenario.limit(6.5).to_dict()
    assert {key: told[key] for key in mine} == mine
    assert answer("table", "--masses", "1,6.5,30", "--scenario", name) == scenario.table([1, 6.5, 30]).to_dict()
    assert program("cite", "--scenario", name).strip() == mutau.cite(scenario).strip()
    assert answer("scenario", "show", name) == scenario.describe().to_dict()


def test_combinations_of_a_limit(answer, scenario, name):
    """As the program says them where another than the union is chosen."""
    told = answer("limit", "20", "--combination", "likelihood", "--scenario", name)["combinations"]
    mine, row = scenario.limit("20MeV", combinations=True), scenario.limit([6.5, 20], combinations=True)
    assert mine.to_dict()["combinations"] == told | {"chosen": "union"}
    assert row[0].mass_MeV == 6.5 and row[1].to_dict() == mine.to_dict()
    assert "combinations" not in scenario.limit(20)


def test_choices_are_the_programs(answer):
    choices = dict(ordering="inverted", without=["white-dwarf"], max_redshift=4, cl=0.95)
    told = answer(
        "scenario", "show", "consistent", "--ordering", "inverted", "--without", "white-dwarf", "--max-redshift", "4", "--cl",
        "0.95",
    )
    assert mutau.Scenario("consistent", **choices).describe().to_dict() == told
    assert {"ordering", "g_minus_2", "overlay", "ignore_own", "muons_on_target"} <= set(mutau.choices())


def test_fit(answer):
    grid = ["--grid", "8x8x6x6", "--solver", "narrow-line"]
    told = answer("fit", *grid, "--below", "na64mu-2024")
    mine = mutau.Scenario(solver="narrow-line").fit(grid=(8, 8, 6, 6), below="na64mu-2024")
    assert mine.to_dict() == told and "Fit: m =" in repr(mine)
    told = answer("fit", *grid, "--mass-range", "2:10")
    assert mutau.Scenario(solver="narrow-line").fit(grid=(8, 8, 6, 6), mass=("2MeV", 10)).to_dict() == told


def test_map(answer, program, tmp_path):
    program("map", "--grid", "12x9", "--output", str(tmp_path / "map"))
    region = mutau.Scenario().map(shape=(12, 9))
    best = json.loads((tmp_path / "map" / "summary.json").read_text())["best"]
    assert region.best == (best["mass_MeV"], best["coupling"], best["chi2"])
    assert region.mass[0] == 1 and region.mass[-1] == 100 and region.standing.shape == (12, 9)
    allowed = mutau.Scenario().allowed(region.mass[:, None], region.coupling)
    assert (allowed.mask == region.allowed.mask).all() and (allowed.filled(False) == region.allowed.filled(False)).all()
