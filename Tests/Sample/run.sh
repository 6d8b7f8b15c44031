#!/bin/sh
# Another package builds against a tagged version of this one and compares a number of each library. As a dependency
# this package sets no compiler flags: SwiftPM may refuse versions that do, though not all of its versions look.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
git clone --quiet "$here/../.." "$place/mutau"
git -C "$place/mutau" -c user.name=sample -c user.email=sample@localhost tag --annotate --message 0.1.0 0.1.0
cp -r "$here" "$place/sample"
export MUTAU_REPOSITORY="file://$place/mutau"
cd "$place/sample"
swift build --scratch-path "$place/build"
swift run --skip-build --scratch-path "$place/build" Sample
if (cd "$place/build/checkouts/mutau" && swift package dump-package) | grep -q unsafeFlags; then
    echo "as a dependency this package sets compiler flags" >&2
    exit 1
fi
