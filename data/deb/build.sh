#!/bin/sh
# One package to install: program, data, forms, manual, units.
#
#	build.sh SOURCE VERSION FOLDER MAINTAINER	called by make deb
#
# Builds anew with Debian's paths in FOLDER, which is emptied first, and leaves
# loket_VERSION_ARCH.deb there. Needs dpkg-dev.
set -eu

source=$1
version=$2
folder=$3
maintainer=$4

for tool in dpkg-deb dpkg-shlibdeps; do
	command -v "$tool" >/dev/null || {
		echo "make deb needs $tool: apt-get install dpkg-dev" >&2
		exit 1
	}
done
umask 022
export LC_ALL=C
# Every file the same age, so that the same source gives the same package.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date -r "$source/COPYING" +%s)}
export SOURCE_DATE_EPOCH

rm -rf -- "$folder"
mkdir -p "$folder/build" "$folder/root/DEBIAN" "$folder/debian"
root=$(cd -- "$folder/root" && pwd)
source=$(cd -- "$source" && pwd)

(
	cd -- "$folder/build"
	"$source/configure" -q --prefix=/usr --sysconfdir=/etc \
	    --mandir=/usr/share/man CFLAGS="-O2 -g0"
	make -s -j "$(getconf _NPROCESSORS_ONLN)"
	make -s install-strip DESTDIR="$root"
)

doc=$root/usr/share/doc/loket
mkdir -p "$doc/examples" "$root/lib/systemd/system" "$root/etc"
gzip -9n "$root/usr/share/man/man1/loket.1"
install -m 0644 "$source/data/systemd/"*.service \
    "$source/data/systemd/"*.timer "$root/lib/systemd/system/"
install -m 0644 "$source/data/deb/loket.conf" "$root/etc/loket.conf"
install -m 0644 "$source/data/deb/copyright" "$source/README" "$doc/"
install -m 0644 "$source/data/deb/cron" "$doc/examples/"
printf '%s\n\n  * Built from the source of this version.\n\n -- %s  %s\n' \
    "loket ($version) unstable; urgency=medium" \
    "$maintainer" \
    "$(date -u -R -d "@$SOURCE_DATE_EPOCH")" |
    gzip -9n >"$doc/changelog.gz"

printf 'Source: loket\n\nPackage: loket\nArchitecture: any\n' \
    >"$folder/debian/control"
shlibs=$(cd -- "$folder" && dpkg-shlibdeps -O root/usr/bin/loket 2>/dev/null |
    sed -n 's/^shlibs:Depends=//p')
arch=$(dpkg --print-architecture)
size=$(du -sk --apparent-size "$root" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@ARCH@/$arch/" \
    -e "s/@MAINTAINER@/$maintainer/" -e "s/@SIZE@/$size/" \
    -e "s/@SHLIBS@/$shlibs/" \
    "$source/data/deb/control.in" >"$root/DEBIAN/control"
echo /etc/loket.conf >"$root/DEBIAN/conffiles"
for script in postinst prerm postrm; do
	install -m 0755 "$source/data/deb/$script" "$root/DEBIAN/$script"
done
(cd -- "$root" && find . -type f ! -path './DEBIAN/*' -print |
    sed 's|^\./||' | sort | xargs md5sum >DEBIAN/md5sums)
chmod 0644 "$root/DEBIAN/md5sums" "$root/DEBIAN/conffiles" \
    "$root/DEBIAN/control"
find "$root" -newermt "@$SOURCE_DATE_EPOCH" -exec \
    touch -h -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group -Zxz --build "$root" \
    "$folder/loket_${version}_$arch.deb" >/dev/null
echo "$folder/loket_${version}_$arch.deb"
