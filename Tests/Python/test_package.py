"""What Python adds: shapes, units, exceptions, threads, interruptions."""

import datetime
import gc
import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings

import numpy as np
import pytest

import mutau


@pytest.fixture(scope="module")
def s():
    return mutau.Scenario("paper")


def test_shapes(s):
    mass, coupling = np.array([5.0, 6.5, 30.0])[:, None], np.array([1e-5, 1e-3, 1e-1, np.nan])
    allowed = s.allowed(mass, coupling)
    assert allowed.shape == (3, 4) and allowed.mask[:, 3].all() and not allowed.mask[:, :3].any()
    assert allowed[:, 0].all() and not allowed[:, 2].any()
    assert s.allowed(6.5, 4.5e-4) is True and s.allowed(6.5, 1e-1) is False
    assert s.allowed(6.5, float("nan")) is np.ma.masked
    assert s.allowed([], []).shape == (0,)
    assert list(s.allowed(np.ma.MaskedArray([6.5, 6.5], [False, True]), 1e-5).mask) == [False, True]
    assert s.chi2([6.5, 7], 4.5e-4).shape == (2,) and isinstance(float(s.chi2(6.5, 4.5e-4)), float)
    assert s.log_likelihood(np.full((2, 3, 4), [6.5, 4.5e-4, 1.2, 2.5])).shape == (2, 3)
    assert s.log_likelihood([6.5, 1e-1, 1.2, 2.5]) == -np.inf
    assert s.log_likelihood([6.5, 4.5e-4, 1.2, 2.5], bounds="none") == -s.chi2(6.5, 4.5e-4, 2.5, 1.2) / 2
    assert s.log_likelihood([6.5, 4.5e-4, 1.2, 2.5], "likelihood") < s.log_likelihood([6.5, 4.5e-4, 1.2, 2.5])


def test_units(s):
    units = pytest.importorskip("astropy.units")
    checks = [s.check(m, 4.5e-4) for m in (6.5, "6.5MeV", "0.0065GeV", 6.5 * units.MeV, 6.5e6 * units.eV)]
    assert len({check.mass_MeV for check in checks}) == 1
    mass = [1, 10] * units.GeV
    assert (s.margins(mass, 1e-3)["z-decay-three-flavours"] == s.margins([1000, 10000], 1e-3)["z-decay-three-flavours"]).all()
    one = s.spectrum(6.5, 5e-4, energies=[100] * units.TeV, gamma=2.5)
    assert (one == s.spectrum(6.5, 5e-4, energies=[1e5], gamma=2.5)).all()
    assert s.allowed(["6.5MeV", "1GeV"], 1e-6).all()
    assert (s.allowed([6.5 * units.MeV, 1 * units.GeV], 1e-6) == s.allowed([6.5, 1000], 1e-6)).all()
    assert s.map(mass=(1 * units.MeV, 0.1 * units.GeV), shape=(2, 2)).mass == pytest.approx([1, 100])


def test_exceptions(s):
    with pytest.raises(mutau.NotFoundError, match="nonesuch"):
        mutau.Scenario("nonesuch")
    with pytest.raises(ValueError, match="normal or inverted") as raised:
        mutau.Scenario(ordering="sideways")
    assert isinstance(raised.value, mutau.InputError) and raised.value.code == 64
    with pytest.raises(mutau.InputError, match="orderin"):
        mutau.Scenario(orderin="normal")
    with pytest.raises(mutau.InputError, match="sum_of_masses and lightest_mass"):
        mutau.Scenario(sum_of_masses="0.1eV", lightest_mass="0eV")
    with pytest.raises(mutau.NotFoundError, match="na64mu-2024"):
        mutau.Scenario(without="na64mu-2023")
    with pytest.raises(mutau.InputError, match=r"-1.0 at \[1, 0\]"):
        s.allowed([[1.0], [-1.0]], 1e-3)
    with pytest.raises(mutau.InputError):
        s.check("6.5kg", 1e-3)
    with pytest.raises(mutau.InputError):
        s.check(6.5, -1e-3)
    with pytest.raises(mutau.InputError):
        s.map(shape=(1, 5))
    with pytest.raises(mutau.NotFoundError):
        s.curve("nonesuch", 6.5)
    for wrong in [None, 1j, "heavy", [1, None], object()]:
        with pytest.raises(mutau.InputError):
            s.allowed(wrong, 1e-3)
    with pytest.raises(mutau.InputError, match="1e\\+30"):
        s.spectrum(6.5, 1e-3, energies=[1e30])
    with pytest.raises(mutau.InputError):
        s.log_likelihood([1, 2, 3])


