"""Builds the handbook: `build.py PROGRAM OUTPUT CATALOGUE`. Needs docc, which comes with Swift, and no network.

The pages of Documentation/, and those that are made from the program itself, become a DocC catalogue; what `docc` makes of it is
laid out as pages of HTML without a script, to be opened from a file or from any server.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import catalogue
import generated
import pages

DOCUMENTATION = pathlib.Path(__file__).resolve().parent.parent


def convert(folder, archive):
    """Runs docc; what it warns of is an error."""
    command = ["docc", "convert", str(folder), "--output-path", str(archive), "--fallback-display-name", "mutau"]
    command += ["--fallback-bundle-identifier", "mutau", "--warnings-as-errors", "--no-transform-for-static-hosting"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode or "warning:" in done.stderr + done.stdout:
        sys.exit(f"docc does not take the handbook:\n{done.stdout}{done.stderr}")


def main():
    program, output, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if not shutil.which("docc"):
        sys.exit("the handbook needs 'docc', which comes with a Swift toolchain, on the path")
    written = catalogue.written(DOCUMENTATION)
    made = generated.pages(program, DOCUMENTATION)
    book = catalogue.Catalogue(DOCUMENTATION, written | made)
    book.write(folder)
    with tempfile.TemporaryDirectory() as scratch:
        archive = pathlib.Path(scratch) / "archive"
        convert(folder, archive)
        pages.write(archive, book, output)
    print(f"{len(book.texts)} pages: {output}/index.html")


if __name__ == "__main__":
    main()
