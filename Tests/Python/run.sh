#!/bin/sh
# Installs the wheel into a clean environment and runs the tests of the package there, with the program beside it:
# `run.sh WHEEL PROGRAM`.
set -eu
wheel=$1
program=$(readlink -f "$2")
tests=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
case $wheel in
    *manylinux_2_34_*) ;;
    *) echo "$wheel should need glibc 2.34 and no newer one: 'objdump -T' shows which symbols it has" >&2; exit 1 ;;
esac
# try PYTHON: everything, with that Python.
try() {
    rm -rf "$work/venv"
    "$1" -m venv "$work/venv"
    # The wheel alone first: numpy is all that it asks for.
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check "$wheel"
    cd "$work"
    # Libraries that are loaded when they are used are not to be needed from the start.
    if readelf -d venv/lib/python3*/site-packages/mutau/libmutau.so | grep -E 'NEEDED.*lib(curl|xml2|crypto)'; then
        echo "the library should load these when it uses them" >&2
        exit 1
    fi
    venv/bin/python -c 'import mutau; print(mutau.version(), mutau.Scenario().check(6.5, 4.5e-4))'
    venv/bin/pip install --quiet --disable-pip-version-check pytest matplotlib pandas astropy emcee
    MUTAU_PROGRAM=$program MPLCONFIGDIR=$work venv/bin/python -m pytest -q -p no:cacheprovider "$tests"
}
# The oldest Python from 3.9 on that is here beside the usual one: on the search path, or one of pyenv's.
oldest() {
    usual=$(python3 -c 'import sys; print(sys.version_info.minor)')
    minor=9
    while [ "$minor" -lt "$usual" ]; do
        for python in "$(command -v "python3.$minor" || true)" "${PYENV_ROOT:-$HOME/.pyenv}/versions/3.$minor".*/bin/python; do
            if [ -x "$python" ] && "$python" -c "import ensurepip, sys; sys.exit(sys.version_info[:2] != (3, $minor))" 2>/dev/null
            then echo "$python"; return; fi
        done
        minor=$((minor + 1))
    done
}
wheel=$(readlink -f "$wheel")
try python3
old=$(oldest)
if [ -n "$old" ]; then
    echo "the same with $("$old" --version), the oldest here:"
    try "$old"
else
    echo "no older Python is here than $(python3 --version): the wheel was tried with that alone"
fi