def test_records(s):
    check = s.check(6.5, 1e-1)
    assert check.standing == "excluded" and check.excluded_by and check.verdicts[0].stem == s.bounds[0].stem
    assert "excluded by" in repr(check) and "<table>" in check._repr_html_()
    with pytest.raises(AttributeError):
        check.nothing
    limit = s.limit(6.5)
    assert limit.intervals[0, 1] == 5e-4 and [found.mass_MeV for found in s.limit([1, 10])] == [1, 10]
    assert s.curve("na64mu-2024", 6.5).limit == 5e-4
    pandas = pytest.importorskip("pandas")
    frame = s.table([1, 6.5]).to_pandas()
    assert isinstance(frame, pandas.DataFrame) and {"stem", "mass_MeV", "limit_low"} <= set(frame)


def test_curve_of_a_band(s):
    band = s.curve("g-2-wp20", [1.0, 10.0])
    assert (band.state == "prefers").all() and (band.lower < band.upper)[..., 0].all()


def test_additions(s):
    mine = s.with_curve([1, 100], [1e-6, 1e-6], name="Mine", confidence_level=0.9)
    assert mine.allowed(10.0, 1e-5) is False and s.allowed(10.0, 1e-5) is True
    assert mine.check(10, 1e-5).excluded_by[0] == "mine" and "Mine" in [bound.title for bound in mine.bounds]
    asked = []

    def recast(mass):
        asked.append(mass.size)
        return np.where(mass < 5, np.nan, 1e-6)

    both = mine.with_bound(recast, name="Recast")
    allowed = both.allowed(np.geomspace(5, 100, 1000), 5e-7)
    assert allowed.all() and max(asked) > 100, "rows, not single masses"
    assert {"mine", "recast"} <= {bound.stem for bound in both.bounds}
    window = s.with_bound(lambda mass: (np.full(mass.size, 1e-6), np.full(mass.size, 2e-6)), name="Window")
    assert [bool(window.allowed(10.0, g)) for g in (5e-7, 1.5e-6, 3e-6)] == [True, False, True]
    with pytest.raises(mutau.InputError, match="another bound"):
        mine.with_curve([1, 100], [1e-6, 1e-6], name="Mine")


def test_a_function_that_raises_costs_itself(s):
    def broken(mass):
        raise RuntimeError("no data")

    bad = s.with_bound(broken, name="Broken")
    with pytest.warns(mutau.MutauWarning, match="Broken.*no data") as warned:
        assert bad.allowed(6.5, 4.5e-4) is True
    assert warned[0].filename == __file__, "where the package was called"
    assert "broken" in str(bad.check(6.5, 4.5e-4).failed)


def test_what_ends_the_work_ends_it(s):
    """An interruption while a function is asked is none of its faults, and no answer is made of it."""
    ends = [KeyboardInterrupt()]

    def interrupted(mass):
        if ends:
            raise ends.pop()
        return np.full(mass.size, 1e-6)

    bound = s.with_bound(interrupted, name="Interrupted")
    with pytest.raises(KeyboardInterrupt):
        bound.allowed(6.5, 1e-5)
    assert bound.allowed(6.5, 1e-5) is False, "asked anew"


@pytest.mark.parametrize("wrong", [lambda mass: -mass, lambda mass: (np.full(mass.size, 1e-3), np.full(mass.size, 1e-4))])
def test_a_function_that_returns_nonsense_is_told(s, wrong):
    bad = s.with_bound(wrong, name="Nonsense")
    with pytest.warns(mutau.MutauWarning, match="in their order"):
        assert bad.allowed(6.5, 4.5e-4) is True


def test_an_array_of_both_ends_is_a_pair(s):
    window = s.with_bound(lambda mass: np.array([np.full(mass.size, 1e-6), np.full(mass.size, 2e-6)]), name="Window")
    assert [bool(window.allowed(10.0, g)) for g in (5e-7, 1.5e-6, 3e-6)] == [True, False, True]


@pytest.mark.parametrize("ask", [
    lambda s: s.allowed([[1, 2], [1]], 1e-4), lambda s: s.allowed([1, 2, 3], [1e-4, 1e-5]),
    lambda s: s.chi2(6.5, 1e-4, gamma="abc"), lambda s: s.log_likelihood([object(), 1, 1, 1]),
])
def test_what_is_no_number_is_input(s, ask):
    with pytest.raises(mutau.InputError):
        ask(s)


def test_masked_texts_stay_masked(s):
    assert s.allowed(np.ma.array(["1MeV", "6.5MeV"], mask=[True, False]), 1e-5).mask.tolist() == [True, False]


