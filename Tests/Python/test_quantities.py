"""What people hand over: units, masks, texts, and what only looks like numbers. Nothing of it is passed over."""

import decimal
import pickle
import warnings
from pathlib import Path

import numpy as np
import pytest

import mutau


@pytest.fixture(scope="module")
def s():
    return mutau.Scenario("paper")


def same(found, expected):
    return np.array_equal(np.ma.getmaskarray(found), np.ma.getmaskarray(expected)) and (found == expected).all()


def test_columns_of_a_table(s):
    units = pytest.importorskip("astropy.units")
    from astropy.table import Column, MaskedColumn
    from astropy.utils.masked import Masked

    stem, expected = "z-decay-three-flavours", s.margins([6500, 500], 4.5e-4)["z-decay-three-flavours"]
    assert (s.margins(Column([6.5, 0.5], unit="GeV"), 4.5e-4)[stem] == expected).all()
    assert (s.margins(Column([6500, 500]), 4.5e-4)[stem] == expected).all(), "numbers alone are MeV"
    masked = s.allowed(MaskedColumn([6.5, 0.5], unit="GeV", mask=[False, True]), 1e-5)
    assert same(masked, s.allowed([6500, np.nan], 1e-5))
    assert same(s.allowed(Masked([6.5, 7] * units.MeV, mask=[False, True]), 4.5e-4), s.allowed([6.5, np.nan], 4.5e-4))
    energies = Column([100.0], unit="TeV")
    assert (s.spectrum(6.5, 5e-4, energies=energies) == s.spectrum(6.5, 5e-4, energies=[1e5])).all()
    assert (s.spectrum(6.5, 5e-4, energies=[0.1 * units.PeV]) == s.spectrum(6.5, 5e-4, energies=[1e5])).all()
    for wrong in [Column([6.5], unit="m"), 6.5 * units.s, [[6.5 * units.s]]]:
        with pytest.raises(mutau.InputError):
            s.allowed(wrong, 1e-4)


def test_units_of_others(s):
    """What has a unit is converted, or refused: never taken for MeV."""

    class Pint:
        units = "GeV"

        def m_as(self, unit):
            assert unit == "MeV"
            return np.array([6500.0])

    class Carrier(np.ndarray):
        pass

    carrier = np.array([6.5]).view(Carrier)
    carrier.attrs = {"units": "GeV"}
    assert same(s.allowed(Pint(), 1e-4), s.allowed([6500], 1e-4))
    with pytest.raises(mutau.InputError, match="GeV"):
        s.allowed(carrier, 1e-4)


def test_texts_beside_numbers(s):
    """A number stays in its unit whatever stands beside it."""
    expected = s.spectrum(6.5, 5e-4, energies=[1e5, 1e6])
    for energies in [["100TeV", 1e6], ["100TeV", "1e6"], np.array(["100 TeV", "1e6"]), np.array(["100TeV", 1e6], dtype=object)]:
        assert (s.spectrum(6.5, 5e-4, energies=energies) == expected).all()
    assert (s.spectrum(6.5, 5e-4, energies="1e5") == s.spectrum(6.5, 5e-4, energies=1e5)).all()
    assert same(s.allowed(["1GeV", 6.5], 4.5e-4), s.allowed([1000, 6.5], 4.5e-4))


def test_pandas(s):
    pandas = pytest.importorskip("pandas")
    expected = s.allowed([6.5, 1000], 4.5e-4)
    for kind in ["object", "str", "string"]:
        assert same(s.allowed(pandas.Series(["6.5MeV", "1GeV"], dtype=kind), 4.5e-4), expected)
    assert same(s.allowed(pandas.Series([6.5, pandas.NA], dtype="Float64"), 4.5e-4), s.allowed([6.5, np.nan], 4.5e-4))
    assert same(s.allowed(pandas.Series(["6.5MeV", None]), 4.5e-4), s.allowed([6.5, np.nan], 4.5e-4))


