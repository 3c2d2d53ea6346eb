#!/bin/sh
# E13 of the exchange: counters with a day of work each meet on one share at
# the same minute; thirty in make check-long. No lock, no error, and after a
# second round one digest.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"

counters_n=${EXCHANGE_COUNTERS:-5}
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
is_empty "row E13: all at once meet without a lock or an error" \
    "$(all_at_once)"
is_empty "and once more, when all have sent" "$(all_at_once)"
say "two rounds of $counters_n took $(($(date +%s) - begun)) s"
at 1 see | sed '$d' >"$work/wanted"
is "every record is at the first" "$(grep -c Pemohon "$work/wanted")" \
    $((counters_n * 19))
is_empty "and the same, with the same digest, at all others" "$(differences)"

# E1 to E4: the same cell at two counters, and different ones; a good round
# settles nothing by itself, a person does.
at 1 write 200 'Nama dari L01'
at 2 write 200 'Nama dari L02'
at 2 write 300 'Lain di L02'
{ settle; settle; settle; } >"$work/said"
is_empty "a record that two changed goes everywhere" "$(cat "$work/said")"
is "row E4: and is in conflict at each of them, round after round" \
    "$(for i in 1 2 "$counters_n"; do at "$i" look | tail -n 1; done |
	sort -u)" "conflicts 1 forks 0"
at 3 write 200 'Diputuskan di L03'
sync 3
settle >"$work/said"
at 1 see | sed '$d' >"$work/wanted"
is "one decision ends it" "$(grep -e conflicts -e Diputuskan \
    "$work/wanted" | tr '\n' ' ')" "Diputuskan di L03 conflicts 0 forks 0 "
is_empty "everywhere" "$(differences)"

# C13: a transaction is never cut, however large. Only in make check-long.
if [ "$counters_n" -ge 30 ]; then
	before=$(find "$now/share/w/$(at 1 writer)/b" -name '*.bnd' | wc -l)
	at 1 many 10000 34999
	sync 1
	is "row C13: a transaction of 25,000 records is one bundle" \
	    "$(find "$now/share/w/$(at 1 writer)/b" -name '*.bnd' |
		wc -l)" $((before + 1))
	hurt S25:1:kill 2
	is "killed in the middle of it a counter has nothing of it" \
	    "$answer $(at 2 look | grep -c 'Pemohon 1[0-9][0-9][0-9][0-9]$')" \
	    "137 0"
	settle >"$work/said"
	at 1 see | sed '$d' >"$work/wanted"
	is_empty "then it is everywhere" "$(differences)"
fi
finish
