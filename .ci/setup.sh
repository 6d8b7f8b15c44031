#!/bin/sh
# setup.sh [extra|cluster]: installs what the build, the map and the tests need and the machine lacks. With `extra`, also the
# outside readers that the documents are checked with, with `cluster` a scheduler.
# Where packages can't be installed, it prints the one command that would do it and stops.
set -eu

missing=
need() { # need PACKAGE TEST...: the package is missing where the test fails
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
library() { need "$1" pkg-config --exists "$2"; }
font() { command -v fc-list >/dev/null && fc-list : family | grep -qi stix; }

command -v swift >/dev/null || {
    echo "mutau needs a Swift 6.3 toolchain: see https://www.swift.org/install" >&2
    exit 1
}
need pkg-config command -v pkg-config
library libcurl4-openssl-dev libcurl
library libxml2-dev libxml-2.0
library libssl-dev libcrypto
library zlib1g-dev zlib
need gnuplot-nox command -v gnuplot
need fonts-stix font
need fontconfig command -v fc-list
need node-d3 test -r /usr/share/nodejs/d3/dist/d3.min.js
if [ "${1-}" = extra ]; then
    need stilts command -v stilts
    need python3 command -v python3
    need python3-venv python3 -c 'import ensurepip, venv'
    need binutils command -v objdump
    need python3-astropy sh -c "python3 -c 'import astropy' || /usr/bin/python3 -c 'import astropy'"
    need python3-jsonschema sh -c "python3 -c 'import jsonschema' || /usr/bin/python3 -c 'import jsonschema'"
    need poppler-utils command -v pdffonts
    need cmark-gfm command -v cmark-gfm
    need chromium command -v chromium
    need chromium-driver command -v chromedriver
    need python3-selenium sh -c "python3 -c 'import selenium' || /usr/bin/python3 -c 'import selenium'"
    need nodejs command -v node
    need latexmk command -v latexmk
    need texlive-latex-recommended kpsewhich booktabs.sty
    need texlive-publishers kpsewhich revtex4-2.cls
fi
if [ "${1-}" = cluster ]; then
    need slurm-wlm command -v slurmctld
    need munge command -v munged
fi
[ -n "$missing" ] || exit 0

command="apt-get update && apt-get install -y$missing"
[ "$(id -u)" = 0 ] || command="sudo sh -c '$command'"
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "installing$missing" >&2
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    # Unquoted: one word for each package.
    if { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y $missing; } >"$log" 2>&1; then exit 0; fi
    tail -n 5 "$log" >&2
fi
echo "mutau needs packages that are not installed here. Run this and try again:" >&2
echo "    $command" >&2
exit 1
