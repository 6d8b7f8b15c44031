#!/bin/sh
# dist.sh STAGE NAME: packs the stage as NAME.tar.gz, without what needs Swift.
set -eu
stage=$1 name=$2
rm -rf "$name" "$name.tar.gz"
mkdir "$name"
cp -R "$stage/." "$name/"
rm -f "$name/lib/mutau/mutau-plugin-host"
# The same bytes for the same files: no dates of this machine, no names of its users.
tar --sort=name --mtime="@${SOURCE_DATE_EPOCH:-0}" --owner=0 --group=0 --numeric-owner -C "$(dirname "$name")" -cf - \
    "$(basename "$name")" | gzip -6n > "$name.tar.gz"
rm -rf "$name"
echo "$name.tar.gz: $(($(wc -c < "$name.tar.gz") / 1000000)) MB"