def test_pickle(s):
    copy = pickle.loads(pickle.dumps(s.with_curve([1, 100], [1e-6, 1e-6], name="Mine")))
    assert copy.allowed(10.0, 1e-5) is False


def test_threads(s):
    found = []
    masses, couplings = np.geomspace(1, 100, 5000), np.geomspace(1e-5, 1e-2, 5000)
    threads = [threading.Thread(target=lambda: found.append(s.allowed(masses, couplings))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 and all((one == found[0]).all() for one in found)


def test_interruption():
    """Ctrl-C ends work within a second or so, with KeyboardInterrupt."""
    code = (
        "import mutau, numpy as np, sys\n"
        "s = mutau.Scenario(solver='grid')\n"
        "print('ready', flush=True)\n"
        "try: s.chi2(np.geomspace(1, 100, 100_000), 1e-3)\n"
        "except KeyboardInterrupt: sys.exit(7)\n"
    )
    # Tests that run in the background ignore interruptions, and what they start would too.
    def heeding():
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, preexec_fn=heeding)
    assert child.stdout.readline().strip() == "ready"
    time.sleep(0.3)
    child.send_signal(2)
    assert child.wait(timeout=60) == 7


def test_two_copies_in_one_process(tmp_path):
    """The runtime of one does not meet that of another."""
    import ctypes
    import shutil

    from mutau import _library

    source = os.environ.get("MUTAU_LIBRARY") or os.path.join(os.path.dirname(mutau.__file__), "libmutau.so")
    copy = ctypes.CDLL(shutil.copy(source, tmp_path / "other.so"))
    copy.mutau_version.restype = ctypes.c_void_p
    assert ctypes.string_at(copy.mutau_version()).decode() == mutau.version()
    assert mutau.Scenario().allowed(6.5, 4.5e-4) is True
    with pytest.raises(AttributeError):
        _library.C.mutau_bounds_begin


def test_no_warning_of_its_own():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        mutau.Scenario("consistent").allowed(np.array([1.0, 2.0]), 1e-4)


@pytest.mark.parametrize("work", ["s.map(shape=(400, 400))", "s.fit(grid=(60, 60, 40, 40))"])
def test_interruption_of_what_takes_long(work):
    """Ctrl-C ends a map and a fit, and nothing goes on in the background."""
    code = (
        "import mutau, sys, threading\n"
        "s = mutau.Scenario(solver='grid')\n"
        "s.chi2(6.5, 1e-3)\n"
        "print('ready', flush=True)\n"
        f"try: {work}\n"
        "except KeyboardInterrupt: sys.exit(7 if threading.active_count() == 1 else 8)\n"
    )

    def heeding():
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, preexec_fn=heeding)
    assert child.stdout.readline().strip() == "ready"
    time.sleep(0.5)
    child.send_signal(2)
    assert child.wait(timeout=60) == 7


def test_what_an_interruption_leaves_is_given_back(monkeypatch):
    """A scenario that is made anew after Ctrl-C in a function of the user frees what it had before."""
    from mutau import _library

    freed = []
    free = _library.C.mutau_scenario_free
    monkeypatch.setattr(_library.C, "mutau_scenario_free", lambda handle: (freed.append(handle._as_parameter_), free(handle)))

    interrupts = [True]

    def function(masses):
        if interrupts[0]:
            raise KeyboardInterrupt
        return np.full(len(masses), 1e-3)

    scenario = mutau.Scenario("consistent").with_bound(function, name="Mine")
    # What earlier tests left in circles is no part of this.
    gc.collect()
    freed.clear()
    before = scenario._handle._as_parameter_
    with pytest.raises(KeyboardInterrupt):
        scenario.allowed(np.array([6.5, 7.0]), 2e-3)
    gc.collect()
    assert freed == [before] and scenario._handle._as_parameter_ not in (None, before)
    interrupts[0] = False
    assert scenario.allowed(6.5, 2e-3) is False
    del scenario
    gc.collect()
    assert len(freed) == 2


def test_limits_of_a_row():
    """Many masses are asked at once, and answered as each."""
    for scenario in [mutau.Scenario("consistent"), mutau.Scenario(combination="most-sensitive")]:
        masses = [[1.0, 6.5], [30.0, 1e5]]
        assert [dict(one) for one in scenario.limit(masses)] == [dict(scenario.limit(m)) for m in np.ravel(masses)]
        assert scenario.limit([]) == []