def test_nothing_masked_is_data(s):
    chi2 = s.chi2(6.5, 5e-4, gamma=np.ma.array([2.5, 2.0], mask=[False, True]))
    assert chi2[0] == s.chi2(6.5, 5e-4, gamma=2.5) and np.isnan(chi2[1])
    assert np.isnan(s.chi2(6.5, 5e-4, amplitude=[1.0, np.nan])).tolist() == [False, True]
    theta = [[6.5, 4e-4, 1.2, 2.5]] * 2
    found = s.log_likelihood(np.ma.array(theta, mask=[[0] * 4, [1, 0, 0, 0]]))
    assert found[0] == s.log_likelihood(theta[0]) and found[1] == -np.inf


def test_what_is_unconstrained_is_not_allowed_when_filled():
    allowed = mutau.Scenario("paper", without="neff-5mev").allowed([1e9, 6.5], 1e-9)
    assert allowed.mask.tolist() == [True, False] and allowed.filled().tolist() == [False, True]


@pytest.mark.parametrize("ask", [
    lambda s: s.chi2(6.5, 5e-4, gamma=2.5 + 1j), lambda s: s.chi2(6.5, 5e-4, gamma=["2.5"]),
    lambda s: s.chi2([6.5, 7], 5e-4, gamma=[1, 2, 3]),
    lambda s: s.spectrum(6.5, 5e-4, energies=[1e5], gamma=[2.5, 2]), lambda s: s.spectrum(6.5, 5e-4, energies=[1e5], gamma="x"),
    lambda s: s.allowed([10**400], 1e-4), lambda s: s.allowed(10**400, 1e-4), lambda s: s.check(10**400, 1e-4),
    lambda s: s.check("6.5\ud800", 1e-4), lambda s: s.check("6.5\0MeV", 1e-4), lambda s: s.check("--help", 1e-4),
    lambda s: s.curve("na64mu-2024\0", 6.5), lambda s: mutau.Scenario("paper\0"), lambda s: mutau.Scenario(only="a\0b"),
    lambda s: s.map(mass=(1, 2, 3)), lambda s: s.map(mass="1:2"), lambda s: s.map(shape=3), lambda s: s.map(shape=(3.7, 2)),
    lambda s: s.fit(mass=5), lambda s: s.fit(grid=(5, 5)), lambda s: s.fit(gamma=(1, 2, 3)),
    lambda s: s.limit([np.nan, 6.5]), lambda s: s.table([1, np.nan]), lambda s: s.limit(np.ma.masked),
])
def test_what_can_not_be_meant_is_input(s, ask):
    with pytest.raises(mutau.InputError):
        ask(s)


def test_units_where_none_belong(s):
    units = pytest.importorskip("astropy.units")
    with pytest.raises(mutau.InputError):
        s.chi2(6.5, 5e-4, gamma=2.5 * units.MeV)
    with pytest.raises(mutau.InputError):
        s.allowed(6.5, [1e-4] * units.MeV)
    assert s.chi2(6.5, 5e-4, gamma=2.5 * units.dimensionless_unscaled) == s.chi2(6.5, 5e-4, gamma=2.5)


def test_a_curve_says_nothing_where_there_is_no_mass(s):
    curve = s.curve("na64mu-2024", [[np.nan, 6.5]])
    assert curve.state.tolist() == [["silent", "excludes"]] and np.isnan(curve.limit[0, 0]) and curve.limit[0, 1] == 5e-4


@pytest.mark.parametrize(("function", "words"), [
    (lambda m: None, "return"), (lambda m: m + 1j, "coupling"), (lambda m: np.full(m.size, "1e-4"), "text"),
    (lambda m: np.full((m.size, 1), 1e-6), "shape"), (lambda m: (m, m, m), "3 arrays"), (lambda m: [1e-6] * (m.size + 1), "shape"),
])
def test_a_function_that_returns_no_couplings_is_told(s, function, words):
    bad = s.with_bound(function, name="Bad", confidence_level=0.9)
    with pytest.warns(mutau.MutauWarning, match=f"Bad.*{words}"):
        assert bad.curve("bad", [6.5, 20.0]).state.tolist() == ["failed", "failed"]


