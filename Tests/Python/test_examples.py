"""The examples of the documentation, run as they are."""

import pathlib
import subprocess
import sys

import pytest

EXAMPLES = pathlib.Path(__file__).resolve().parents[2] / "Sources" / "Python" / "examples"


@pytest.mark.parametrize(
    ("name", "words", "needs", "made", "says"),
    [
        ("scan", [], ["matplotlib"], "scan.png", "are allowed"),
        ("posterior", ["40"], ["emcee"], None, "gamma ="),
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
