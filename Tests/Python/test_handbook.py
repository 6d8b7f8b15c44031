"""What the README and the handbook show in Python, run as it is: the blocks of a page one after the other."""

import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "Documentation").rglob("*.md"))]


def blocks(page):
    return re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), flags=re.M | re.S)


SHOWN = {page.name: "\n".join(blocks(page)) for page in PAGES if blocks(page)}


def test_there_are_examples():
    assert {"README.md", "Python.md", "AddingALimit.md"} <= SHOWN.keys()


@pytest.mark.parametrize("name", SHOWN)
def test_page(name, tmp_path):
    done = subprocess.run([sys.executable, "-c", SHOWN[name]], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