def test_equal_ends_exclude_nothing(s):
    window = s.with_bound(lambda m: (np.full(m.size, 1e-6), np.where(m < 10, 1e-6, 1e-2)), name="Window", confidence_level=0.9)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        curve = window.curve("window", [6.5, 20.0])
    assert curve.state[1] == "excludes" and "failed" not in curve.state
    assert window.allowed([6.5, 20.0], 1e-5).tolist() == [True, False]


def test_a_function_says_nothing_where_it_masks(s):
    masking = s.with_bound(lambda m: np.ma.array(np.full(m.size, 1e-6), mask=m < 10), name="Masking", confidence_level=0.9)
    assert masking.curve("masking", [2.0, 20.0]).state.tolist() == ["silent", "excludes"]


@pytest.mark.parametrize("key", [
    {"quantity": "coupling-squared"}, {"coupling_unit": 1e-4}, {"mass_unit": "GeV"}, {"side": "below"}, {"topology": "closed"},
    {"mass_column": "a"}, {"coupling_column": 2}, {"table": "a"}, {"curve": "a"}, {"mass_limit": "1MeV,1e-9"},
])
def test_a_function_is_told_nothing_of_how_to_read_files(s, key):
    """It was ignored, and a bound on g′² was one on g′."""
    with pytest.raises(mutau.InputError, match=f"{next(iter(key))} tells how to read a file"):
        s.with_bound(lambda m: np.full(m.size, 1e-8), name="F", confidence_level=0.9, **key)


@pytest.mark.parametrize(("kind", "verdict"), [
    ("preferred", "preferred"), ("hint", "preferred"), ("observed", "excluded"), ("projected", "would-exclude"),
])
def test_a_function_is_of_its_kind(s, kind, verdict):
    """As a curve of this kind."""
    band = s.with_bound(lambda m: (np.full(m.size, 1e-4), np.full(m.size, 2e-4)), name="F", kind=kind, confidence_level=0.9)
    curve = band.curve("f", [2.0, 20.0])
    assert set(curve.state) == {"prefers" if verdict == "preferred" else "excludes"}
    assert curve.lower.tolist() == [[1e-4], [1e-4]] and curve.upper.tolist() == [[2e-4], [2e-4]]
    ring = [(1, 1e-4), (100, 1e-4), (100, 2e-4), (1, 2e-4)]
    drawn = s.with_curve(*zip(*ring), name="F", kind=kind, confidence_level=0.9, side="inside", topology="closed")
    for coupling in (1.5e-4, 3e-4):
        mine, other = (scenario.check(20.0, coupling).verdicts for scenario in (band, drawn))
        mine, other = ([one for one in verdicts if one.stem == "f"][0] for verdicts in (mine, other))
        assert mine.verdict == other.verdict and mine.kind == other.kind == kind
        assert (mine.verdict == verdict) == (coupling < 2e-4)
    nowhere = s.with_bound(lambda m: np.full(m.size, np.inf), name="F", kind=kind, confidence_level=0.9)
    assert nowhere.curve("f", 20.0).state == ("prefers" if verdict == "preferred" else "excludes")
    assert np.isnan(nowhere.curve("f", 20.0).limit)


def test_a_fit_stays_below_bounds_of_ones_own():
    s, grid, numbers = mutau.Scenario(solver="narrow-line"), (6, 6, 6, 6), [1.0, 100.0]
    for mine in [
        s.with_curve(numbers, [2e-4, 2e-4], name="F", confidence_level=0.9),
        s.with_bound(lambda m: np.full(m.size, 2e-4), name="F", confidence_level=0.9),
    ]:
        # At most the limit, which is read from logarithms.
        assert mine.fit(below="f", grid=grid).best.coupling <= 2e-4 * (1 + 1e-12)
    with pytest.raises(mutau.NotFoundError, match="no bound 'ff'"):
        mine.fit(below="ff", grid=grid)


def test_an_exception_that_can_not_be_told_is_one(s):
    class Mute(Exception):
        def __str__(self):
            raise RuntimeError

    def function(masses):
        raise Mute

    with pytest.warns(mutau.MutauWarning, match="Mute"):
        s.with_bound(function, name="Mute", confidence_level=0.9).allowed(20.0, 1e-5)


# Choices of a scenario


