"""Packs the package and the library into a wheel: `python3 wheel.py LIBRARY VERSION DIRECTORY`.

A wheel is an archive with a list of its files, so that nothing but Python itself is needed, neither here nor where it is
installed. The tag names the newest glibc of which the library has a symbol. Same files, same bytes: times are fixed.
"""

import base64
import hashlib
import pathlib
import platform
import re
import subprocess
import sys
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
SUMMARY = "Is a light Lμ−Lτ gauge boson allowed? The answers of the program mutau, for arrays."


def newest_glibc(library: pathlib.Path) -> tuple:
    symbols = subprocess.run(["objdump", "-T", str(library)], check=True, capture_output=True, text=True).stdout
    versions = [tuple(map(int, found.split("."))) for found in re.findall(r"\(?GLIBC_(2\.\d+)", symbols)]
    if not versions:
        sys.exit(f"{library} names no version of glibc")
    return max(versions)


def metadata(version: str) -> str:
    return (
        f"Metadata-Version: 2.1\nName: mutau\nVersion: {version}\nSummary: {SUMMARY}\nLicense: MIT\n"
        "Requires-Python: >=3.9\nRequires-Dist: numpy>=1.21\n"
        "Provides-Extra: plots\nRequires-Dist: matplotlib; extra == 'plots'\n"
        "Provides-Extra: tables\nRequires-Dist: pandas; extra == 'tables'\n"
        "Description-Content-Type: text/markdown\n\n" + (HERE / "README.md").read_text("utf-8")
    )


def main(library: pathlib.Path, version: str, directory: pathlib.Path) -> pathlib.Path:
    tag = "py3-none-manylinux_%d_%d_%s" % (*newest_glibc(library), platform.machine())
    info = f"mutau-{version}.dist-info"
    files = {f"mutau/{path.name}": path.read_bytes() for path in sorted((HERE / "mutau").glob("*.py"))}
    files["mutau/py.typed"] = b""
    files["mutau/libmutau.so"] = library.read_bytes()
    files[f"{info}/METADATA"] = metadata(version).encode()
    files[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nGenerator: mutau\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    files[f"{info}/licenses/LICENSE"] = (HERE.parents[1] / "LICENSE").read_bytes()
    record = "".join(
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b'=').decode()},{len(data)}\n"
        for name, data in files.items()
    )
    files[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    directory.mkdir(parents=True, exist_ok=True)
    wheel = directory / f"mutau-{version}-{tag}.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o755 if name.endswith(".so") else 0o644) << 16
            archive.writestr(entry, data)
    return wheel


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    print(main(pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])))
