"""Scans of the program, read while they run."""

import hashlib
import json

import numpy as np
import pytest

import mutau

PLAN = """scenario: consistent
method: random
points: 25
block: 10
parameters:
  mass_MeV: {from: 30, to: 100, scale: log}
  coupling: {from: 1e-5, to: 1e-3, scale: log}
"""


@pytest.fixture()
def folder(program, tmp_path):
    """A scan of three blocks, of which the second is missing."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(PLAN)
    program("scan", "run", str(plan), "--shard", "1/2")
    return tmp_path / "plan-scan"


def test_a_running_scan(folder, program):
    scan = mutau.open_scan(folder)
    assert (scan.rows, scan.blocks, scan.done, scan.is_complete) == (25, 3, 2, False)
    missing = np.r_[np.zeros(10, bool), np.ones(10, bool), np.zeros(5, bool)]
    for name in scan:
        assert (np.ma.getmaskarray(scan[name]) == missing).all()
    program("scan", "run", str(folder.parent / "plan.yaml"))
    assert not scan.is_complete and mutau.open_scan(folder).is_complete


def test_columns_are_those_of_the_archive(folder, program):
    plan = str(folder.parent / "plan.yaml")
    program("scan", "run", plan)
    program("scan", "merge", plan, "--votable")
    scan, archive = mutau.open_scan(folder), np.load(folder / "scan.npz")
    assert list(scan) == archive.files
    for name in scan:
        values = scan[name]
        assert values.dtype == archive[name].dtype and not np.ma.getmaskarray(values).any()
        assert values.tobytes() == archive[name].tobytes()


def test_what_is_not_whole_is_masked(folder):
    block = folder / "blocks" / "00000002.block"
    block.write_bytes(block.read_bytes()[:-1])
    scan = mutau.open_scan(folder)
    assert (scan.damaged, scan.done) == ([2], 1) and scan["chi2"].count() == 10
    # A block of another number is none of these.
    block.write_bytes((folder / "blocks" / "00000000.block").read_bytes())
    assert mutau.open_scan(folder).damaged == [2]


def test_a_scan_is_where_it_was_opened(folder, monkeypatch):
    """The working directory may change, and a folder that is gone is no scan of nothing."""
    monkeypatch.chdir(folder.parent)
    scan = mutau.open_scan("plan-scan")
    whole = scan["chi2"]
    monkeypatch.chdir("/")
    assert scan.path == folder and scan["chi2"].count() == whole.count() == 15
    folder.rename(folder.parent / "elsewhere")
    with pytest.raises(mutau.NotFoundError, match="is gone"):
        scan["chi2"]
    (folder.parent / "elsewhere").rename(folder)
    assert scan["chi2"].count() == 15


def test_to_pandas(folder):
    pytest.importorskip("pandas")
    frame = mutau.open_scan(folder).to_pandas()
    assert list(frame.index) == [*range(10), *range(20, 25)] and (frame["mass_MeV"] > 0).all()


def test_a_votable_holds_the_same(folder, program):
    votable = pytest.importorskip("astropy.io.votable")
    plan = str(folder.parent / "plan.yaml")
    program("scan", "run", plan)
    program("scan", "merge", plan, "--votable")
    table, archive = votable.parse_single_table(folder / "scan.vot").array, np.load(folder / "scan.npz")
    assert list(table.dtype.names) == archive.files
    for name in archive.files:
        assert (table[name].filled().astype(archive[name].dtype) == archive[name]).all() or name == "R"


@pytest.mark.parametrize("text", ["", "{}", "[" * 10_000, '{"rows": 1, "rows_per_block": 0, "passed_over": 0, "columns": []}'])
def test_what_is_no_scan(folder, text):
    (folder / "layout.json").write_text(text)
    with pytest.raises(mutau.DataError):
        mutau.open_scan(folder)
    with pytest.raises(mutau.NotFoundError):
        mutau.open_scan(folder.parent)


def sealed(block, change):
    """A block with other bytes and the digest of these."""
    data = bytearray(block.read_bytes()[:-32])
    change(data)
    block.write_bytes(bytes(data) + hashlib.sha256(data).digest())


def test_a_word_that_is_none_is_damage(folder):
    """A block of the right digest with a code beyond the words of its column has no answer."""
    layout = json.loads((folder / "layout.json").read_text())
    kinds = [column["kind"] for column in layout["columns"]]
    place = kinds.index("words")
    behind = sum(10 * (1 if kind == "words" else 8) for kind in kinds[place:])
    block = folder / "blocks" / "00000000.block"

    def change(data):
        assert data[-behind] < len(layout["columns"][place]["words"])
        data[-behind] = 0xFF

    name = layout["columns"][place]["name"]
    scan = mutau.open_scan(folder)
    sealed(block, change)
    # Opened before it was damaged, and after.
    assert not scan.damaged and np.ma.getmaskarray(scan[name])[:10].all()
    assert mutau.open_scan(folder).damaged == [0]


def test_a_block_that_vanishes_is_left_out_of_frames(folder, monkeypatch):
    """Before a column is read, and between two of them."""
    pytest.importorskip("pandas")
    scan = mutau.open_scan(folder)
    get, read = type(scan).__getitem__, []

    def then_gone(self, name):
        read.append(name)
        if len(read) == 2:
            (folder / "blocks" / "00000000.block").unlink()
        return get(self, name)

    monkeypatch.setattr(type(scan), "__getitem__", then_gone)
    assert list(scan.to_pandas().index) == [*range(20, 25)]
    assert list(scan.to_pandas().columns) == list(scan)


@pytest.mark.parametrize("extent", ["rows 10\n", "rows 25\n", "rows 1000000000\n", "rows\n", "rows -1\n", "rows 1e2\n"])
def test_an_extent_that_is_none(folder, extent):
    """No more rows than the plan has, or more blocks than a scan can have, which are not looked for one by one."""
    (folder / "extent").write_text(extent)
    with pytest.raises(mutau.DataError):
        mutau.open_scan(folder)


def test_an_extended_scan_of_many_blocks_is_soon_open(folder):
    (folder / "extent").write_text("rows 10000000\n")
    scan = mutau.open_scan(folder)
    assert (scan.rows, scan.blocks, scan.done) == (10**7, 10**6, 1)