def test_choices_of_any_kind():
    expected = mutau.Scenario("consistent", without=["white-dwarf"], max_redshift=4).describe()
    for given in [
        {"without": np.array(["white-dwarf"]), "max_redshift": np.float64(4)},
        {"without": (stem for stem in ["white-dwarf"]), "max_redshift": decimal.Decimal("4")},
        {"without": {"white-dwarf"}, "max_redshift": 4.0},
    ]:
        assert mutau.Scenario("consistent", **given).describe() == expected
    for empty in [[], (), None]:
        assert mutau.Scenario("consistent", without=empty).describe() == mutau.Scenario("consistent").describe()
    assert mutau.Scenario("paper", ignore_own=np.True_).bounds == mutau.Scenario("paper", ignore_own=True).bounds


@pytest.mark.parametrize("make", [
    lambda: mutau.Scenario("paper", scenario="current"), lambda: mutau.Scenario("paper", only=[]), lambda: mutau.Scenario(b"paper"),
    lambda: mutau.Scenario(None), lambda: mutau.Scenario("paper", ordering="inverted\0x"),
    lambda: mutau.Scenario().log_likelihood([6.5, 4.5e-4, 1.2, 2.5], bounds=[1]),
])
def test_choices_that_can_not_be_meant(make):
    with pytest.raises(mutau.InputError):
        make()


def test_quantities_of_choices():
    units = pytest.importorskip("astropy.units")

    def chi2(**choices):
        return mutau.Scenario("consistent", **choices).chi2(6.5, 5e-4)

    # Two conversions more cost a last bit.
    assert chi2(sum_of_masses=100 * units.meV) == pytest.approx(chi2(sum_of_masses="0.1eV"), rel=1e-12)
    assert chi2(theta23=2700 * units.arcmin) == pytest.approx(chi2(theta23="45deg"), rel=1e-12)


def test_a_scenario_stays_what_it_was_in_another_folder(tmp_path, monkeypatch, program):
    """Paths are those of the folder in which it was made, also where it is made anew."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sources.dat").write_text("0 1\n1 2\n6 0.1\n")
    scenario = mutau.Scenario("paper", evolution="sources.dat")
    monkeypatch.chdir(tmp_path.parent)
    again = [pickle.loads(pickle.dumps(scenario)), scenario.with_curve([1, 100], [1e-6, 1e-6], name="Mine")]
    assert {one.chi2(6.5, 5e-4) for one in again} == {scenario.chi2(6.5, 5e-4)}


def test_a_record_is_not_changed_by_its_copy():
    check = mutau.Scenario().check(6.5, 4.5e-4)
    check.to_dict()["standing"] = "excluded"
    assert check.standing == "allowed"


@pytest.mark.parametrize("masses", [["2MeV", "200MeV"], [2.0, "200MeV"], np.array(["2MeV", "200MeV"])])
def test_units_are_said_once(s, masses):
    # What has units of its own would be read in another one.
    with pytest.raises(mutau.InputError, match="mass_unit is for numbers alone"):
        s.with_curve(masses, [4e-4, 4e-4], name="C", confidence_level=0.9, mass_unit="GeV")
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        there = s.with_curve([0.002, 0.2], [16e-8, 16e-8], name="C", confidence_level=0.9, mass_unit="GeV", quantity="coupling-squared")
    # That they were converted is told, and no more: of plain numbers nobody said otherwise.
    assert [str(one.message) for one in told] == ["observed: 'limit' holds g′² and was converted to g′"]
    assert there.curve("c", [100.0]).limit == pytest.approx([4e-4])


@pytest.mark.parametrize("nothing", [np.nan, np.ma.masked, float("nan")])
def test_what_is_no_number_is_not_what_was_not_given(s, nothing):
    for keyword in ("gamma", "amplitude"):
        with pytest.raises(mutau.InputError, match="should be a number"):
            s.spectrum(6.5, 4.5e-4, energies=[1e5], **{keyword: nothing})


def test_a_stem_is_a_text(s):
    for stem in (5, None):
        with pytest.raises(mutau.InputError):
            s.curve(stem, 6.5)
