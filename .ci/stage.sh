#!/bin/sh
# stage.sh RELEASE STAGE: lays out below STAGE what is installed below a prefix: the program, the host of bounds in Swift and
# what bounds are built against, manual pages, completions, licences. A stage of these very sources is left as it is, so that a
# copied checkout is installed without building.
set -eu
release=$1 stage=$2
sources=$(find Sources Plugins Constraints Documentation/commands Documentation/Reference.md .ci Package.swift -type f ! -name '*.pyc' | LC_ALL=C sort | xargs sha256sum | sha256sum)
if [ -x "$stage/bin/mutau" ] && [ "$(cat "$stage.sources" 2>/dev/null)" = "$sources" ]; then exit 0; fi
make build
sh .ci/link.sh "$release"
rm -rf "$stage" "$stage.sources"
put() { # put MODE FILE TARGET
    install -D -m "$1" "$2" "$stage/$3"
}
mkdir -p "$stage"
put 755 "$release/mutau-static" bin/mutau
strip "$stage/bin/mutau"
put 755 "$release/mutau-plugin-host" lib/mutau/mutau-plugin-host
strip "$stage/lib/mutau/mutau-plugin-host"
put 644 Sources/CPluginABI/include/mutau_plugin.h include/mutau_plugin.h
# ConstraintKit's binary module, not its text alone: on Linux one compiler has to build both sides.
put 644 "$release/Modules/ConstraintKit.swiftmodule" lib/mutau/modules/ConstraintKit.swiftmodule
put 644 "$release/Modules/ConstraintKit.swiftinterface" lib/mutau/ConstraintKit.swiftinterface
program=$stage/bin/mutau
mkdir -p "$stage/share/bash-completion/completions" "$stage/share/zsh/site-functions" \
    "$stage/share/fish/vendor_completions.d"
"$program" --generate-completion-script bash > "$stage/share/bash-completion/completions/mutau"
"$program" --generate-completion-script zsh > "$stage/share/zsh/site-functions/_mutau"
"$program" --generate-completion-script fish > "$stage/share/fish/vendor_completions.d/mutau.fish"
python3 .ci/manual.py "$program" "$stage/share/man/man1"
for file in README.md CHANGELOG.md CITATION.cff; do put 644 "$file" "share/doc/mutau/$file"; done
# Everything that is linked in has its licence here.
swift=$(dirname "$(dirname "$(dirname "$(swiftc -print-target-info |
    sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p')")")")/usr/share/swift/LICENSE.txt
{
    echo "mutau"; echo; cat LICENSE
    for name in Yams swift-argument-parser swift-numerics; do
        echo; echo "---- $name, linked in"; echo; cat .build/checkouts/"$name"/LICENSE*
    done
    echo; echo "---- Swift's standard library, Foundation (with ICU) and Dispatch, linked in"; echo; cat "$swift"
    echo; echo "---- OpenSSL's SHA-256, linked in: Apache License 2.0, whose text stands above for Swift"
    echo; echo "---- libstdc++, linked in: GPL 3 with the GCC Runtime Library Exception 3.1"
    echo; echo "---- zlib, linked in: the zlib licence; (C) 1995-2022 Jean-loup Gailly and Mark Adler"
} > "$stage/share/doc/mutau/copyright"
echo "$sources" > "$stage.sources"
