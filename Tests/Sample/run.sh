#!/bin/sh
# Another package builds against a tagged version of this one and compares a number of each library: SwiftPM refuses
# dependencies with compiler flags of their own, so that this fails where a library product sets any.
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