@pytest.mark.parametrize(
    "value",
    [b"6.5", bytearray(b"6"), memoryview(b"6"), [b"6.5"], np.array([b"6.5"]), datetime.timedelta(1), np.timedelta64(1, "s"),
     np.array([1, 2], dtype="m8[s]"), np.datetime64("2020"), [datetime.date(2020, 1, 1)]],
)
def test_bytes_and_times_are_no_numbers(value):
    s = mutau.Scenario()
    for ask in [
        lambda: s.allowed(value, 1e-4), lambda: s.allowed(6.5, value), lambda: s.check(value, 1e-4), lambda: s.limit(value),
        lambda: s.spectrum(6.5, 1e-4, energies=value), lambda: s.chi2(6.5, 1e-4, gamma=value),
    ]:
        with pytest.raises(mutau.InputError, match="bytes|time|is no"):
            ask()


def test_plugins_take_part(tmp_path, monkeypatch):
    """As in the program, in a child of it."""
    program = os.environ.get("MUTAU_PROGRAM")
    if not program or not (shutil.which("cc") or shutil.which("clang")):
        pytest.skip("a program and a C compiler are needed")
    folder = tmp_path / "plugins"
    folder.mkdir()
    folder.chmod(0o755)

    def run(*words):
        done = subprocess.run([program, *words], capture_output=True, text=True, cwd=folder)
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("plugin", "new", "mine", "--language", "c")
    run("plugin", "build", "mine")
    monkeypatch.setenv("MUTAU_PLUGIN_PATH", str(folder))
    scenario = mutau.Scenario("consistent")
    assert "mine" in [bound["stem"] for bound in scenario.bounds]
    told = json.loads(run("check", "6.5", "1e-3", "--scenario", "consistent", "--format", "json"))
    told.pop("combinations")
    assert dict(scenario.check(6.5, 1e-3)) == told
    masses = np.geomspace(1, 100, 50)
    assert np.isfinite(scenario.curve("mine", masses).limit).any()
    assert "mine" not in [bound["stem"] for bound in mutau.Scenario("consistent", no_plugins=True).bounds]
    monkeypatch.setenv("MUTAU_PROGRAM", str(tmp_path / "none"))
    with pytest.warns(mutau.MutauWarning, match="not on PATH.*mine"):
        without = mutau.Scenario("consistent")
    assert "mine" not in [bound["stem"] for bound in without.bounds]


def test_a_missing_library_is_an_exception(program, tmp_path):
    """What needs no libxml2 goes on without it, and what does says so: nothing ends the process."""
    (tmp_path / "libxml2.so.2").write_bytes(b"")
    document = tmp_path / "mine.vot"
    document.write_text(program("export", "coherent", "--format", "votable").replace('value="coherent"', 'value="mine"'))
    code = (
        "import mutau\n"
        "assert mutau.Scenario('consistent').allowed(6.5, 1e-2) is False\n"
        f"try: mutau.Scenario('consistent', overlay={str(document)!r})\n"
        "except mutau.UnavailableError as error: print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "LD_LIBRARY_PATH": str(tmp_path)})
    assert done.returncode == 0 and "install the package libxml2" in done.stdout, done.stderr + done.stdout


def test_gamma_is_refused_where_nothing_follows_it():
    """A sampler would go along it without a word."""
    s = mutau.Scenario("consistent", spectrum="cut-off:2.2,1e6GeV", solver="narrow-line")
    with pytest.raises(mutau.InputError, match="follows γ"):
        s.log_likelihood([6.5, 5e-4, 1.2, 2.5], "none")
    assert s.log_likelihood([6.5, 5e-4, 1.2, np.nan], "none") == -s.chi2(6.5, 5e-4, amplitude=1.2) / 2


def test_what_no_answer_can_be_made_of():
    s = mutau.Scenario()
    with pytest.raises(mutau.InputError, match="one mass"):
        s.table([])
    with pytest.raises(mutau.InputError, match="name None"):
        s.with_bound(lambda m: 1e-3 * m, name=None, confidence_level=0.9)
    with pytest.raises(mutau.InputError, match="60000 points, and may have"):
        s.with_curve(np.geomspace(1, 100, 60_000), np.full(60_000, 1e-3), name="long", confidence_level=0.9)


@pytest.mark.parametrize("amplitude", [1e7, 1e300, -1.0])
def test_amplitudes_are_bounded_alike(amplitude):
    s = mutau.Scenario()
    with pytest.raises(mutau.InputError, match="amplitude"):
        s.chi2(6.5, 5e-4, amplitude=amplitude)
    assert s.log_likelihood([6.5, 5e-4, amplitude, 2.5], "none") == -np.inf
