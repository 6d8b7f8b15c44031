#!/bin/sh
# embed.sh FOLDER OUTPUT: writes the documents and scenarios below FOLDER as one Swift source.
set -eu
folder=$1 output=$2

list() { find . \( -name '*.vot' -o -name '*.yaml' \) -type f | sed 's|^\./||' | LC_ALL=C sort; }

cd "$folder"
# A raw literal keeps every byte but these: its own end, an escape of its own kind, a carriage return.
if list | xargs grep -lE '"""##|\\##|'"$(printf '\r')" /dev/null >&2; then
    echo 'embed.sh: the files above hold a carriage return, """## or \##' >&2
    exit 1
fi
{
    echo '// Written at build time from the folder Constraints/.'
    echo 'public let bundledFiles: [BundledFile] = ['
    list | while IFS= read -r path; do
        printf '    BundledFile(path: "%s", text: ##"""\n' "$path"
        cat "$path"
        printf '\n"""##),\n'
    done
    echo ']'
} > "$output.part"
mv "$output.part" "$output"
