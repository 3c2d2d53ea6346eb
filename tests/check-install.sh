#!/bin/sh
# What make install puts in place is enough: the program is tried with the
# installed files only.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
unset MAKEFLAGS MFLAGS MAKELEVEL

if ! make -s -C "$LOKET_BUILDDIR" install DESTDIR="$work/to" \
    >"$work/log" 2>&1; then
	fail "make install" "$(tail -n 20 "$work/log")"
	finish
fi
pass "make install"

program=$(find "$work/to" -name loket -path '*/bin/*')
assets=$(find "$work/to" -name loket -path '*/share/*' -type d)
holds "the program is installed" test -x "$program"
holds "its manual is installed" \
    test -n "$(find "$work/to" -path '*/man1/loket.1')"
is "the tests' program is not" "$(find "$work/to" -name loket-test)" ""

# Everything the office may edit, and no more: the schema is built in.
cd "$LOKET_SRCDIR" || exit 99
find data forms -type f ! -name '*.am' ! -name '*.1' \
    ! -path 'data/schema/*' ! -path 'data/systemd/*' \
    ! -path 'data/deb/*' | sort >"$work/wanted"
(cd "$assets" && find . -type f | sed 's|^\./||' | sort) >"$work/found"
is_empty "every file of data and forms is installed" \
    "$(comm -23 "$work/wanted" "$work/found")"
is_empty "and nothing else" "$(comm -13 "$work/wanted" "$work/found")"

is "the installed program counts with the installed calendar" \
    "$("$program" --assets "$assets" calendar due --from 2026-11-02 \
	--days 7 2>&1)" 2026-11-11
finish
