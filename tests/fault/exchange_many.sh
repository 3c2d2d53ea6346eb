#!/bin/sh
# E13 of the exchange: counters with a day of work each meet on one share at
# the same minute; thirty in make check-long. No lock, no error, and after a
# second round one digest.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"

counters_n=${EXCHANGE_COUNTERS:-10}
fleet "$counters_n"
for i in $(seq "$counters_n"); do
	at "$i" many $((i * 100)) $((i * 100 + 19))
	at "$i" write $((i * 100)) "Diubah di $i"
done

all_at_once() {
	for i in $(seq "$counters_n"); do
		"$loket" --assets "$LOKET_SRCDIR" --data "$now/c$i" sync \
		    --share "$now/share" --quiet >"$work/said.$i" 2>&1 ||
		    echo "c$i: $?" >>"$work/said.$i" &
	done
	wait
	cat "$work"/said.*
}

begun=$(date +%s)
is_empty "all at once meet without a lock or an error" "$(all_at_once)"
is_empty "and once more, when all have sent" "$(all_at_once)"
say "two rounds of $counters_n took $(($(date +%s) - begun)) s"
at 1 see | sed '$d' >"$work/wanted"
is "every record is at the first" "$(grep -c Pemohon "$work/wanted")" \
    $((counters_n * 19))
is_empty "and the same, with the same digest, at all others" "$(differences)"
finish
