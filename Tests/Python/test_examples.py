"""The examples of the documentation, run as they are."""

import pathlib
import re
import subprocess
import sys

import pytest

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "Python" / "examples"


@pytest.mark.parametrize(
    ("name", "words", "needs", "made", "says"),
    [
        ("scan", [], ["matplotlib"], "scan.png", "are allowed"),
        ("posterior", ["400"], ["emcee"], None, "gamma ="),
        ("recast", [], [], None, "with the recast"),
        ("style", [], ["matplotlib"], "style.pdf", "best: m ="),
    ],
)
def test_example(name, words, needs, made, says, tmp_path):
    for package in needs:
        pytest.importorskip(package)
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / f"{name}.py"), *words], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert says in done.stdout and (made is None or (tmp_path / made).stat().st_size > 1000)


def test_the_posterior_is_sampled():
    """Walkers move, and γ spreads over what the data leave of it: ±0.08 at 68 %, in a short chain within a factor of two."""
    pytest.importorskip("emcee")
    done = subprocess.run(
        [sys.executable, "-W", "error", str(EXAMPLES / "posterior.py"), "1000"], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert 15 < float(re.search(r"(\d+)% of the moves", done.stdout)[1]) < 80
    low, high = map(float, re.search(r"gamma = \S+ \((\S+) to (\S+) at", done.stdout).groups())
    assert 0.08 < high - low < 0.32
