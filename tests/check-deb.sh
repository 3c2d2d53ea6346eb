#!/bin/sh
# make deb: one package that installs everything a counter needs, and whose
# program runs with the files in it.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
unset MAKEFLAGS MFLAGS MAKELEVEL CFLAGS LDFLAGS

if [ "${LOKET_TESTED-}" = yes ]; then
	skip "make deb" "once is enough"
	finish
fi
if ! command -v dpkg-shlibdeps >/dev/null || [ "${SANITIZE-no}" = yes ]; then
	skip "make deb" "dpkg-dev is missing, or sanitizers are on"
	finish
fi
if ! make -s -C "$LOKET_BUILDDIR" deb >"$work/log" 2>&1; then
	fail "make deb" "$(tail -n 20 "$work/log")"
	finish
fi
pass "make deb"
deb=$(find "$LOKET_BUILDDIR/deb" -name 'loket_*.deb')
dpkg-deb -x "$deb" "$work/root"
dpkg-deb -e "$deb" "$work/control"

is "the program is where Debian has programs, and counts" \
    "$("$work/root/usr/bin/loket" --assets "$work/root/usr/share/loket" \
	calendar due --from 2026-11-02 --days 7 2>&1)" 2026-11-11
for unit in loket-sync.service loket-sync.timer loket-day.service \
    loket-kiosk.service; do
	holds "it brings $unit" test -f "$work/root/lib/systemd/system/$unit"
done
holds "the page for whoever installs thirty is in it" grep -qx \
    'Thirty counters in a day' "$work/root/usr/share/loket/data/README"
is "nothing is enabled by being installed" \
    "$(find "$work/root" -path '*.wants*')" ""
holds "the folder of the register is an administrator's to change" \
    grep -qx /etc/loket.conf "$work/control/conffiles"
is "removing deletes no register" \
    "$(grep -lE '\brm\b' "$work/control/"p*)" ""
is "it depends on the libraries by their packages" \
    "$(sed -n 's/^Depends: //p' "$work/control/control" |
	grep -c 'libncursesw6.*libsqlite3-0')" 1
if command -v lintian >/dev/null; then
	is "lintian finds no error" \
	    "$(lintian --allow-root --fail-on none "$deb" 2>&1 |
		grep '^E:')" ""
else
	skip "lintian finds no error" "no lintian"
fi
finish
