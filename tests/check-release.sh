#!/bin/sh
# The program that is installed has none of what the tests' program has, and
# has what the system offers against mistakes.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
cd "$LOKET_BUILDDIR" || exit 99

sed -n 's/.*"\(LOKET_[A-Z_]*\)".*/\1/p' \
    "$LOKET_SRCDIR/tests/lib/test_cli.c" | sort -u >"$work/names"
strings -a loket >"$work/release"
strings -a loket-test >"$work/test"

holds "the tests' switches have names" test -s "$work/names"
is_empty "loket knows none of the tests' switches" \
    "$(grep -F -f "$work/names" "$work/release")"
is "loket-test knows them all" \
    "$(grep -c -x -F -f "$work/names" "$work/test")" \
    "$(wc -l <"$work/names" | tr -d ' ')"
is_empty "loket names no folder of the machine it was built on" \
    "$(if [ "$LOKET_BUILDDIR" != / ]; then
	objcopy -g loket "$work/loket" && strings -a "$work/loket" |
	    grep -F -e "$LOKET_BUILDDIR"; fi)"

if [ "$SANITIZE" = yes ]; then
	skip "loket is hardened" "the sanitizers replace it"
else
	readelf -hld loket >"$work/elf"
	holds "loket is a position-independent program" \
	    grep -q 'Type: *DYN' "$work/elf"
	holds "its tables are read-only after the start (relro, now)" \
	    sh -c 'grep -q GNU_RELRO "$1" && grep -q BIND_NOW "$1"' \
	    sh "$work/elf"
	is_empty "its stack cannot be executed" \
	    "$(grep -A1 GNU_STACK "$work/elf" | grep 'RWE')"
fi
finish
