# A fleet of counters and their share, under faults:
# . "$LOKET_SRCDIR/tests/lib/exchange.sh" after tap.sh and run.sh.
#
#	fleet N              registers $now/c1 ... c N that know each other, and
#	                     the share $now/share
#	keep NAME, renew NAME   all of it put aside, and taken again
#	at N WORD ARG...     counters WORD on register N
#	sync N [OPTION...]   one round; sets answer, output, errors
#	hurt FAULT N         one round with LOKET_FAIL=FAULT
#	settle [OPTION...]   one round at every counter; says what went wrong
#	recover [OPTION...]  one or two of these; says what is wrong after that
#	differences          what is not as in $work/wanted; empty when nothing

counters=$LOKET_BUILDDIR/tests/lib/counters
now=$work/now
ASAN_OPTIONS=detect_leaks=0:${ASAN_OPTIONS-}
LOKET_CLOCK=2026-11-02T08:00
# Where no other place is said; a round has its anchor beside its register, so
# that both go back together: else each renewal would be noticed.
XDG_STATE_HOME=$now/state
export ASAN_OPTIONS LOKET_CLOCK XDG_STATE_HOME

fleet() {
	fleet_n=$1
	mkdir "$now"
	fleet_data=
	for fleet_i in $(seq "$fleet_n"); do
		fleet_data="$fleet_data $now/c$fleet_i"
	done
	# shellcheck disable=SC2086
	"$counters" make "$now/share" $fleet_data || exit 99
}

keep() { cp -R "$now" "$work/at-$1"; }

renew() {
	rm -rf "$now"
	cp -R "$work/at-$1" "$now"
}

at() {
	at_n=$1
	at_word=$2
	shift 2
	"$counters" "$at_word" "$now/c$at_n" "$@"
}

sync() {
	sync_n=$1
	shift
	XDG_STATE_HOME=$now/c$sync_n run --data "$now/c$sync_n" sync \
	    --share "$now/share" --json "$@"
}

hurt() {
	# The shell says "Killed" of its own.
	(
		XDG_STATE_HOME=$now/c$2 LOKET_FAIL=$1 "$loket" \
		    --assets "$LOKET_SRCDIR" --data "$now/c$2" sync \
		    --share "$now/share" --json \
		    >"$work/out" 2>"$work/errors" </dev/null || exit
	) 2>"$work/shell"
	answer=$?
	output=$(cat "$work/out")
	errors=$(cat "$work/errors")
}

settle() {
	for settle_i in $(seq "$fleet_n"); do
		sync "$settle_i" "$@"
		[ "$answer" = 0 ] || echo "c$settle_i: $answer $errors"
	done
}

# One good round at every counter, and a second where that was not enough.
recover() {
	settle "$@" >"$work/settled"
	if [ -s "$work/settled" ] || [ -n "$(differences)" ]; then
		settle "$@"
		differences
	fi
}

# All see what is wanted, without findings, and with one digest.
differences() {
	rm -f "$work/digests"
	for differences_i in $(seq "$fleet_n"); do
		at "$differences_i" see >"$work/seen" 2>&1
		tail -n 1 "$work/seen" >>"$work/digests"
		sed '$d' "$work/seen" | diff "$work/wanted" - |
		    sed "s/^/c$differences_i: /"
	done
	[ "$(sort -u "$work/digests" | wc -l)" = 1 ] || echo "digests differ"
}
