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
python3 -m venv "$work/venv"
# The wheel alone first: numpy is all that it asks for.
"$work/venv/bin/pip" install --quiet --disable-pip-version-check "$wheel"
cd "$work"
venv/bin/python -c 'import mutau; print(mutau.version(), mutau.Scenario().check(6.5, 4.5e-4))'
venv/bin/pip install --quiet --disable-pip-version-check pytest matplotlib pandas astropy emcee
MUTAU_PROGRAM=$program MPLCONFIGDIR=$work venv/bin/python -m pytest -q -p no:cacheprovider "$tests"
