#!/bin/sh
# check.sh TARBALL DEB PROGRAM: the packed program where no Swift is, and little else: in a root that holds the files of
# glibc's and GCC's libraries alone. PROGRAM is the one that was built, whose answers are compared.
set -eu
tarball=$1 deb=$2 built=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
expect() { # expect WHAT FOUND EXPECTED
    [ "$2" = "$3" ] && return
    printf 'check.sh: %s:\n  found    %s\n  expected %s\n' "$1" \
        "$(echo "$2" | head -c 600)" "$(echo "$3" | head -c 600)" >&2
    failed=1
}
contains() { # contains WHAT TEXT PIECE
    case $2 in *"$3"*) ;; *) expect "$1" "$2" "... $3 ..." ;; esac
}
needed() { readelf -d "$1" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' | LC_ALL=C sort | tr '\n' ' '; }
in_root() { # in_root ROOT WORD...: runs a program of the root; prints what it says, and its exit code last
    root=$1
    shift
    code=0
    # Swift's runtime reads the words of the command from /proc.
    env -i HOME=/home PATH=/usr/sbin:/usr/bin:/sbin:/bin unshare -m sh -c \
        'mount --bind /proc "$0/proc" && exec chroot "$0" "$@"' "$root" "$@" 2>&1 || code=$?
    echo "exit $code"
}
make_root() { # make_root ROOT LIBRARY...
    root=$1
    shift
    mkdir -p "$root/home" "$root/tmp" "$root/proc" "$root/dev"
    mknod -m 666 "$root/dev/null" c 1 3 2>/dev/null || : > "$root/dev/null"
    for library in "$@"; do
        file=$(ldconfig -p | sed -n "s/^[[:space:]]*$library (.*=> //p" | head -n 1)
        mkdir -p "$root/lib64" "$root/lib/$(uname -m)-linux-gnu"
        case $library in
            ld-*) cp -L "$file" "$root/lib64/" ;;
            *) cp -L "$file" "$root/lib/$(uname -m)-linux-gnu/" ;;
        esac
    done
}

tar -xzf "$tarball" -C "$work"
unpacked=$(echo "$work"/mutau-*)
program=$unpacked/bin/mutau
libraries="ld-linux-x86-64.so.2 libc.so.6 libgcc_s.so.1 libm.so.6 "
expect "the libraries that the program names" "$(needed "$program")" "$libraries"
newest=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -Vu | tail -n 1)
expect "the newest glibc it asks for" "$(printf '%s\n2.34\n' "$newest" | sort -V | tail -n 1)" 2.34
expect "versions of libstdc++ it asks for" "$(objdump -T "$program" | grep -c GLIBCXX || true)" 0
for file in share/man/man1/mutau-check.1 share/bash-completion/completions/mutau share/zsh/site-functions/_mutau \
    share/fish/vendor_completions.d/mutau.fish share/doc/mutau/copyright; do
    [ -s "$unpacked/$file" ] || expect "the tarball's files" none "$file"
done
for name in Yams swift-argument-parser swift-numerics "Swift's standard library"; do
    contains "the licences" "$(grep "^----" "$unpacked/share/doc/mutau/copyright")" "---- $name, "
done

make_root "$work/root" $libraries
cp -R "$unpacked" "$work/root/mutau"
say() { in_root "$work/root" /mutau/bin/mutau "$@"; }
for point in "6.5MeV 4.5e-4" "12MeV 4e-4 --scenario consistent" "100MeV 1e-3 --scenario current"; do
    answer=$(env -i HOME="$work" PATH=/usr/bin:/bin "$built" check $point 2>&1; echo "exit $?")
    # Unquoted: a word for each argument.
    expect "check $point without Swift" "$(say check $point)" "$answer"
