"""What the README and the handbook show in Python, run as it is: the blocks of a page one after the other."""

import pathlib
import re
import shutil
import subprocess
import sys

import mutau
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "Sources" / "Python" / "README.md"
PAGES = [PACKAGE, ROOT / "README.md", *sorted((ROOT / "Documentation").rglob("*.md"))]


def blocks(page, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), flags=re.M | re.S)


SHOWN = {str(page.relative_to(ROOT)): "\n".join(blocks(page, "python")) for page in PAGES if blocks(page, "python")}


def test_there_are_examples():
    assert {"README.md", "Documentation/Python.md", "Documentation/AddingALimit.md"} <= SHOWN.keys()


@pytest.mark.parametrize("name", SHOWN)
def test_page(name, tmp_path):
    if "matplotlib" in SHOWN[name]:
        pytest.importorskip("matplotlib")
    done = subprocess.run([sys.executable, "-c", SHOWN[name]], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr


def test_c(tmp_path):
    compiler = shutil.which("cc") or pytest.skip("there is no C compiler")
    folder = pathlib.Path(mutau.__file__).parent
    (program,) = blocks(ROOT / "Documentation" / "Python.md", "c")
    (tmp_path / "example.c").write_text(program, encoding="utf-8")
    command = [compiler, "-Wall", "-Werror", f"-I{ROOT}/Sources/CMutau", "example.c", f"-L{folder}", "-lmutau", f"-Wl,-rpath,{folder}"]
    subprocess.run([*command, "-o", "example"], cwd=tmp_path, check=True)
    done = subprocess.run(["./example"], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and done.stdout.startswith("standing "), done.stdout
