#!/bin/sh
# A1 of the exchange: killed at each numbered point, alone or with the
# child that is at the share, and with a broken or full disk at each; others
# pull in between. Then all have every record once, and one digest.

. "$LOKET_SRCDIR/tests/lib/memory.sh"
. "$LOKET_SRCDIR/tests/lib/tap.sh"
. "$LOKET_SRCDIR/tests/lib/run.sh"
. "$LOKET_SRCDIR/tests/lib/exchange.sh"
[ "${SANITIZE-}" != yes ] || FAULT_STEP=${FAULT_STEP:-11}
FAULT_STEP=${FAULT_STEP:-5}

fleet 3
at 1 write 1
at 2 write 2
at 3 write 3
{ settle; settle; } >"$work/said"
is_empty "three counters have agreed" "$(cat "$work/said")"
# Something to seal and to send, something to hear of and to fetch.
at 1 write 11
at 1 write 2 'Diubah di L01'
at 2 write 12
sync 2
keep start
cat >"$work/wanted" <<'END'
Diubah di L01
Pemohon 1
Pemohon 11
Pemohon 12
Pemohon 3
conflicts 0 forks 0
END

points=${EXCHANGE_POINTS:-$(seq -f 'S%02g' 28)}
n=0
for act in ${EXCHANGE_ACTS:-both kill eio error}; do
	rm -f "$work/complaints"
	for point in $points; do
		n=$((n + 1))
		[ $((n % FAULT_STEP)) = 0 ] || continue
		renew start
		hurt "$point:1:$act" 1
		case $act:$answer in
		both:137 | kill:137 | kill:75 | e*:1 | e*:75) ;;
		*) echo "$point: ended with $answer $errors" ;;
		esac
		# Not noted as sent before it was read back.
		case $point in
		S04 | S0[6-9] | S1[0-4])
			at 1 bundles | grep -v '^sealed 1 ' |
			    sed "s/^/$point: /" ;;
		esac
		sync 2
		recover | sed "s/^/$point: /"
		find "$now/share" -name '*.part' | sed "s/^/$point: left /"
	done >"$work/complaints"
	is_empty "row A1: at each point with $act nothing is lost or doubled" \
	    "$(head -n 40 "$work/complaints")"
done
finish