done
cp Constraints/na64mu-2024.vot "$work/root/home/mine.vot"
answer=$(say inspect /home/mine.vot)
contains "inspect without libxml2" "$answer" "install the package libxml2"
contains "inspect without libxml2" "$answer" "exit 72"
expect "the digest of the data" "$(say --version)" "$("$built" --version; echo "exit $?")"
answer=$(say refresh)
contains "refresh without libcurl" "$answer" libcurl4
contains "refresh without libcurl" "$answer" "exit 72"

# A Debian package, installed and removed in a root with a package database of its own.
make_root "$work/debian" $libraries
mkdir -p "$work/debian/var/lib/dpkg/updates" "$work/debian/var/lib/dpkg/info"
: > "$work/debian/var/lib/dpkg/status"
contains "what the package depends on" "$(dpkg-deb -f "$deb" Depends)" "libc6 (>= 2.3"
find "$work/debian" ! -path '*/var/*' | sort > "$work/before"
# The root has no packages, and so none of those it depends on: their files are there.
dpkg --root="$work/debian" --force-depends --force-not-root --log=/dev/null -i "$deb" >/dev/null 2>"$work/said" ||
    { cat "$work/said" >&2; exit 1; }
contains "check by the package" "$(in_root "$work/debian" /usr/bin/mutau check 6.5MeV 4.5e-4)" "exit 0"
dpkg --root="$work/debian" --force-depends --force-not-root --log=/dev/null -r mutau >/dev/null
find "$work/debian" ! -path '*/var/*' | sort > "$work/after"
expect "what the package leaves behind" "$(diff "$work/before" "$work/after" | grep '^>' || true)" ""

# `make install` of a checkout that was copied: nothing is built, and all is taken out again.
mkdir "$work/prefix"
make -s install PREFIX="$work/prefix" SWIFT=false >/dev/null || expect "make install without building" failed done
contains "check as installed" "$("$work/prefix/bin/mutau" check 6.5MeV 4.5e-4)" "allowed"

# Bounds in code, by the program as it is installed: where Swift is, where its runtime is hidden, without the host.
mutau=$work/prefix/bin/mutau
(
    cd "$work"
    "$mutau" plugin new Alpha && "$mutau" plugin new Beta --language c
    "$mutau" plugin build Alpha && "$mutau" plugin build Beta
) >/dev/null
plugins() { MUTAU_PLUGIN_PATH=$work "$@" plugin list 2>&1; }
state() { echo "$1" | sed -n "s/^$2  *\([a-z]*\) .*/\1/p"; }
list=$(plugins "$mutau")
expect "bounds in Swift and in C" "$(state "$list" Alpha) $(state "$list" Beta)" "accepted accepted"
contains "a point with both" "$(MUTAU_PLUGIN_PATH=$work "$mutau" check 6.5MeV 4.5e-4 2>&1)" "'alpha' is computed by code in"
runtime=$(swiftc -print-target-info | sed -n 's/.*"runtimeResourcePath": *"\(.*\)".*/\1/p')
list=$(plugins unshare -m sh -c 'mount -t tmpfs none "$0" && exec "$@"' "$runtime" "$mutau")
expect "the same without a runtime" "$(state "$list" Alpha) $(state "$list" Beta)" "refused accepted"
contains "the reason" "$list" "finds no Swift 6.3 runtime here"
rm "$work/prefix/lib/mutau/mutau-plugin-host"
list=$(plugins "$mutau")
expect "the same without the host" "$(state "$list" Alpha) $(state "$list" Beta)" "refused accepted"
contains "the reason" "$list" "which is not there"
contains "a build without a compiler" "$(cd "$work" && PATH=/nowhere "$mutau" plugin build Alpha 2>&1 || echo "exit $?")" "'swiftc' is not on PATH"

make -s uninstall PREFIX="$work/prefix"
expect "what make uninstall leaves" "$(find "$work/prefix" -type f)" ""
[ "$failed" = 0 ] && echo "the packed program: as built, without Swift; named libraries: $libraries; glibc $newest"
exit "$failed"
