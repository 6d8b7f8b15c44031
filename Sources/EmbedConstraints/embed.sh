#!/bin/sh
# embed.sh FOLDER OUTPUT PATH...: writes the files below FOLDER as one Swift source.
set -eu
folder=$1 output=$2
shift 2
{
    echo '// Written at build time from the folder Constraints/.'
    echo 'public let bundledFiles: [BundledFile] = ['
    for path; do
        # A raw literal keeps every byte but these: its own end, an escape of its own kind, a carriage return.
        if LC_ALL=C grep -qE '"""##|\\##|'"$(printf '\r')" "$folder/$path"; then
            echo "embed.sh: $path holds a carriage return, \"\"\"## or \\##" >&2
            exit 1
        fi
        printf '    BundledFile(path: "%s", text: ##"""\n' "$path"
        cat "$folder/$path"
        printf '\n"""##),\n'
    done
    echo ']'
} > "$output.part"
mv "$output.part" "$output"
