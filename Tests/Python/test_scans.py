"""Scans of the program, read while they run."""

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
