#!/bin/sh
# link.sh RELEASE [library]: links object files that `swift build -c release` has left below RELEASE once more: with `library`
# those of the library for other programs, as libmutau.so, else those of the program, twice:
#
#   mutau-static       with Swift's runtime inside, for machines without Swift; of libraries it names only those that
#                      Debian 12, Ubuntu 22.04 and RHEL 9 all have
#   mutau-plugin-host  with the shared runtime, whose child loads bounds in Swift
#
# The first and the library have inside what is made ready of Constraints/. SwiftPM could link the first by
# --static-swift-stdlib alone, which compiles everything a second time.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
resources=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p')
static=${resources}_static/linux
clang=$(dirname "$(dirname "$(dirname "$resources")")")/usr/bin/clang
[ -x "$clang" ] || clang=$(command -v clang)
link() { # link OUTPUT RUNTIME-DIRECTORY WORD...: the name main is what SwiftPM calls mutau_main in an executable
    output=$1 runtime=$2
    shift 2
    "$clang" -fuse-ld=lld -Wl,--build-id,--as-needed,--gc-sections \
        -Wl,--defsym=main=mutau_main "$runtime/$(uname -m)/swiftrt.o" "@$objects" -L"$runtime" "$@" -l:libcrypto.a -lm -o "$output.linked"
    # A copy: the system holds what a linker writes, page by page, in single pages, and starts wait for each.
    cp "$output.linked" "$output.new"
    rm "$output.linked"
    mv "$output.new" "$output"
}

# What the program would read of its own files at each start, it reads here.
prepare() {
    ./mutau prepared-files > prepared-files.bin
    "$clang" -c -x assembler - -o prepared-files.o << 'END'
    .section .rodata
    .globl mutau_prepared_files, mutau_prepared_files_end
    .hidden mutau_prepared_files, mutau_prepared_files_end
mutau_prepared_files:
    .incbin "prepared-files.bin"
mutau_prepared_files_end:
    .section .note.GNU-stack, "", @progbits
END
}

# The libraries of Swift's runtime and of Foundation; those behind them where both are static.
common="-lFoundation -lFoundationInternationalization -lFoundationEssentials -lswiftCore -lswift_Concurrency
    -lswift_StringProcessing -lswift_RegexParser -lswiftSynchronization -lswiftGlibc -lswiftDispatch -ldispatch
    -lBlocksRuntime -lswiftSwiftOnoneSupport"
foundation="-lCoreFoundation -l_FoundationICU -l_FoundationCShims -l_FoundationCollections"
if [ "${2-}" = library ]; then
    # SwiftPM names libcurl and libxml2 before it says that only what is used is needed.
    exports=$PWD/Sources/CMutau/exports.map
    cd "$1"
    prepare
    "$clang" -fuse-ld=lld -shared -Wl,--as-needed,--gc-sections,-z,defs,-soname=libmutau.so,--version-script="$exports" \
        "$static/$(uname -m)/swiftrt.o" "@mutau-c.product/Objects.LinkFileList" prepared-files.o -L"$static" \
        -Wl,--start-group $common $foundation -Wl,--end-group -l:libcrypto.a -lstdc++ -lz -lm -o libmutau.so.new
    strip --strip-unneeded libmutau.so.new
    mv libmutau.so.new libmutau.so
    exit
fi
cd "$1"
objects=$PWD/mutau.product/Objects.LinkFileList
[ -r "$objects" ] || { echo "link.sh: build the program first: swift build -c release --product mutau" >&2; exit 1; }
prepare
# RHEL 9 has an older libstdc++: ours goes in; zlib too, which the loader would look for at each start, and not libgcc, which here may
# want a newer glibc than RHEL 9's. At a fixed address: the loader would else change a hundred thousand places, a sixth of what an
# answer about a point takes. Nothing is exported: it loads bounds over the C interface alone, which ask for nothing.
inside="-no-pie prepared-files.o -Wl,--start-group $common $foundation -l:libstdc++.a -Wl,--end-group -l:libz.a"
link mutau-static "$static" $inside
# Once more with the functions in the order in which an answer about a point calls them: they then lie side by side, and not on
# three hundred pages that a start waits for.
if "$clang" -O2 "$here/called.c" -o called &&
    env -i HOME=/nonexistent timeout 60 ./called ./mutau-static check 6.5MeV 4.5e-4 > called-functions.txt
then
    link mutau-static "$static" $inside -Wl,--symbol-ordering-file=called-functions.txt,--no-warn-symbol-ordering
else
    echo "link.sh: mutau-static starts more slowly than it could: its functions are in no particular order" >&2
fi
link mutau-plugin-host "$resources/linux" -pie -Wl,--export-dynamic,--exclude-libs,ALL $common -lz "-Wl,-rpath,$resources/linux"
