#!/bin/sh
# deb.sh STAGE VERSION DIRECTORY: packs the stage, without what needs Swift, as a Debian package into DIRECTORY.
set -eu
stage=$1 version=$2 directory=$3
architecture=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
mkdir -p "$root/usr" "$root/DEBIAN"
cp -R "$stage/." "$root/usr/"
rm -f "$root/usr/lib/mutau/mutau-plugin-host"
# Debian's place for completions of zsh, and its form of manual pages.
mv "$root/usr/share/zsh/site-functions" "$root/usr/share/zsh/vendor-completions"
gzip -9n "$root"/usr/share/man/man1/*.1
program=$root/usr/bin/mutau
# Whoever packs it is who answers for the package: as Debian's tools are told, or as the last commit says.
maintainer=${DEBEMAIL:+${DEBFULLNAME:-The mutau maintainers} <$DEBEMAIL>}
[ -n "$maintainer" ] || maintainer=$(git log -1 --format='%an <%ae>' 2>/dev/null) || maintainer=
# The package of each library that the program names; of glibc also the version.
glibc=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | sed 's/GLIBC_//' | sort -V | tail -n 1)
depends=
for library in $(readelf -d "$program" | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'); do
    file=$(ldconfig -p | sed -n "s/^[[:space:]]*$library (.*=> //p" | head -n 1)
    package=$(dpkg -S "$(readlink -f "$file")" "$file" 2>/dev/null | sed -n 's/:.*//p' | head -n 1)
    [ -n "$package" ] || { echo "deb.sh: no package has $library" >&2; exit 1; }
    [ "$package" != libc6 ] || package="libc6 (>= $glibc)"
    case ", $depends, " in *", $package, "*) ;; *) depends="${depends:+$depends, }$package" ;; esac
done
cat > "$root/DEBIAN/control" <<END
Package: mutau
Version: $version
Architecture: $architecture
Maintainer: ${maintainer:-The mutau maintainers <maintainers@mutau.invalid>}
Depends: $depends
Recommends: libcurl4, libxml2, gnuplot-nox, fonts-stix, node-d3
Section: science
Priority: optional
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Description: allowed region of a light Lμ−Lτ gauge boson
 Says whether a Z' of a mass and coupling is allowed, which measurements
 exclude it and whether it fits IceCube's spectrum, and draws the map.
END
dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$directory/mutau_${version}_$architecture.deb" >/dev/null
echo "$directory/mutau_${version}_$architecture.deb: Depends: $depends"
