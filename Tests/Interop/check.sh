#!/bin/sh
# check.sh PROGRAM: has astropy and STILTS read what the program carries and what it writes, and parsers of HTML, Markdown,
# CSV and XML read hostile titles back, LaTeX set the tables, and Chromium try the page of a map. To be run where Constraints/ is.
set -eu
program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
here=$(dirname "$0")

"$program" map --grid 20x20 --output "$scratch/map" >/dev/null
"$program" table --format votable > "$scratch/table.vot"
printf '# kind: observed\n# confidence_level: 90%%\n# excluded_side: above\nmass_MeV,coupling\n1,1e-4\n3,\n10,2e-4\n' \
    > "$scratch/mine.csv"
"$program" import "$scratch/mine.csv" -o "$scratch/mine.vot" >/dev/null 2>&1
formats=$here/../CurveFormatsTests/Corpus/formats
for file in aida.xml hepdata.csv hepdata.json hepdata.yaml dmtools.xml wpd-3.json wpd-4.json; do
    # What some of them leave out; the others say it themselves.
    case $file in
        dmtools*) facts="--quantity coupling" ;;
        wpd*) facts="--quantity coupling --mass-unit MeV --confidence-level not-stated --side above" ;;
        *) facts= ;;
    esac
    # Unquoted: one word for each option.
    "$program" import "$formats/$file" -o "$scratch/$file.vot" $facts >/dev/null 2>&1
done

set -- Constraints/*.vot Constraints/icecube/*.vot "$scratch/map/map.vot" "$scratch"/*.vot
# The system's own Python has astropy where another comes first on the path without it.
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import astropy' 2>/dev/null; then break; fi
done
"$python" "$here/read_documents.py" "$@"
complaints=0
for document; do
    if [ -n "$(stilts votlint "$document" 2>&1)" ]; then
        echo "STILTS on $document:" >&2
        stilts votlint "$document" >&2 || true
        complaints=$((complaints + 1))
    fi
done
[ "$complaints" = 0 ] || exit 1
echo "STILTS votlint: $# documents, no complaint"
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import jsonschema' 2>/dev/null; then break; fi
done
"$python" "$here/check_answers.py" "$program" "$scratch"
"$python" "$here/check_escaping.py" "$program" "$scratch"
"$python" -B "$here/check_papers.py" "$program" "$scratch"
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import numpy' 2>/dev/null; then break; fi
done
"$python" "$here/check_points.py" "$program" "$scratch"
for script in Sources/Answers/Page/Script/*.js; do node --check "$script"; done
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import selenium' 2>/dev/null; then break; fi
done
# Selenium need not be where astropy is.
for python in python3 /usr/bin/python3; do
    if "$python" -c 'import selenium' 2>/dev/null; then break; fi
done
"$python" -B "$here/../Page/check_page.py" "$program" "$scratch"
if command -v pdffonts >/dev/null; then
    # A figure for print has its fonts inside.
    if pdffonts "$scratch/map/map.pdf" | tail -n +3 | awk '$(NF - 4) != "yes" { bad = 1 } END { exit NR == 0 || bad }'; then
        echo "every font of the PDF is embedded"
    else
        echo "the PDF lacks fonts:" >&2
        pdffonts "$scratch/map/map.pdf" >&2
        exit 1
    fi
fi
"$python" "$here/check_bibliography.py" "$program" "$scratch"
