"""The package as it was installed, and the program beside it: MUTAU_PROGRAM names that."""

import json
import os
import subprocess

import pytest


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory):
    """A home of its own, so that nothing of the machine's user is seen or touched."""
    path = tmp_path_factory.mktemp("home")
    names = ["HOME", "XDG_DATA_HOME", "MUTAU_CURVE_PATH", "MUTAU_PLUGIN_PATH"]
    before = {name: os.environ.pop(name, None) for name in names}
    os.environ["HOME"] = str(path)
    yield path
    for name, value in before.items():
        os.environ.pop(name, None)
        if value is not None:
            os.environ[name] = value


@pytest.fixture(scope="session")
def program(home):
    """Runs the program and gives what it writes."""
    path = os.environ.get("MUTAU_PROGRAM")
    if not path:
        pytest.skip("MUTAU_PROGRAM names no program to compare with")

    def run(*words):
        done = subprocess.run([path, *words], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def answer(program):
    return lambda *words: json.loads(program(*words, "--format", "json"))
