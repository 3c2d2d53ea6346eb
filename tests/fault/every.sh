#!/bin/sh
# The faults at every call, point, bit and length, one after the other: make
# check-long.

. "$LOKET_SRCDIR/tests/lib/tap.sh"

FAULT_STEP=1
EXCHANGE_BITS=256
EXCHANGE_CUTS=128
EXCHANGE_COUNTERS=30
export FAULT_STEP EXCHANGE_BITS EXCHANGE_CUTS EXCHANGE_COUNTERS
for test in store_fault store_migrate; do
	holds "nothing is amiss at any write of ${test}_test" \
	    "$LOKET_BUILDDIR/tests/unit/${test}_test"
done
for test in kill strike complaint_kill complaint_strike exchange_kill \
    exchange_power exchange_files exchange_many exchange_day; do
	sh "$LOKET_SRCDIR/tests/fault/$test.sh" >"$work/tap" 2>"$work/errors"
	sed -n 's/^ok [0-9]* - \(.*\) # SKIP/\1/p' "$work/tap" |
	    while read -r line; do say "skipped: $line"; done
	is_empty "nothing is amiss at any fault of $test.sh" \
	    "$(sed -n '/^not ok/,/^ok/p' "$work/tap")"
	is "and it came to its end" "$(grep -c '^1\.\.' "$work/tap")" 1
done
finish
