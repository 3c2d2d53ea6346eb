#!/bin/sh
# Each row of the fault matrix of the exchange is shown by a test that is
# named by it. E10 to E12, E14 and D11 to D18 are not among them.

. "$LOKET_SRCDIR/tests/lib/tap.sh"
cd "$LOKET_SRCDIR" || exit 99

rows() { seq -f "$1%g" "$2" "$3"; }

cat tests/unit/*.c | tr -d ' \t\n' >"$work/cases"
for row in $(rows A 1 12) $(rows B 1 21) $(rows C 1 14) $(rows D 1 10) \
    $(rows E 1 9) E13; do
	grep -rq "row $row: " tests/fault tests/cli tests/scene ||
	    grep -qE "(ROW|MEETING)\(\"$row\"," "$work/cases" ||
	    echo "$row"
done >"$work/missing"
is_empty "each row of the fault matrix is a test named by it" \
    "$(cat "$work/missing")"
finish
